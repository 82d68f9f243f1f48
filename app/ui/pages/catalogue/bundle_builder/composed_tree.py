"""The composed list: typed into like a spreadsheet, reordered by Alt+arrow or by dragging."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication

from app.ui.presenting.bundle_parts import DEFAULT, LEAST, TERMS
from app.ui.tokens import Height
from app.ui.widgets.quote_tree import QuoteTree
from catalog.bundle_draft import list_of, position_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QPointF
    from PySide6.QtGui import QKeyEvent, QMouseEvent
    from PySide6.QtWidgets import QWidget

    from app.ui.widgets.rows import ColumnSpec, QuoteRow

_STEPS: Final = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_OPEN: Final = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2}
_CHOOSE: Final = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_F2}


class ComposedTree(QuoteTree):
    """Shows the parts of a bundle; signals as in ``RowView``, and these.

    * ``moved(place, to)``: a part is wanted at another position of its list.
    * ``choice_wanted(place)``: how a part is counted is to be chosen from a few words.
    """

    moved = Signal(str, int)
    choice_wanted = Signal(str)

    def __init__(
        self, columns: Sequence[ColumnSpec], name: str, parent: QWidget | None = None
    ) -> None:
        """Begin without rows."""
        super().__init__(columns, name, parent)
        self.keep_row_height(Height.ROW_COMPACT + 4)
        self._held, self._held_at = "", 0.0
        self._numbers = True

    def set_parts(self, rows: tuple[QuoteRow, ...], *, numbers: bool) -> None:
        """Show rows; the columns of least and most only where something has such numbers."""
        if numbers != self._numbers:
            self._numbers = numbers
            for column in range(LEAST, DEFAULT + 1):
                self.setColumnHidden(column, not numbers)
        self.set_rows(rows)

    # ------------------------------------------------------------ keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt with an arrow moves the part; Enter opens the choice of its terms, or its details."""
        place, key = self.current_key(), Qt.Key(event.key())
        alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
        if alt and key in _STEPS and _is_part(place):
            self.moved.emit(place, position_of(place) + _STEPS[key])
        elif not event.modifiers() and key in _CHOOSE and self._is_choice():
            self.choice_wanted.emit(place)
        elif not event.modifiers() and key in _OPEN and self.currentIndex().column() == 0:
            self.opened.emit(place)
        else:
            super().keyPressEvent(event)

    def _is_choice(self) -> bool:
        index = self.currentIndex()
        if index.column() != TERMS or self._editable(index):
            return False
        return bool(self._rows.cell_at(index).text)

    # ------------------------------------------------------------ pointer

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A part is taken up by its title."""
        super().mousePressEvent(event)
        place = self._place_at(event.position())
        in_title = self.indexAt(event.position().toPoint()).column() == 0
        self._held = place if in_title and _is_part(place) else ""
        self._held_at = event.position().y()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A hand shows that a part is held."""
        if not self._held:
            super().mouseMoveEvent(event)
            return
        if abs(event.position().y() - self._held_at) >= QApplication.startDragDistance():
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The part is put where it is let go, inside its own list."""
        held, self._held = self._held, ""
        self.viewport().unsetCursor()
        over = self._place_at(event.position())
        super().mouseReleaseEvent(event)
        if held and over != held and _is_part(over) and list_of(over) == list_of(held):
            self.moved.emit(held, position_of(over))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click on the terms opens the choice."""
        if self._is_choice():
            self._held = ""
            self.choice_wanted.emit(self.current_key())
            return
        super().mouseDoubleClickEvent(event)

    def _place_at(self, point: QPointF) -> str:
        return self._rows.key_at(self.indexAt(point.toPoint()))


def _is_part(place: str) -> bool:
    """Whether a row is a part of a list, which a heading without a number is not."""
    return place.rpartition("/")[2].isdigit()
