"""The bar shows what it is given and gets out of the way of narrow windows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLabel, QPushButton

from app.ui.widgets.totals_bar import Total, TotalsBar

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

TOTALS = (
    Total("list", "目录月租", "¥ 95,506.00"),
    Total("once", "一次性费用", "¥ 10,060.00", min_window=900),
    Total("monthly", "月租合计", "¥ 80,165.40", "hero"),
)


@pytest.fixture
def bar(qtbot: QtBot) -> TotalsBar:
    """A shown bar in a wide window."""
    made = TotalsBar()
    qtbot.addWidget(made)
    made.resize(1000, 84)
    made.set_totals(TOTALS)
    made.show()
    return made


def shown(bar: TotalsBar) -> list[str]:
    """Return the visible texts from left to right."""
    labels = [label for label in bar.findChildren(QLabel) if label.isVisible() and label.text()]
    labels.sort(key=lambda label: (label.mapTo(bar, label.rect().topLeft()).x(), label.y()))
    return [label.text() for label in labels]


def test_figures_stand_in_order_with_the_hero_at_the_right(bar: TotalsBar) -> None:
    """Caption over figure."""
    assert shown(bar) == [
        "目录月租",
        "¥ 95,506.00",
        "一次性费用",
        "¥ 10,060.00",
        "月租合计",
        "¥ 80,165.40",
    ]


def test_a_known_figure_is_rewritten_and_not_rebuilt(bar: TotalsBar) -> None:
    """The bar follows every keystroke."""
    before = {label for label in bar.findChildren(QLabel) if label.isVisible()}
    bar.set_totals((*TOTALS[:2], Total("monthly", "月租合计", "¥ 1.00", "hero")))
    assert {label for label in bar.findChildren(QLabel) if label.isVisible()} == before
    assert shown(bar)[-1] == "¥ 1.00"


def test_a_narrow_window_drops_the_lesser_figure(bar: TotalsBar) -> None:
    """The hero figure stays."""
    bar.resize(880, 84)
    assert shown(bar) == ["目录月租", "¥ 95,506.00", "月租合计", "¥ 80,165.40"]


def test_other_figures_replace_the_old_ones(bar: TotalsBar) -> None:
    """A frozen revision shows other totals."""
    bar.set_totals((Total("net", "不含税", "¥ 2.00", "bad"),))
    assert shown(bar) == ["不含税", "¥ 2.00"]


def test_progress_can_be_cancelled(qtbot: QtBot, bar: TotalsBar) -> None:
    """It stands in the bar and never in the way."""
    bar.show_progress("Making the proposal", 420)
    assert "Making the proposal" in shown(bar)
    with qtbot.waitSignal(bar.cancel_requested):
        bar.findChildren(QPushButton)[0].click()
    bar.hide_progress()
    assert "Making the proposal" not in shown(bar)
