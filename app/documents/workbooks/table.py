"""Table: columns of a sheet by name, so that formulas are written with names, not letters."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from openpyxl.utils import get_column_letter

from app.documents.workbooks.styles import Style

if TYPE_CHECKING:
    from app.documents.workbooks.cells import CellValue, SheetWriter
    from app.translation import Words


class Column(NamedTuple):
    """A column: its name in formulas and texts, and its width in characters."""

    key: str
    width: float


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

    def filled(self, template: str, row: int, **others: object) -> str:
        """A formula in which ``{name}`` stands for the cell of that column in ``row``."""
        cells = {key: f"{letter}{row}" for key, letter in self._letters.items()}
        return template.format_map({**cells, **others})

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
