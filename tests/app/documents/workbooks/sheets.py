"""Finding figures on the sheets by what stands beside or above them, never by fixed cells."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

QUOTED, TRIED, NEEDED = "本报价", "试算", "试算所需级别"


def beside(sheet: Worksheet, label: str) -> object:
    """The value to the right of a label in the first column."""
    for label_cell, value in sheet.iter_rows(min_col=1, max_col=2):
        if label_cell.value == label:
            return value.value
    raise AssertionError(label)


def row_of(sheet: Worksheet, text: str, column: int = 1) -> int:
    """The first row with a text in a column."""
    for row in range(1, sheet.max_row + 1):
        if sheet.cell(row, column).value == text:
            return row
    raise AssertionError(text)


def column_of(sheet: Worksheet, heading: str, row: int) -> int:
    """The column under a heading."""
    for column in range(1, sheet.max_column + 1):
        if sheet.cell(row, column).value == heading:
            return column
    raise AssertionError(heading)


def head_figure(workbook: Workbook, heading: str, row: str = TRIED) -> object:
    """A figure of the scenario's head: its column by heading, its row by label."""
    sheet = workbook["试算"]
    column = column_of(sheet, heading, 3)
    found = next(at for at in range(4, 9) if sheet.cell(at, 1).value == row)
    return sheet.cell(found, column).value


def try_discounts(workbook: Workbook, percents: dict[str, float]) -> None:
    """Type discounts into the scenario, by the number of the row."""
    sheet = workbook["试算"]
    column = column_of(sheet, "试算优惠率", 10)
    for number, percent in percents.items():
        sheet.cell(row_of(sheet, number), column).value = percent


def try_free_months(workbook: Workbook, number: str, months: int) -> None:
    """Type free months into the scenario."""
    sheet = workbook["试算"]
    sheet.cell(row_of(sheet, number), column_of(sheet, "免租期数", 10)).value = months


def verdict(workbook: Workbook) -> str:
    """Who must approve the scenario."""
    sheet = workbook["试算"]
    return str(sheet.cell(row_of(sheet, "试算需由谁审批"), 5).value)
