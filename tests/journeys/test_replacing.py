"""What a competitor is paid is put beside our bills in the comparison, and taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from app.quoting.quote import LikeForLike
from app.ui.offers.replaced_dialog import ReplacedDialog
from tests.journeys.steps import open_quote

if TYPE_CHECKING:
    from app.ui.hand import Hand
    from app.ui.session import QuoteSession


def open_dialog(hand: Hand) -> ReplacedDialog:
    """Find the dialog with Ctrl+K."""
    hand.shortcut(Qt.Key.Key_K)
    hand.enter("方案替换了什么")
    hand.wait_idle()
    hand.press(Qt.Key.Key_Return)
    return hand.dialog(ReplacedDialog)


def today(session: QuoteSession) -> int:
    """What the customer pays today, as the saving has it."""
    saving = session.committed.revision.saving
    assert saving is not None
    return saving.today


def test_the_competitor_s_line_is_part_of_what_the_shops_pay_today(hand: Hand) -> None:
    """2,312.03 with the 186.40 of X; 2,125.63 without, until that is taken back."""
    session = open_quote(hand, "Q0002")
    assert (session.quote.like_for_like.competitor, today(session)) == (186_40, 2312_03)
    assert any("其中付给竞争对手" in text for text in hand.texts(hand.window.desk.studio.savings))
    dialog = open_dialog(hand)
    assert dialog.competitor == 186_40
    ((_, rival),) = dialog.rivals
    rival.setChecked(False)
    hand.click(dialog.agree)
    hand.wait_idle()
    assert (session.quote.like_for_like.competitor, today(session)) == (0, 2125_63)
    hand.shortcut(Qt.Key.Key_Z)
    hand.wait_idle()
    assert today(session) == 2312_03


def test_something_has_to_be_replaced_where_bills_are_compared(hand: Hand) -> None:
    """Nothing ticked is refused; an offer that is something new is not compared."""
    session = open_quote(hand, "Q0002")
    dialog = open_dialog(hand)
    for _, box in dialog.components:
        box.setChecked(False)
    hand.click(dialog.agree)
    assert dialog.isVisible()
    dialog.applies.setChecked(False)
    hand.click(dialog.agree)
    hand.wait_idle()
    assert session.quote.like_for_like == LikeForLike((), ("i1", "i2"), 186_40, applies=False)
    assert session.committed.revision.saving is None
