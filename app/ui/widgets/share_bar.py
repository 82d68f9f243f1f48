"""One bar in parts: who has how much of a whole; a part that the pointer is on says its name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec import Struct
from PySide6.QtCore import QEvent, QRect, QRectF, QSize
from PySide6.QtGui import QHelpEvent, QPainter, QPainterPath
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from app.ui.theme import current_theme
from app.ui.tokens import Type
from app.ui.widgets.painting import CENTER, Pencil

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

_HEIGHT: Final = 22
_GAP: Final = 2
_RADIUS: Final = 6
_LEAST_LABEL: Final = 38
SHARE_COLORS: Final = ("chart1", "chart2", "chart3", "chart4", "chart5", "chart6")


class SharePart(Struct, frozen=True):
    """One part.

    Attributes:
        weight: Its size; parts of no size are not drawn.
        label: Shown inside where there is room.
        hint: Tool tip, and what a screen reader says.
        color: Token of its colour.
    """

    weight: int
    label: str
    hint: str
    color: str


class ShareBar(QWidget):
    """Draws parts side by side in proportion to their weights."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Begin empty; ``name`` is what a screen reader calls the bar."""
        super().__init__(parent)
        self._theme = current_theme()
        self._pencil = Pencil(self._theme)
        self._parts: tuple[SharePart, ...] = ()
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._theme.changed.connect(self.update)

    def set_parts(self, parts: tuple[SharePart, ...]) -> None:
        """Show parts."""
        kept = tuple(part for part in parts if part.weight > 0)
        if kept == self._parts:
            return
        self._parts = kept
        self.setAccessibleDescription("；".join(part.hint for part in kept))
        self.update()

    def sizeHint(self) -> QSize:
        """Return the height of the bar."""
        return QSize(240, _HEIGHT)

    def _places(self) -> list[tuple[SharePart, QRectF]]:
        """Each part with where it is drawn."""
        total = sum(part.weight for part in self._parts)
        if not total:
            return []
        found, done = [], 0
        for part in self._parts:
            left = self.width() * done / total
            done += part.weight
            right = self.width() * done / total
            gap = 0 if done == total else _GAP
            found.append((part, QRectF(left, 0, max(1.0, right - left - gap), _HEIGHT)))
        return found

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Draw the bar, rounded at its ends."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        outline = QPainterPath()
        outline.addRoundedRect(QRectF(0, 0, self.width(), _HEIGHT), _RADIUS, _RADIUS)
        painter.setClipPath(outline)
        painter.fillRect(QRect(0, 0, self.width(), _HEIGHT), self._theme.color("surface"))
        for part, place in self._places():
            painter.fillRect(place, self._theme.color(part.color))
            if place.width() >= max(_LEAST_LABEL, self._pencil.width(part.label, Type.CHIP) + 8):
                area = place.toRect()
                self._pencil.text(painter, area, part.label, Type.CHIP, "surface", CENTER)

    def event(self, event: QEvent) -> bool:
        """Say what the part under the pointer is."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            x = event.pos().x()
            hint = next((p.hint for p, r in self._places() if r.left() <= x <= r.right()), "")
            QToolTip.showText(event.globalPos(), hint, self)
            return True
        return super().event(event)
