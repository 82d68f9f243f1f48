"""One goes somewhere else, also in a narrow window."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from app.ui.widgets.navigation import Navigation, NavItem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from app.ui.theme import Theme

ITEMS = (
    NavItem("customers", "客户", "users"),
    NavItem("quotes", "报价", "file-text"),
    NavItem("settings", "设置", "settings", low=True),
)


@pytest.fixture
def navigation(qtbot: QtBot) -> Iterator[Navigation]:
    """The bar in a window of 1,600 pixels."""
    window = QWidget()
    qtbot.addWidget(window)
    bar = Navigation("方案匠", "政企方案与报价", "李明轩", "客户经理", ITEMS)
    row = QHBoxLayout(window)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(bar)
    row.addStretch()
    window.resize(1600, 700)
    window.show()
    yield bar
    window.close()


def button(navigation: Navigation, name: str) -> QToolButton:
    """Return a button by its spoken name."""
    buttons = navigation.findChildren(QToolButton)
    return next(found for found in buttons if found.accessibleName() == name)


def test_the_first_destination_is_on(navigation: Navigation) -> None:
    """One is always somewhere."""
    assert navigation.current == "customers"


def test_a_click_goes_there(qtbot: QtBot, navigation: Navigation) -> None:
    """And only one is on."""
    with qtbot.waitSignal(navigation.navigated) as gone:
        button(navigation, "报价").click()
    assert gone.args == ["quotes"]
    assert navigation.current == "quotes"


def test_being_brought_somewhere_tells_nobody(navigation: Navigation) -> None:
    """Otherwise opening a quote would navigate twice."""
    told: list[str] = []
    navigation.navigated.connect(told.append)
    navigation.set_current("quotes")
    assert navigation.current == "quotes"
    assert told == []


def test_a_narrow_window_shows_icons_with_tool_tips(navigation: Navigation) -> None:
    """Below 1,500 pixels; names stay for screen readers."""
    navigation.set_badge("quotes", "12")
    quotes = button(navigation, "报价")
    assert (navigation.width(), quotes.text().strip()) == (232, "报价")
    navigation.window().resize(1400, 700)
    assert (navigation.width(), quotes.text()) == (64, "")
    assert quotes.toolTip() == "报价"
    assert [label.text() for label in navigation.findChildren(QLabel) if label.isVisible()] == []
    navigation.window().resize(1600, 700)
    texts = [label.text() for label in navigation.findChildren(QLabel) if label.isVisible()]
    assert "12" in texts
    assert "李明轩" in texts


def test_the_scheme_button_asks(qtbot: QtBot, navigation: Navigation, theme: Theme) -> None:
    """And shows what the other scheme would be."""
    scheme = button(navigation, "Light or dark")
    before = scheme.icon().cacheKey()
    with qtbot.waitSignal(navigation.theme_toggled):
        scheme.click()
    theme.toggle()
    assert scheme.icon().cacheKey() != before
