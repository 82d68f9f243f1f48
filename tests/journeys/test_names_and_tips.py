"""Every button says what it does, and with which key; F1 helps in dialogs too."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QTabBar, QWidget

from app.ui.actions import action_specs
from app.ui.dialogs.manual_dialog import ManualDialog
from app.ui.dialogs.settings_dialog import SettingsDialog
from app.ui.places import PLACES
from tests.journeys.steps import add, begin_quote

if TYPE_CHECKING:
    from app.ui.hand import Hand


def unnamed(inside: QWidget) -> list[str]:
    """Visible buttons without a name, or with neither text nor tip; actions without a text."""
    found = []
    for button in inside.findChildren(QAbstractButton):
        inner = isinstance(button.parent(), QLineEdit | QTabBar) or not button.isVisible()
        if inner or button.objectName().startswith("qt_"):
            continue
        if not button.accessibleName():
            found.append(f"{type(button).__name__} {button.text()!r} without a name")
        elif not button.text().strip() and not button.toolTip():
            found.append(f"{button.accessibleName()} without a tip")
    found.extend(
        f"an action of {type(action.parent()).__name__} without a text"
        for action in inside.findChildren(QAction)
        if not action.isSeparator() and not action.text()
    )
    return found


@pytest.mark.parametrize("place", PLACES)
def test_buttons_of_every_page_are_named(hand: Hand, place: str) -> None:
    """Those with an icon only have a tip."""
    hand.window.go_to(place)
    hand.wait_idle()
    assert unnamed(hand.window) == []


def test_buttons_of_an_open_quote_are_named(hand: Hand) -> None:
    """With an item, and with the paper beside it."""
    begin_quote(hand)
    add(hand, "c1-l")
    assert unnamed(hand.window) == []
    hand.click(hand.window.desk.studio.top.preview)
    hand.wait_idle()
    assert unnamed(hand.window) == []


def test_actions_of_the_window_are_those_of_the_table(hand: Hand) -> None:
    """So the palette finds all of them, and their keys can be changed."""
    told = [action.text() for action in hand.window.actions() if action.text()]
    assert told == [hand.window.actions_by_id[spec.id].text() for spec in action_specs()]


def test_tips_tell_keys_without_being_written_so(hand: Hand) -> None:
    """The bar of places, settings, undo of a customer, and the history of a quote."""
    hand.shortcut(Qt.Key.Key_2)
    hand.wait_idle()
    assert hand.button("报价").toolTip() == "报价（Ctrl+1）"
    assert hand.button("设置").toolTip() == "设置（Ctrl+,）"
    assert "Ctrl+Z" in hand.window.customers.detail.undo.toolTip()
    begin_quote(hand)
    assert "Ctrl+H" in hand.button("历史").toolTip()


def test_f1_opens_the_manual_over_a_dialog(hand: Hand) -> None:
    """At the page of the dialog; it can be used, and Escape leads back to the dialog."""
    hand.shortcut(Qt.Key.Key_Comma)
    settings = hand.dialog(SettingsDialog)
    hand.press(Qt.Key.Key_F1)
    manual = hand.dialog(ManualDialog)
    assert manual.page == "settings"
    manual.search.setFocus()
    hand.enter("备份", manual.search)
    assert manual.search.text() == "备份"
    hand.press(Qt.Key.Key_Escape)
    hand.wait_for(lambda: not settings.findChildren(ManualDialog), "the manual to go")
    assert settings.isVisible()
    settings.reject()
