"""A fast flat table for customers, bills and catalogue lists, read-only or with editable cells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from app.ui.tokens import Height
from app.ui.widgets.data_table_model import COMPARED, DataTableModel
from app.ui.widgets.row_view import RowView

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QModelIndex
    from PySide6.QtWidgets import QWidget

    from app.ui.widgets.rows import ColumnSpec, TableRow


class DataTable(RowView):
    """Shows rows; signals as in ``RowView``, and one more.

    * ``sort_requested(column, descending)``: a sortable header was clicked. The rows are sorted by
      whoever gives them.

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
        super().__init__(self._table, name, parent)
        if compact:
            self.set_row_height(Height.ROW_COMPACT)
        self.header().sectionClicked.connect(self._sort)

    def set_rows(self, rows: Sequence[TableRow]) -> None:
        """Show these rows; the keyboard's place stays, by key, in lists of up to 5,000 rows."""
        key, column = self.current_key(), self.current_column()
        if not self._table.set_rows(rows) and key and len(rows) <= COMPARED:
            self.set_current(key, column)

    def set_sorted(self, column: int, *, descending: bool) -> None:
        """Mark the column by which the rows are sorted; -1 marks none."""
        self._sorted = (column, descending)
        header = self.header()
        header.setSortIndicatorShown(column >= 0)
        orders = Qt.SortOrder
        order = orders.DescendingOrder if descending else orders.AscendingOrder
        header.setSortIndicator(column, order)

    def _sort(self, column: int) -> None:
        former, descending = self._sorted
        # The header has already turned its mark; it says what is, not what is asked for.
        self.set_sorted(former, descending=descending)
        if self._table.columns[column].sortable:
            self.sort_requested.emit(column, former == column and not descending)

    def _enter(self, index: QModelIndex, *, up: bool) -> None:
        if up or self._editable(index):
            super()._enter(index, up=up)
        else:
            self.opened.emit(self._table.key_at(index))
