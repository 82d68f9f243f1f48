"""Promises of reading amounts and usage of bills."""

from __future__ import annotations

import pytest

from catalog.cell_text import CellFault
from pricing.bill_reading.amounts import is_nothing, read_amount, read_usage


@pytest.mark.parametrize(
    ("text", "fen"),
    [
        ("12", 1200),
        ("12.3", 1230),
        ("12.300000", 1230),
        ("-5.05", -505),
        ("1,234.50", 123450),
        ("1,234", 123400),
        ("\uffe51,234.5", 123450),
        ("1234.5元", 123450),
        ("(1,234.50)", -123450),
        ("\uff0812.00\uff09", -1200),
        ("12.00-", -1200),
        ("12.00 CR", -1200),
        ("-\u00a55.00", -500),
        ("\uff11\uff12\uff0e\uff15", 1250),
        ("+3.00", 300),
    ],
)
def test_amounts_are_read_to_the_fen(text: str, fen: int) -> None:
    """Separators, signs of the yuan, credits in their writings, full width."""
    assert read_amount(text) == fen


def test_columns_in_fen_and_jiao_are_converted_unless_the_cell_says_yuan() -> None:
    """75,200 fen are 752 yuan."""
    assert read_amount("75200", "fen") == 75200
    assert read_amount("75,200", "fen") == 75200
    assert read_amount("7.5", "jiao") == 75
    assert read_amount("12元", "fen") == 1200


@pytest.mark.parametrize(
    ("text", "unit", "code"),
    [
        ("12.345", "yuan", "bill.not_whole_fen"),
        ("0.5", "fen", "bill.not_whole_fen"),
        ("六十", "yuan", "cell.not_a_price"),
        ("1.234,50", "yuan", "cell.not_a_price"),
        ("12%", "yuan", "cell.not_a_price"),
        ("", "yuan", "cell.empty"),
    ],
)
def test_what_is_no_amount_has_a_reason(text: str, unit: str, code: str) -> None:
    """Nothing is rounded, nothing guessed."""
    with pytest.raises(CellFault) as fault:
        read_amount(text, unit)
    assert fault.value.code == code


def test_dashes_say_that_nothing_was_charged() -> None:
    """0 is an amount."""
    assert [is_nothing(text) for text in ("", "-", " —— ", "无", "0", "-1")] == [
        True,
        True,
        True,
        True,
        False,
        False,
    ]


@pytest.mark.parametrize(
    ("text", "unit", "used"),
    [
        ("2,930", "", 2930),
        ("221分钟", "", 221),
        ("13260", "秒", 221),
        ("89秒", "", 1),
        ("90秒", "", 2),
        ("1小时2分", "", 62),
        ("01:02:30", "", 63),
        ("1.5GB", "", 1536),
        ("2", "GB", 2048),
        ("12条", "", 12),
    ],
)
def test_usage_is_in_minutes_and_megabytes(text: str, unit: str, used: int) -> None:
    """Seconds are rounded half up to minutes, a gigabyte is 1,024 megabytes."""
    assert read_usage(text, unit) == used


def test_words_are_no_usage() -> None:
    """They have a reason."""
    with pytest.raises(CellFault, match="not_usage"):
        read_usage("很多")
