"""Items are given to sites and accounts of the customer, and the papers say so."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest
from PySide6.QtCore import Qt

from app.quoting.customer import Account, Site
from app.ui.dialogs.issue_dialog import IssueDialog
from app.ui.dialogs.places_dialog import PlacesDialog
from app.ui.presenting.site_rows import ALL_SITES, USUAL
from tests.journeys.steps import add, begin_quote, offerings
from tests.journeys.test_bills import workspace_of

if TYPE_CHECKING:
    from pathlib import Path

    from app.ui.hand import Hand
    from app.ui.session import QuoteSession

SITES = (
    Site("H", "总园", "城东区育才路18号", account="7001"),
    Site("B", "北园", "城北区花园街5号", parent="H", account="7002"),
)
ACCOUNTS = (Account("7001", "幼苗幼儿园"), Account("7002", "幼苗幼儿园北园"))


@pytest.fixture
def session(hand: Hand) -> QuoteSession:
    """A quote of two offerings for a customer with two sites and two accounts."""
    workspace = workspace_of(hand)
    (row,) = workspace.customers.search("幼苗幼儿园")
    stored = workspace.customers.stored(row.id)
    after = msgspec.structs.replace(stored.customer, sites=SITES, accounts=ACCOUNTS)
    workspace.customers.save(after, stored.bills, now=hand.window.around.clock())
    session = begin_quote(hand)
    for code in ("PSTN", "ADSL2"):
        add(hand, code)
    return session


def place(hand: Hand, item: str, site: str, account: str) -> None:
    """Give a marked item a site and an account with the keys."""
    tree = hand.window.desk.studio.items.tree
    tree.setFocus()
    tree.mark((item,), 0)
    hand.window.actions_by_id["places"].trigger()
    dialog = hand.dialog(PlacesDialog)
    hand.enter(site, dialog.search)
    hand.press(Qt.Key.Key_Down)
    dialog.accounts.set_current(account)
    hand.press(Qt.Key.Key_Return)
    hand.wait_idle()


def test_two_sites_and_two_accounts_stand_in_contract_and_order_forms(
    hand: Hand, session: QuoteSession
) -> None:
    """Typed, chosen, written, read back; one undo takes one placing back."""
    first, second = (item.id for item in session.quote.items)
    place(hand, first, "总园", USUAL)
    place(hand, second, "花园街", "7001")
    placed = [(item.site, item.bill_to) for item in session.quote.items]
    assert placed == [("H", ""), ("B", "7001")]
    written: list[Path] = []
    hand.window.desk.written.connect(written.extend)
    hand.shortcut(Qt.Key.Key_E)
    dialog = hand.dialog(IssueDialog)
    for kind, box in dialog.boxes.items():
        if box.isChecked() != (kind in {"contract", "order_form"}):
            hand.click(box)
    hand.click(dialog.agree)
    hand.wait_for(lambda: len(written) == 4, "contract and order forms", 120)
    hand.wait_idle()
    rows = {path.name: table_rows(path) for path in written if path.suffix == ".docx"}
    contract = [row for row in rows["contract.docx"] if row[0].strip() in {"总园", "北园"}]
    assert [(row[0], row[1], row[3]) for row in contract] == [
        ("总园", "城东区育才路18号", "7001 幼苗幼儿园"),
        ("　北园", "城北区花园街5号", "7001 幼苗幼儿园"),
    ]
    assert "固定电话" in contract[0][2]
    assert "ADSL" in contract[1][2]
    orders = [text for row in rows["order_form.docx"] for text in row]
    assert orders.count("7001 幼苗幼儿园") == 2
    assert "城北区花园街5号（付费账户 7001）" in " ".join(orders).replace(" （", "（")
    hand.shortcut(Qt.Key.Key_Z)
    hand.wait_idle()
    assert [(item.site, item.bill_to) for item in session.quote.items] == [("H", ""), ("", "")]


def test_several_sites_make_one_item_each_and_all_marked_items_follow(
    hand: Hand, session: QuoteSession
) -> None:
    """Of two items marked at once; one undo takes the copies away."""
    tree = hand.window.desk.studio.items.tree
    tree.setFocus()
    tree.mark(tuple(item.id for item in session.quote.items), 0)
    hand.window.actions_by_id["places"].trigger()
    dialog = hand.dialog(PlacesDialog)
    assert dialog.chosen_sites() == ("",)
    dialog.sites.set_current("H")
    dialog.sites.selectAll()
    dialog.sites.selectionModel().select(
        dialog.sites.model().index(0, 0),
        dialog.sites.selectionModel().SelectionFlag.Deselect
        | dialog.sites.selectionModel().SelectionFlag.Rows,
    )
    assert ALL_SITES not in dialog.sites.selected_keys()
    assert "2" in dialog.about.text()
    hand.click(dialog.agree)
    hand.wait_idle()
    assert offerings(session) == ["PSTN", "PSTN", "ADSL2", "ADSL2"]
    assert [item.site for item in session.quote.items] == ["H", "B", "H", "B"]
    hand.shortcut(Qt.Key.Key_Z)
    hand.wait_idle()
    assert [item.site for item in session.quote.items] == ["", ""]


def table_rows(path: Path) -> list[tuple[str, ...]]:
    """The cells of every row of every table of a Word file."""
    from docx import Document

    return [
        tuple(cell.text for cell in row.cells)
        for table in Document(str(path)).tables
        for row in table.rows
    ]
