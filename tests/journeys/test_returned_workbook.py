"""An approval workbook goes out from the page of approvals and comes back by drop."""

from __future__ import annotations

from typing import TYPE_CHECKING

import openpyxl
from PySide6.QtCore import QItemSelectionModel, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent

from app.approval.state import Deed, QuoteState
from app.services.quote_life import doing, person_of, submit
from app.services.working_out import work_out_stored
from app.services.workspace import Workspace
from app.ui.dialogs.returned_dialog import ReturnedDialog
from app.ui.dialogs.workbook_dialog import WorkbookDialog
from tests.app.services.returned import ANSWER, answer
from tests.journeys.conftest import NOON
from tests.journeys.test_approval import QUOTE, campus, come_in, picture

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from app.ui.hand import Hand

__all__ = ["campus"]


def submitted(profile: Path) -> None:
    """The campus quote waits for approval."""
    workspace = Workspace.open(profile)
    act = doing(person_of(workspace.settings), NOON)
    submit(workspace, work_out_stored(workspace, QUOTE), act)
    workspace.close()


def test_quotes_of_the_list_go_into_one_workbook(
    open_window: Callable[[Path], Hand], campus: Path
) -> None:
    """Two are marked, the menu offers both, ticked; the workbook has an overview of two."""
    hand = come_in(open_window, campus)
    view = hand.window.quotes
    hand.wait_idle()
    flags = QItemSelectionModel.SelectionFlag
    model, marked = view.table.model(), view.table.selectionModel()
    for row in (0, 1):
        marked.select(model.index(row, 0), flags.Select | flags.Rows)
    chosen = view.table.selected_keys()
    assert len(chosen) == 2
    menu = view.open_menu(chosen[0], QPoint(40, 40))
    assert [one.text() for one in menu.actions()] == ["2 份报价的审批表…", "读回审批表…"]
    picture(hand, "quotes-menu")
    menu.actions()[0].trigger()
    menu.close()
    dialog = hand.dialog(WorkbookDialog)
    assert dialog.quotes() == chosen
    dialog.reject()
    file = campus.parent / "several.xlsx"
    view.papers.write(chosen, file)
    hand.wait_idle()
    assert openpyxl.load_workbook(file).sheetnames[0] == "审批总览"


def drop(hand: Hand, file: Path) -> None:
    """Drop a file onto the page of approvals."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    actions, buttons = Qt.DropAction, Qt.MouseButton
    event = QDropEvent(
        QPointF(10, 10),
        actions.CopyAction,
        data,
        buttons.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    hand.window.approvals.dropEvent(event)


def test_a_workbook_goes_out_and_comes_back_by_drop(
    open_window: Callable[[Path], Hand], campus: Path
) -> None:
    """What waits is ticked; a limit was altered and is named; the consent is noted, unsigned."""
    submitted(campus)
    hand = come_in(open_window, campus)
    hand.shortcut(Qt.Key.Key_4)
    hand.wait_idle()
    view = hand.window.approvals
    view.group.set_current("mine")
    view.group.chosen.emit("mine")
    hand.click(view.send)
    chosen = hand.dialog(WorkbookDialog)
    picture(hand, "returned-1-choose", dialog=True)
    assert chosen.quotes() == (QUOTE,)
    chosen.reject()
    file = campus.parent / "approval.xlsx"
    view.papers.write((QUOTE,), file)
    hand.wait_for(file.exists, "the workbook", 20)
    hand.wait_idle()
    book = openpyxl.load_workbook(file)
    answer(book["审批摘要"], ANSWER)
    book["权限核对"]["E6"] = 99
    book.save(file)
    drop(hand, file)
    dialog = hand.dialog(ReturnedDialog)
    picture(hand, "returned-2-dialog", dialog=True)
    assert dialog.cells.set_current("0")
    assert dialog.cells.selected_text().startswith("权限核对!E6")
    hand.click(dialog.agree)
    hand.wait_idle()
    workspace = hand.window.workspace
    assert workspace is not None
    history = workspace.life.history(QUOTE)
    assert history.life.state is QuoteState.PENDING
    assert [(one.decider.name, one.deed) for one in history.life.noted] == [
        ("陈志远", Deed.APPROVED)
    ]
