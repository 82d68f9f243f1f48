"""Where the keyboard goes in a row view: a spreadsheet's moves between visible cells."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, Qt

if TYPE_CHECKING:
    from app.ui.widgets.row_canvas import RowCanvas

_LOOKED_AT: Final = 200
"""Rows in which the next cell to type into is looked for: a long list is not read to its end."""


def vertical(view: RowCanvas, index: QModelIndex, *, down: bool) -> QModelIndex:
    """Return the cell below or above in the same column; the same cell at the edge."""
    row = index.siblingAtColumn(0)
    beside = view.beside(row, down=down)
    return beside.siblingAtColumn(index.column()) if beside.isValid() else index


def sideways(view: RowCanvas, index: QModelIndex, *, right: bool) -> QModelIndex:
    """Return the next shown cell of the row; the same cell at the edge."""
    step = 1 if right else -1
    column = index.column() + step
    while 0 <= column < index.model().columnCount():
        if not view.header().isSectionHidden(column):
            return index.siblingAtColumn(column)
        column += step
    return index


def next_cell(view: RowCanvas, index: QModelIndex, *, forward: bool) -> QModelIndex:
    """Return the next cell one may type into, over the row's end; invalid after the last."""
    step = 1 if forward else -1
    count = index.model().columnCount()
    row, column = index.siblingAtColumn(0), index.column() + step
    for _ in range(_LOOKED_AT):
        if not row.isValid():
            break
        while 0 <= column < count:
            cell, hidden = row.siblingAtColumn(column), view.header().isSectionHidden(column)
            if not hidden and cell.flags() & Qt.ItemFlag.ItemIsEditable:
                return cell
            column += step
        row = view.beside(row, down=forward)
        column = 0 if forward else count - 1
    return QModelIndex()
