"""Facts are shown, opened and hidden."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from app.ui.widgets.facts_bar import Fact, FactsBar

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

FACTS = (
    Fact("customer", "客户", "华达国际物流（上海）有限公司"),
    Fact("tax", "税率", "增值税 6%", editable=False),
    Fact("rival", "竞争对手", "某省级运营商", min_window=900),
)


@pytest.fixture
def bar(qtbot: QtBot) -> FactsBar:
    """A shown bar in a wide window."""
    made = FactsBar("报价条件")
    qtbot.addWidget(made)
    made.resize(1000, 52)
    made.set_facts(FACTS)
    made.show()
    return made


def names(bar: FactsBar) -> list[str]:
    """Return the spoken names of the visible facts."""
    buttons = bar.findChildren(QAbstractButton)
    shown = [button for button in buttons if button.isVisible() and button is not bar.more]
    return [button.accessibleName() for button in shown]


def button(bar: FactsBar, place: int) -> QAbstractButton:
    """Return a fact by its place."""
    return [one for one in bar.findChildren(QAbstractButton) if one is not bar.more][place]


def test_facts_are_named_for_a_screen_reader(bar: FactsBar) -> None:
    """The painter does not speak."""
    assert names(bar) == [
        "客户 华达国际物流（上海）有限公司",
        "税率 增值税 6%",
        "竞争对手 某省级运营商",
    ]


def test_a_click_or_space_asks_to_change_a_fact(bar: FactsBar) -> None:
    """Both ways."""
    asked: list[str] = []
    bar.fact_activated.connect(asked.append)
    QTest.mouseClick(button(bar, 0), Qt.MouseButton.LeftButton)
    QTest.keyClick(button(bar, 2), Qt.Key.Key_Space)
    assert asked == ["customer", "rival"]


def test_a_fixed_fact_asks_nothing(bar: FactsBar) -> None:
    """The tax rate follows from the products."""
    asked: list[str] = []
    bar.fact_activated.connect(asked.append)
    QTest.mouseClick(button(bar, 1), Qt.MouseButton.LeftButton)
    assert asked == []
    assert button(bar, 1).focusPolicy() == Qt.FocusPolicy.NoFocus


def test_a_narrow_window_hides_a_fact(bar: FactsBar) -> None:
    """The lesser one."""
    bar.resize(880, 52)
    assert len(names(bar)) == 2


def test_a_changed_fact_is_shown(bar: FactsBar) -> None:
    """The same button, with another value."""
    first = button(bar, 0)
    bar.set_facts((Fact("customer", "客户", "新客户", "warn"), *FACTS[1:]))
    assert button(bar, 0) is first
    assert names(bar)[0] == "客户 新客户"


def test_facts_without_room_are_reached_by_a_menu(bar: FactsBar) -> None:
    """At 800 the rival is in the menu, and chosen there; at 1000 there is no menu."""
    assert not bar.more.isVisible()
    bar.resize(800, 52)
    assert bar.more.isVisible()
    asked: list[str] = []
    bar.fact_activated.connect(asked.append)
    menu = bar.open_rest()
    (action,) = menu.actions()
    assert action.text() == "竞争对手  某省级运营商"
    action.trigger()
    menu.close()
    assert asked == ["rival"]
    bar.resize(1000, 52)
    assert not bar.more.isVisible()
