"""Table files from outside as grids of texts, with what the gate found worth telling."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.storage.foreign.table_file import FaultyCell
from catalog.layout.grid import Grid, GridFault, GridRow, merged_range
from catalog.pace import Pace, paced
from catalog.problem import Place, Problem, Severity

if TYPE_CHECKING:
    from app.storage.foreign.table_file import Row, Sheet, TableFile

_TEXT_ONLY = frozenset((str,))


def grids_of(table: TableFile, file: str, pace: Pace) -> list[Grid]:
    """Its sheets; faulty cells are noted and read as empty.

    Args:
        table: As read behind the gate.
        file: Name of the file, for findings.
        pace: May stop the work.
    """
    return [_grid(sheet, file, pace) for sheet in table.sheets]


def gate_warnings(table: TableFile) -> tuple[Problem, ...]:
    """What the gate found worth telling, as findings."""
    return tuple(
        Problem(found.code, Severity.WARNING, Place(), dict(found.parameters))
        for found in table.warnings
    )


def _grid(sheet: Sheet, file: str, pace: Pace) -> Grid:
    faults: dict[tuple[int, int], GridFault] = {}
    rows = tuple(
        GridRow(row.number, _texts(row, faults), row.hidden) for row in paced(sheet.rows, pace)
    )
    merged = tuple(one for text in sheet.merged if (one := merged_range(text)) is not None)
    return Grid(file, sheet.name, rows, faults, sheet.hidden_columns, merged, sheet.hidden)


def _texts(row: Row, faults: dict[tuple[int, int], GridFault]) -> tuple[str, ...]:
    """The texts of a row; faulty cells are noted and read as empty."""
    if set(map(type, row.cells)) <= _TEXT_ONLY:
        return row.cells  # type: ignore[return-value] # every cell was just seen to be a text
    texts = []
    for cell in row.cells:
        if isinstance(cell, FaultyCell):
            faults[cell.row, cell.column] = GridFault(cell.code, cell.text)
        texts.append("" if isinstance(cell, FaultyCell) else cell)
    return tuple(texts)
