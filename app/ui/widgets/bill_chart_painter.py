"""Draws a bill chart with any painter: on screen, or as a picture for a document."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec import Struct
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QImage,
    QImageWriter,
    QPainter,
    QPen,
    QPolygonF,
)

from app.ui.fonts import make_font
from app.ui.tokens import LIGHT, Colors, TextStyle, Type

if TYPE_CHECKING:
    from app.ui.widgets.bill_chart_data import BillChartData, ChartLine

SERIES_COLORS: Final = ("chart1", "chart2", "chart3", "chart4", "chart5", "chart6")
_LEGEND: Final = 26.0
_MONTHS: Final = 24.0
_WIDEST_BAR: Final = 44.0
_LINE_HEIGHT: Final = 34.0
_INCH_MM: Final = 25.4
_SCREEN_DPI: Final = 96
_RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class ChartPlace(Struct, frozen=True):
    """Where the plot is: edges in logical pixels, and the amounts at its top and bottom."""

    left: float
    top: float
    width: float
    height: float
    lowest: int
    highest: int
    months: int

    def y(self, value: int) -> float:
        """Return the height of an amount."""
        share = (value - self.lowest) / max(1, self.highest - self.lowest)
        return self.top + self.height * (1 - share)

    def x(self, month: int) -> float:
        """Return the middle of a month."""
        return self.left + self.width * (month + 0.5) / max(1, self.months)

    def bar_width(self) -> float:
        """Return the width of one bar."""
        return min(_WIDEST_BAR, self.width / max(1, self.months) * 0.62)


class BillChartPainter:
    """Draws one chart in one scheme."""

    def __init__(self, painter: QPainter, data: BillChartData, colors: Colors) -> None:
        """Draw ``data`` with ``painter`` in the colours of a scheme."""
        self._painter = painter
        self._data = data
        self._colors = colors
        self._caption = QFontMetricsF(_font(Type.CAPTION))
        self._chip = QFontMetricsF(_font(Type.CHIP))

    def place(self, area: QRectF) -> ChartPlace:
        """Return where the plot lies inside an area."""
        data = self._data
        ticks = [self._caption.horizontalAdvance(tick.text) for tick in data.ticks]
        lines = [line for line in (data.average, data.typical) if line is not None]
        texts = [self._caption.horizontalAdvance(line.label) for line in lines]
        texts += [self._chip.horizontalAdvance(line.text) for line in lines]
        left = max(ticks, default=0.0) + (10 if ticks else 0)
        right = max(texts, default=0.0) + (14 if texts else 0)
        return ChartPlace(
            left=area.x() + left,
            top=area.y() + _LEGEND + 10,
            width=max(1.0, area.width() - left - right),
            height=max(1.0, area.height() - _LEGEND - _MONTHS - 10),
            lowest=data.lowest(),
            highest=data.highest(),
            months=len(data.months),
        )

    def draw(self, area: QRectF) -> None:
        """Draw the whole chart into an area, in logical pixels."""
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place = self.place(area)
        self._legend(area)
        self._scale(area, place)
        for month in range(len(self._data.months)):
            self._bar(place, month)
        self._levels(area, place)

    # ------------------------------------------------------------ parts

    def _pen(self, token: str, width: float = 1.0) -> QPen:
        return QPen(QColor(getattr(self._colors, token)), width)

    def _text(
        self, rect: QRectF, text: str, style: TextStyle, token: str, flags: Qt.AlignmentFlag
    ) -> None:
        self._painter.setFont(_font(style))
        self._painter.setPen(self._pen(token))
        self._painter.drawText(rect, int(flags) | int(Qt.TextFlag.TextDontClip), text)

    def _legend(self, area: QRectF) -> None:
        x, y = area.x(), area.y() + _LEGEND / 2
        for place, series in enumerate(self._data.series):
            swatch = QRectF(x, y - 5, 10, 10)
            self._painter.setPen(Qt.PenStyle.NoPen)
            self._painter.setBrush(self._series_color(place))
            self._painter.drawRoundedRect(swatch, 2.5, 2.5)
            x = self._legend_text(x + 16, y, series.label)
        if self._data.unusual_label and any(any(s.unusual) for s in self._data.series):
            self._mark(QPointF(x + 5, y + 4))
            self._legend_text(x + 16, y, self._data.unusual_label)

    def _legend_text(self, x: float, y: float, text: str) -> float:
        width = self._caption.horizontalAdvance(text)
        self._text(QRectF(x, y - 9, width + 2, 18), text, Type.CAPTION, "text2", _LEFT)
        return x + width + 18

    def _scale(self, area: QRectF, place: ChartPlace) -> None:
        for tick in self._data.ticks:
            y = round(place.y(tick.value)) + 0.5
            self._painter.setPen(self._pen("border" if tick.value == 0 else "divider"))
            self._painter.drawLine(QPointF(place.left, y), QPointF(place.left + place.width, y))
            beside = QRectF(area.x(), y - 9, place.left - area.x() - 8, 18)
            self._text(beside, tick.text, Type.CAPTION, "text3", _RIGHT)
        step = self._month_step(place)
        for month, text in enumerate(self._data.months):
            if (len(self._data.months) - 1 - month) % step == 0:
                under = QRectF(place.x(month) - 40, place.top + place.height + 5, 80, 18)
                self._text(under, text, Type.CAPTION, "text3", Qt.AlignmentFlag.AlignCenter)

    def _month_step(self, place: ChartPlace) -> int:
        widest = max(map(self._caption.horizontalAdvance, self._data.months), default=0.0) + 8
        room = place.width / max(1, place.months)
        return max(1, -int(-widest // room))

    def _bar(self, place: ChartPlace, month: int) -> None:
        above = below = 0
        width = place.bar_width()
        left = place.x(month) - width / 2
        marked = False
        for number, series in enumerate(self._data.series):
            value = series.values[month]
            base = above if value >= 0 else below
            first, last = place.y(base), place.y(base + value)
            box = QRectF(left, min(first, last), width, abs(last - first))
            self._part(box, number, unusual=series.is_unusual(month))
            marked = marked or series.is_unusual(month)
            if value >= 0:
                above += value
            else:
                below += value
        if marked:
            self._mark(QPointF(place.x(month), place.y(above) - 4))

    def _part(self, box: QRectF, number: int, *, unusual: bool) -> None:
        gap = 0.75 if box.height() > 3 else 0.0
        inner = box.adjusted(0, gap, 0, -gap)
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(self._series_color(number))
        self._painter.drawRoundedRect(inner, 2, 2)
        if unusual:
            # Hatching survives a black-and-white print; a colour alone would not.
            self._hatch(inner)
            self._painter.setPen(self._pen("warn", 1.4))
            self._painter.setBrush(Qt.BrushStyle.NoBrush)
            self._painter.drawRoundedRect(inner.adjusted(0.7, 0.7, -0.7, -0.7), 2, 2)

    def _hatch(self, box: QRectF) -> None:
        self._painter.save()
        self._painter.setClipRect(box, Qt.ClipOperation.IntersectClip)
        self._painter.setPen(self._pen("surface", 1.2))
        offset = -box.height()
        while offset < box.width():
            start = QPointF(box.left() + offset, box.bottom())
            self._painter.drawLine(start, start + QPointF(box.height(), -box.height()))
            offset += 6
        self._painter.restore()

    def _mark(self, tip: QPointF) -> None:
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(QColor(self._colors.warn))
        upper = tip.y() - 8
        corners = [QPointF(tip.x() - 5, upper), QPointF(tip.x() + 5, upper), tip]
        self._painter.drawPolygon(QPolygonF(corners))

    def _levels(self, area: QRectF, place: ChartPlace) -> None:
        dashes = ((self._data.average, "text3", True), (self._data.typical, "accent_text", False))
        labels: list[tuple[float, ChartLine, str]] = []
        for line, token, dashed in dashes:
            if line is None:
                continue
            y = place.y(line.value)
            pen = self._pen(token, 1.5)
            if dashed:
                pen.setDashPattern([4.0, 3.0])
            self._painter.setPen(pen)
            self._painter.drawLine(QPointF(place.left, y), QPointF(place.left + place.width, y))
            labels.append((y, line, token))
        labels.sort(key=lambda label: label[0])
        lowest_top = place.top - 6
        for y, line, token in labels:
            top = max(y - _LINE_HEIGHT / 2, lowest_top)
            lowest_top = top + _LINE_HEIGHT
            left = place.left + place.width + 10
            room = area.right() - left
            self._text(QRectF(left, top, room, 17), line.label, Type.CAPTION, token, _LEFT)
            self._text(QRectF(left, top + 16, room, 17), line.text, Type.CHIP, token, _LEFT)

    def _series_color(self, number: int) -> QColor:
        return QColor(getattr(self._colors, SERIES_COLORS[number % len(SERIES_COLORS)]))


def _font(style: TextStyle) -> QFont:
    return make_font(style.pixels, style.weight)


def bill_chart_png(
    data: BillChartData, width_mm: int, height_mm: int, dpi: int = 220, colors: Colors = LIGHT
) -> bytes:
    """Return the chart as a PNG for a document.

    Args:
        data: What to show.
        width_mm: Width on paper.
        height_mm: Height on paper.
        dpi: Device pixels per inch; written into the file, so that it is placed in true size.
        colors: The scheme; paper is light.
    """
    scale = dpi / _SCREEN_DPI
    width, height = (round(side / _INCH_MM * dpi) for side in (width_mm, height_mm))
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(colors.surface))
    dots = round(dpi / _INCH_MM * 1000)
    painter = QPainter(image)
    painter.scale(scale, scale)
    area = QRectF(2, 2, width / scale - 4, height / scale - 4)
    BillChartPainter(painter, data, colors).draw(area)
    painter.end()
    image.setDotsPerMeterX(dots)
    image.setDotsPerMeterY(dots)
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    buffer.close()
    return bytes(content.data())
