"""Why this is the price: every step from the standard to the agreed price, with its reason."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from msgspec import Struct
from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.theme import current_theme
from app.ui.tokens import Type
from app.ui.widgets.painting import CENTER, RIGHT, Pencil

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

_ROW: Final = 40
_BAR: Final = 14
_LABELS: Final = 0.46  # most of the width that labels may take
_FILL: Final = {
    "base": "bar_base",
    "down": "bar_down",
    "up": "bar_up",
    "manual": "bar_up",
    "total": "accent",
}


class PriceStep(Struct, frozen=True):
    """One step.

    Attributes:
        label: What moved the price.
        source: The rule, agreement or person behind it; may be empty.
        amount: Formatted change, or formatted price for ``base`` and ``total``.
        start: Price before the step, in any whole unit (0 for ``base`` and ``total``).
        end: Price after the step, in the same unit.
        kind: ``manual`` steps were typed by a person and stand out.
    """

    label: str
    source: str
    amount: str
    start: int
    end: int
    kind: Literal["base", "down", "up", "manual", "total"]


class Waterfall(QWidget):
    """Draws price steps as bars on one scale; the scale may be broken and then says so."""

    def __init__(self, name: str, empty_text: str, parent: QWidget | None = None) -> None:
        """Begin without steps.

        Args:
            name: What a screen reader calls the picture.
            empty_text: Shown while there are no steps.
            parent: Parent widget.
        """
        super().__init__(parent)
        self._theme = current_theme()
        self._pencil = Pencil(self._theme)
        self._empty_text = empty_text
        self._steps: tuple[PriceStep, ...] = ()
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._theme.changed.connect(self.update)

    def set_steps(self, steps: tuple[PriceStep, ...]) -> None:
        """Show these steps from top to bottom."""
        if steps == self._steps:
            return
        resized = len(steps) != len(self._steps)
        self._steps = steps
        spoken = "；".join(f"{step.label} {step.amount}" for step in steps)
        self.setAccessibleDescription(spoken or self._empty_text)
        if resized:
            self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the height that all steps need."""
        return QSize(300, max(72, len(self._steps) * _ROW + 4))

    def minimumSizeHint(self) -> QSize:
        """Return the least size at which nothing is lost."""
        return QSize(220, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Draw the steps."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self._steps:
            self._pencil.text(painter, self.rect(), self._empty_text, Type.CAPTION, "text3", CENTER)
            return
        scale = self._scale()
        for place, step in enumerate(self._steps):
            area = QRect(0, place * _ROW, self.width(), _ROW)
            self._texts(painter, step, area, scale)
            self._bar(painter, step, area, scale)
            if place and step.kind != "total":
                self._link(painter, scale.at(step.start), area)

    def _scale(self) -> _Scale:
        """Give labels and figures the room they need, and the bars the rest."""
        width = self._pencil.width
        labels = max(
            max(width(step.label, Type.STRONG), width(step.source, Type.CAPTION))
            for step in self._steps
        )
        figures = max(width(step.amount, Type.STRONG) for step in self._steps)
        left = min(labels + 12, int(self.width() * _LABELS))
        return _Scale(self._steps, left, self.width() - figures - 10)

    def _texts(self, painter: QPainter, step: PriceStep, area: QRect, scale: _Scale) -> None:
        if step.kind == "total":
            painter.fillRect(area.x(), area.y(), area.width(), 1, self._theme.color("border"))
        heavy = step.kind in {"base", "total"}
        style = Type.STRONG if step.kind == "total" else Type.BODY
        room = int(scale.left) - 8
        if step.source:
            upper = QRect(area.x(), area.y() + 3, room, 19)
            self._pencil.text(painter, upper, step.label, style, "text")
            lower = QRect(area.x(), area.y() + 20, room, 17)
            self._pencil.text(painter, lower, step.source, Type.CAPTION, "text3")
        else:
            middle = QRect(area.x(), area.y(), room, area.height())
            self._pencil.text(painter, middle, step.label, style, "text")
        right = QRect(int(scale.right), area.y(), area.right() - int(scale.right), area.height())
        style, color = (Type.STRONG, "text") if heavy else (Type.BODY, "text2")
        self._pencil.text(painter, right, step.amount, style, color, RIGHT)

    def _bar(self, painter: QPainter, step: PriceStep, area: QRect, scale: _Scale) -> None:
        whole = step.kind in {"base", "total"}
        first = scale.left if whole else scale.at(min(step.start, step.end))
        last = scale.at(step.end if whole else max(step.start, step.end))
        middle = area.y() + area.height() / 2
        bar = QRectF(first, middle - _BAR / 2, max(2.0, last - first), _BAR)
        self._pencil.box(painter, bar, _FILL[step.kind], radius=3)
        if whole and scale.broken and bar.width() > 30:
            painter.setPen(QPen(self._theme.color("surface"), 2))
            for offset in (14, 19):
                x = scale.left + offset
                painter.drawLine(QPointF(x - 3, middle + 9), QPointF(x + 3, middle - 9))

    def _link(self, painter: QPainter, x: float, area: QRect) -> None:
        pen = QPen(self._theme.color("border_strong"), 1, Qt.PenStyle.DotLine)
        painter.setPen(pen)
        middle = area.y() + area.height() / 2
        painter.drawLine(QPointF(x, middle - _ROW + 7), QPointF(x, middle - 7))


class _Scale:
    """Places prices between the labels and the figures.

    Starting at zero would hide small discounts on a large price, so the scale starts at half the
    lowest price when all prices lie in the upper part; bars that begin at zero are then marked.
    """

    def __init__(self, steps: tuple[PriceStep, ...], left: float, right: float) -> None:
        self.left = left
        self.right = right
        self._span = max(20.0, right - left - 6)
        prices = [price for step in steps for price in (step.start, step.end) if price]
        self._top = max(prices, default=1)
        lowest = min(prices, default=0)
        self.broken = lowest > 0.6 * self._top
        self._low = lowest // 2 if self.broken else 0

    def at(self, price: int) -> float:
        share = (price - self._low) / max(1, self._top - self._low)
        return self.left + self._span * min(1.0, max(0.0, share))
