"""A price stands between its limits, and a click on a limit takes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from app.ui.widgets.price_scale import PriceMark, PriceScale

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from app.ui.theme import Theme

MARKS = (
    PriceMark("list", 200_00, "list", "text3"),
    PriceMark("band", 170_00, "band", "warn"),
    PriceMark("margin", 100_00, "floor", "bad"),
)
BAR_Y = 26  # middle of the bar


@pytest.fixture
def scale(qtbot: QtBot) -> PriceScale:
    """From 100.00 to 200.00 on 500 pixels, an eighth of it free at both ends."""
    made = PriceScale("prices")
    qtbot.addWidget(made)
    made.resize(500, made.sizeHint().height())
    made.set_scale(150_00, "¥150.00", MARKS)
    made.show()
    return made


def x_of(amount: int) -> int:
    """Where an amount stands: 12.50 are free at each end, so 125.00 are 500 pixels."""
    return round(500 * (amount - 87_50) / 125_00)


@pytest.mark.parametrize(("amount", "key"), [(170_00, "band"), (100_00, "margin")])
def test_a_click_on_a_mark_takes_it(scale: PriceScale, qtbot: QtBot, amount: int, key: str) -> None:
    """Where it is drawn."""
    with qtbot.waitSignal(scale.chosen) as told:
        QTest.mouseClick(scale, Qt.MouseButton.LeftButton, pos=QPoint(x_of(amount), BAR_Y))
    assert told.args == [key]


def test_a_click_beside_the_marks_takes_nothing(scale: PriceScale, qtbot: QtBot) -> None:
    """Between the floor and the band."""
    with qtbot.assertNotEmitted(scale.chosen):
        QTest.mouseClick(scale, Qt.MouseButton.LeftButton, pos=QPoint(x_of(130_00), BAR_Y))


def test_it_is_told_to_who_cannot_see_it(scale: PriceScale) -> None:
    """From the lowest price to the highest."""
    assert scale.accessibleDescription() == "¥150.00；floor 100.00；band 170.00；list 200.00"


def test_the_zones_are_those_of_the_limits(scale: PriceScale, theme: Theme) -> None:
    """Below the floor, between floor and band, above both."""
    picture = scale.grab().toImage()
    ratio = picture.devicePixelRatio()

    def color(amount: int) -> str:
        return picture.pixelColor(round(x_of(amount) * ratio), round(BAR_Y * ratio)).name()

    assert color(95_00) == theme.color("bad_soft").name()
    assert color(130_00) == theme.color("warn_soft").name()
    assert color(185_00) == theme.color("ok_soft").name()
