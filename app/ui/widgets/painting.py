"""Small strokes that several painters share: text cut to fit, chips, bars."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QStaticText, QTextLayout, QTransform

from app.ui.tokens import Radius, Type

if TYPE_CHECKING:
    from PySide6.QtGui import QFont

    from app.ui.theme import Theme
    from app.ui.tokens import TextStyle

LEFT: Final = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
RIGHT: Final = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
CENTER: Final = int(Qt.AlignmentFlag.AlignCenter)
_KEPT_TEXTS: Final = 6000
_CHIP_PADDING: Final = 8
_MIDDLE: Final = 0.36  # of the size: how far below the middle a base line looks centred


class _Line:
    """A text laid out once: drawing it again costs a third of ``drawText``."""

    __slots__ = ("ascent", "static", "width")

    def __init__(self, text: str, font: QFont) -> None:
        text = text.replace("\n", " ")  # texts from files may hold line ends; a line has none
        layout = QTextLayout(text, font)
        layout.beginLayout()
        line = layout.createLine()
        layout.endLayout()
        self.width = math.ceil(line.naturalTextWidth()) if text else 0
        self.ascent = line.ascent() if text else 0.0
        self.static = QStaticText(text)
        self.static.setTextFormat(Qt.TextFormat.PlainText)
        self.static.prepare(QTransform(), font)


class Pencil:
    """Draws with the theme's fonts and colours, and keeps the layout of texts.

    A quote repeats its texts at every repaint, and laying out a Chinese text costs more than
    drawing its glyphs, so each is laid out once.
    """

    def __init__(self, theme: Theme) -> None:
        """Draw with this theme, in whatever scheme it has at the time."""
        self.theme = theme
        self._lines: dict[tuple[str, TextStyle], _Line] = {}
        self._cut: dict[tuple[str, TextStyle, int], str] = {}
        self.has_cut = False  # set when a text did not fit; whoever cares takes it back

    def _line(self, text: str, style: TextStyle) -> _Line:
        key = (text, style)
        found = self._lines.get(key)
        if found is None:
            if len(self._lines) > _KEPT_TEXTS:
                self._lines.clear()
            found = self._lines[key] = _Line(text, self.theme.font(style))
        return found

    def width(self, text: str, style: TextStyle) -> int:
        """Return the advance of a text in logical pixels."""
        return self._line(text, style).width

    def cut(self, text: str, style: TextStyle, room: int) -> str:
        """Return the text, its end replaced by an ellipsis where ``room`` pixels are too few."""
        if self._line(text, style).width <= room:
            return text
        key = (text, style, room)
        found = self._cut.get(key)
        if found is None:
            if len(self._cut) > _KEPT_TEXTS:
                self._cut.clear()
            metrics = self.theme.metrics(style)
            found = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(room, 0))
            self._cut[key] = found
        return found

    def text(
        self,
        painter: QPainter,
        rect: QRect,
        text: str,
        style: TextStyle,
        color: str,
        flags: int = LEFT,
    ) -> int:
        """Draw one line of text cut to the rectangle, and return its width in pixels.

        Latin and Chinese texts of one style stand on the same base line, whatever faces they use.
        """
        room = rect.width()
        line = self._line(text, style)
        if line.width > room:
            self.has_cut = True
            line = self._line(self.cut(text, style, room), style)
        x = rect.x()
        if flags == RIGHT:
            x += room - line.width
        elif flags == CENTER:
            x += (room - line.width) // 2
        base = rect.y() + rect.height() / 2 + style.pixels * _MIDDLE
        painter.setFont(self.theme.font(style))
        painter.setPen(self.theme.color(color))
        painter.drawStaticText(QPointF(x, round(base - line.ascent)), line.static)
        return line.width

    def icon(self, painter: QPainter, x: int, y: int, name: str, color: str, size: int) -> None:
        """Draw an icon of ``size`` logical pixels with its upper left corner at a point."""
        device = painter.device()
        ratio = device.devicePixelRatioF() if device is not None else 1.0
        painter.drawPixmap(x, y, self.theme.pixmap(name, color, size, ratio))

    def box(
        self,
        painter: QPainter,
        rect: QRectF,
        fill: str,
        *,
        radius: float = Radius.CELL,
        line: str = "",
        line_width: float = 1.0,
    ) -> None:
        """Draw a rounded box, framed when ``line`` names a colour."""
        pen = QPen(self.theme.color(line), line_width) if line else QPen(Qt.PenStyle.NoPen)
        painter.setPen(pen)
        painter.setBrush(self.theme.color(fill))
        painter.drawRoundedRect(rect, radius, radius)

    def matches(
        self,
        painter: QPainter,
        rect: QRect,
        text: str,
        marks: tuple[tuple[int, int], ...],
        style: TextStyle,
    ) -> None:
        """Lay a tint under the parts of a text that were meant by what was typed."""
        for start, end in marks:
            left = self.width(text[:start], style)
            right = min(self.width(text[:end], style), rect.width())
            if left < right:
                x, wide = rect.x() + left - 1, right - left + 2
                place = QRectF(x, rect.y() + 1, wide, rect.height() - 2)
                self.box(painter, place, "match", radius=3)

    def chip_width(self, text: str) -> int:
        """Return the width of a chip with this text."""
        return self.width(text, Type.CHIP) + 2 * _CHIP_PADDING

    def chip(
        self, painter: QPainter, rect: QRect, text: str, color: str, fill: str, radius: int = 9
    ) -> None:
        """Draw a chip that fills the rectangle."""
        self.box(painter, QRectF(rect), fill, radius=radius)
        self.text(painter, rect, text, Type.CHIP, color, CENTER)

    def meter(self, painter: QPainter, rect: QRectF, per_mille: int, color: str) -> None:
        """Draw a small bar that is filled up to ``per_mille`` of its length."""
        radius = rect.height() / 2
        self.box(painter, rect, "border", radius=radius)
        filled = QRectF(rect)
        filled.setWidth(rect.width() * max(0, min(per_mille, 1000)) / 1000)
        if filled.width() > 0:
            self.box(painter, filled, color, radius=min(radius, filled.width() / 2))
