"""Two contracts compared in the real window: walked through by keyboard, exported, one returned."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING

import docx
from PySide6.QtCore import Qt

from app.documents.redline_proof import settled_texts
from app.services.contract_comparison import ContractSide, SideKind, contract_paper
from app.services.quote_life import doing, submit
from app.services.working_out import work_out_stored
from app.services.workspace import Workspace
from app.ui.dialogs.contract_dialog import ContractDialog
from app.ui.dialogs.fact_dialogs import TermDialog
from tests.app.services.test_quote_life import SELLER
from tests.journeys.conftest import NOON

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from app.ui.hand import Hand

QUOTE = "Q0001"


def opened(open_window: Callable[[Path], Hand], profile: Path) -> Hand:
    """The window on a quote whose revision A was submitted."""
    workspace = Workspace.open(profile)
    submit(workspace, work_out_stored(workspace, QUOTE), doing(SELLER, NOON))
    workspace.close()
    hand = open_window(profile)
    hand.window.desk.open(QUOTE)
    hand.wait_for(lambda: hand.window.desk.session is not None, "the quote")
    hand.wait_idle()
    return hand


def compared(hand: Hand) -> ContractDialog:
    """The dialogue with its first comparison done."""
    hand.press(
        Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    dialog = hand.dialog(ContractDialog)
    hand.wait_for(lambda: dialog.comparison is not None, "the comparison")
    hand.wait_idle()
    return dialog


def longer(hand: Hand) -> None:
    """Two years in place of one, typed into the facts of the quote."""
    hand.click(hand.fact("term"))
    term = hand.dialog(TermDialog)
    hand.replace(term.months, "24")
    hand.click(term.agree)
    hand.wait_idle()


def test_a_longer_term_is_read_change_by_change_and_exported(
    open_window: Callable[[Path], Hand], profile: Path, tmp_path: Path
) -> None:
    """F7 walks from change to change; clauses that are the same are folded until they are asked."""
    hand = opened(open_window, profile)
    longer(hand)
    dialog = compared(hand)
    assert (dialog.old.currentData().name, dialog.new.currentData().kind) == ("A", "current")
    text = dialog.view.toPlainText()
    assert "6.1" in text
    assert "1224个月" in text
    assert "7.1" not in text
    changes = dialog.view.changes
    assert changes > 5
    assert dialog.place.text() == f"0 / {changes}"
    hand.press(Qt.Key.Key_F7)
    hand.press(Qt.Key.Key_F7)
    assert dialog.place.text() == f"2 / {changes}"
    hand.press(Qt.Key.Key_F7, Qt.KeyboardModifier.ShiftModifier)
    assert dialog.place.text() == f"1 / {changes}"
    assert dialog.view.toPlainText().count("▶") == 1
    file = tmp_path / "比较稿.docx"
    dialog.write(file)
    hand.wait_idle()
    assert dialog.comparison is not None
    newer = [one.texts for one in dialog.comparison.new.text.passages]
    assert settled_texts(file.read_bytes(), accepted=True, note=4) == newer
    assert file.with_suffix(".pdf").exists()
    told = hand.window.around.toasts.texts()[-1]
    assert "比较稿.docx" in told


def test_a_clause_that_is_the_same_unfolds(
    open_window: Callable[[Path], Hand], profile: Path
) -> None:
    """Its heading is a link; pressed again it folds."""
    hand = opened(open_window, profile)
    dialog = compared(hand)
    assert "文字相同" in dialog.summary.text()
    assert "违约责任" in dialog.view.toPlainText()
    assert "继续履行" not in dialog.view.toPlainText()
    address = re.findall(r'href="(fold:\d+)"[^>]*>(?:<[^>]*>)*▸ 第七条', dialog.view.toHtml())
    for shown in (True, False):
        dialog.view.anchorClicked.emit(address[0])
        assert ("继续履行" in dialog.view.toPlainText()) is shown


def test_a_returned_word_file_is_compared(
    open_window: Callable[[Path], Hand], profile: Path, tmp_path: Path
) -> None:
    """What the customer's lawyer wrote is told, and that prices are not compared."""
    hand = opened(open_window, profile)
    workspace = hand.window.workspace
    assert workspace is not None
    ours = contract_paper(workspace, QUOTE, ContractSide(SideKind.FROZEN, "A"))
    document = docx.Document(io.BytesIO(ours.docx))
    paragraph = next(one for one in document.paragraphs if "3‰" in one.text)
    for run in paragraph.runs:
        run.text = run.text.replace("3‰", "1‰")
    returned = tmp_path / "回传.docx"
    document.save(str(returned))
    dialog = compared(hand)
    dialog.add_returned(returned)
    hand.wait_for(lambda: dialog.comparison is not None, "the comparison")
    hand.wait_idle()
    assert "3‰1‰" in dialog.view.toPlainText()
    assert dialog.view.changes == 1
    assert "无法比较价格" in dialog.summary.text()


def test_a_file_that_is_no_word_document_is_refused_with_a_reason(
    open_window: Callable[[Path], Hand], profile: Path, tmp_path: Path
) -> None:
    """And nothing can be exported."""
    hand = opened(open_window, profile)
    file = tmp_path / "回传.docx"
    file.write_bytes(b"PK\x03\x04 nothing")
    dialog = compared(hand)
    dialog.add_returned(file)
    hand.wait_for(lambda: "回传.docx" in " ".join(hand.texts(dialog)), "the reason")
    assert not dialog.export.isEnabled()
    assert zipfile.is_zipfile(file) is False
