"""Draw the chart of a customer's bills as a PNG for Word: stacked columns, two reference lines.

Sizes are counted in pixels at 220 dots per inch; text is set in the bundled sans face, so the
picture looks the same on every machine.
"""

from __future__ import annotations

import functools
import io
from typing import TYPE_CHECKING, Final, NamedTuple

from PIL import Image, ImageDraw, ImageFont

from app.paths import resource

if TYPE_CHECKING:
    from app.documents.bills_chart import BillsChart, ReferenceLevel
    from app.figures import Figures
    from catalog.money import Fen

DPI: Final = 220
_EMU_PER_INCH: Final = 914_400
_POINT: Final = DPI / 72

_INK: Final = "#1F2937"
_MUTED: Final = "#6B7280"
_GRID: Final = "#E6EAF1"
_AXIS: Final = "#9AA3B2"
_ACCENT: Final = "#2F5CE5"
_ALERT: Final = "#C2410C"
_ALERT_PALE: Final = "#FDEBDD"
_FILLS: Final = ("#1E2F5C", "#3F5FB0", "#7690D6", "#A9BAE8", "#D3DCF4", "#C9CED8", "#9AA3B2")
# A hatch is drawn this many times larger and scaled down, so that slanted lines come out smooth.
_OVERSAMPLE: Final = 4
_STEPS: Final = (1, 2, 5, 10)
_MOST_GRID_LINES: Final = 5


class _Frame(NamedTuple):
    """Where the columns stand: pixels from the picture's top left corner."""

    left: int
    top: int
    right: int
    bottom: int
    highest: Fen

    def y(self, amount: Fen) -> int:
        """Height of an amount on the scale."""
        return self.bottom - (self.bottom - self.top) * amount // self.highest


@functools.lru_cache(maxsize=4)
def draw_bills(chart: BillsChart, frame_emu: tuple[int, int], figures: Figures) -> bytes:
    """Draw the chart for a frame; the last ones are kept, as an edit of a quote changes no bill.

    Args:
        chart: What to show.
        frame_emu: Width and height that the picture gets in the document, in EMU.
        figures: Formats of amounts.

    Returns:
        A PNG with its resolution; the same bytes for the same chart.
    """
    width, height = (side * DPI // _EMU_PER_INCH for side in frame_emu)
    picture = Image.new("RGB", (width, height), "white")
    pen = ImageDraw.Draw(picture)
    totals = [sum(amounts) for amounts in zip(*(s.amounts for s in chart.series), strict=True)]
    levels = (chart.typical.amount, chart.average.amount)
    highest = max(1, max((*totals, *levels)) * 116 // 100)
    frame = _Frame(_points(26), _points(12), width - _points(64), height - _points(52), highest)
    _draw_grid(pen, frame, chart.unit)
    _draw_columns(picture, frame, chart, totals, figures)
    _draw_levels(pen, frame, chart, figures)
    _draw_unusual_amounts(pen, frame, chart, totals, figures)
    _draw_legend(picture, chart, frame.left, height - _points(11))
    target = io.BytesIO()
    picture.save(target, "PNG", dpi=(DPI, DPI), optimize=False)
    return target.getvalue()


def _points(count: float) -> int:
    return round(count * _POINT)


@functools.lru_cache(maxsize=16)
def _font(points: float, *, bold: bool = False) -> ImageFont.FreeTypeFont:
    face = "NotoSansSC-Bold.ttf" if bold else "NotoSansSC-Regular.ttf"
    return ImageFont.truetype(str(resource("fonts", face)), _points(points))


def _grid_step(highest: Fen) -> Fen:
    """The smallest of 1, 2, 5, 10, 20... yuan that needs only a few grid lines."""
    unit = 100
    while True:
        for step in _STEPS:
            if highest <= step * unit * _MOST_GRID_LINES:
                return step * unit
        unit *= 10


def _draw_grid(pen: ImageDraw.ImageDraw, frame: _Frame, unit: str) -> None:
    font, step = _font(7), _grid_step(frame.highest)
    for amount in range(0, frame.highest + 1, step):
        y = frame.y(amount)
        pen.line((frame.left, y, frame.right, y), fill=_GRID if amount else _AXIS, width=2)
        pen.text((frame.left - _points(4), y), f"{amount // 100:,}", _MUTED, font, anchor="rm")
    pen.text((frame.left - _points(4), frame.top - _points(8)), unit, _MUTED, font, anchor="rm")


def _draw_columns(
    picture: Image.Image, frame: _Frame, chart: BillsChart, totals: list[Fen], figures: Figures
) -> None:
    pen = ImageDraw.Draw(picture)
    pitch = (frame.right - frame.left) / len(chart.months)
    half = round(pitch * 0.29)
    for column, month in enumerate(chart.months):
        middle = round(frame.left + pitch * (column + 0.5))
        foot = 0
        for place, series in enumerate(chart.series):
            amount = series.amounts[column]
            box = (middle - half, frame.y(foot + amount), middle + half, frame.y(foot))
            foot += amount
            if amount <= 0:
                continue
            if column in series.unusual:
                picture.paste(_hatch(box[2] - box[0] + 1, box[3] - box[1] + 1), box[:2])
                pen.rectangle(box, outline=_ALERT, width=3)
            else:
                pen.rectangle(box, fill=_FILLS[place % len(_FILLS)])
            pen.line((box[0], box[1], box[2], box[1]), fill="white", width=2)
        y = frame.bottom + _points(5)
        pen.text((middle, y), month, _INK, _font(8), anchor="ma")
        total = figures.money(totals[column])
        pen.text((middle, y + _points(11)), total, _MUTED, _font(7), anchor="ma")


def _draw_unusual_amounts(
    pen: ImageDraw.ImageDraw,
    frame: _Frame,
    chart: BillsChart,
    totals: list[Fen],
    figures: Figures,
) -> None:
    """Above a column the amounts in it that do not look like the others, over all lines."""
    pitch, font = (frame.right - frame.left) / len(chart.months), _font(8, bold=True)
    for column, total in enumerate(totals):
        y = frame.y(total) - _points(3)
        for series in chart.series:
            if column in series.unusual:
                middle = round(frame.left + pitch * (column + 0.5))
                text = figures.money(series.amounts[column])
                pen.text((middle, y), text, _ALERT, font, "ms", stroke_width=7, stroke_fill="white")
                y -= _points(10)


def _hatch(width: int, height: int) -> Image.Image:
    large = (width * _OVERSAMPLE, height * _OVERSAMPLE)
    hatch = Image.new("RGB", large, _ALERT_PALE)
    pen = ImageDraw.Draw(hatch)
    pitch = _points(4) * _OVERSAMPLE
    for start in range(-large[1], large[0], pitch):
        pen.line((start, large[1], start + large[1], 0), fill="#EFA27A", width=3 * _OVERSAMPLE)
    return hatch.resize((width, height), Image.Resampling.BOX)


def _draw_levels(
    pen: ImageDraw.ImageDraw, frame: _Frame, chart: BillsChart, figures: Figures
) -> None:
    """Both reference lines, with names that never lie on top of each other."""
    upper, lower = sorted((chart.average, chart.typical), key=lambda level: -level.amount)
    gap = _points(25)
    upper_y, lower_y = frame.y(upper.amount), frame.y(lower.amount)
    pushed = max(0, gap - (lower_y - upper_y)) // 2
    for level, y, shift in ((upper, upper_y, -pushed), (lower, lower_y, pushed)):
        strong = level is chart.typical
        colour = _ACCENT if strong else _MUTED
        _level_line(pen, frame, y, colour, strong=strong)
        _level_name(pen, level, (frame.right, y, y + shift), colour, figures)


def _level_line(
    pen: ImageDraw.ImageDraw, frame: _Frame, y: int, colour: str, *, strong: bool
) -> None:
    if strong:
        pen.line((frame.left, y, frame.right, y), fill="white", width=9)
        pen.line((frame.left, y, frame.right, y), fill=colour, width=5)
        return
    for start in range(frame.left, frame.right, 26):
        pen.line((start, y, min(start + 15, frame.right), y), fill=colour, width=4)


def _level_name(
    pen: ImageDraw.ImageDraw,
    level: ReferenceLevel,
    place: tuple[int, int, int],
    colour: str,
    figures: Figures,
) -> None:
    """The name and amount to the right of a line; ``place``: line's end, its y, text's y."""
    end, y, text_y = place
    knee = end + _points(6)
    pen.line((end, y, knee, text_y), fill=colour, width=3)
    pen.line((knee, text_y, knee + _points(3), text_y), fill=colour, width=3)
    left = knee + _points(6)
    pen.text((left, text_y - _points(1)), level.name, colour, _font(8), anchor="ls")
    amount = figures.money(level.amount)
    pen.text((left, text_y + _points(1)), amount, colour, _font(10, bold=True), anchor="lt")


def _draw_legend(picture: Image.Image, chart: BillsChart, left: int, middle: int) -> None:
    pen, font = ImageDraw.Draw(picture), _font(8)
    side = _points(7)
    for place, series in enumerate(chart.series):
        box = (left, middle - side // 2, left + side, middle + side // 2)
        pen.rectangle(box, fill=_FILLS[place % len(_FILLS)])
        left = _legend_name(pen, series.name, left + side, middle, font)
    if any(series.unusual for series in chart.series):
        picture.paste(_hatch(side + 1, side + 1), (left, middle - side // 2))
        pen.rectangle(
            (left, middle - side // 2, left + side, middle + side // 2), outline=_ALERT, width=2
        )
        _legend_name(pen, chart.unusual_name, left + side, middle, font)


def _legend_name(
    pen: ImageDraw.ImageDraw,
    name: str,
    left: int,
    middle: int,
    font: ImageFont.FreeTypeFont,
) -> int:
    """Write a name beside its colour; where the next one begins."""
    pen.text((left + _points(4), middle), name, _INK, font, anchor="lm")
    return left + _points(4) + round(font.getlength(name)) + _points(14)
