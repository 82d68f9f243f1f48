"""Builds a messy workbook from its description.

openpyxl writes no values beside formulas, so they are put into the sheet's part afterwards.
"""

from __future__ import annotations

import io
import re
import zipfile
from datetime import date
from typing import TYPE_CHECKING

import msgspec
from openpyxl import Workbook
from openpyxl.cell import MergedCell

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_FORMULA = re.compile(r"<f>([^<]*)</f><v ?/?>(?:</v>)?")
_NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")


class MessySheet(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One sheet.

    Attributes:
        name: On its tab.
        cells: Rows of cells between bars.
        merged: Merged ranges.
        hidden_rows: Numbers of rows that are hidden.
        hidden_columns: Letters of columns that are hidden.
        formats: Number formats by cell or by column letter.
        hidden: The sheet is hidden.
    """

    cells: str
    name: str = "资费"
    merged: tuple[str, ...] = ()
    hidden_rows: tuple[int, ...] = ()
    hidden_columns: tuple[str, ...] = ()
    formats: dict[str, str] = {}
    hidden: bool = False


class MessyCase(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One workbook and what is true about it.

    Attributes:
        about: What is messy, in a sentence.
        sheet: Its sheets.
        truth: First line: fields. Then a line a charge: sheet and row, then its values.
        told: What must be told: ``row code`` or ``row column code``; row 0 where there is none.
        columns: Headings by field that a person gives.
        constants: Texts by field that a person gives.
    """

    about: str
    sheet: tuple[MessySheet, ...]
    truth: str
    told: tuple[str, ...] = ()
    columns: dict[str, str] = {}
    constants: dict[str, str] = {}


def build(case: MessyCase) -> bytes:
    """The workbook as a file."""
    book = Workbook()
    book.remove(book.worksheets[0])
    shown: dict[str, str] = {}
    for described in case.sheet:
        sheet = book.create_sheet(described.name)
        _fill(sheet, described, shown)
        if described.hidden:
            sheet.sheet_state = "hidden"
    stream = io.BytesIO()
    book.save(stream)
    return _with_values(stream.getvalue(), shown)


def _fill(sheet: Worksheet, described: MessySheet, shown: dict[str, str]) -> None:
    for number, line in enumerate(described.cells.rstrip("\n").split("\n"), 1):
        for column, text in enumerate(line.split("|"), 1):
            value = _value(text.strip(), shown)
            if value is not None:
                sheet.cell(number, column, value)
    for place, code in described.formats.items():
        cells = sheet[place]
        for cell in cells if isinstance(cells, tuple) else (cells,):
            if not isinstance(cell, MergedCell) and not isinstance(cell.value, str):
                cell.number_format = code
    for merged in described.merged:
        sheet.merge_cells(merged)
    for number in described.hidden_rows:
        sheet.row_dimensions[number].hidden = True
    for letters in described.hidden_columns:
        sheet.column_dimensions[letters].hidden = True


def _value(text: str, shown: dict[str, str]) -> str | int | float | date | None:
    """``'12`` is a text, ``12`` a number, ``@2026-01-05`` a date, ``=A1*2 -> 24`` a formula."""
    if not text:
        return None
    if text.startswith("="):
        formula, _, value = text.partition("->")
        shown[formula.strip()[1:]] = value.strip()
        return formula.strip()
    if text.startswith("@"):
        return date.fromisoformat(text[1:])
    if text.startswith("'"):
        return text[1:].replace("\\n", "\n")
    if _NUMBER.fullmatch(text):
        return float(text) if "." in text else int(text)
    return text.replace("\\n", "\n")


def _with_values(data: bytes, shown: dict[str, str]) -> bytes:
    """The same workbook with the values that its formulas show; none where none was given."""
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(written, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            if name.startswith("xl/worksheets/sheet"):
                text = _FORMULA.sub(lambda found: _formula(found.group(1), shown), part.decode())
                part = text.encode()
            new.writestr(name, part, zipfile.ZIP_DEFLATED)
    return written.getvalue()


def _formula(formula: str, shown: dict[str, str]) -> str:
    value = shown.get(formula.replace("&quot;", '"').replace("&amp;", "&"), "")
    return f"<f>{formula}</f>" + (f"<v>{value}</v>" if value else "")
