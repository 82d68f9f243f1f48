"""Keys are changed in the window, work at once, and are there after a restart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from app.ui.dialogs.keyboard_dialog import KeyboardDialog
from tests.journeys.steps import open_quote

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from app.ui.hand import Hand


def keyboard(hand: Hand, action: str) -> KeyboardDialog:
    """Open the dialog by its action, at another action."""
    hand.window.actions_by_id["keyboard"].trigger()
    dialog = hand.dialog(KeyboardDialog)
    assert dialog.table.set_current(action)
    dialog.keys.setFocus()
    return dialog


def test_other_keys_work_at_once_and_after_a_restart(
    hand: Hand, open_window: Callable[[Path], Hand], profile: Path
) -> None:
    """F9 leads to the customers, and Ctrl+2 no longer."""
    dialog = keyboard(hand, "customers")
    hand.press(Qt.Key.Key_F9)
    dialog.take()
    assert dialog.own == {"customers": "F9"}
    hand.click(dialog.agree)
    hand.press(Qt.Key.Key_F9)
    hand.wait_idle()
    window = hand.window
    assert window.stack.currentWidget() is window.customers
    hand.shortcut(Qt.Key.Key_1)
    hand.shortcut(Qt.Key.Key_2)
    hand.wait_idle()
    assert window.stack.currentWidget() is window.quotes
    window.close()
    again = open_window(profile)
    again.press(Qt.Key.Key_F9)
    again.wait_idle()
    assert again.window.stack.currentWidget() is again.window.customers


def test_keys_of_another_action_are_refused_with_its_name(hand: Hand) -> None:
    """So is what one types; and everything goes back to what is usual."""
    dialog = keyboard(hand, "customers")
    hand.shortcut(Qt.Key.Key_K)
    dialog.take()
    assert any("查找一切" in text for text in hand.texts(dialog))
    dialog.keys.clear()
    hand.press(Qt.Key.Key_L)
    dialog.take()
    assert any("L 不能使用" in text for text in hand.texts(dialog))
    assert dialog.own == {}
    hand.click(dialog.nothing)
    assert dialog.own == {"customers": ""}
    hand.click(dialog.all_usual)
    assert dialog.own == {}
    hand.click(dialog.agree)
    hand.shortcut(Qt.Key.Key_2)
    hand.wait_idle()
    assert hand.window.stack.currentWidget() is hand.window.customers


def test_tips_and_the_palette_say_the_keys_that_work(hand: Hand) -> None:
    """A button of the open quote names F9 where it named Ctrl+Shift+P."""
    dialog = keyboard(hand, "preview")
    hand.press(Qt.Key.Key_F9)
    dialog.take()
    hand.click(dialog.agree)
    open_quote(hand, "Q0001")
    tip = hand.window.desk.studio.top.preview.toolTip()
    assert "F9" in tip
    assert "Ctrl+Shift+P" not in tip
    assert hand.window.actions_by_id["preview"].shortcut().toString() == "F9"
