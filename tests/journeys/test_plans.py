"""Plans are compared in the real window, and one click puts another into the quote."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from app.ui.dialogs.plans_dialog import PlansDialog
from tests.journeys.test_analysis import KINDERGARTEN, SHOPS, open_quote

if TYPE_CHECKING:
    from app.ui.hand import Hand


def compare(hand: Hand) -> PlansDialog:
    """Ctrl+Shift+L in the studio."""
    hand.press(
        Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    return hand.dialog(PlansDialog)


def offerings(hand: Hand) -> list[str]:
    """What the open quote holds."""
    session = hand.window.desk.session
    assert session is not None
    return [item.offering for item in session.quote.items]


def test_the_recommended_plan_is_put_into_an_empty_quote(hand: Hand) -> None:
    """C1-L first, with its sums; C1-H is warned against and cannot be taken; undo takes it out."""
    open_quote(hand, KINDERGARTEN)
    session = hand.window.desk.session
    assert session is not None
    hand.window.desk.studio.items.tree.setFocus()
    hand.press(Qt.Key.Key_Delete)
    hand.wait_idle()
    assert offerings(hand) == []
    dialog = compare(hand)
    low, high = dialog.plans
    assert (low.code, low.planned, low.saved) == ("B01L", 4_232_00, 280_00)
    assert (high.code, high.planned, high.saved) == ("B01H", 4_368_00, 144_00)
    assert (low.recommended, high.warned) == (True, True)
    assert dialog.table.current_key() == "B01L"
    assert "400" in dialog.why.text()
    dialog.table.set_current("B01H")
    assert not dialog.agree.isEnabled()
    dialog.table.set_current("B01L")
    dialog.agree.click()
    hand.wait_idle()
    assert offerings(hand) == ["B01L"]
    hand.shortcut(Qt.Key.Key_Z)
    hand.wait_idle()
    assert offerings(hand) == []


def test_where_nothing_can_be_compared_the_dialog_says_so(hand: Hand) -> None:
    """The shops' bills tell no usage; the plan in the quote cannot be taken again."""
    open_quote(hand, SHOPS)
    hand.window.desk.studio.savings.plans.click()
    dialog = hand.dialog(PlansDialog)
    assert dialog.plans == ()
    assert not dialog.agree.isEnabled()
    dialog.reject()
