"""Read a workbook of the old binary format; runs in a worker process only.

The library supplies the values; our own scan supplies what it hides and stops what kills it.
"""

from __future__ import annotations

import io
import math
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

import python_calamine

from app.errors import FileRefused, FileUnreadable
from app.storage.foreign.biff_scan import SheetScan, UnreadableBook, scan_book
from app.storage.foreign.findings import finding
from app.storage.foreign.number_format import (
    GENERAL,
    Kind,
    NumberFormat,
    number_text,
    without_noise,
)
from app.storage.foreign.ole_stream import DamagedContainer, read_stream
from app.storage.foreign.table_file import Cell, FaultyCell, Row, Sheet, TableFile, column_letters

if TYPE_CHECKING:
    from app.storage.foreign.limits import Limits

_SPARSE = 20
"""A sheet whose corners span more cells than this many times those that hold something..."""
_SMALL_AREA = 1_000_000
"""...and more than this, was made to fill the memory."""

_Value = int | float | str | bool | time | date | datetime | timedelta


def read_xls(name: str, data: bytes, limits: Limits) -> TableFile:
    """Read a workbook of Excel 97 to 2003.

    Args:
        name: File name for messages.
        data: Content of the file.
        limits: Bounds for rows, columns and characters.

    Raises:
        FileRefused: Encrypted, or made to fill the memory.
        FileUnreadable: Damaged or older than Excel 97.
    """
    try:
        scans = scan_book(read_stream(data, ("Workbook", "WORKBOOK")))
    except UnreadableBook as fault:
        if fault.encrypted:
            raise FileRefused(name, (finding("gate.password", part="", target=""),)) from fault
        raise FileUnreadable(name, finding("file.damaged")) from fault
    except DamagedContainer as fault:
        raise FileUnreadable(name, finding("file.damaged")) from fault
    for sheet, scan in scans.items():
        area = (scan.last_row + 1) * (scan.last_column + 1)
        if area > max(_SMALL_AREA, _SPARSE * scan.cells):
            cell = f"{column_letters(scan.last_column + 1)}{scan.last_row + 1}"
            raise FileRefused(name, (finding("gate.sparse_sheet", part=sheet, cell=cell),))
    try:
        with python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(data)) as book:
            sheets = tuple(
                _sheet(book, entry, scans[entry.name], limits)
                for entry in book.sheets_metadata
                if entry.name in scans
            )
    except python_calamine.CalamineError as fault:
        raise FileUnreadable(name, finding("file.damaged")) from fault
    return TableFile("xls", sheets)


def _sheet(
    book: python_calamine.CalamineWorkbook,
    entry: python_calamine.SheetMetadata,
    scan: SheetScan,
    limits: Limits,
) -> Sheet:
    table = book.get_sheet_by_name(entry.name)
    rows = []
    for index, values in enumerate(table.to_python(skip_empty_area=False)):
        cells = [
            _cell(value, index, column, scan, limits.cell) for column, value in enumerate(values)
        ]
        while cells and cells[-1] == "":
            cells.pop()
        if cells:
            rows.append(Row(index + 1, tuple(cells), index in scan.hidden_rows))
    merged = tuple(
        f"{column_letters(left + 1)}{top + 1}:{column_letters(right + 1)}{bottom + 1}"
        for (top, left), (bottom, right) in table.merged_cell_ranges or ()
    )
    hidden = entry.visible is not python_calamine.SheetVisibleEnum.Visible
    columns = tuple(sorted(column + 1 for column in scan.hidden_columns))
    return Sheet(entry.name, tuple(rows), hidden, columns, merged)


def _cell(value: _Value, row: int, column: int, scan: SheetScan, longest: int) -> Cell:
    place = (row, column)
    if error := scan.errors.get(place):
        return FaultyCell(row + 1, column + 1, "cell.error_value", error)
    if isinstance(value, str):
        if len(value) > longest:
            return FaultyCell(row + 1, column + 1, "cell.damaged", value[:40])
        return value
    if isinstance(value, float) and not math.isfinite(value):
        return FaultyCell(row + 1, column + 1, "cell.not_a_number", str(value))
    return _text(value, scan.formats.get(place, GENERAL))


def _text(value: float | bool | time | date | timedelta, shape: NumberFormat) -> str:
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, datetime):
        return value.isoformat(" ", "seconds").removesuffix(" 00:00:00")
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, timedelta):
        seconds = round(value.total_seconds())
        return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"
    numeric = shape if shape.kind in (Kind.NUMBER, Kind.PERCENT) else GENERAL
    return number_text(without_noise(Decimal(repr(value))), numeric)
