"""What the mouse reaches at once, the keyboard reaches in one or two presses."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu

from app.ui.actions import FACTS
from app.ui.dialogs.fact_dialogs import LinesDialog
from app.ui.dialogs.form_dialog import FormDialog
from app.ui.dialogs.settings_dialog import SettingsDialog
from tests.journeys.steps import add, begin_quote, session_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.ui.hand import Hand


@pytest.fixture
def studio_hand(hand: Hand) -> Iterator[Hand]:
    """A hand in a quote of the first case; what it opened over the window is closed."""
    begin_quote(hand)
    add(hand, "B01L")
    yield hand
    for menu in hand.window.findChildren(QMenu):
        menu.close()


@pytest.mark.parametrize("key", [Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_5])
def test_down_leads_from_the_search_field_to_the_list(hand: Hand, key: Qt.Key) -> None:
    """On every page that has one: quotes, customers, catalogue, templates."""
    hand.shortcut(key)
    hand.wait_idle()
    hand.shortcut(Qt.Key.Key_I)
    field = QApplication.focusWidget()
    hand.press(Qt.Key.Key_Down)
    found = QApplication.focusWidget()
    assert found is not field
    assert found is hand.window.stack.currentWidget().table  # type: ignore[union-attr] # every such page has one


def test_the_customer_found_is_begun_with_by_enter_twice(hand: Hand) -> None:
    """From the field to the list, from the list to the quote."""
    hand.shortcut(Qt.Key.Key_N)
    hand.enter("幼苗")
    hand.wait_idle()
    hand.press(Qt.Key.Key_Return)
    hand.press(Qt.Key.Key_Return)
    hand.wait_for(lambda: hand.window.desk.session is not None, "a quote")
    assert session_of(hand).worked.revision.customer.name == "幼苗幼儿园"


def test_escape_leads_from_the_empty_search_field_to_the_items(studio_hand: Hand) -> None:
    """What was just added can be typed into at once."""
    hand = studio_hand
    hand.shortcut(Qt.Key.Key_I)
    hand.press(Qt.Key.Key_Escape)  # the usual hits
    hand.press(Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is hand.window.desk.studio.items.tree


@pytest.mark.parametrize("by_menu_key", [True, False])
def test_the_menu_of_the_row_opens_by_key(studio_hand: Hand, by_menu_key: bool) -> None:
    """For the row of the keyboard, wherever it stands, not for what is in the middle."""
    hand, tree = studio_hand, studio_hand.window.desk.studio.items.tree
    tree.setFocus()
    if by_menu_key:
        middle = tree.rect().center()
        event = QContextMenuEvent(
            QContextMenuEvent.Reason.Keyboard, middle, tree.mapToGlobal(middle)
        )
        QApplication.sendEvent(tree, event)
    else:
        hand.press(Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert "免费月份" in [action.text() for action in menu.actions()]


def test_every_fact_is_changed_from_the_palette(studio_hand: Hand) -> None:
    """Each opens a dialog of its own."""
    hand, titles = studio_hand, []
    for fact in FACTS:
        hand.window.actions_by_id[f"fact/{fact}"].trigger()
        dialog = hand.dialog(FormDialog)
        titles.append(dialog.windowTitle())
        dialog.reject()
        hand.wait_idle()
    assert len(set(titles)) == len(FACTS)


def test_ctrl_enter_agrees_where_enter_begins_a_line(studio_hand: Hand) -> None:
    """In the customer's needs."""
    hand = studio_hand
    hand.window.actions_by_id["fact/needs"].trigger()
    hand.dialog(LinesDialog)
    hand.enter("话费固定")
    hand.press(Qt.Key.Key_Return)
    hand.enter("不换号")
    hand.shortcut(Qt.Key.Key_Return)
    hand.wait_idle()
    assert session_of(hand).quote.needs == ("话费固定", "不换号")


def test_a_dialog_begins_in_its_first_field(hand: Hand) -> None:
    """Settings may be changed at once; the button that keeps them is not where typing goes."""
    hand.window.actions_by_id["settings"].trigger()
    dialog = hand.dialog(SettingsDialog)
    assert dialog.focusWidget() is dialog.editor("language")
    dialog.reject()


def test_f8_leads_to_the_first_finding(studio_hand: Hand) -> None:
    """Whose spoken text is what it says; Escape leads back to the items."""
    hand = studio_hand
    hand.press(Qt.Key.Key_F8)
    found = QApplication.focusWidget()
    assert found is not None
    assert "尚未说明原因" in found.accessibleName()
    hand.press(Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is hand.window.desk.studio.items.tree


def test_the_next_step_is_an_action(studio_hand: Hand) -> None:
    """Within one's own authority it approves at once."""
    hand = studio_hand
    hand.window.actions_by_id["next_step"].trigger()
    hand.wait_idle()
    assert hand.window.desk.studio.top.life.chip.text() == "已批准 A"


def test_the_keyboard_goes_on_after_the_title(studio_hand: Hand) -> None:
    """Enter ends the title and leads to the search field."""
    hand = studio_hand
    hand.shortcut(Qt.Key.Key_T)
    hand.enter("方案")
    hand.press(Qt.Key.Key_Return)
    assert session_of(hand).quote.title == "方案"
    assert QApplication.focusWidget() is hand.window.desk.studio.items.search


def test_the_words_that_all_is_saved_give_way_to_a_long_title(studio_hand: Hand) -> None:
    """The cloud beside them says the same."""
    hand = studio_hand
    hand.window.resize(1500, 900)
    top = hand.window.desk.studio.top
    hand.wait_for(top._saved.isVisible, "the words")
    hand.shortcut(Qt.Key.Key_T)
    hand.enter("一个很长的方案名称" * 5)
    hand.press(Qt.Key.Key_Return)
    hand.wait_idle()
    hand.wait_for(lambda: not top._saved.isVisible(), "the words to give way")
    assert top._cloud.accessibleName() != ""
