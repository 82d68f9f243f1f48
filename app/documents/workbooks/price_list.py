"""The price list as a workbook: what others fill in or compare, and what an import reads again."""

from __future__ import annotations

import io
from datetime import datetime, time
from decimal import Decimal
from typing import TYPE_CHECKING

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.header_footer import HeaderFooterItem

from app.documents.workbooks.package import APPLICATION, finished
from app.documents.workbooks.page import set_up_page
from app.documents.workbooks.sheet_writer import SheetWriter
from app.documents.workbooks.styles import Style, add_styles
from app.documents.workbooks.table import ROW_HEIGHT, lines_of
from catalog.price_list_rows import COST, NUMBERS

if TYPE_CHECKING:
    from datetime import date

    from app.translation import Words
    from catalog.price_list_rows import PriceListRows

_WIDTHS = {
    "code": 18,
    "name_zh": 34,
    "name_en": 44,
    "offering_zh": 24,
    "offering_en": 30,
    "segment": 18,
    "bandwidth_or_allowance": 24,
    "benefit_zh": 44,
    "benefit_en": 50,
}
_WIDTH = 15
_LINE = 14
_HEAD_HEIGHT = 34


def write_price_list(table: PriceListRows, day: date, words: Words) -> bytes:
    """The workbook: one sheet with the headings that an import knows, prices as numbers.

    Args:
        table: Headings and rows.
        day: Day of the VAT rates; the file bears it instead of the time of writing.
        words: Texts.

    Returns:
        The .xlsx file; the same rows give the same bytes.
    """
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    add_styles(workbook)
    name = words("exchange.price_list")
    writer = SheetWriter(workbook.create_sheet(name))
    for number, column in enumerate(table.columns, start=1):
        writer.put(1, number, column, Style.HEAD)
        letter = get_column_letter(number)
        writer.sheet.column_dimensions[letter].width = _WIDTHS.get(column, _WIDTH)
    writer.set_height(1, _HEAD_HEIGHT)
    for position, cells in enumerate(table.rows, start=2):
        _write_row(writer, position, table.columns, cells)
    sheet = writer.sheet
    sheet.freeze_panes = "C2"
    sheet.auto_filter.ref = writer.extent()
    mark = f"{name} {day.isoformat()}"
    set_up_page(sheet, words, mark, pages_wide=2, head_rows="1:1", head_columns="A:B")
    if COST not in table.columns:
        sheet.HeaderFooter.oddHeader = HeaderFooterItem()  # it says that the page is internal
    properties = workbook.properties
    properties.creator = properties.lastModifiedBy = APPLICATION
    properties.title = mark
    properties.created = datetime.combine(day, time.min)
    target = io.BytesIO()
    workbook.save(target)
    return finished(target.getvalue(), (writer,))


def _write_row(
    writer: SheetWriter, row: int, columns: tuple[str, ...], cells: tuple[str, ...]
) -> None:
    lines = 1
    for number, (column, text) in enumerate(zip(columns, cells, strict=True), start=1):
        if column in NUMBERS and text:
            value = Decimal(text)
            writer.put(row, number, value, Style.COUNT, _number_format(text))
        else:
            writer.put(row, number, text, Style.TEXT)
            lines = max(lines, lines_of(text, _WIDTHS.get(column, _WIDTH) - 2))
    writer.set_height(row, max(ROW_HEIGHT, 4 + _LINE * lines))


def _number_format(text: str) -> str:
    """As many decimals as the price list has them: 0.0353 must not be shown as 0.04."""
    decimals = text.partition(".")[2]
    return f"#,##0.{'0' * len(decimals)}" if decimals else "#,##0"
