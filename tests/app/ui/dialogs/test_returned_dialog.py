"""The dialog of a returned workbook names decisions and altered cells; quotes are ticked."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtWidgets import QWidget

from app.approval.deciding import Ruling
from app.approval.event import Person
from app.approval.state import Deed
from app.documents.workbooks.alterations import Alteration
from app.services.paper_decision import PaperDecision, ReturnedPaper
from app.storage.quote_rows import QuoteRow
from app.ui.dialogs.returned_dialog import ReturnedDialog
from app.ui.dialogs.workbook_dialog import WorkbookDialog
from app.ui.library.approval_papers import dropped_workbook
from app.ui.presenting.returned import alteration_rows, decision_rows
from catalog.problem import Problem
from tests.app.approval.quotes import DAY, NOON
from tests.app.ui.dialogs.test_decision_dialog import Around
from tests.app.ui.speaking import speaker

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from app.ui.page import Surroundings

ALTERED = Alteration("权限核对", "E6", "5", "99")
TRIED = Alteration("试算", "G11", "5", "12.5", tried=True)
GOOD = PaperDecision(
    "q1",
    "QW-1",
    "A",
    ruling=Ruling(Deed.APPROVED),
    approver=Person("M102", "陈志远", "L3"),
    alterations=(ALTERED, TRIED),
)
BAD = PaperDecision("q2", "QW-2", "B", problems=(Problem("returned.no_decision"),))


def paper(*decisions: PaperDecision) -> ReturnedPaper:
    """A workbook that came back."""
    return ReturnedPaper("approval.xlsx", "ab" * 32, b"", decisions)


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[QWidget]:
    """What the dialog belongs to."""
    made = QWidget()
    qtbot.addWidget(made)
    yield made
    made.close()


def dialog_of(window: QWidget, *decisions: PaperDecision) -> ReturnedDialog:
    """The dialog of a workbook."""
    return ReturnedDialog(cast("Surroundings", Around()), paper(*decisions), window)


def test_every_altered_cell_has_a_row_with_what_was_and_is() -> None:
    """Sheet, cell, before and after; what was only tried is told as such."""
    first, second = alteration_rows(speaker(), paper(GOOD))
    assert first.title == "权限核对!E6"
    assert [cell.text for cell in first.cells] == ["5", "99"]
    assert (first.subtitle, bool(second.subtitle)) == ("", True)


def test_a_row_says_what_a_decision_comes_to() -> None:
    """Noted with its approver and one altered cell; or the reason why it cannot be recorded."""
    good, bad = decision_rows(speaker(), paper(GOOD, BAD))
    assert good.title == "QW-1 A"
    assert [cell.text for cell in good.cells][1:] == ["陈志远 (L3)", "1"]
    assert bad.subtitle == " ".join(speaker().finding("returned.no_decision", {}))


def test_only_what_can_be_recorded_is_offered(window: QWidget) -> None:
    """Without any decision that holds, the button is off."""
    assert dialog_of(window, GOOD, BAD).agree.isEnabled()
    assert not dialog_of(window, BAD).agree.isEnabled()


def test_without_altered_cells_no_table_is_shown(window: QWidget) -> None:
    """One sentence says so."""
    assert dialog_of(window, BAD).cells.isHidden()
    assert not dialog_of(window, GOOD).cells.isHidden()


def test_one_workbook_may_be_dropped(qtbot: QtBot) -> None:
    """Not two, and nothing else than a workbook."""
    del qtbot
    for names, taken in (
        (["/a.xlsx"], True),
        (["/a.docx"], False),
        (["/a.xlsx", "/b.xlsx"], False),
    ):
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(name) for name in names])
        assert (dropped_workbook(data) is not None) is taken


def test_ticked_quotes_are_asked_for_in_their_order(window: QWidget) -> None:
    """Two of three; with none the button is off."""
    rows = [
        QuoteRow(name, name, "", "", "", "", DAY, NOON, None, None, "")
        for name in ("q1", "q2", "q3")
    ]
    dialog = WorkbookDialog(rows, frozenset({"q1", "q3"}), window)
    assert dialog.quotes() == ("q1", "q3")
    for place in (0, 2):
        dialog.list.item(place).setCheckState(Qt.CheckState.Unchecked)
    assert not dialog.agree.isEnabled()
