"""Rows of text that are typed or pasted into a small table: which count, and what a cell means."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from catalog.cell_text import CellFault

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from typing import TypeAlias

    Rows: TypeAlias = Sequence[Sequence[str]]

T = TypeVar("T")


class RowFault(CellFault):
    """A cell of a table has no reading, or a row contradicts itself or another one.

    Attributes:
        row: Its row, from 1.
        column: Its column, from 0; -1 for the row as a whole.
    """

    def __init__(self, row: int, fault: CellFault, column: int = -1) -> None:
        """Keep what is wrong, and where."""
        super().__init__(fault.code, **fault.parameters)
        self.row = row
        self.column = column


class TypedRow:
    """One row, whose cells are read by their place."""

    def __init__(self, number: int, cells: Sequence[str], width: int) -> None:
        """Take a row; cells that are missing at its end are empty."""
        self.number = number
        self.cells = (*(cell.strip() for cell in cells), *[""] * width)[:width]

    def read(self, column: int, read: Callable[[str], T]) -> T:
        """What a cell means.

        Raises:
            RowFault: It has no reading.
        """
        try:
            return read(self.cells[column])
        except CellFault as fault:
            raise RowFault(self.number, fault, column) from None

    def fault(self, code: str, column: int = -1, **parameters: object) -> RowFault:
        """What is wrong with the row or with one of its cells."""
        return RowFault(self.number, CellFault(code, **parameters), column)


def typed_rows(rows: Rows, width: int) -> Iterator[TypedRow]:
    """The rows in which anything is written, with their places among all."""
    for number, cells in enumerate(rows, 1):
        row = TypedRow(number, cells, width)
        if any(row.cells):
            yield row


def optional(read: Callable[[str], T]) -> Callable[[str], T | None]:
    """A reader to which an empty cell means nothing."""
    return lambda text: read(text) if text else None
