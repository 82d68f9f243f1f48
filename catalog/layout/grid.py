"""Grid: the cells of one sheet as text, with what else a reader of tables must know."""

from __future__ import annotations

import re

import msgspec

_RANGE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})(?::([A-Z]{1,3})([0-9]{1,7}))?")


class GridRow(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """One row that holds something.

    Attributes:
        number: As a spreadsheet shows it, from 1.
        cells: From the first column on; rows of one sheet may differ in length.
        hidden: The user does not see this row.
    """

    number: int
    cells: tuple[str, ...]
    hidden: bool = False

    def cell(self, column: int) -> str:
        """The text in a column counted from 1; empty beyond the last one."""
        return self.cells[column - 1] if column <= len(self.cells) else ""


class GridFault(msgspec.Struct, frozen=True):
    """Why a cell has no text: code of the finding, and what the file holds there."""

    code: str
    text: str = ""


class MergedRange(msgspec.Struct, frozen=True):
    """Cells merged into one; its text is in the first. All counted from 1, ends included."""

    top: int
    left: int
    bottom: int
    right: int


class Grid(msgspec.Struct, frozen=True):
    """One sheet.

    Attributes:
        file: Name of the file, for findings.
        sheet: Name of the sheet, for findings; empty for text.
        rows: Rows that hold something, from the top.
        faults: Cells without a text, by row and column counted from 1; they read as empty.
        hidden_columns: Numbers of the columns that the user does not see, from 1.
        merged: Merged ranges.
        hidden: The user does not see this sheet.
    """

    file: str
    sheet: str
    rows: tuple[GridRow, ...]
    faults: dict[tuple[int, int], GridFault] = {}
    hidden_columns: tuple[int, ...] = ()
    merged: tuple[MergedRange, ...] = ()
    hidden: bool = False


def column_letters(column: int) -> str:
    """Letters of a column counted from 1: 1 is ``A``, 27 is ``AA``."""
    letters = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def column_number(letters: str) -> int:
    """Number of a column from its letters: ``A`` is 1, ``AA`` is 27."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def merged_range(text: str) -> MergedRange | None:
    """A range such as ``A1:C2``; ``None`` for anything else."""
    found = _RANGE.fullmatch(text)
    if found is None:
        return None
    left, top, right, bottom = found.groups()
    first, last = column_number(left), column_number(right or left)
    return MergedRange(int(top), first, int(bottom or top), last)
