"""A school that outgrew its lines: told in its file, proposed among the needs, added by a press."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from app.ui.offers.question_dialog import QuestionDialog
from tests.journeys.steps import offerings, open_quote
from tests.journeys.test_customers import open_customer

if TYPE_CHECKING:
    from app.ui.hand import Hand


def test_growth_is_proposed_with_its_reason_and_never_added(hand: Hand) -> None:
    """The overview says it; with the open quote one press adds the Centrex, and only then."""
    detail = open_customer(hand, "市第三中学").detail
    reason = "60 名员工只有 20 个号码，平均每人 0.33 个，低于 0.5"
    assert any(f"增长信号：{reason}" in text for text in hand.texts(detail.overview))
    session = open_quote(hand, "Q0003")
    before = offerings(session)
    hand.press(
        Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    dialog = hand.dialog(QuestionDialog)
    hand.wait_idle()
    assert any(f"信号：{reason}" in text for text in hand.texts(dialog.needs))
    assert offerings(session) == before
    hand.click(dialog.needs.add["own_numbers", "CTX"])
    hand.wait_idle()
    assert offerings(session) == [*before, "CTX"]
    (fact,) = [one for one in session.quote.need_facts if "号码" in one.need]
    assert fact.evidence == reason
    dialog.accept()
