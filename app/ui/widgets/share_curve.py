"""A Pareto chart: a bar for each share, the curve of their sums, and where it crosses a line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.fonts import make_font
from app.ui.theme import current_theme
from app.ui.tokens import Type

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

    from PySide6.QtGui import QPaintEvent

_STEPS: Final = (0, 20, 40, 60, 80, 100)
_LEFT, _RIGHT, _TOP, _BELOW = 44.0, 10.0, 12.0, 24.0
_MOST_BARS: Final = 60
"""With more of them single bars say nothing."""
_WIDEST: Final = 44.0


class ShareCurve(QWidget):
    """Shows shares, the largest first, and their sums."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Begin without shares; ``name`` is what a screen reader calls the chart."""
        super().__init__(parent)
        self._theme = current_theme()
        self._shares: tuple[float, ...] = ()
        self._line, self._few, self._mark = 0, 0, ""
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._theme.changed.connect(self.update)

    def set_shares(
        self, shares: Sequence[Decimal], line: int, few: int, mark: str, spoken: str
    ) -> None:
        """Show other shares.

        Args:
            shares: Percent each, the largest first.
            line: Percent that is asked about.
            few: So many bring it.
            mark: What stands where the curve crosses the line.
            spoken: What a screen reader says.
        """
        self._shares = tuple(float(one) for one in shares)
        self._line, self._few, self._mark = line, few, mark
        self.setAccessibleDescription(spoken)
        self.update()

    def sizeHint(self) -> QSize:
        """Return a size at which the curve reads well."""
        return QSize(640, 220)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Draw the chart."""
        if not self._shares:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(make_font(Type.CAPTION.pixels, Type.CAPTION.weight))
        plot = QRectF(self.rect()).adjusted(_LEFT, _TOP, -_RIGHT, -_BELOW)
        self._draw_scale(painter, plot)
        if len(self._shares) <= _MOST_BARS:
            self._draw_bars(painter, plot)
        self._draw_curve(painter, plot)
        self._draw_line(painter, plot)

    def _pen(self, token: str, width: float = 1.0) -> QPen:
        return QPen(QColor(getattr(self._theme.colors, token)), width)

    def _draw_scale(self, painter: QPainter, plot: QRectF) -> None:
        flags = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        for step in _STEPS:
            y = round(_height(plot, step)) + 0.5
            painter.setPen(self._pen("divider" if step else "border"))
            painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
            painter.setPen(self._pen("text3"))
            painter.drawText(QRectF(0, y - 9, _LEFT - 8, 18), flags, f"{step}%")

    def _draw_bars(self, painter: QPainter, plot: QRectF) -> None:
        room = plot.width() / len(self._shares)
        width = min(_WIDEST, room * 0.62)
        painter.setPen(Qt.PenStyle.NoPen)
        for place, share in enumerate(self._shares):
            token = "chart1" if place < self._few else "bar_base"
            painter.setBrush(QColor(getattr(self._theme.colors, token)))
            left, top = plot.left() + room * (place + 0.5) - width / 2, _height(plot, share)
            painter.drawRoundedRect(QRectF(left, top, width, plot.bottom() - top), 2, 2)

    def _draw_curve(self, painter: QPainter, plot: QRectF) -> None:
        reached, points = 0.0, [QPointF(plot.left(), plot.bottom())]
        for place, share in enumerate(self._shares, start=1):
            reached += share
            x = plot.left() + plot.width() * place / len(self._shares)
            points.append(QPointF(x, _height(plot, min(reached, 100.0))))
        painter.setPen(self._pen("accent_text", 2.0))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(QPolygonF(points))

    def _draw_line(self, painter: QPainter, plot: QRectF) -> None:
        """The line that is asked about, and a drop where the curve is above it."""
        y = _height(plot, self._line)
        x = plot.left() + plot.width() * self._few / len(self._shares)
        pen = self._pen("warn", 1.5)
        pen.setDashPattern([4.0, 3.0])
        painter.setPen(pen)
        painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
        painter.drawLine(QPointF(x, y), QPointF(x, plot.bottom()))
        painter.setPen(self._pen("text2"))
        wide = painter.fontMetrics().horizontalAdvance(self._mark)
        left = min(max(plot.left(), x - wide / 2), plot.right() - wide)
        under = QRectF(left, plot.bottom() + 4, wide + 2, 18)
        painter.drawText(under, int(Qt.AlignmentFlag.AlignLeft), self._mark)


def _height(plot: QRectF, percent: float) -> float:
    return plot.bottom() - plot.height() * percent / 100
