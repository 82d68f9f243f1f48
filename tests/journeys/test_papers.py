"""Papers are chosen with their language and written beside the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from app.quoting import header_edits
from app.ui.dialogs.issue_dialog import IssueDialog
from app.ui.dialogs.language_dialog import LanguageDialog
from tests.journeys.steps import add, begin_quote

if TYPE_CHECKING:
    from pathlib import Path

    from app.ui.hand import Hand


def test_chosen_papers_are_written_in_both_languages(hand: Hand) -> None:
    """Ctrl+E asks; only the quotation stays chosen, in Chinese and English."""
    begin_quote(hand)
    add(hand, "c1-l")
    written: list[Path] = []
    hand.window.desk.written.connect(written.extend)
    hand.shortcut(Qt.Key.Key_E)
    dialog = hand.dialog(IssueDialog)
    for kind, box in dialog.boxes.items():
        if kind != "quotation":
            hand.click(box)
    dialog.choose_languages(("zh", "en"))
    hand.click(dialog.agree)
    hand.wait_for(lambda: len(written) == 4, "two quotations as Word and PDF", 120)
    hand.wait_idle()
    names = [path.name for path in written]
    assert names == ["quotation.docx", "quotation.pdf", "quotation-en.docx", "quotation-en.pdf"]
    assert all(path.stat().st_size > 10_000 for path in written)


def test_giving_up_the_choice_writes_nothing(hand: Hand) -> None:
    """Escape closes the dialog of the button, and no folder is made."""
    begin_quote(hand)
    add(hand, "c1-l")
    hand.click(hand.window.desk.studio.top.papers["choose"])
    hand.dialog(IssueDialog)
    hand.press(Qt.Key.Key_Escape)
    hand.wait_idle()
    assert not hand.window.around.toasts.texts()


def test_language_of_papers_is_a_fact_of_the_quote(hand: Hand) -> None:
    """An English customer's quote offers English papers; undo takes it back."""
    session = begin_quote(hand)
    add(hand, "c1-l")
    hand.click(hand.fact("language"))
    dialog = hand.dialog(LanguageDialog)
    hand.click(dialog.english)
    hand.press(Qt.Key.Key_Return)
    hand.wait_idle()
    assert session.quote.language == "en"
    hand.shortcut(Qt.Key.Key_E)
    assert hand.dialog(IssueDialog).languages() == ("en",)
    hand.press(Qt.Key.Key_Escape)
    hand.shortcut(Qt.Key.Key_Z)
    hand.wait_idle()
    assert session.quote.language == "zh"


def test_words_that_a_customer_should_not_read_are_told_before_papers_leave(hand: Hand) -> None:
    """A boast in the title and a competitor in a need; nothing is forbidden by it."""
    session = begin_quote(hand)
    add(hand, "c1-l")
    session.apply("title", lambda quote: header_edits.set_title(quote, "最好的校园网"))
    hand.wait_idle()
    hand.shortcut(Qt.Key.Key_E)
    dialog = hand.dialog(IssueDialog)
    assert "“最好”" in dialog.advice.text()
    assert dialog.agree.isEnabled()
    hand.press(Qt.Key.Key_Escape)
