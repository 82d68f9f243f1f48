"""Draws one whole row of a tree or table in one call.

Qt asks a Python model about ten times for each cell it paints; drawing the row from its value
instead makes a repaint five times faster and lets a row be laid out as one picture.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec import Struct
from PySide6.QtCore import QRect, QRectF

from app.ui.tokens import Height, Radius, TextStyle, Type
from app.ui.widgets.cell_painter import CellPainter
from app.ui.widgets.painting import LEFT, Pencil
from app.ui.widgets.rows import QuoteRow, Row, TableRow, cell_of

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from app.ui.theme import Theme

MARGIN: Final = 10
_CHEVRON: Final = 16
_TILE: Final = 28
_STEP: Final = 28  # how far one level is moved in
_TREE_LEFT: Final = 20


Span = tuple[int, int, int]


_KEPT = 70
"""Percent of a row that its title keeps beside a badge, where it needs them."""
_LEAST_CHIP = 36
"""Pixels below which a badge says nothing."""


class RowState(Struct):
    """How a row stands in its view at the moment it is painted.

    Attributes:
        selected: The row is among the selected ones.
        hovered: The mouse is over the row.
        current_column: Column of the keyboard's place in this row; -1 in another row.
        foldable: The row has rows below it.
        unfolded: They are shown.
        lasts: For a row inside a bundle or item, from the outermost level inwards: whether
            the branch ends there. Its length is the row's level.
    """

    selected: bool = False
    hovered: bool = False
    current_column: int = -1
    foldable: bool = False
    unfolded: bool = False
    lasts: tuple[bool, ...] = ()


class RowPainter:
    """Draws sections, bundles, items, charges and table rows.

    Attributes:
        cut_keys: Keys of the rows whose title or subtitle did not fit when last painted.
    """

    def __init__(self, theme: Theme) -> None:
        """Draw in the look of this theme."""
        self._pencil = Pencil(theme)
        self._cells = CellPainter(self._pencil)
        self.cut_keys: set[str] = set()

    def paint(
        self,
        painter: QPainter,
        row: Row,
        state: RowState,
        rect: QRect,
        columns: list[Span],
    ) -> None:
        """Draw a row.

        Args:
            painter: Draws on the viewport; its state is not restored.
            row: What to show.
            state: How it stands in the view.
            rect: The whole row over the width of the viewport.
            columns: Left edge, width and alignment flags of each column; width 0 hides it.
        """
        section = isinstance(row, QuoteRow) and row.kind == "section"
        self._background(painter, state, rect, section=section)
        x, width, _ = columns[0]
        first = QRect(x, rect.y(), width - MARGIN, rect.height())
        self._pencil.has_cut = False
        if section:
            # A section has no figures on the left, so its title may run over their columns.
            used = [at for k, (at, _, _) in enumerate(columns) if k and cell_of(row, k).text]
            right = min(used, default=rect.right())
            self._section_title(painter, row, state, QRect(x, rect.y(), right - x, rect.height()))
        elif state.lasts or (isinstance(row, QuoteRow) and row.kind == "charge"):
            self._inner_title(painter, row, state, first)
        else:
            self._title(painter, row, state, first)
        if self._pencil.has_cut:
            self.cut_keys.add(row.key)
        else:
            self.cut_keys.discard(row.key)
        for column in range(1, len(columns)):
            x, width, flags = columns[column]
            cell = cell_of(row, column)
            if width and (cell.text or cell.editable or state.current_column == column):
                self._cells.paint(
                    painter,
                    cell,
                    QRect(x, rect.y(), width, rect.height()),
                    flags,
                    active=state.selected or state.hovered,
                    current=state.current_column == column,
                    quiet=bool(state.lasts),
                    heavy=section,
                )

    def _background(
        self, painter: QPainter, state: RowState, rect: QRect, *, section: bool
    ) -> None:
        color = self._pencil.theme.color
        fill = "sunken" if section else "surface"
        if state.selected:
            fill = "selected"
        elif state.hovered:
            fill = "hover"
        painter.fillRect(rect, color(fill))
        painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, color("divider"))
        if state.selected:
            painter.fillRect(rect.x(), rect.y(), 3, rect.height(), color("selected_line"))

    def _chevron(self, painter: QPainter, x: int, rect: QRect, state: RowState) -> None:
        name = "chevron-down" if state.unfolded else "chevron-right"
        y = rect.y() + (rect.height() - _CHEVRON) // 2
        self._pencil.icon(painter, x, y, name, "text2", _CHEVRON)

    def _section_title(self, painter: QPainter, row: Row, state: RowState, rect: QRect) -> None:
        if state.foldable:
            self._chevron(painter, rect.x() + MARGIN, rect, state)
        area = rect.adjusted(34, 0, -MARGIN, 0)
        used = self._badged(painter, row, area, Type.STRONG)
        rest = area.adjusted(used + MARGIN, 0, 0, 0)
        if row.subtitle and rest.width() > 2 * _CHEVRON:
            self._pencil.text(painter, rest, row.subtitle, Type.CAPTION, "text3")

    def _title(self, painter: QPainter, row: Row, state: RowState, rect: QRect) -> None:
        tree = isinstance(row, QuoteRow)
        left = rect.x() + (_TREE_LEFT if tree else MARGIN + 2)
        if tree:
            if state.foldable:
                self._chevron(painter, left + 2, rect, state)
            left += 24
        if row.icon:
            left = self._tile(painter, row, state, QRect(left, rect.y(), _TILE, rect.height()))
        area = QRect(left, rect.y(), rect.right() - left, rect.height())
        style = Type.MEDIUM if tree or row.subtitle else Type.BODY
        if rect.height() < Height.ROW or not row.subtitle:
            self._one_line(painter, row, area, style, "text")
            return
        top = area.y() + (area.height() - 36) // 2
        used = QRect(area.x(), top, area.width(), 19)
        below = QRect(area.x(), top + 18, area.width(), 17)
        if isinstance(row, TableRow):
            self._pencil.matches(painter, used, row.title, row.title_marks, style)
            self._pencil.matches(painter, below, row.subtitle, row.subtitle_marks, Type.CAPTION)
        self._badged(painter, row, used, style)
        self._pencil.text(painter, below, row.subtitle, Type.CAPTION, "text3")

    def _tile(self, painter: QPainter, row: Row, state: RowState, rect: QRect) -> int:
        """Draw the icon on its tile and return where the text begins."""
        strong = state.selected or (isinstance(row, QuoteRow) and row.kind == "bundle")
        edge = _TILE if rect.height() >= Height.ROW else 22
        y = rect.y() + (rect.height() - edge) // 2
        fill = "accent_soft" if strong else "surface" if state.hovered else "sunken"
        if state.selected:
            fill = "surface"
        tile = QRectF(rect.x(), y, edge, edge)
        self._pencil.box(painter, tile, fill, radius=Radius.CONTROL)
        inset = (edge - 16) // 2
        color = "accent_text" if strong else "text2"
        self._pencil.icon(painter, rect.x() + inset, y + inset, row.icon, color, 16)
        return rect.x() + edge + 12

    def _badged(self, painter: QPainter, row: Row, rect: QRect, style: TextStyle) -> int:
        """Draw title and badge and return how many pixels they take.

        Where there is no room for both, the badge gives way first: a row without its name says
        nothing.
        """
        chip = self._pencil.chip_width(row.badge) - 4 if row.badge else 0
        if chip:
            kept = min(self._pencil.width(row.title, style), rect.width() * _KEPT // 100)
            chip = min(chip, rect.width() - kept - 8)
            chip = chip if chip >= _LEAST_CHIP else 0
        room = rect.adjusted(0, 0, -(chip + 8) if chip else 0, 0)
        used = self._pencil.text(painter, room, row.title, style, "text")
        if chip:
            y = rect.y() + (rect.height() - 18) // 2
            place = QRect(rect.x() + used + 8, y, chip, 18)
            self._pencil.chip(painter, place, row.badge, "accent_text", "accent_soft", Radius.CELL)
        return used + (chip + 8 if chip else 0)

    def _one_line(
        self, painter: QPainter, row: Row, rect: QRect, style: TextStyle, color: str
    ) -> None:
        if color == "text":
            used = self._badged(painter, row, rect, style)
        else:
            used = self._pencil.text(painter, rect, row.title, style, color)
        rest = rect.adjusted(used + MARGIN, 0, 0, 0)
        if row.subtitle and rest.width() > 2 * _CHEVRON:
            self._pencil.text(painter, rest, row.subtitle, Type.CAPTION, "text3", LEFT)

    def _inner_title(self, painter: QPainter, row: Row, state: RowState, rect: QRect) -> None:
        level = max(len(state.lasts), 1)
        line = self._pencil.theme.color("border_strong")
        middle = rect.y() + rect.height() // 2
        left = rect.x() + _TREE_LEFT + 24 + _TILE // 2
        for depth, last in enumerate(state.lasts or (True,)):
            x = left + depth * _STEP
            inner = depth == level - 1
            if inner or not last:
                end = middle if inner and last else rect.bottom() + 1
                painter.fillRect(x, rect.y(), 1, end - rect.y(), line)
            if inner:
                painter.fillRect(x, middle, 12, 1, line)
        left += (level - 1) * _STEP + 17
        if state.foldable:
            self._chevron(painter, left, rect, state)
            left += 20
        if row.icon:
            self._pencil.icon(painter, left, middle - 8, row.icon, "text3", 16)
            left += 24
        area = QRect(left, rect.y(), rect.right() - left, rect.height())
        self._one_line(painter, row, area, Type.CAPTION, "text2")


def chevron_zone(row: Row, level: int) -> tuple[int, int]:
    """Return where a click folds a row, as offsets from the left edge of its first column."""
    if isinstance(row, TableRow):
        return (0, 0)
    if row.kind == "section":
        return (0, 34)
    if level == 0:
        return (_TREE_LEFT - 4, _TREE_LEFT + 22)
    left = _TREE_LEFT + 24 + _TILE // 2 + (level - 1) * _STEP + 13
    return (left, left + 24)
