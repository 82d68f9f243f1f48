"""Draws one cell of a row: figure, unit, chip, meter, and the frame of an editable cell."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, QRectF

from app.ui.tokens import TextStyle, Type
from app.ui.widgets.painting import LEFT, RIGHT, Pencil

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from app.ui.widgets.rows import Cell

_MARGIN: Final = 10
_METER: Final = 44
_UNIT_GAP: Final = 4
_COLORS: Final = {
    "normal": "text",
    "strong": "text",
    "muted": "text2",
    "warn": "warn",
    "bad": "bad",
}


class CellPainter:
    """Draws the cells of one view."""

    def __init__(self, pencil: Pencil) -> None:
        """Draw with the row painter's pencil, so that texts are measured once."""
        self._pencil = pencil

    def paint(
        self,
        painter: QPainter,
        cell: Cell,
        rect: QRect,
        flags: int,
        *,
        active: bool,
        current: bool,
        quiet: bool,
        heavy: bool,
    ) -> None:
        """Draw a cell.

        Args:
            painter: Draws on the viewport.
            cell: What to show.
            rect: The whole cell.
            flags: Where the text stands (``LEFT``, ``RIGHT`` or ``CENTER`` of painting).
            active: Its row is selected or under the mouse: editable cells show their frame.
            current: The keyboard is here.
            quiet: The row is inside a bundle or item; its figures recede.
            heavy: The row is a section; its figures are strong.
        """
        self._frame(painter, cell, rect, active=active, current=current)
        if not cell.text:
            return
        style, color = self._look(cell, quiet=quiet, heavy=heavy)
        area = rect.adjusted(_MARGIN if flags == LEFT else 4, 0, -_MARGIN, 0)
        if cell.tone in {"warn", "bad"} and cell.meter < 0:
            self._sign(painter, cell, rect, flags)
            return
        if cell.meter >= 0 and rect.height() > 36:
            bar = "ok" if color not in {"warn", "bad"} else color
            place = QRectF(area.right() - _METER + 1, rect.bottom() - 11, _METER, 3)
            self._pencil.meter(painter, place, cell.meter, bar)
            area.translate(0, -3)
        if flags != RIGHT:
            self._pencil.text(painter, area, cell.full_text, style, color, flags)
            return
        if cell.unit and cell.unit != "%":
            unit = self._pencil.width(cell.unit, Type.CAPTION)
            self._pencil.text(painter, area, cell.unit, Type.CAPTION, "text3", RIGHT)
            area.adjust(0, 0, -unit - _UNIT_GAP, 0)
        text = cell.text + "%" if cell.unit == "%" else cell.text
        self._pencil.text(painter, area, text, style, color, RIGHT)

    @staticmethod
    def _look(cell: Cell, *, quiet: bool, heavy: bool) -> tuple[TextStyle, str]:
        color = _COLORS[cell.tone]
        if quiet:
            return Type.CAPTION, color if cell.tone in {"warn", "bad"} else "text3"
        strong = heavy or cell.tone == "strong"
        return (Type.STRONG if strong else Type.BODY), color

    def _frame(
        self, painter: QPainter, cell: Cell, rect: QRect, *, active: bool, current: bool
    ) -> None:
        if not (current or (active and cell.editable)):
            return
        room = QRectF(rect).adjusted(4, 5, -4, -6)
        if not cell.editable:
            color = self._pencil.theme.color("focus")
            painter.setPen(color)
            painter.setBrush(self._pencil.theme.color("selected"))
            painter.drawRoundedRect(room.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
            return
        if current:
            self._pencil.box(painter, room, "surface", line="accent", line_width=2)
        else:
            # A line of one pixel is sharp only half a pixel beside the grid.
            room.adjust(0.5, 0.5, -0.5, -0.5)
            self._pencil.box(painter, room, "surface", line="border_strong")

    def _sign(self, painter: QPainter, cell: Cell, rect: QRect, flags: int) -> None:
        text = cell.full_text
        width = min(self._pencil.width(text, Type.CHIP) + 34, rect.width() - 12)
        y = rect.y() + (rect.height() - 22) // 2
        x = {RIGHT: rect.right() - width - 6, LEFT: rect.x() + 6}.get(
            flags, rect.x() + (rect.width() - width) // 2
        )
        chip = QRect(x, y, width, 22)
        icon = "triangle-alert" if cell.tone == "warn" else "circle-alert"
        self._pencil.box(painter, QRectF(chip), f"{cell.tone}_soft", radius=5)
        self._pencil.icon(painter, chip.x() + 6, y + 4, icon, cell.tone, 14)
        area = chip.adjusted(22, 0, -6, 0)
        self._pencil.text(painter, area, text, Type.CHIP, cell.tone, RIGHT)
