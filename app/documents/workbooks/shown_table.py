"""A table of the window as a workbook: figures are numbers, days are days, texts are texts."""

from __future__ import annotations

import io
import re
from datetime import date, datetime, time
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from openpyxl import Workbook
from openpyxl.utils import get_column_letter

from app.documents.workbooks.package import APPLICATION, finished
from app.documents.workbooks.page import set_up_page
from app.documents.workbooks.sheet_writer import SheetWriter
from app.documents.workbooks.styles import DAY, Style, add_styles
from app.documents.workbooks.table import ROW_HEIGHT, lines_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.documents.workbooks.cells import CellValue
    from app.translation import Words

_NAME = re.compile(r"[\[\]:*?/\\']")
_LONGEST_NAME = 31
_LEAST, _MOST = 8, 48
_PIXELS = 8
_LINE = 14
_NOTHING = ("–", "—")
"""How a figure that is not there is shown."""
_NUMBER = re.compile(r"([-−–]?)\s*¥?\s*([0-9][0-9,]*)(\.[0-9]+)?(\s*%)?")
_DAY = re.compile(r"(\d{4})(?:-(\d\d)-(\d\d)|年(\d{1,2})月(\d{1,2})日)")
_UNIT_MARKS = re.compile(r'["\\;\[\]]')


class ShownColumn(NamedTuple):
    """A column as it is shown.

    Attributes:
        title: Of the column.
        width: Logical pixels.
        figures: Whether figures stand in it; in other columns only days are no texts.
    """

    title: str
    width: int
    figures: bool = False


class ShownCell(NamedTuple):
    """A text as it is shown, and the unit behind it."""

    text: str
    unit: str = ""


class ShownRow(NamedTuple):
    """A row.

    Attributes:
        cells: One a column.
        level: How many rows it lies inside of.
        heading: Whether it is a heading of others.
    """

    cells: tuple[ShownCell, ...]
    level: int = 0
    heading: bool = False


def value_of(cell: ShownCell, *, figures: bool) -> tuple[CellValue, str]:
    """What a shown text is to a spreadsheet, with its number format; "" for a text.

    Only what stands in a column of figures becomes a number; a number with leading zeros is a
    code, and stays a text.
    """
    text = cell.text.strip()
    day = _DAY.fullmatch(text)
    if day is not None:
        year, *rest = (int(part) for part in day.groups() if part)
        try:
            return date(year, *rest), DAY
        except ValueError:
            return cell.text, ""
    number = _NUMBER.fullmatch(text) if figures else None
    if number is None:
        return None if figures and text in _NOTHING else _with_unit(cell), ""
    sign, whole, decimals, percent = number.groups()
    plain = whole.replace(",", "")
    if plain != "0" and plain.startswith("0"):
        return _with_unit(cell), ""
    value = Decimal(plain + (decimals or ""))
    value = -value if sign else value
    places = "0" * (len(decimals) - 1 if decimals else 0)
    if percent or cell.unit == "%":
        return value / 100, f"0.{places}%" if places else "0%"
    number_format = f"#,##0.{places}" if places else "#,##0"
    unit = _UNIT_MARKS.sub("", cell.unit)
    return value, f'{number_format}" {unit}"' if unit else number_format


def write_shown_table(
    title: str, columns: Sequence[ShownColumn], rows: Sequence[ShownRow], day: date, words: Words
) -> bytes:
    """The workbook: one sheet with headings, filters and what is shown.

    Args:
        title: Of the table.
        columns: From left to right.
        rows: From top to bottom.
        day: The day that the file bears.
        words: Texts.

    Returns:
        The .xlsx file; the same rows give the same bytes.
    """
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    add_styles(workbook)
    writer = SheetWriter(workbook.create_sheet(_NAME.sub(" ", title)[:_LONGEST_NAME] or "1"))
    widths = [max(_LEAST, min(_MOST, column.width // _PIXELS)) for column in columns]
    for number, (column, width) in enumerate(zip(columns, widths, strict=True), start=1):
        writer.put(1, number, column.title, Style.HEAD)
        writer.sheet.column_dimensions[get_column_letter(number)].width = width
    for place, row in enumerate(rows, start=2):
        _write_row(writer, place, row, columns, widths)
    writer.sheet.freeze_panes = "B2"
    writer.sheet.auto_filter.ref = writer.extent()
    set_up_page(writer.sheet, words, f"{title} {day.isoformat()}", head_rows="1:1")
    properties = workbook.properties
    properties.creator = properties.lastModifiedBy = APPLICATION
    properties.title = title
    properties.created = datetime.combine(day, time.min)
    target = io.BytesIO()
    workbook.save(target)
    return finished(target.getvalue(), (writer,))


def _write_row(
    writer: SheetWriter,
    place: int,
    row: ShownRow,
    columns: Sequence[ShownColumn],
    widths: Sequence[int],
) -> None:
    lines = 1
    inner = Style.PART_NAME if row.level else Style.TEXT
    for number, (cell, column) in enumerate(zip(row.cells, columns, strict=True), start=1):
        value, number_format = value_of(cell, figures=column.figures)
        if number_format:
            style = Style.BUNDLE_MONEY if row.heading else Style.COUNT
            writer.put(place, number, value, style, number_format)
            continue
        text = Style.BUNDLE_TEXT if row.heading else (inner if number == 1 else Style.TEXT)
        writer.put(place, number, value, text)
        lines = max(lines, lines_of(str(value or ""), widths[number - 1]))
    writer.set_height(place, max(ROW_HEIGHT, 4 + _LINE * lines))


def _with_unit(cell: ShownCell) -> str:
    return f"{cell.text} {cell.unit}".strip()
