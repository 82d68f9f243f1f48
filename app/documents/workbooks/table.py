"""Table: columns of a sheet by name, so that formulas are written with names, not letters."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from openpyxl.utils import get_column_letter

from app.documents.workbooks.styles import Style

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.documents.workbooks.cells import CellValue
    from app.documents.workbooks.sheet_writer import SheetWriter
    from app.translation import Words


ROW_HEIGHT = 18
_FIRST_WIDE = 0x2E80
"""From here on, letters are as wide as Chinese characters."""
_WIDE, _NARROW = 1.75, 0.8
"""Width of a Chinese and of an average Latin letter, in widths of a digit."""


def lines_of(text: str, width: float) -> int:
    """Lines that a text needs, at least, in a column of a width in digits."""
    return sum(
        1 + int(sum(_WIDE if ord(x) >= _FIRST_WIDE else _NARROW for x in line) // width)
        for line in text.split("\n")
    )


def set_height(writer: SheetWriter, row: int, name: str, table: Table) -> None:
    """Make a row as high as its name needs."""
    lines = lines_of(name, table.columns[table.numbers["name"] - 1].width - 2)
    writer.set_height(row, max(ROW_HEIGHT, 4 + 14 * lines))


class Column(NamedTuple):
    """A column: its name in formulas and texts, and its width in characters."""

    key: str
    width: float


class _RowCells(dict[str, str]):
    """The cells of one row by column name, each made when a formula asks for it."""

    def __init__(self, letters: Mapping[str, str], row: int) -> None:
        super().__init__()
        self._letters = letters
        self._row = row

    def __missing__(self, key: str) -> str:
        return f"{self._letters[key]}{self._row}"


class Table:
    """Named columns from column A on.

    Attributes:
        columns: From left to right.
        numbers: Position of each column from 1, by name.
    """

    def __init__(self, *columns: Column) -> None:
        """Number the columns from the left."""
        self.columns = columns
        self.numbers = {column.key: n for n, column in enumerate(columns, start=1)}
        self._letters = {key: get_column_letter(n) for key, n in self.numbers.items()}

    @property
    def width(self) -> int:
        """How many columns there are."""
        return len(self.columns)

    def letter(self, key: str) -> str:
        """Letter of a column."""
        return self._letters[key]

    def filled(self, template: str, row: int) -> str:
        """A formula in which ``{name}`` stands for the cell of that column in ``row``."""
        return template.format_map(_RowCells(self._letters, row))

    def span(self, key: str, first: int, last: int) -> str:
        """The cells of a column from row to row, absolute, as a formula refers to them."""
        letter = self._letters[key]
        return f"${letter}${first}:${letter}${last}"

    def write_head(self, writer: SheetWriter, row: int, words: Words, texts: str) -> None:
        """Write the headings, whose texts are found under the prefix, and set the widths."""
        for number, column in enumerate(self.columns, start=1):
            writer.put(row, number, words(f"{texts}.{column.key}"), Style.HEAD)
            letter = get_column_letter(number)
            writer.sheet.column_dimensions[letter].width = column.width

    def put(
        self,
        writer: SheetWriter,
        row: int,
        key: str,
        value: CellValue,
        style: Style,
        number_format: str = "",
    ) -> None:
        """Write into a named column."""
        writer.put(row, self.numbers[key], value, style, number_format)
