"""Cells: text that can never act as a formula, and formulas that carry their computed value.

Three dangers are met here. A text that begins with ``=`` would become a formula: every text is
stored as text and marked with the quote prefix where it looks like one. Control characters make
Excel refuse the file: they are removed. ``_x000D_`` inside a text is read by Excel as an escaped
character: the underscore is escaped itself.
"""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from openpyxl.utils import get_column_letter

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

    from app.documents.workbooks.styles import Style

MOST_CHARACTERS = 32_767
"""Excel holds no longer text in a cell."""

FORMULA_STARTS = tuple("=+-@\t\r＝＋－＠")
"""First characters that a spreadsheet, or a CSV made from it, may take for a formula."""

_UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff"
    "\u202a-\u202e\u2066-\u2069]"  # bidirectional overrides make a text read as another one
)
_ESCAPE_LOOKALIKE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")


class Live(NamedTuple):
    """A formula and the value that it gives, worked out by us.

    Attributes:
        formula: As typed, with its ``=``.
        value: Yuan, percent or a count; or a text.
    """

    formula: str
    value: Decimal | int | str


CellValue: TypeAlias = str | int | Decimal | date | Live | None


def safe_text(text: str) -> str:
    """The text without characters that Excel refuses or misreads."""
    printable = _UNPRINTABLE.sub("", text.replace("\r\n", "\n"))
    return _ESCAPE_LOOKALIKE.sub("_x005F_", printable)[:MOST_CHARACTERS]


def quoted_sheet(name: str) -> str:
    """A sheet's name as a formula refers to it."""
    return "'" + name.replace("'", "''") + "'"


class SheetWriter:
    """Writes into one sheet and remembers what each formula gives.

    Attributes:
        sheet: The sheet.
        name: Its name as formulas of other sheets refer to it.
        cached: Value of each formula by cell, such as ``M12``.
    """

    def __init__(self, sheet: Worksheet) -> None:
        """Start with an empty sheet."""
        self.sheet = sheet
        self.name = quoted_sheet(sheet.title)
        self.cached: dict[str, Decimal | int | str] = {}

    def put(
        self, row: int, column: int, value: CellValue, style: Style, number_format: str = ""
    ) -> None:
        """Write a value; text stays text whatever it looks like.

        Args:
            row: From 1.
            column: From 1.
            value: What to show; nothing for an empty cell with a look.
            style: The look.
            number_format: Replaces the number format of the look.
        """
        cell = self.sheet.cell(row=row, column=column)
        cell.style = style.value
        if number_format:
            cell.number_format = number_format
        if value is None:
            return
        if isinstance(value, Live):
            cell.value = value.formula
            self.cached[f"{get_column_letter(column)}{row}"] = value.value
        elif isinstance(value, str):
            cell.value = safe_text(value)
            cell.data_type = "s"
            if value.startswith(FORMULA_STARTS):
                cell.quotePrefix = True
        else:
            cell.value = value

    def fill(self, row: int, first: int, last: int, style: Style) -> None:
        """Give the empty cells of a row from ``first`` to ``last`` column a look."""
        for column in range(first, last + 1):
            self.put(row, column, None, style)
