"""Price steps stand on one scale and are read out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.ui.widgets.waterfall import PriceStep, Waterfall, _Scale

if TYPE_CHECKING:
    from PySide6.QtGui import QImage
    from pytestqt.qtbot import QtBot

    from app.ui.theme import Theme

STEPS = (
    PriceStep("标准单价", "产品目录", "3,980.00", 0, 398000, "base"),
    PriceStep("合约期", "规则 P-204", "−398.00", 398000, 358200, "down"),
    PriceStep("手工折扣", "李明轩", "−214.55", 358200, 336745, "manual"),
    PriceStep("成交单价", "", "3,367.45", 0, 336745, "total"),
)


@pytest.fixture
def waterfall(qtbot: QtBot) -> Waterfall:
    """A waterfall of four steps, wide enough for its bars."""
    made = Waterfall("价格构成", "选择一行产品")
    qtbot.addWidget(made)
    made.set_steps(STEPS)
    made.resize(400, made.sizeHint().height())
    return made


def row_colors(image: QImage, place: int) -> set[str]:
    """Return the colours along the middle of a step."""
    y = place * 40 + 20
    return {image.pixelColor(x, y).name().upper() for x in range(image.width())}


def test_each_step_has_the_colour_of_its_kind(waterfall: Waterfall, theme: Theme) -> None:
    """A discount by hand stands out; nothing is green or red."""
    image = waterfall.grab().toImage()
    assert theme.colors.bar_base in row_colors(image, 0)
    assert theme.colors.bar_down in row_colors(image, 1)
    assert theme.colors.bar_up in row_colors(image, 2)
    assert theme.colors.accent in row_colors(image, 3)


def test_small_discounts_on_a_large_price_can_be_seen() -> None:
    """The scale is broken when all prices lie in its upper part."""
    scale = _Scale(STEPS, 100, 206)
    assert scale.broken
    assert scale.at(398000) == pytest.approx(200)
    # The scale begins at half of 336,745: (358,200 - 168,372) / (398,000 - 168,372) of 100.
    assert scale.at(358200) == pytest.approx(100 + 100 * 189828 / 229628)


def test_a_deep_discount_is_drawn_on_a_whole_scale() -> None:
    """Half the price is half the bar."""
    deep = (STEPS[0], PriceStep("成交单价", "", "1,990.00", 0, 199000, "total"))
    scale = _Scale(deep, 100, 206)
    assert not scale.broken
    assert scale.at(199000) == pytest.approx(150)


def test_steps_are_read_out(waterfall: Waterfall) -> None:
    """Label and amount, in order."""
    assert waterfall.accessibleDescription() == (
        "标准单价 3,980.00；合约期 −398.00；手工折扣 −214.55；成交单价 3,367.45"
    )


def test_without_steps_it_says_what_to_do(waterfall: Waterfall) -> None:
    """An empty picture would look broken."""
    waterfall.set_steps(())
    assert waterfall.accessibleDescription() == "选择一行产品"
    image = waterfall.grab().toImage()
    colors = {
        image.pixelColor(x, y).name() for x in range(0, 400, 2) for y in range(image.height())
    }
    assert len(colors) > 2


def test_the_height_follows_the_steps(waterfall: Waterfall) -> None:
    """Forty pixels a step."""
    assert waterfall.sizeHint().height() == 164
    waterfall.set_steps(STEPS[:3])
    assert waterfall.sizeHint().height() == 124
