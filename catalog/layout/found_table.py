"""What finding tables gives: headings with their columns, and where the rows begin and end."""

from __future__ import annotations

import hashlib
import unicodedata

import msgspec

from catalog.layout.grid import GridRow, column_letters


class FoundColumn(msgspec.Struct, frozen=True):
    """A column of a table.

    Attributes:
        number: In the sheet, from 1.
        heading: All of its headings from the top, ``价格 / 月租`` for one below another.
        hidden: The user does not see it.
    """

    number: int
    heading: str
    hidden: bool = False

    @property
    def label(self) -> str:
        """Letters and heading, as findings name the column: ``C 月租``."""
        letters = column_letters(self.number)
        return f"{letters} {self.heading}" if self.heading else letters


class FoundTable(msgspec.Struct, frozen=True):
    """A table in a sheet.

    Attributes:
        file: Name of the file.
        sheet: Name of the sheet.
        header_rows: Numbers of the rows of its headings; none for a block without headings.
        columns: From left to right; the table has no others.
        rows: Everything below the headings up to the next table, repeated headings taken out;
            blank rows are not there, rows of totals and notes still are.
        repeated: Numbers of the rows that repeat the headings.
        hidden: The user does not see the sheet.
    """

    file: str
    sheet: str
    header_rows: tuple[int, ...]
    columns: tuple[FoundColumn, ...]
    rows: tuple[GridRow, ...]
    repeated: tuple[int, ...] = ()
    hidden: bool = False

    @property
    def fingerprint(self) -> str:
        """The same for every table with these headings in this order, wherever it stands."""
        return layout_fingerprint([column.heading for column in self.columns])

    def values(self, position: int) -> tuple[str, ...]:
        """The texts of a column, by its position from 0; one a row."""
        number = self.columns[position].number
        return tuple(row.cell(number) for row in self.rows)


def layout_fingerprint(headings: list[str]) -> str:
    """Sixteen hexadecimal digits that stand for headings in an order."""
    shown = "\n".join(
        unicodedata.normalize("NFKC", heading).casefold().strip() for heading in headings
    )
    return hashlib.sha256(shown.encode("utf-8", "replace")).hexdigest()[:16]
