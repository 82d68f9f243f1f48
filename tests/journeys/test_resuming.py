"""What was begun stands on the start page, and Enter goes on with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from app.services.batch_plan import done_before
from app.ui.dialogs.batch_dialog import BatchDialog
from app.ui.dialogs.bills_dialog import BillsDialog
from tests.journeys.bill_files import kindergarten
from tests.journeys.steps import add, begin_quote
from tests.journeys.test_batch import open_batch, twelve_customers
from tests.journeys.test_bills import drop, go_on, new_customer, workspace_of

if TYPE_CHECKING:
    from pathlib import Path

    from app.ui.hand import Hand


def works(hand: Hand) -> list[str]:
    """Keys of what was begun, on the start page."""
    hand.shortcut(Qt.Key.Key_0)
    hand.wait_idle()
    table = hand.window.pages.today.needs
    table.selectAll()
    found = [key for key in table.selected_keys() if key.startswith("work:")]
    table.clearSelection()
    return found


def go_on_with(hand: Hand, key: str) -> None:
    """Press Enter on a row of the start page."""
    table = hand.window.pages.today.needs
    table.setFocus()
    assert table.set_current(key)
    hand.press(Qt.Key.Key_Return)
    hand.wait_idle()


def test_bills_that_were_left_are_gone_on_with_and_are_gone_when_stored(
    hand: Hand, tmp_path: Path
) -> None:
    """Cancelled at the columns; Enter has the same file in the same dialog."""
    file = kindergarten(tmp_path)
    new_customer(hand, "幼苗幼儿园")
    dialog = drop(hand, [file])
    go_on(hand, dialog, 1)
    hand.press(Qt.Key.Key_Escape)
    hand.wait_idle()
    (key,) = works(hand)
    go_on_with(hand, key)
    again = hand.dialog(BillsDialog)
    assert [again.files.item(row).text() for row in range(again.files.count())] == [str(file)]
    go_on(hand, again, 1)
    go_on(hand, again, 2)
    again.agree.click()
    hand.wait_idle()
    assert works(hand) == []
    assert workspace_of(hand).customers.load("new")[1].components


def test_a_draft_of_the_catalogue_is_gone_on_with(hand: Hand) -> None:
    """One offering is withdrawn in the draft, which is left."""
    hand.shortcut(Qt.Key.Key_3)
    hand.wait_idle()
    page = hand.window.catalogue
    hand.click(page.edit)
    hand.wait_for(lambda: page.desk.session is not None, "a draft")
    page.desk.withdraw("PSTN.RENT")
    hand.wait_idle()
    page.desk.leave_draft()
    assert works(hand) == ["work:catalogue_draft"]
    go_on_with(hand, "work:catalogue_draft")
    hand.wait_for(lambda: page.desk.session is not None, "the draft again")
    assert hand.window.stack.currentWidget() is page


def test_a_batch_that_was_stopped_is_gone_on_with(hand: Hand, tmp_path: Path) -> None:
    """Its quote is opened, and the dialog knows the folder and who is left."""
    begin_quote(hand)
    add(hand, "c1-l")
    workspace = workspace_of(hand)
    names = twelve_customers(workspace)
    dialog = open_batch(hand, tmp_path)
    dialog.customers.pasted.setPlainText("\n".join(names))
    hand.click(dialog.agree)
    hand.wait_for(lambda: bool(done_before(tmp_path)), "the first customer", 120)
    dialog.reject()
    hand.wait_for(lambda: not dialog.run.busy, "the batch to stop", 120)
    hand.wait_idle()
    (key,) = works(hand)
    go_on_with(hand, key)
    again = hand.dialog(BatchDialog)
    assert again.fields.folder.text() == str(tmp_path)
    assert again.agree.accessibleName() == "继续"
