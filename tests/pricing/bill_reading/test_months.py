"""Promises of reading months: every usual writing has one reading, and nothing is guessed."""

from __future__ import annotations

import pytest

from catalog.cell_text import CellFault
from pricing.bill_reading.months import is_month, month_in, read_month, year_in

AUGUST = "2026-08"


@pytest.mark.parametrize(
    "text",
    [
        *("2026-08", "2026-8", "2026/08", "202608", "2026.08", "2026年8月", "2026年08月份"),
        *("26年8月", "二〇二六年八月", "2026年8月账期", "(2026-08)", "2026-08-01", "20260801"),
        *("2026/8/31 00:00:00", "2026年8月31日", "2026-08-01~2026-08-31", "2026/8/1-2026/8/31"),
        *("20260801-20260831",),
        *("Aug-26", "Aug 2026", "August 2026", "2026 Aug", "08/2026", "\uff12026年8月"),
    ],
)
def test_usual_writings_are_one_month(text: str) -> None:
    """Digits, Chinese, English, a day, or days from the first to the last."""
    assert read_month(text) == AUGUST


@pytest.mark.parametrize("text", ["8月", "08月份", "八月", "Aug"])
def test_a_month_without_a_year_takes_the_one_of_the_title(text: str) -> None:
    """Without one it has no reading."""
    assert read_month(text, "2026") == AUGUST
    with pytest.raises(CellFault, match="month_without_year"):
        read_month(text)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("2026.1", "bill.month_ambiguous"),
        ("2026-13", "bill.month_wrong"),
        ("26-08", "bill.month_wrong"),
        ("65550101", "bill.month_wrong"),
        ("2026-08-01~2026-09-30", "bill.month_wrong"),
        ("", "bill.month_wrong"),
    ],
)
def test_what_may_be_two_months_or_none_is_refused(text: str, code: str) -> None:
    """October that lost its nought looks like January."""
    with pytest.raises(CellFault) as fault:
        read_month(text, "2026")
    assert fault.value.code == code


def test_a_heading_is_a_month_with_or_without_its_year() -> None:
    """A number of a telephone is none."""
    assert [is_month(text) for text in ("202608", "8月", "月租", "65550101", "")] == [
        True,
        True,
        False,
        False,
        False,
    ]


@pytest.mark.parametrize(
    ("text", "month"),
    [
        ("幼苗幼儿园2026年8月电话费账单", AUGUST),
        ("账单_202608.xlsx", AUGUST),
        ("bills Aug-26.csv", AUGUST),
        ("账期:2026-08-01至2026-08-31", AUGUST),
        ("2026年5月至10月", ""),
        ("2026-05至2026-10", ""),
        ("打印日期:2026-09-05", ""),
        ("号码65550101", ""),
    ],
)
def test_titles_and_names_tell_one_month_or_none(text: str, month: str) -> None:
    """A span of months, and the day of printing, are none."""
    assert month_in(text) == month


def test_a_title_lends_its_year() -> None:
    """Two years lend none."""
    assert [year_in(text) for text in ("2026年话费", "2025-12至2026-01", "8月")] == [
        "2026",
        "",
        "",
    ]
    assert month_in("8月份", "2026") == AUGUST
