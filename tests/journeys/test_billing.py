"""The day of activation, from the line of facts to the first invoice at the foot of the window."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate

from app.ui.dialogs.fact_dialogs import ActivationDialog
from tests.journeys.steps import open_quote

if TYPE_CHECKING:
    from app.ui.hand import Hand


def test_a_day_of_activation_makes_the_first_invoice_smaller_and_can_be_undone(hand: Hand) -> None:
    """Case one: 668.00 a month; 8 of the 31 days of December are 172.39."""
    session = open_quote(hand, "Q0001")
    studio = hand.window.desk.studio
    assert session.worked.revision.billing.first.net_amount == 668_00
    studio.facts.fact_activated.emit("activation")
    dialog = hand.dialog(ActivationDialog)
    assert not dialog.day.isEnabled()
    hand.click(dialog.known)
    dialog.day.setDate(QDate(2026, 12, 24))
    hand.click(dialog.agree)
    hand.wait_idle()
    assert session.quote.activation == date(2026, 12, 24)
    assert session.worked.revision.billing.first.net_amount == 172_39
    session.undo()
    assert session.quote.activation is None


def test_leaving_the_day_open_again_brings_the_full_month_back(hand: Hand) -> None:
    """The box is ticked when the dialog opens on a known day, and taking it away is an edit."""
    session = open_quote(hand, "Q0001")
    studio = hand.window.desk.studio
    for known in (True, False):
        studio.facts.fact_activated.emit("activation")
        dialog = hand.dialog(ActivationDialog)
        assert dialog.known.isChecked() is not known
        hand.click(dialog.known)
        hand.click(dialog.agree)
        hand.wait_idle()
        assert (session.quote.activation is not None) is known
