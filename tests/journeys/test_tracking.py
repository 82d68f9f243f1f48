"""What a sale promised to save stands beside the bills after it, at the customer and on Today."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import Qt

from app.approval.event import Person
from app.approval.state import Deed
from app.services.quote_life import doing, submit, take_step
from app.services.working_out import work_out_stored
from catalog.period import month_after, month_of
from tests.journeys.test_bills import workspace_of
from tests.journeys.test_customers import open_customer

if TYPE_CHECKING:
    from app.ui.hand import Hand


def test_the_kindergarten_saves_less_than_it_was_promised(hand: Hand) -> None:
    """Signed, three bills of 690.00 instead of 668.00: told, and Enter leads to the bills."""
    workspace, now = workspace_of(hand), hand.window.around.clock()
    quote = workspace.quotes.load("Q0001").quote
    author = Person(quote.manager.id, quote.manager.name, quote.manager.role)
    revision = work_out_stored(workspace, "Q0001")
    submit(workspace, revision, doing(author, now))
    for deed in (Deed.SENT, Deed.ACCEPTED):
        take_step(workspace, "Q0001", deed, doing(author, now))
    customer, bills = workspace.customers.load(quote.customer)
    after = {month_after(month_of(now.date()), at): 138_00 for at in (1, 2, 3)}
    parts = tuple(
        msgspec.structs.replace(one, amounts={**one.amounts, **after}) for one in bills.components
    )
    changed = msgspec.structs.replace(bills, components=parts)
    workspace.customers.save(customer, changed, now=now)
    hand.shortcut(Qt.Key.Key_0)
    hand.wait_idle()
    today = hand.window.pages.today
    (alert,) = [one for one in today._today.alerts if one.kind == "saving_missed"]
    assert today.needs.set_current(f"alert:{alert.id}")
    today.needs.setFocus()
    hand.press(Qt.Key.Key_Return)
    hand.wait_idle()
    view = hand.window.pages.analysing
    assert view is not None
    assert view.customer == customer.id
    detail = open_customer(hand).detail
    told = [text for text in hand.texts(detail.overview) if "承诺每月节省 ¥40.00" in text]
    assert len(told) == 1
    assert "实际只有 ¥18.00" in told[0]
