"""Numbers, owners and months that headings of bills hold."""

from __future__ import annotations

import pytest

from app.services.bill_words import load_bill_words
from pricing.bill_reading.bill_headings import heading_owner
from pricing.bill_reading.bill_words import heading_number

WORDS = load_bill_words()


@pytest.mark.parametrize(
    ("heading", "number", "holder"),
    [
        ("65550101", "65550101", ""),
        ("65550101（铺位1）", "65550101", "铺位1"),
        ("65550102 专卖店2", "65550102", "专卖店2"),
        ("A8800123", "A8800123", ""),
        ("0755-65550101", "0755-65550101", ""),
        ("65550101 / 月租费", "65550101", ""),
        ("费用 / 65550103-总店", "65550103", "总店"),
    ],
)
def test_a_heading_names_a_number_and_whose_it_is(heading: str, number: str, holder: str) -> None:
    """Of two rows of headings the one with the number counts."""
    assert heading_owner(heading) == (number, holder)


@pytest.mark.parametrize(
    "heading", ["月租费", "2026年5月", "20260501", "202605", "1234567.89", "5"]
)
def test_days_months_and_amounts_are_no_numbers(heading: str) -> None:
    """Nor is anything too short."""
    assert heading_number(heading) == ""
    assert heading_owner(heading) == ("", "")


@pytest.mark.parametrize(
    "cells",
    [
        ("月份", "65550101", "65550102"),
        ("费用项目", "65550101(甲)", "65550102(乙)", "合计"),
        ("账期", "费用项目", "A8800123", "A8800124"),
        ("号码", "65550101", "65550102", "65550103"),
    ],
)
def test_numbers_beside_a_month_or_a_charge_are_headings(cells: tuple[str, ...]) -> None:
    """Also where the corner says what stands to its right."""
    assert WORDS.heads({WORDS.field(cell) for cell in cells})


@pytest.mark.parametrize(
    "cells",
    [
        ("号码", "65550101", "联系电话", "13900000000"),
        ("号码", "65550101", "户名", "某公司", "电话", "13900000000"),
        ("65550101", "1234567", "2345678"),
        ("合计", "1234567", "2345678", "3456789"),
        ("小计", "65550101", "65550102"),
    ],
)
def test_captions_with_values_and_rows_of_figures_are_none(cells: tuple[str, ...]) -> None:
    """Numbers of seven digits and more may be amounts in fen."""
    assert not WORDS.heads({WORDS.field(cell) for cell in cells} - {""})
