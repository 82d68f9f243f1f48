"""F1 opens the page about what is in front; pages lead to pages, and words to both."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl

from app.ui.dialogs.manual_dialog import ManualDialog
from tests.journeys.steps import open_quote

if TYPE_CHECKING:
    from app.ui.hand import Hand


def manual(hand: Hand) -> ManualDialog:
    """Press F1 in the window."""
    go_on(hand)
    hand.press(Qt.Key.Key_F1)
    return hand.dialog(ManualDialog)


def go_on(hand: Hand) -> None:
    """Go back to the window; the manual stays open beside it."""
    hand.window.activateWindow()
    hand.wait_for(hand.window.isActiveWindow, "the window")


def test_each_place_leads_to_its_page(hand: Hand) -> None:
    """Today, the list of quotes, an open quote, the paper beside it."""
    assert manual(hand).page == "first-steps"
    hand.window.go_to("quotes")
    hand.wait_idle()
    assert manual(hand).page == "quotes"
    go_on(hand)
    open_quote(hand, "Q0001")
    assert manual(hand).page == "items"
    hand.click(hand.window.desk.studio.top.preview)
    hand.wait_idle()
    shown = manual(hand)
    assert shown.page == "papers"
    assert "文件、打印与邮件" in shown.text.toPlainText()
    hand.press(Qt.Key.Key_Escape)
    assert shown.isHidden()
    assert hand.window.isVisible()


def test_links_lead_on_and_back_and_words_find_a_page(hand: Hand) -> None:
    """What is typed narrows the contents to the pages that have it."""
    shown = manual(hand)
    shown.text.anchorClicked.emit(QUrl("import.md"))
    assert shown.page == "import"
    hand.click(shown.back)
    assert shown.page == "first-steps"
    shown.search.setFocus()
    hand.enter("催询", shown.search)
    assert shown.contents.count() == 1
    hand.press(Qt.Key.Key_Return)
    assert shown.page == "first-steps"
    hand.replace(shown.search, "xyz")
    assert shown.contents.count() == 0
    hand.replace(shown.search, "TMF620")
    hand.press(Qt.Key.Key_Return)
    assert shown.page == "import"
    assert "TMF620" in shown.text.toPlainText()
