"""What the tree and the table have in common as Qt models: texts, flags, headers, edit requests."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from app.ui.widgets.figure_text import figure_text
from app.ui.widgets.rows import Cell, ColumnSpec, Row, cell_of

if TYPE_CHECKING:
    from collections.abc import Sequence

Index = QModelIndex | QPersistentModelIndex

_ALIGNMENTS: Final = {
    "left": Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
    "right": Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
    "center": Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter,
}
ROOT: Final = QModelIndex()


def alignment_of(column: ColumnSpec) -> Qt.AlignmentFlag:
    """Return where the texts of a column stand."""
    return _ALIGNMENTS[column.align]


class RowModel(QAbstractItemModel):
    """Rows of display values. Nothing is changed here: an edit is only asked for.

    ``edit_requested(key, column, text)`` fires when the user has typed a new text into a cell.
    """

    edit_requested = Signal(str, int, str)

    def __init__(self, columns: Sequence[ColumnSpec], parent: QObject | None = None) -> None:
        """Begin without rows.

        Args:
            columns: The columns; the first shows titles, the others the cells in order.
            parent: Owner of the model.
        """
        super().__init__(parent)
        self.columns = tuple(columns)

    @abstractmethod
    def row_at(self, index: Index) -> Row:
        """Return the row of a valid index."""

    @abstractmethod
    def index_of(self, key: str, column: int = 0) -> QModelIndex:
        """Return the index of the row with this key; invalid when there is none."""

    def key_at(self, index: Index) -> str:
        """Return the key of the row at an index; empty for an invalid one."""
        return self.row_at(index).key if index.isValid() else ""

    def cell_at(self, index: Index) -> Cell:
        """Return the cell at a valid index; an empty one in the first column."""
        return cell_of(self.row_at(index), index.column())

    def columnCount(self, parent: Index = ROOT) -> int:  # noqa: ARG002 - Qt's signature
        """Return the number of columns, the same for every row."""
        return len(self.columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401 - Qt's variant
        """Return the title of a column and where it stands."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return alignment_of(self.columns[section])
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Rows can be selected; cells marked so can be edited."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        # A view asks for the first column of every row when it lays out: no row is made for that.
        if index.column() and self.cell_at(index).editable:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's variant
        """Return texts for editors, tool tips and screen readers; painting does not ask."""
        if not index.isValid():
            return None
        row, column = self.row_at(index), index.column()
        cell = cell_of(row, column)
        answer: object = None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                answer = cell.full_text if column else row.title
            case Qt.ItemDataRole.EditRole:
                answer = self._typed_text(cell, column) if column else row.title
            case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleDescriptionRole:
                answer = cell.hint or None
            case Qt.ItemDataRole.TextAlignmentRole:
                answer = alignment_of(self.columns[column])
            case Qt.ItemDataRole.AccessibleTextRole:
                answer = self._spoken(row, column, cell)
        return answer

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Ask for an edit by ``edit_requested``; the rows stay until they are replaced."""
        if role != Qt.ItemDataRole.EditRole or not index.isValid():
            return False
        if not self.cell_at(index).editable:
            return False
        self.edit_requested.emit(self.key_at(index), index.column(), str(value))
        return True

    def _typed_text(self, cell: Cell, column: int) -> str:
        """What stands in an editor when it opens."""
        return figure_text(cell.text) if self.columns[column].typed == "figure" else cell.text

    def _spoken(self, row: Row, column: int, cell: Cell) -> str:
        if column == 0:
            return "，".join(text for text in (row.title, row.badge, row.subtitle) if text)
        return f"{self.columns[column].title} {cell.full_text}"
