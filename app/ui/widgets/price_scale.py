"""A line of prices with marks on it: where a price stands between its limits and the list value."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec import Struct
from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPen, QPolygon
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.theme import current_theme
from app.ui.tokens import Type
from app.ui.widgets.painting import CENTER, Pencil

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent, QPaintEvent

_TOP: Final = 22
_BAR: Final = 8
_ROW: Final = 18
_REACH: Final = 12
_EDGE: Final = 5
_SPARE: Final = 8  # a part of the length that is left free at each end


class PriceMark(Struct, frozen=True):
    """One price on the scale.

    Attributes:
        key: By which it is known.
        value: Fen.
        label: Shown under it.
        tone: ``bad`` for a floor, ``warn`` for a band, ``text3`` for a measure.
    """

    key: str
    value: int
    label: str
    tone: str


class PriceScale(QWidget):
    """Draws the price over its limits; ``chosen(key)`` fires when a mark is clicked.

    Everything that a click does can be done with a button elsewhere, so it takes no focus.
    """

    chosen = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Begin empty; ``name`` is what a screen reader calls the scale."""
        super().__init__(parent)
        self._theme = current_theme()
        self._pencil = Pencil(self._theme)
        self._price, self._label = 0, ""
        self._marks: tuple[PriceMark, ...] = ()
        self.setAccessibleName(name)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._theme.changed.connect(self.update)

    def set_scale(self, price: int, label: str, marks: tuple[PriceMark, ...]) -> None:
        """Show a price and the marks around it."""
        if (price, label, marks) == (self._price, self._label, self._marks):
            return
        self._price, self._label = price, label
        self._marks = tuple(sorted(marks, key=lambda mark: mark.value))
        spoken = (label, *(f"{mark.label} {mark.value / 100:.2f}" for mark in self._marks))
        self.setAccessibleDescription("；".join(spoken))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the height of the price, the bar and two rows of labels."""
        return QSize(260, _TOP + _BAR + 2 * _ROW + _EDGE)

    # ------------------------------------------------------------ places

    def _x(self, value: int) -> int:
        """Where a price stands."""
        values = [self._price, *(mark.value for mark in self._marks)]
        low, high = min(values), max(values)
        spare = max(1, (high - low) // _SPARE)
        low, high = max(0, low - spare), high + spare
        return round(self.width() * (value - low) / (high - low))

    def _mark_at(self, x: float) -> PriceMark | None:
        near = [mark for mark in self._marks if abs(self._x(mark.value) - x) <= _REACH]
        return min(near, key=lambda mark: abs(self._x(mark.value) - x), default=None)

    # ------------------------------------------------------------ pointer

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A hand over a mark says that it can be taken."""
        over = self._mark_at(event.position().x())
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click takes the mark."""
        mark = self._mark_at(event.position().x())
        if mark is not None:
            self.chosen.emit(mark.key)

    # ------------------------------------------------------------ painting

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Draw the zones, the marks with their labels, and the price above them."""
        if not self._marks:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        limits = [mark for mark in self._marks if mark.tone in {"bad", "warn"}]
        start = self._x(max(mark.value for mark in limits)) if limits else 0
        bar = QRectF(0, _TOP, self.width(), _BAR)
        self._pencil.box(painter, bar, "warn_soft" if limits else "divider", radius=_BAR / 2)
        if limits:
            lowest = QRectF(0, _TOP, self._x(min(mark.value for mark in limits)), _BAR)
            self._pencil.box(painter, lowest, "bad_soft", radius=_BAR / 2)
            fine = QRectF(start, _TOP, self.width() - start, _BAR)
            self._pencil.box(painter, fine, "ok_soft", radius=_BAR / 2)
        self._labels(painter)
        self._pointer(painter)

    def _labels(self, painter: QPainter) -> None:
        """Labels go to the second row where they would run into each other."""
        ends = [-1, -1]
        for mark in self._marks:
            x = self._x(mark.value)
            painter.fillRect(QRectF(x - 1, _TOP - 3, 2, _BAR + 6), self._theme.color(mark.tone))
            width = self._pencil.width(mark.label, Type.CAPTION)
            left = max(0, min(x - width // 2, self.width() - width))
            row = 0 if left > ends[0] + _EDGE else 1
            ends[row] = left + width
            area = QRect(left, _TOP + _BAR + _EDGE + row * _ROW, width + 1, _ROW)
            self._pencil.text(painter, area, mark.label, Type.CAPTION, mark.tone, CENTER)

    def _pointer(self, painter: QPainter) -> None:
        x = self._x(self._price)
        painter.setPen(QPen(self._theme.color("surface"), 1))
        painter.setBrush(self._theme.color("accent"))
        y = _TOP + 1
        painter.drawPolygon(QPolygon([QPoint(x - 6, y - 8), QPoint(x + 6, y - 8), QPoint(x, y)]))
        painter.fillRect(QRectF(x - 1, _TOP - 1, 2, _BAR + 4), self._theme.color("accent"))
        width = self._pencil.width(self._label, Type.CHIP)
        left = max(0, min(x - width // 2, self.width() - width))
        area = QRect(left, 0, width + 1, _TOP - 8)
        self._pencil.text(painter, area, self._label, Type.CHIP, "accent_text", CENTER)
