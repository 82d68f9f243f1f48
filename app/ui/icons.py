"""Lucide icons (ISC) read one by one from ``resources/icons`` and drawn in a token's colour."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from app.paths import resource

if TYPE_CHECKING:
    from collections.abc import Callable

STROKE: Final = "1.75"
STROKE_SMALL: Final = "2"


class UnknownIconError(LookupError):
    """No icon of this name is shipped; it is a programming error, never the user's."""


@functools.cache
def svg_text(name: str) -> str:
    """Return the SVG source of an icon, drawn in ``currentColor`` with stroke width 2.

    Raises:
        UnknownIconError: ``resources/icons`` has no file of this name.
    """
    try:
        return resource("icons", f"{name}.svg").read_text(encoding="utf-8")
    except OSError as failure:
        raise UnknownIconError(name) from failure


def colored_svg(name: str, color: str, stroke: str = STROKE) -> str:
    """Return the SVG source with its lines in ``color`` (``#RRGGBB``), ``stroke`` units wide."""
    source = svg_text(name).replace("currentColor", color)
    return source.replace('stroke-width="2"', f'stroke-width="{stroke}"')


def render_icon(name: str, color: str, size: int, ratio: float) -> QPixmap:
    """Draw an icon of ``size`` logical pixels, sharp on a screen of this device pixel ratio."""
    edge = round(size * ratio)
    pixmap = QPixmap(edge, edge)
    pixmap.fill(Qt.GlobalColor.transparent)
    stroke = STROKE_SMALL if size <= 16 else STROKE
    painter = QPainter(pixmap)
    source = QByteArray(colored_svg(name, color, stroke).encode())
    QSvgRenderer(source).render(painter, QRectF(0, 0, edge, edge))
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


class ThemedIconEngine(QIconEngine):
    """Draws one icon in the colour that the theme has at the moment of painting."""

    def __init__(self, draw: Callable[[int, float, QIcon.Mode, QIcon.State], QPixmap]) -> None:
        """Keep ``draw(size, ratio, mode, state)``, which returns the finished pixmap."""
        super().__init__()
        self._draw = draw

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        """Draw the icon, centred and square, into ``rect``."""
        size = min(rect.width(), rect.height())
        device = painter.device()
        ratio = device.devicePixelRatioF() if device is not None else 1.0
        left = rect.x() + (rect.width() - size) // 2
        top = rect.y() + (rect.height() - size) // 2
        painter.drawPixmap(left, top, self._draw(size, ratio, mode, state))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """Return the icon for a screen without scaling."""
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(
        self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float
    ) -> QPixmap:
        """Return the icon; ``size`` is in logical pixels, ``scale`` the screen's ratio."""
        return self._draw(min(size.width(), size.height()), scale, mode, state)

    def clone(self) -> QIconEngine:
        """Return an engine that draws the same icon."""
        return ThemedIconEngine(self._draw)
