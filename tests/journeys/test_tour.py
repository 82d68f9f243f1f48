"""A newcomer is led from an empty program to the papers, by what he does with keys and mouse."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QKeySequence
from PySide6.QtWidgets import QApplication

from app.services.guided_tour import left_at
from app.ui.dialogs.plans_dialog import PlansDialog
from app.ui.dialogs.print_dialog import PrintDialog
from app.ui.dialogs.setup_dialog import SetupDialog
from app.ui.presenting.items import DISCOUNT
from app.ui.tour.kindergarten import PLAN
from app.ui.widgets.bill_chart import BillChart
from tests.journeys.steps import session_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from app.ui.hand import Hand
    from app.ui.tour.tour import Tour

SHIFT = Qt.KeyboardModifier.ShiftModifier
BOTH = Qt.KeyboardModifier.ControlModifier | SHIFT


def tour_of(hand: Hand) -> Tour:
    """The tour of the window."""
    return hand.window.tools.first_steps.tour


def reach(hand: Hand, step: str) -> None:
    """Wait until a step is shown."""
    tour = tour_of(hand)
    hand.wait_for(lambda: tour.step == step, f"the step {step}, not {tour.step}", 10)
    hand.wait_for(lambda: tour.card is not None and tour.card.isVisible(), "its card", 10)
    hand.wait_idle()


def walk_to_the_bills(hand: Hand) -> None:
    """Ctrl+2, the kindergarten, its analysis, one of the unusual months."""
    reach(hand, "customer")
    hand.shortcut(Qt.Key.Key_2)
    hand.wait_idle()
    hand.enter("幼苗", hand.window.customers.head.search)
    hand.wait_idle()
    reach(hand, "months")
    hand.press(Qt.Key.Key_A, BOTH)
    hand.wait_idle()
    reach(hand, "unusual")
    reasons = hand.window.pages.analysis.reasons
    hand.click_row(reasons.table, reasons.table.current_key())
    reach(hand, "quote")


def walk_to_the_plan(hand: Hand) -> None:
    """Begin a quote and take the plan that is recommended."""
    hand.click(hand.window.pages.analysis.begin)
    hand.wait_for(lambda: hand.window.desk.session is not None, "a quote")
    hand.wait_idle()
    reach(hand, "plans")
    hand.press(Qt.Key.Key_L, BOTH)
    dialog = hand.dialog(PlansDialog)
    reach(hand, "take")
    card = tour_of(hand).card
    assert card is not None
    assert card.window() is dialog
    hand.press(Qt.Key.Key_Return)
    hand.wait_idle()
    reach(hand, "authority")
    assert [one.offering for one in session_of(hand).quote.items] == [PLAN]


@pytest.fixture
def empty(open_window: Callable[[Path], Hand], tmp_path: Path) -> Hand:
    """A hand in a window without any data."""
    return open_window(tmp_path / "new")


def test_the_whole_tour_is_walked_with_keys_and_mouse(empty: Hand) -> None:
    """From the button of the first page to the print set, then the list of one's own data."""
    hand = empty
    hand.click(hand.window.quotes.tour)
    hand.wait_idle()
    walk_to_the_bills(hand)
    walk_to_the_plan(hand)
    tree = hand.window.desk.studio.items.tree
    hand.edit_cell(tree, session_of(hand).quote.items[0].id, DISCOUNT, "2")
    hand.wait_idle()
    reach(hand, "print")
    hand.shortcut(Qt.Key.Key_P)
    dialog = hand.dialog(PrintDialog)
    reach(hand, "set")
    assert {kind: box.value() for kind, box in dialog.counts.items() if box.value()} == {
        "proposal": 1,
        "contract": 2,
        "order_form": 1,
    }
    hand.press(Qt.Key.Key_Escape)
    tour = tour_of(hand)
    hand.wait_for(lambda: not tour.running, "the end", 10)
    assert tour.card is not None
    hand.click(hand.button("用自己的数据开始", tour.card))
    assert hand.dialog(SetupDialog).table.current_key() == "catalogue"


def test_a_tour_is_left_and_taken_up_again_after_a_restart(
    empty: Hand, open_window: Callable[[Path], Hand]
) -> None:
    """Left at the quote; the next window leads back to the kindergarten, and on from there."""
    hand = empty
    hand.press(Qt.Key.Key_F1, SHIFT)
    hand.wait_idle()
    walk_to_the_bills(hand)
    card = tour_of(hand).card
    assert card is not None
    hand.click(hand.button("离开引导", card))
    assert tour_of(hand).card is None
    workspace = hand.window.workspace
    assert workspace is not None
    assert left_at(workspace).step == "quote"
    folder = workspace.folder
    hand.window.close()
    again = open_window(folder)
    again.shortcut(Qt.Key.Key_K)
    again.enter("引导")
    again.wait_idle()
    again.press(Qt.Key.Key_Return)
    reach(again, "customer")
    again.shortcut(Qt.Key.Key_2)
    again.wait_idle()
    again.window.customers.show_customer("C0001")
    again.wait_idle()
    reach(again, "quote")
    assert tour_of(again).ring is not None


def test_the_card_is_heard_and_reached_by_keyboard_and_can_do_a_step_itself(hand: Hand) -> None:
    """Shift+F1 gives the card the keyboard, Escape gives it back; “do it for me” opens him."""
    hand.press(Qt.Key.Key_F1, SHIFT)
    hand.wait_idle()
    reach(hand, "customer")
    before = QApplication.focusWidget()
    hand.press(Qt.Key.Key_F1, SHIFT)
    card = tour_of(hand).card
    assert card is not None
    assert card.hasFocus()
    spoken = QAccessible.queryAccessibleInterface(card).text(QAccessible.Text.Name)
    assert spoken.startswith("引导 1/10: 打开幼儿园")
    hand.press(Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is before
    hand.click(hand.button("替我做", card))
    hand.wait_idle()
    reach(hand, "months")
    assert hand.window.pages.chosen_customer == "C0001"


def test_the_card_names_the_keys_of_the_user_and_covers_nothing_it_speaks_of(
    empty: Hand,
) -> None:
    """Customers on Ctrl+Alt+C, no key for the analysis; list and chart of the months stay seen."""
    hand = empty
    hand.window.actions_by_id["customers"].setShortcut(QKeySequence("Ctrl+Alt+C"))
    hand.window.actions_by_id["analysis"].setShortcuts([])
    hand.click(hand.window.quotes.tour)
    hand.wait_idle()
    reach(hand, "customer")
    tour = tour_of(hand)
    assert tour.card is not None
    assert "Ctrl+Alt+C" in tour.card.accessibleName()
    assert "Ctrl+2" not in tour.card.accessibleName()
    hand.window.show_customer("C0001")
    reach(hand, "months")
    assert tour.card is not None
    named = hand.window.actions_by_id["analysis"].text()
    assert f"“{named}”" in tour.card.accessibleName()
    assert "Ctrl+Shift+A" not in tour.card.accessibleName()
    hand.window.pages.analysis_wanted.emit("C0001")
    reach(hand, "unusual")
    view = hand.window.pages.analysis
    for spoken in (view.reasons.table, *view.findChildren(BillChart)):
        assert tour.card is not None
        where = QRect(spoken.mapTo(hand.window, QPoint()), spoken.size())
        assert not tour.card.geometry().intersects(where)
