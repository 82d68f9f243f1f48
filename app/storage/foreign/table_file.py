"""The values that a table file is read into: sheets of rows of text, and the cells with a fault."""

from __future__ import annotations

import msgspec

from app.storage.foreign.findings import GateFinding


class FaultyCell(msgspec.Struct, frozen=True):
    """A cell that shows an error, or nothing that can be trusted; it is never text.

    Attributes:
        row: Row number as a spreadsheet shows it, from 1.
        column: Column number, from 1.
        code: ``cell.error_value``, ``cell.formula_without_value``, ``cell.not_a_number``,
            ``cell.digits_lost``, ``cell.impossible_date`` or ``cell.damaged``; explained in
            ``gate.toml``.
        text: What the file holds there, such as ``#REF!``.
    """

    row: int
    column: int
    code: str
    text: str = ""

    @property
    def place(self) -> str:
        """Such as ``C12``."""
        return f"{column_letters(self.column)}{self.row}"

    @property
    def parameters(self) -> dict[str, str]:
        """The values that the text of the code names."""
        return {"value": self.text}


Cell = str | FaultyCell
"""Text as the user sees it, except that a number keeps all its digits and has no separators."""


class Row(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """One row that holds something.

    Attributes:
        number: Row number as a spreadsheet shows it, from 1.
        cells: From the first column on; rows of one sheet may differ in length.
        hidden: The user does not see this row: hidden, filtered out or folded away.
    """

    number: int
    cells: tuple[Cell, ...]
    hidden: bool = False

    def cell(self, column: int) -> Cell:
        """The cell in a column counted from 1; empty text beyond the last one."""
        return self.cells[column - 1] if column <= len(self.cells) else ""


class Sheet(msgspec.Struct, frozen=True):
    """One sheet; a text file has one without a name.

    Attributes:
        name: As on its tab.
        rows: Rows that hold something, from the top; empty rows are left out.
        hidden: The user does not see this sheet.
        hidden_columns: Numbers of the columns that the user does not see, from 1.
        merged: Merged ranges such as ``A1:C1``; the text is in the first cell.
    """

    name: str
    rows: tuple[Row, ...]
    hidden: bool = False
    hidden_columns: tuple[int, ...] = ()
    merged: tuple[str, ...] = ()

    def faults(self) -> tuple[FaultyCell, ...]:
        """Every faulty cell, row by row."""
        return tuple(
            cell for row in self.rows for cell in row.cells if isinstance(cell, FaultyCell)
        )


class TableFile(msgspec.Struct, frozen=True):
    """A whole table file.

    Attributes:
        kind: ``xlsx``, ``xls`` or ``text``.
        sheets: In the order of their tabs.
        encoding: Of a text file: ``utf-8``, ``utf-16`` or ``gb18030``; else empty.
        separator: Of a text file: comma, semicolon or tab; else empty.
        warnings: What the gate found worth telling: hidden sheets, strange characters.
    """

    kind: str
    sheets: tuple[Sheet, ...]
    encoding: str = ""
    separator: str = ""
    warnings: tuple[GateFinding, ...] = ()


def column_letters(column: int) -> str:
    """Letters of a column counted from 1: 1 is ``A``, 27 is ``AA``."""
    letters = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
