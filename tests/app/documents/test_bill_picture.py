"""Promises of the drawn chart."""

from __future__ import annotations

import io

import msgspec
from PIL import Image

from app.documents.bill_picture import DPI, draw_bills
from app.documents.bills_chart import BillsChart, ChartSeries, ReferenceLevel
from app.documents.fields.spend import CHART_NAME
from app.documents.kinds import KINDS
from tests.app.documents.case_one import CASE_ONE
from tests.app.documents.papers import FIGURES, chinese

FRAME = (5_486_400, 2_286_000)
"""Six inches by two and a half."""
ALERT = (194, 65, 12)
ACCENT = (47, 92, 229)


def _chart() -> BillsChart:
    return KINDS["proposal"].charts(CASE_ONE, chinese(), FIGURES)[CHART_NAME]


def _drawn(chart: BillsChart) -> Image.Image:
    return Image.open(io.BytesIO(draw_bills(chart, FRAME, FIGURES)))


def _columns_of(picture: Image.Image, colour: tuple[int, int, int]) -> set[int]:
    """The x positions at which a colour occurs."""
    pixels = picture.load()
    assert pixels is not None
    return {
        x for x in range(picture.width) for y in range(picture.height) if pixels[x, y] == colour
    }


def test_picture_has_the_size_of_its_frame() -> None:
    """220 dots to the inch, so Word does not scale it."""
    assert _drawn(_chart()).size == (6 * DPI, 5 * DPI // 2)


def test_same_chart_gives_the_same_bytes() -> None:
    """Documents are compared by their bytes."""
    assert draw_bills(_chart(), FRAME, FIGURES) == draw_bills(_chart(), FRAME, FIGURES)


def test_unusual_months_are_marked_in_the_right_half_only() -> None:
    """August to October are the last three of six columns."""
    picture = _drawn(_chart())
    plot = _columns_of(picture, ALERT)
    legend = picture.crop((0, picture.height - 60, picture.width, picture.height))
    marked = plot - _columns_of(legend, ALERT)
    assert marked
    assert min(marked) > picture.width * 0.4


def test_nothing_is_marked_when_nothing_is_unusual() -> None:
    """The alarm colour is kept for alarms."""
    chart = _chart()
    calm = tuple(msgspec.structs.replace(series, unusual=()) for series in chart.series)
    assert not _columns_of(_drawn(msgspec.structs.replace(chart, series=calm)), ALERT)


def test_typical_month_is_a_line_across_all_columns() -> None:
    """The line runs from the scale to its name."""
    picture = _drawn(_chart())
    xs = _columns_of(picture, ACCENT)
    assert min(xs) < picture.width * 0.1
    assert max(xs) > picture.width * 0.85


def test_chart_of_zeros_is_drawn() -> None:
    """A customer without charges breaks nothing."""
    level = ReferenceLevel("x", 0)
    chart = BillsChart(("5月",), (ChartSeries("月租", (0,)),), level, level, "元", "异常")
    assert _drawn(chart).size == (6 * DPI, 5 * DPI // 2)
