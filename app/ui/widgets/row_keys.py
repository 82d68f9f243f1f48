"""Where the keyboard goes in a row view: a spreadsheet's moves between visible cells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt

if TYPE_CHECKING:
    from PySide6.QtWidgets import QTreeView


def vertical(view: QTreeView, index: QModelIndex, *, down: bool) -> QModelIndex:
    """Return the cell below or above in the same column; the same cell at the edge."""
    row = index.siblingAtColumn(0)
    beside = view.indexBelow(row) if down else view.indexAbove(row)
    return beside.siblingAtColumn(index.column()) if beside.isValid() else index


def sideways(view: QTreeView, index: QModelIndex, *, right: bool) -> QModelIndex:
    """Return the next shown cell of the row; the same cell at the edge."""
    step = 1 if right else -1
    column = index.column() + step
    while 0 <= column < index.model().columnCount():
        if not view.isColumnHidden(column):
            return index.siblingAtColumn(column)
        column += step
    return index


def next_cell(view: QTreeView, index: QModelIndex, *, forward: bool) -> QModelIndex:
    """Return the next cell one may type into, over the row's end; invalid after the last."""
    step = 1 if forward else -1
    count = index.model().columnCount()
    row, column = index.siblingAtColumn(0), index.column() + step
    while row.isValid():
        while 0 <= column < count:
            cell = row.siblingAtColumn(column)
            if cell.flags() & Qt.ItemFlag.ItemIsEditable and not view.isColumnHidden(column):
                return cell
            column += step
        row = view.indexBelow(row) if forward else view.indexAbove(row)
        column = 0 if forward else count - 1
    return QModelIndex()
