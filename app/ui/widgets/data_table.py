"""A fast flat table for customers, bills and catalogue lists, read-only or with editable cells.

Its rows have one height, so Qt lays out any number of them by arithmetic; what a row says is asked
for when it is painted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHeaderView, QTableView

from app.ui.tokens import Height
from app.ui.widgets.data_table_model import COMPARED, DataTableModel
from app.ui.widgets.row_view import RowView

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QWidget

    from app.ui.widgets.rows import ColumnSpec, TableRow


class DataTable(RowView, QTableView):
    """Shows rows; signals as in ``RowView``, and one more.

    * ``sort_requested(column, descending)``: a sortable header was clicked. The rows are sorted by
      whoever gives them; column -1 asks for the usual order.

    Enter on a row that cannot be typed into fires ``opened``.
    """

    sort_requested = Signal(int, bool)

    def __init__(
        self,
        columns: Sequence[ColumnSpec],
        name: str,
        *,
        compact: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Begin without rows.

        Args:
            columns: The first shows titles, the others the cells of a row in order.
            name: What a screen reader calls the table.
            compact: Whether rows are low and hold one line of text.
            parent: Parent widget.
        """
        self._table = DataTableModel(columns)
        self._sorted = (-1, False)
        self._wants_sorting = ("", False)
        super().__init__(self._table, name, parent)
        if compact:
            self.keep_row_height(Height.ROW_COMPACT)
        self.header().sectionClicked.connect(self._sort)
        self.choice.sorting_wanted.connect(self._show_sorting)

    @property
    def column_specs(self) -> tuple[ColumnSpec, ...]:
        """The columns, in the order of their numbers."""
        return self._table.columns

    def header(self) -> QHeaderView:
        """Return the titles of the columns."""
        return self.horizontalHeader()

    def _behave(self) -> None:
        super()._behave()
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        numbers = self.verticalHeader()
        numbers.hide()
        numbers.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        titles = self.horizontalHeader()
        # A click on a title sorts; Qt would also select every row.
        titles.sectionPressed.disconnect()
        titles.sectionEntered.disconnect()

    def set_row_height(self, height: int) -> None:
        """Make all rows this high."""
        super().set_row_height(height)
        numbers = self.verticalHeader()
        numbers.setMinimumSectionSize(height)
        numbers.setDefaultSectionSize(height)

    def moveCursor(
        self, action: QTableView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Home and End lead to the first and the last row, in the same column."""
        actions = QTableView.CursorAction
        if action in {actions.MoveHome, actions.MoveEnd}:
            last = self._table.rowCount() - 1
            row = 0 if action == actions.MoveHome else last
            return self._table.index(row, max(0, self.currentIndex().column()))
        return super().moveCursor(action, modifiers)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows that are seen."""
        self._look_up_columns()
        painter = QPainter(self.viewport())
        area = event.rect()
        row = self.rowAt(area.top())
        while 0 <= row < self._table.rowCount():
            top = self.rowViewportPosition(row)
            if top > area.bottom():
                break
            rect = QRect(0, top, self.viewport().width(), self.rowHeight(row))
            self._paint_row(painter, rect, self._table.index(row, 0))
            row += 1
        painter.end()

    def set_rows(self, rows: Sequence[TableRow]) -> None:
        """Show these rows; the keyboard's place stays, by key, in lists of up to 5,000 rows."""
        key, column = self.current_key(), self.current_column()
        if not self._table.set_rows(rows) and key and len(rows) <= COMPARED:
            self.set_current(key, column)

    def keys_from(self, row: int, count: int) -> tuple[str, ...]:
        """Keys of so many rows from one on."""
        last = min(row + count, self._table.rowCount())
        return tuple(self._table.key_at(self._table.index(at, 0)) for at in range(row, last))

    def set_sorted(self, column: int, *, descending: bool) -> None:
        """Mark the column by which the rows are sorted; -1 marks none."""
        self._sorted = (column, descending)
        header = self.header()
        header.setSortIndicatorShown(column >= 0)
        orders = Qt.SortOrder
        order = orders.DescendingOrder if descending else orders.AscendingOrder
        header.setSortIndicator(column, order)
        self._wants_sorting = (self._table.columns[column].id if column >= 0 else "", descending)
        self.choice.sort_by(column, descending=descending)

    def _show_sorting(self, column: str, descending: bool) -> None:
        """Ask for the order that was wanted before, once."""
        if (column, descending) == self._wants_sorting:
            return
        self._wants_sorting = (column, descending)
        for place, one in enumerate(self._table.columns):
            if one.id == column and one.sortable:
                self.sort_requested.emit(place, descending)
        if not column and self._sorted[0] >= 0:
            self.sort_requested.emit(-1, False)

    def _sort(self, column: int) -> None:
        former, descending = self._sorted
        # The header has already turned its mark; it says what is, not what is asked for.
        self.set_sorted(former, descending=descending)
        if not self._table.columns[column].sortable:
            return
        if former == column and descending:
            self.sort_requested.emit(-1, False)
        else:
            self.sort_requested.emit(column, former == column)

    def _enter(self, index: QModelIndex, *, up: bool) -> None:
        if up or self._editable(index):
            super()._enter(index, up=up)
        else:
            self.opened.emit(self._table.key_at(index))
