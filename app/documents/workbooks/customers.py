"""Customers as a workbook: a sheet of facts and one for each list, which an import reads again."""

from __future__ import annotations

import io
from datetime import datetime, time
from typing import TYPE_CHECKING, Protocol

from openpyxl import Workbook
from openpyxl.utils import get_column_letter

from app.documents.workbooks.package import APPLICATION, finished
from app.documents.workbooks.page import set_up_page
from app.documents.workbooks.sheet_writer import SheetWriter
from app.documents.workbooks.styles import Style, add_styles

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from app.translation import Words

_LEAST, _MOST = 10, 40
_WIDE = 2
"""Room that a Chinese sign takes, in Latin ones."""


class Table(Protocol):
    """What is written: a name, headings, texts."""

    @property
    def title(self) -> str:
        """Name of the sheet."""

    @property
    def columns(self) -> tuple[str, ...]:
        """Headings."""

    @property
    def rows(self) -> tuple[tuple[str, ...], ...]:
        """Texts."""


def write_customers(tables: Sequence[Table], day: date, words: Words) -> bytes:
    """The workbook; the same tables give the same bytes.

    Args:
        tables: A sheet each.
        day: The file bears it instead of the time of writing.
        words: Texts of the page.
    """
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    add_styles(workbook)
    writers = []
    for table in tables:
        writer = SheetWriter(workbook.create_sheet(table.title))
        for number, title in enumerate(table.columns, start=1):
            writer.put(1, number, title, Style.HEAD)
            column = [title, *(row[number - 1] for row in table.rows)]
            letter = get_column_letter(number)
            writer.sheet.column_dimensions[letter].width = _width(column)
        for position, row in enumerate(table.rows, start=2):
            for number, text in enumerate(row, start=1):
                writer.put(position, number, text, Style.TEXT)
        writer.sheet.freeze_panes = "C2"
        writer.sheet.auto_filter.ref = writer.extent()
        mark = f"{table.title} {day.isoformat()}"
        set_up_page(writer.sheet, words, mark, pages_wide=2, head_rows="1:1", head_columns="A:B")
        writers.append(writer)
    properties = workbook.properties
    properties.creator = properties.lastModifiedBy = APPLICATION
    properties.created = datetime.combine(day, time.min)
    target = io.BytesIO()
    workbook.save(target)
    return finished(target.getvalue(), tuple(writers))


def _width(texts: Sequence[str]) -> int:
    """Width of a column for its texts."""
    widest = max(sum(_WIDE if sign > "\u2e7f" else 1 for sign in text) for text in texts)
    return max(_LEAST, min(_MOST, widest + 2))
