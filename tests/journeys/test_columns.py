"""Columns are chosen in any list of the window, and are there again after a restart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from app.ui.dialogs.keyboard_dialog import KeyboardDialog
from app.ui.presenting.items import MARGIN, MONTHLY
from tests.journeys.steps import open_quote

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from app.ui.hand import Hand

KEYS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def open_menu() -> QMenu:
    """The menu of columns that is open."""
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def test_columns_of_the_items_are_chosen_by_keys(
    hand: Hand, open_window: Callable[[Path], Hand], profile: Path
) -> None:
    """Ctrl+Shift+K, an arrow and the space bar hide the quantity, after a restart too."""
    open_quote(hand, "Q0001")
    tree = hand.window.desk.studio.items.tree
    tree.setFocus()
    hand.press(Qt.Key.Key_K, KEYS)
    menu = open_menu()
    assert [action.text() for action in menu.actions()][:2] == ["产品 / 规格", "数量"]
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Space)
    assert menu.isVisible()
    menu.close()
    assert tree.header().isSectionHidden(1)
    hand.window.close()
    again = open_window(profile)
    open_quote(again, "Q0001")
    assert again.window.desk.studio.items.tree.header().isSectionHidden(1)


def test_typing_follows_the_order_that_is_seen(hand: Hand) -> None:
    """With the margin before the monthly sum, figures and headings stand in their columns."""
    open_quote(hand, "Q0001")
    tree = hand.window.desk.studio.items.tree
    tree.choice.move_column(MARGIN, -2)
    sight = tree.choice.in_sight()
    assert sight.index(MARGIN) == sight.index(MONTHLY) - 1
    session = hand.window.desk.session
    assert session is not None
    item = session.quote.items[0].id
    hand.edit_cell(tree, item, 1, "3")
    hand.wait_idle()
    assert session.quote.items[0].quantity == 3


def test_tables_of_dialogs_remember_their_columns_too(hand: Hand) -> None:
    """The list of keys, whose second column was moved out of sight."""
    for hidden in (False, True):
        hand.window.actions_by_id["keyboard"].trigger()
        dialog = hand.dialog(KeyboardDialog)
        assert dialog.table.header().isSectionHidden(1) is hidden
        dialog.table.choice.show_column(1, shown=False)
        dialog.reject()
        hand.wait_for(lambda: not hand.window.findChildren(KeyboardDialog), "the dialog to go")
