"""A flat list of rows as a Qt model; rows are read when they are shown, so a list may be lazy."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, overload

from PySide6.QtCore import QModelIndex, QObject

from app.ui.widgets.row_model import ROOT, Index, RowModel
from app.ui.widgets.rows import LazyRows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.ui.widgets.rows import ColumnSpec, TableRow

COMPARED: Final = 5000  # longer lists are replaced as a whole


class DataTableModel(RowModel):
    """Rows in the order given."""

    def __init__(self, columns: Sequence[ColumnSpec], parent: QObject | None = None) -> None:
        """Begin without rows."""
        super().__init__(columns, parent)
        self._rows: Sequence[TableRow] = ()

    def row_at(self, index: Index) -> TableRow:
        """Return the row of a valid index."""
        return self._rows[index.row()]

    def index_of(self, key: str, column: int = 0) -> QModelIndex:
        """Return the index of the first row with this key; it looks through the list."""
        if isinstance(self._rows, LazyRows):
            found = self._rows.place_of(key)
            return self.createIndex(found, column) if found >= 0 else QModelIndex()
        for place, row in enumerate(self._rows):
            if row.key == key:
                return self.createIndex(place, column)
        return QModelIndex()

    def index(self, row: int, column: int, parent: Index = ROOT) -> QModelIndex:
        """Return the index of a cell; invalid outside the table."""
        inside = 0 <= row < len(self._rows) and 0 <= column < len(self.columns)
        return self.createIndex(row, column) if inside and not parent.isValid() else QModelIndex()

    @overload
    def parent(self) -> QObject | None: ...
    @overload
    def parent(self, child: Index, /) -> QModelIndex: ...
    def parent(self, child: Index | None = None) -> QObject | QModelIndex | None:
        """Return an invalid index: nothing is above a row. Without an argument, the owner."""
        return super().parent() if child is None else QModelIndex()

    def rowCount(self, parent: Index = ROOT) -> int:
        """Return the number of rows; no row has rows below it."""
        return 0 if parent.isValid() else len(self._rows)

    def hasChildren(self, parent: Index = ROOT) -> bool:
        """Only the table itself has rows."""
        return not parent.isValid() and bool(self._rows)

    def set_rows(self, rows: Sequence[TableRow]) -> bool:
        """Show these rows; where the keys are the same as before, only changed rows are told.

        Returns:
            Whether the rows were only updated, so that a view's place is still right.
        """
        old = self._rows
        if isinstance(rows, LazyRows) and isinstance(old, LazyRows) and _same(rows, old):
            self._rows = rows
            self._tell_all()
            return True
        same = len(rows) == len(old) <= COMPARED and all(
            new.key == former.key for new, former in zip(rows, old, strict=True)
        )
        if not same:
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()
            return False
        self._rows = rows
        last = len(self.columns) - 1
        for place, (new, former) in enumerate(zip(rows, old, strict=True)):
            if new is not former and new != former:
                self.dataChanged.emit(self.createIndex(place, 0), self.createIndex(place, last))
        return True

    def _tell_all(self) -> None:
        """Any row may look different: a row that nobody sees costs nothing."""
        if self._rows:
            corner = self.createIndex(len(self._rows) - 1, len(self.columns) - 1)
            self.dataChanged.emit(self.createIndex(0, 0), corner)


def _same(rows: LazyRows, others: LazyRows) -> bool:
    """Whether the keys are the same; of an edited list they are one object."""
    return rows.keys is others.keys or rows.keys == others.keys
