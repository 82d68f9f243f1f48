"""Strict readers of cell text: one reading or a reason."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.cell_text import (
    CellFault,
    read_code,
    read_date,
    read_money,
    read_name,
    read_rate,
    read_whole_number,
)


@pytest.mark.parametrize(
    ("text", "yuan"),
    [
        ("0", "0"),
        ("25.00", "25.00"),
        ("12,880.00元", "12880.00"),
        ("12,880元", "12880"),
        ("¥1,234.50", "1234.50"),
        ("￥1234.5", "1234.5"),
        ("１２３．５", "123.5"),
        ("１２３（元）", "123"),
        ("1,234,567", "1234567"),
        ("RMB 99", "99"),
        ("99 CNY", "99"),
        ("人民币 99", "99"),
        ("\u3000 0.000001 ", "0.000001"),
        ("\u200b88", "88"),
        ("-0", "0"),
    ],
)
def test_money_has_the_reading_that_a_person_gives_it(text: str, yuan: str) -> None:
    """Currency marks, groups of thousands and full-width characters are understood."""
    assert str(read_money(text)) == yuan


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "cell.empty"),
        ("  ", "cell.empty"),
        ("1_0", "cell.not_a_price"),
        ("NaN", "cell.not_a_price"),
        ("Infinity", "cell.not_a_price"),
        ("1e3", "cell.not_a_price"),
        ("١٢٣", "cell.not_a_price"),
        ("10²", "cell.not_a_price"),
        ("+5", "cell.not_a_price"),
        ("5.", "cell.not_a_price"),
        (".5", "cell.not_a_price"),
        ("1,23", "cell.not_a_price"),
        ("0,123.00", "cell.not_a_price"),
        ("1.234,50", "cell.not_a_price"),
        ("1 234", "cell.not_a_price"),
        ("$5", "cell.not_a_price"),
        ("9%", "cell.not_a_price"),
        ("面议", "cell.not_a_price"),
        ("5元/月", "cell.not_a_price"),
        ("¥5元", "cell.not_a_price"),
        ("元", "cell.not_a_price"),
        ("1234567890123", "cell.not_a_price"),
        ("TRUE", "cell.not_a_price"),
        ("1,234", "cell.ambiguous_number"),
        ("0.1234567", "cell.too_precise"),
        ("-5", "cell.negative"),
        ("¥-5", "cell.negative"),
        ("5\x00", "cell.control_character"),
        ("\u202e5", "cell.direction_character"),
    ],
)
def test_money_without_one_certain_reading_is_refused(text: str, code: str) -> None:
    """Nothing that Python's own parsers accept beyond plain amounts gets through."""
    with pytest.raises(CellFault) as refusal:
        read_money(text)
    assert refusal.value.code == code


def test_a_credit_is_read_only_where_credits_are_allowed() -> None:
    """The minus sign counts before and behind the currency mark."""
    assert read_money("-1,234.50", allow_negative=True) == Decimal("-1234.50")
    assert read_money("¥-5", allow_negative=True) == Decimal(-5)
    assert read_money("\u22125元", allow_negative=True) == Decimal(-5)


@given(
    st.decimals(min_value=0, max_value=999_999_999, places=2, allow_nan=False),
    st.sampled_from(["{:,.2f}", "¥{:,.2f}", "{:,.2f}元", "{:.2f}", "￥ {:.2f}", "{:.2f} CNY"]),
)
def test_formatted_money_is_read_back_exactly(yuan: Decimal, form: str) -> None:
    """What the program prints as an amount, it reads as the same amount."""
    assert read_money(form.format(yuan)) == yuan


@given(st.text(max_size=20))
def test_money_never_fails_in_another_way(text: str) -> None:
    """Any text gives a finite amount of at most six places, or a fault with a code."""
    try:
        amount = read_money(text, allow_negative=True)
    except CellFault as fault:
        assert fault.code.startswith("cell.")  # noqa: PT017 -- either outcome is right
    else:
        assert amount.is_finite()
        assert amount == round(amount, 6)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("12", 12),
        ("12.00", 12),
        ("１２", 12),
        ("0", 0),
        ("1,234,567", 1_234_567),
        ("1,234.0", 1234),
    ],
)
def test_whole_numbers_are_read(text: str, number: int) -> None:
    """Decimal places are accepted when they are all zero, as spreadsheets show them."""
    assert read_whole_number(text) == number


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("1.5", "cell.not_a_whole_number"),
        ("1_0", "cell.not_a_whole_number"),
        ("十", "cell.not_a_whole_number"),
        ("1,234", "cell.ambiguous_number"),
        ("-3", "cell.negative"),
        ("", "cell.empty"),
    ],
)
def test_other_numbers_are_not_whole(text: str, code: str) -> None:
    """A reason is given for each."""
    with pytest.raises(CellFault) as refusal:
        read_whole_number(text)
    assert refusal.value.code == code


@pytest.mark.parametrize(
    ("text", "rate"),
    [
        ("0.09", "0.09"),
        ("9%", "0.09"),
        ("9 %", "0.09"),
        ("９％", "0.09"),
        ("0", "0"),
        ("100%", "1.00"),
        ("6.5%", "0.065"),
        ("0.5%", "0.005"),
    ],
)
def test_rates_are_fractions(text: str, rate: str) -> None:
    """Nine percent is 0.09 however it is written."""
    assert read_rate(text) == Decimal(rate)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("9", "cell.ambiguous_rate"),
        ("1", "cell.ambiguous_rate"),
        ("1.5", "cell.ambiguous_rate"),
        ("101%", "cell.rate_over_100"),
        ("-9%", "cell.not_a_rate"),
        ("9‰", "cell.not_a_rate"),
        ("九", "cell.not_a_rate"),
        ("", "cell.empty"),
    ],
)
def test_a_rate_that_may_be_misread_is_refused(text: str, code: str) -> None:
    """A bare 9 may be nine percent or nine times."""
    with pytest.raises(CellFault) as refusal:
        read_rate(text)
    assert refusal.value.code == code


@pytest.mark.parametrize(
    "text",
    [
        "2026-01-05",
        "2026-1-5",
        "2026/1/5",
        "2026/01/05",
        "2026.1.5",
        "2026年1月5日",
        "2026 年 1 月 5 日",
        "２０２６年１月５日",
        "20260105",
        "2026-01-05 00:00:00",
        "2026-01-05T13:30",
    ],
)
def test_every_common_way_to_write_a_day_is_read(text: str) -> None:
    """All of them are 5 January 2026."""
    assert read_date(text) == date(2026, 1, 5)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("2026-13-01", "cell.no_such_day"),
        ("2026-06-31", "cell.no_such_day"),
        ("2026-02-29", "cell.no_such_day"),
        ("20260631", "cell.no_such_day"),
        ("26-1-5", "cell.two_digit_year"),
        ("26年1月5日", "cell.two_digit_year"),
        ("01/05/2026", "cell.ambiguous_date"),
        ("5.1.2026", "cell.ambiguous_date"),
        ("0026-01-05", "cell.unknown_date"),
        ("46027", "cell.unknown_date"),
        ("2026-1/5", "cell.unknown_date"),
        ("2026-01-05 25:00", "cell.unknown_date"),
        ("2026年1月", "cell.unknown_date"),
        ("长期", "cell.unknown_date"),
        ("", "cell.empty"),
    ],
)
def test_a_day_that_does_not_exist_or_may_be_another_is_refused(text: str, code: str) -> None:
    """A reason is given for each."""
    with pytest.raises(CellFault) as refusal:
        read_date(text)
    assert refusal.value.code == code


@given(st.dates(min_value=date(1900, 1, 1)))
def test_iso_days_are_read_back(day: date) -> None:
    """Every day has its one reading."""
    assert read_date(day.isoformat()) == day
    assert read_date(f"{day.year}年{day.month}月{day.day}日") == day


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (" PSTN.INST ", "PSTN.INST"),
        ("ＡＢ－１", "AB-1"),
        ("A\u20131", "A-1"),
        ("宽带-100M", "宽带-100M"),
        ("A\u200b1", "A1"),
    ],
)
def test_codes_are_read_as_their_owner_spells_them(text: str, code: str) -> None:
    """Full-width letters and long dashes become plain; nothing else changes."""
    assert read_code(text) == code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("A 1", "cell.not_a_code"),
        ("\u0410-1", "cell.not_a_code"),  # Cyrillic A
        ("=A1", "cell.not_a_code"),
        ("-1", "cell.not_a_code"),
        ("A" * 65, "cell.too_long"),
        ("A\x07", "cell.control_character"),
        ("A\u202e1", "cell.direction_character"),
        ("\u200b", "cell.empty"),
    ],
)
def test_look_alikes_and_formulas_are_no_codes(text: str, code: str) -> None:
    """A code that the eye takes for another one would price the wrong offering."""
    with pytest.raises(CellFault) as refusal:
        read_code(text)
    assert refusal.value.code == code


def test_names_are_composed_and_their_white_space_is_plain() -> None:
    """NFC, one space between words, nothing invisible."""
    assert read_name(" Cafe\u0301\u3000\n 北京\u200b ", 20) == "Café 北京"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("甲" * 21, "cell.too_long"),
        ("甲\x00", "cell.control_character"),
        ("甲\ufffd", "cell.control_character"),
        ("\u2066甲", "cell.direction_character"),
        ("\u00ad", "cell.empty"),
    ],
)
def test_names_that_would_break_a_document_are_refused(text: str, code: str) -> None:
    """Control and direction characters, and what the limit forbids."""
    with pytest.raises(CellFault) as refusal:
        read_name(text, 20)
    assert refusal.value.code == code


def test_a_fault_names_what_the_cell_holds() -> None:
    """The value is shortened so that a message stays readable."""
    with pytest.raises(CellFault) as refusal:
        read_money("面" * 100)
    assert refusal.value.parameters == {"value": "面" * 39 + "…"}
