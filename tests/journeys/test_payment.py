"""The time for paying, from the line of facts to the contract and the verdict."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from app.ui.dialogs.fact_dialogs import PaymentDialog
from tests.journeys.steps import open_quote

if TYPE_CHECKING:
    from app.ui.hand import Hand

PICTURES = os.environ.get("QUOTEWRIGHT_PICTURES", "")


def test_time_for_paying_is_agreed_and_taken_back(hand: Hand) -> None:
    """Sixty days in place of the standard contract's day; undone in one step."""
    session = open_quote(hand, "Q0001")
    studio = hand.window.desk.studio
    before = session.quote
    studio.facts.fact_activated.emit("payment")
    dialog = hand.dialog(PaymentDialog)
    assert not dialog.count.isEnabled()
    assert dialog.days() is None
    hand.click(dialog.own)
    assert dialog.count.value() == 60
    dialog.count.setValue(45)
    if PICTURES:
        dialog.grab().save(f"{PICTURES}/payment.png")
    hand.click(dialog.agree)
    hand.wait_idle()
    assert [(one.key, one.days) for one in session.quote.conditions] == [("payment_due", 45)]
    session.undo()
    assert session.quote == before
    session.redo()
    studio.facts.fact_activated.emit("payment")
    again = hand.dialog(PaymentDialog)
    assert again.days() == 45
    hand.click(again.own)
    hand.click(again.agree)
    hand.wait_idle()
    assert session.quote.conditions == ()
