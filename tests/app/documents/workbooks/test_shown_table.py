"""What a window shows becomes figures and days in a spreadsheet; texts calculate nothing."""

from __future__ import annotations

import io
from datetime import date, datetime
from decimal import Decimal

import pytest
from openpyxl import load_workbook

from app.documents.workbooks.shown_table import (
    ShownCell,
    ShownColumn,
    ShownRow,
    value_of,
    write_shown_table,
)
from app.translation import load_words

DAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("text", "unit", "value", "number_format"),
    [
        ("3,980.00", "", Decimal("3980.00"), "#,##0.00"),
        ("¥8,016.5", "", Decimal("8016.5"), "#,##0.0"),
        ("-¥12", "", Decimal(-12), "#,##0"),
        ("1,200", "条", Decimal(1200), '#,##0" 条"'),
        ("77.5", "%", Decimal("0.775"), "0.0%"),
        ("5%", "", Decimal("0.05"), "0%"),
        ("2026-11-23", "", DAY, "yyyy-mm-dd"),
        ("2026年1月5日", "", date(2026, 1, 5), "yyyy-mm-dd"),
        ("0.00", "", Decimal("0.00"), "#,##0.00"),
        ("–", "", None, ""),
        ("007", "", "007", ""),
        ("2026-13-40", "", "2026-13-40", ""),
        ("=1+1", "", "=1+1", ""),
        ("含", "", "含", ""),
        ("waived", "x", "waived x", ""),
    ],
)
def test_a_shown_figure_is_a_number(
    text: str, unit: str, value: object, number_format: str
) -> None:
    """With as many decimals as are shown; what is none stays as it is."""
    assert value_of(ShownCell(text, unit), figures=True) == (value, number_format)


def test_a_column_of_texts_holds_no_numbers() -> None:
    """Telephone numbers and codes stay texts; days are days everywhere."""
    assert value_of(ShownCell("13800138000"), figures=False) == ("13800138000", "")
    assert value_of(ShownCell("2026-11-23"), figures=False) == (DAY, "yyyy-mm-dd")


def test_a_file_holds_what_is_shown() -> None:
    """A spreadsheet reads numbers and days; a text that begins like a formula is a text."""
    columns = (ShownColumn("客户", 200), ShownColumn("月租", 90, figures=True))
    rows = (
        ShownRow((ShownCell("总部"), ShownCell("98.00")), heading=True),
        ShownRow((ShownCell('=HYPERLINK("x")'), ShownCell("98.00", "元")), level=1),
        ShownRow((ShownCell("2026-11-23"), ShownCell("–"))),
    )
    written = write_shown_table("报价/明细", columns, rows, DAY, load_words("zh"))
    assert written == write_shown_table("报价/明细", columns, rows, DAY, load_words("zh"))
    sheet = load_workbook(io.BytesIO(written)).active
    assert sheet is not None
    assert sheet.title == "报价 明细"
    values = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert values == [
        ["客户", "月租"],
        ["总部", 98],
        ['=HYPERLINK("x")', 98],
        [datetime(2026, 11, 23), None],  # noqa: DTZ001 (a spreadsheet's day has no zone)
    ]
    assert sheet["A3"].data_type == "s"
    assert sheet["A3"].quotePrefix
