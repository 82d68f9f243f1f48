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
    sight = view.choice.in_sight()
    column = index.column()
    at = sight.index(column) + (1 if right else -1) if column in sight else -1
    return index.siblingAtColumn(sight[at]) if 0 <= at < len(sight) else index


def next_cell(view: RowCanvas, index: QModelIndex, *, forward: bool) -> QModelIndex:
    """Return the next cell one may type into, over the row's end; invalid after the last."""
    sight = view.choice.in_sight()
    step = 1 if forward else -1
    row, column = index.siblingAtColumn(0), index.column()
    at = sight.index(column) + step if column in sight else 0
    for _ in range(_LOOKED_AT):
        if not row.isValid():
            break
        while 0 <= at < len(sight):
            cell = row.siblingAtColumn(sight[at])
            if cell.flags() & Qt.ItemFlag.ItemIsEditable:
                return cell
            at += step
        row = view.beside(row, down=forward)
        at = 0 if forward else len(sight) - 1
    return QModelIndex()
