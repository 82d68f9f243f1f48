"""What a visit brought is added to a customer in the real window, and taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from app.quoting.customer_sheets import SheetName
from app.ui.sales.visit_record_dialog import VisitRecordDialog
from tests.journeys.steps import CUSTOMER

if TYPE_CHECKING:
    from app.quoting.customer import Customer
    from app.ui.hand import Hand


def stored(hand: Hand, customer: str) -> Customer:
    """As it is in the database."""
    assert hand.window.workspace is not None
    return hand.window.workspace.customers.load(customer)[0]


def recording(hand: Hand) -> tuple[str, VisitRecordDialog]:
    """Choose the kindergarten, and begin."""
    hand.shortcut(Qt.Key.Key_2)
    hand.wait_idle()
    view = hand.window.customers
    hand.enter(CUSTOMER, view.head.search)
    hand.wait_idle()
    customer = view.table.current_key()
    hand.click_row(view.table, customer)
    hand.wait_idle()
    hand.window.actions_by_id["visit_record"].trigger()
    hand.wait_idle()
    return customer, hand.dialog(VisitRecordDialog)


def put(dialog: VisitRecordDialog, sheet: SheetName, text: str) -> None:
    """Paste a row into a table."""
    rows = dialog.tables[sheet].rows
    rows.setCurrentCell(0, 0)
    QGuiApplication.clipboard().setText(text)
    rows.paste(QGuiApplication.clipboard().text())


def test_sites_lines_and_competitors_come_from_a_conversation(hand: Hand) -> None:
    """One press stores them, one takes them back."""
    customer, dialog = recording(hand)
    before = stored(hand, customer)
    put(dialog, SheetName.SITES, "城东分园\t城东路8号")
    put(dialog, SheetName.INSTALLED, "PSTN\t2\t城东分园")
    put(dialog, SheetName.COMPETITORS, "X通\t固话\t1\t186.40")
    dialog.said.setPlainText("还有一所分园")
    hand.click(dialog.agree)
    hand.wait_for(lambda: stored(hand, customer) != before, "the record")
    hand.wait_idle()
    after = stored(hand, customer)
    site = after.sites[-1]
    assert (site.name, site.address) == ("城东分园", "城东路8号")
    assert (after.installed[-1].offering, after.installed[-1].site) == ("PSTN", site.id)
    rival = after.competitors[-1]
    assert (rival.operator, rival.monthly, rival.informed) == (
        "X通",
        186_40,
        hand.window.around.clock().date(),
    )
    assert after.journal[-1].text == "还有一所分园"
    hand.click(hand.button("撤销", hand.window._toasts._shown[-1]))
    hand.wait_for(lambda: stored(hand, customer) == before, "the customer of before")


def test_a_wrong_cell_keeps_the_record_open(hand: Hand) -> None:
    """Nothing is stored, and the cell is told."""
    customer, dialog = recording(hand)
    before = stored(hand, customer)
    put(dialog, SheetName.COMPETITORS, "X通\t固话\t很多")
    hand.click(dialog.agree)
    assert dialog.isVisible()
    assert dialog.tables[SheetName.COMPETITORS].fault.text()
    dialog.reject()
    assert stored(hand, customer) == before
