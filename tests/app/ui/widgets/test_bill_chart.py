"""The chart draws what the bills say, on screen and for paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from app.ui.tokens import LIGHT, contrast
from app.ui.widgets.bill_chart import BillChart
from app.ui.widgets.bill_chart_data import (
    BillChartData,
    ChartLine,
    ChartSeries,
    ChartTick,
    nice_ticks,
)
from app.ui.widgets.bill_chart_painter import BillChartPainter, bill_chart_png

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

DATA = BillChartData(
    months=("1 月", "2 月", "3 月", "4 月"),
    series=(
        ChartSeries("line", "专线", (400, 400, 400, 400), ("4.00",) * 4),
        ChartSeries("voice", "语音", (100, 100, 600, 100), ("1.00",) * 4, (False, False, True)),
        ChartSeries("credit", "退费", (0, 0, 0, -100)),
    ),
    ticks=(ChartTick(0, "0"), ChartTick(1000, "10")),
    average=ChartLine("简单平均", 600, "¥ 6.00"),
    typical=ChartLine("典型月", 500, "¥ 5.00"),
    unusual_label="异常",
)


@pytest.mark.parametrize(
    ("highest", "ticks"),
    [
        (1, (0, 1)),
        (9, (0, 2, 4, 6, 8, 10)),
        (1208000, (0, 500000, 1000000, 1500000)),
        (1000000, (0, 200000, 400000, 600000, 800000, 1000000)),
    ],
)
def test_ticks_are_round_and_reach_the_highest(highest: int, ticks: tuple[int, ...]) -> None:
    """Steps of one, two or five."""
    assert nice_ticks(highest) == ticks


def test_the_range_holds_bars_lines_ticks_and_credits() -> None:
    """The highest bar is 1,000, the only credit 100."""
    assert DATA.highest() == 1000
    assert DATA.lowest() == -100


def test_bars_stand_where_their_amounts_say(qapp: QApplication) -> None:
    """The first component of the first month, from nought to 400, and nothing above 500."""
    assert qapp is not None
    image = QImage(600, 300, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFF)
    painter = QPainter(image)
    chart = BillChartPainter(painter, DATA, LIGHT)
    area = QRectF(0, 0, 600, 300)
    chart.draw(area)
    place = chart.place(area)
    painter.end()

    def color(month: int, value: int) -> str:
        return image.pixelColor(round(place.x(month)), round(place.y(value))).name().upper()

    assert color(0, 200) == LIGHT.chart1
    assert color(0, 450) == LIGHT.chart2
    assert color(0, 750) == LIGHT.surface
    assert color(3, -50) == LIGHT.chart3


def test_an_unusual_month_is_hatched_and_marked(qapp: QApplication) -> None:
    """By more than a colour: the hatching survives a black-and-white print."""
    assert qapp is not None
    image = QImage(600, 300, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFF)
    painter = QPainter(image)
    chart = BillChartPainter(painter, DATA, LIGHT)
    area = QRectF(0, 0, 600, 300)
    chart.draw(area)
    place = chart.place(area)
    painter.end()

    def colors(month: int, value: int) -> set[str]:
        half, middle = int(place.bar_width() / 2) - 3, round(place.x(month))
        line = range(middle - half, middle + half)
        y = round(place.y(value))
        return {image.pixelColor(x, y).name().upper() for x in line}

    assert colors(1, 450) == {LIGHT.chart2}
    hatched = colors(2, 720)
    assert LIGHT.chart2 in hatched
    assert max(contrast(color, LIGHT.chart2) for color in hatched) > 2
    mark = image.pixelColor(round(place.x(2)), round(place.y(1000)) - 8).name().upper()
    assert mark == LIGHT.warn


def test_the_picture_for_paper_has_its_true_size(qapp: QApplication) -> None:
    """160 mm at 220 dpi are 1,386 device pixels; the resolution is written into the file."""
    assert qapp is not None
    image = QImage.fromData(bill_chart_png(DATA, 160, 70))
    assert (image.width(), image.height()) == (1386, 606)
    assert image.dotsPerMeterX() == 8661
    assert image.pixelColor(0, 0).name().upper() == LIGHT.surface


def test_the_same_bills_give_the_same_bytes(qapp: QApplication) -> None:
    """A document made twice must be the same document."""
    assert qapp is not None
    assert bill_chart_png(DATA, 100, 50) == bill_chart_png(DATA, 100, 50)


def test_levels_and_unusual_months_are_read_out(qtbot: QtBot) -> None:
    """What the eye sees first."""
    chart = BillChart("账单")
    qtbot.addWidget(chart)
    chart.set_data(DATA)
    spoken = "简单平均 ¥ 6.00；典型月 ¥ 5.00；3 月 语音 异常"
    assert chart.accessibleDescription() == spoken


def test_a_month_shows_its_amounts(qtbot: QtBot) -> None:
    """Under the mouse, one component a line; nothing beside the bars."""
    chart = BillChart("账单")
    qtbot.addWidget(chart)
    assert chart.text_at(10) == ""
    chart.resize(600, 300)
    chart.set_data(DATA)
    place = BillChartPainter(QPainter(), DATA, LIGHT).place(QRectF(chart.rect()))
    assert chart.text_at(round(place.x(2))) == "3 月\n专线  4.00\n语音  1.00  异常"
    assert chart.text_at(0) == ""
