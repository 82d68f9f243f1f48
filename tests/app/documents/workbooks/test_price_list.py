"""The price list as a workbook: numbers as numbers, texts as texts, no trace of the clock."""

from __future__ import annotations

import io
from decimal import Decimal
from typing import TYPE_CHECKING

import msgspec
import openpyxl
import pytest

from app.documents.workbooks.price_list import write_price_list
from app.translation import load_words
from catalog.price_list_rows import price_list_rows
from tests.builders import DAY, a_charge, a_content, an_offering
from tests.catalog.tmf620.samples import full_content

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

WORDS = load_words("zh")


def written(*, with_cost: bool = False) -> bytes:
    """The workbook of the full content."""
    return write_price_list(price_list_rows(full_content(), DAY, with_cost=with_cost), DAY, WORDS)


def opened(data: bytes) -> Worksheet:
    """Its only sheet."""
    (sheet,) = openpyxl.load_workbook(io.BytesIO(data)).worksheets
    return sheet


def test_prices_are_numbers_shown_with_all_their_digits() -> None:
    """0.0353 a minute must not look like 0.04."""
    sheet = opened(written())
    column = [cell.value for cell in sheet[1]].index("list_price_cny") + 1
    cells = [sheet.cell(row, column) for row in range(2, 7)]
    assert [Decimal(str(cell.value)) for cell in cells] == [
        Decimal(25),
        Decimal(100),
        Decimal("0.0353"),
        Decimal(240),
        Decimal(-400),
    ]
    assert [cell.number_format for cell in cells] == [
        "#,##0.00",
        "#,##0.00",
        "#,##0.0000",
        "#,##0.00",
        "#,##0.00",
    ]


def test_headings_stay_in_sight_and_can_be_filtered() -> None:
    """On the screen and on every page."""
    sheet = opened(written())
    assert sheet.title == "价目表"
    assert sheet.freeze_panes == "C2"
    assert sheet.auto_filter.ref == "A1:Y6"
    assert sheet.print_title_rows == "$1:$1"


@pytest.mark.parametrize(("with_cost", "mark"), [(True, True), (False, False)])
def test_only_a_list_with_costs_is_marked_as_internal(with_cost: bool, mark: bool) -> None:
    """On each page."""
    sheet = opened(written(with_cost=with_cost))
    headings = [cell.value for cell in sheet[1]]
    assert ("cost_cny" in headings) is with_cost
    header = sheet.oddHeader
    assert header is not None
    assert (header.right.text == WORDS("workbook.page.internal")) is mark


def test_a_text_never_becomes_a_formula() -> None:
    """Nor does it lose a character."""
    charge = msgspec.structs.replace(a_charge(), unit="=1+1", allowance="+86")
    rows = price_list_rows(a_content(an_offering(charge)), DAY)
    sheet = opened(write_price_list(rows, DAY, WORDS))
    by_heading = {sheet.cell(1, n).value: sheet.cell(2, n) for n in range(1, 23)}
    assert (by_heading["unit"].value, by_heading["unit"].data_type) == ("=1+1", "s")
    assert by_heading["bandwidth_or_allowance"].value == "+86"


def test_the_same_rows_give_the_same_bytes() -> None:
    """The file bears the day of its rates, not the moment of writing."""
    assert written() == written()
    properties = openpyxl.load_workbook(io.BytesIO(written())).properties
    assert properties.created is not None
    assert properties.created.date() == DAY
    assert properties.title == "价目表 2026-11-23"
