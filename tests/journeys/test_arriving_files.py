"""Files that are dropped on the window, or handed over by another start, go where they belong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent

from app.paths import resource
from app.services.approval_workbook import write_workbook
from app.ui.dialogs.bills_dialog import BillsDialog
from app.ui.dialogs.import_dialog import ImportDialog
from app.ui.dialogs.returned_dialog import ReturnedDialog
from app.ui.message_dialog import MessageDialog
from app.ui.shell import Shell
from tests.journeys.bill_files import kindergarten
from tests.journeys.steps import begin_quote

if TYPE_CHECKING:
    from pathlib import Path

    from app.ui.hand import Hand


def drop(hand: Hand, path: Path) -> None:
    """Let a file go over the window."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    event = QDropEvent(
        QPointF(9, 9),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    assert hand.window.incoming.files.eventFilter(hand.window, event)
    hand.wait_idle()


def test_a_price_list_begins_an_import(hand: Hand) -> None:
    """With the file filled in."""
    file = resource("sample", "catalogue.csv")
    drop(hand, file)
    dialog = hand.dialog(ImportDialog)
    assert dialog.price_list.text() == str(file)
    dialog.reject()


def test_bills_are_those_of_the_open_quotes_customer(hand: Hand, tmp_path: Path) -> None:
    """Elsewhere a customer has to be chosen first."""
    file = kindergarten(tmp_path)
    begin_quote(hand)
    drop(hand, file)
    dialog = hand.dialog(BillsDialog)
    dialog.reject()
    hand.wait_idle()


def test_an_approval_workbook_is_read_back(hand: Hand, tmp_path: Path) -> None:
    """On the page of approvals, from wherever it was dropped."""
    workspace = hand.window.workspace
    assert workspace is not None
    quote = workspace.quotes.search(limit=1)[0].id
    file = tmp_path / "x.xlsx"
    write_workbook(workspace, (quote,), file, "zh")
    drop(hand, file)
    found = [
        box
        for kind in (ReturnedDialog, MessageDialog)
        for box in hand.window.findChildren(kind)
        if box.isVisible()
    ]
    assert hand.window.navigation.current == "approvals"
    assert found
    for box in found:
        box.reject()


def test_another_start_brings_the_window_to_the_front(hand: Hand) -> None:
    """With the file that it was asked to open."""
    shell = Shell(lambda: hand.window)
    hand.window.showMinimized()
    file = resource("sample", "catalogue.csv")
    shell.bring_to_front(str(file))
    hand.wait_idle()
    assert not hand.window.isMinimized()
    dialog = hand.dialog(ImportDialog)
    assert dialog.price_list.text() == str(file)
    dialog.reject()
