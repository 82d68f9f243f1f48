"""Numbers and dates become the text that the user sees, without float noise."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.storage.foreign.number_format import (
    GENERAL,
    Kind,
    NumberFormat,
    built_in_format,
    moment_text,
    number_text,
    read_format,
    without_noise,
)


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("General", GENERAL),
        ("0", NumberFormat()),
        ("0.00", NumberFormat(decimals=2)),
        ("#,##0.00", NumberFormat(decimals=2)),
        ("#,##0.##", NumberFormat()),
        ("0.00_ ;[Red]-0.00", NumberFormat(decimals=2)),
        ('_ ¥* #,##0.00_ ;_ ¥* "-"??_ ', NumberFormat(decimals=2)),
        ('"¥"#,##0.00;"¥"-#,##0.00', NumberFormat(decimals=2)),
        ("[$¥-804]#,##0.0", NumberFormat(decimals=1)),
        ('0.00"元/月"', NumberFormat(decimals=2)),
        ("[$$-409]#,##0.00", NumberFormat(decimals=2, currency="$")),
        ('"US$"#,##0', NumberFormat(currency="US$")),
        ("[$€-407]0.00", NumberFormat(decimals=2, currency="€")),
        ("000000", NumberFormat(digits=6)),
        ("0%", NumberFormat(Kind.PERCENT)),
        ("0.00%", NumberFormat(Kind.PERCENT, decimals=2)),
        ("0.00E+00", NumberFormat()),
        ("# ?/?", NumberFormat()),
        ("@", NumberFormat()),
        ("yyyy/m/d", NumberFormat(Kind.DATE)),
        ('yyyy"年"m"月"d"日"', NumberFormat(Kind.DATE)),
        ("[$-804]yyyy-mm-dd;@", NumberFormat(Kind.DATE)),
        ("mmm-yy", NumberFormat(Kind.DATE)),
        ("yyyy-mm-dd hh:mm", NumberFormat(Kind.DATE_TIME)),
        ("h:mm:ss", NumberFormat(Kind.TIME)),
        ("[h]:mm:ss", NumberFormat(Kind.DURATION)),
        ('0"days"', NumberFormat()),
        ("[Red]0.0", NumberFormat(decimals=1)),
    ],
)
def test_format_codes_are_understood(code: str, expected: NumberFormat) -> None:
    """Literal text and colours do not count; locales are no currencies; yuan need no sign."""
    assert read_format(code) == expected


def test_built_in_formats_are_known() -> None:
    """Amounts, percents, and the dates that Chinese versions use."""
    assert built_in_format(4) == NumberFormat(decimals=2)
    assert built_in_format(10) == NumberFormat(Kind.PERCENT, decimals=2)
    assert built_in_format(14) == built_in_format(31) == NumberFormat(Kind.DATE)
    assert built_in_format(22) == NumberFormat(Kind.DATE_TIME)
    assert built_in_format(0) is built_in_format(49) is GENERAL


@pytest.mark.parametrize(
    ("raw", "shape", "text"),
    [
        ("25", NumberFormat(decimals=2), "25.00"),
        ("25.004", NumberFormat(decimals=2), "25.004"),
        ("12880", NumberFormat(decimals=2), "12880.00"),
        ("3.5299999999999998E-2", GENERAL, "0.0353"),
        ("3.5299999999999998E-2", NumberFormat(Kind.PERCENT), "3.53%"),
        ("0.09", NumberFormat(Kind.PERCENT), "9%"),
        ("0.1", NumberFormat(Kind.PERCENT, 2), "10.00%"),
        ("0.30000000000000004", GENERAL, "0.3"),
        ("1E+21", GENERAL, "1000000000000000000000"),
        ("25.0", GENERAL, "25"),
        ("100", GENERAL, "100"),
        ("-0", GENERAL, "0"),
        ("-1.50", GENERAL, "-1.5"),
        ("123", NumberFormat(digits=6), "000123"),
        ("5", NumberFormat(currency="$"), "$5"),
        ("123456789012.34500122", GENERAL, "123456789012.345"),
    ],
)
def test_numbers_keep_their_digits_and_lose_their_noise(
    raw: str, shape: NumberFormat, text: str
) -> None:
    """Zeros are added as the format says; nothing is rounded to the format."""
    assert number_text(without_noise(Decimal(raw)), shape) == text


@given(st.integers(min_value=-(10**11), max_value=10**11), st.integers(min_value=0, max_value=4))
def test_what_a_spreadsheet_stores_as_a_float_comes_back_exact(units: int, places: int) -> None:
    """Every amount of up to fifteen digits survives the way through binary."""
    amount = Decimal(units).scaleb(-places)
    stored = format(float(amount), ".17g")
    text = number_text(without_noise(Decimal(stored)), GENERAL)
    assert Decimal(text) == amount
    assert "E" not in text


@pytest.mark.parametrize(
    ("serial", "kind", "text"),
    [
        ("46027", Kind.DATE, "2026-01-05"),
        ("46027.75", Kind.DATE, "2026-01-05"),
        ("46027", Kind.DATE_TIME, "2026-01-05"),
        ("46027.5625", Kind.DATE_TIME, "2026-01-05 13:30:00"),
        ("46027.999999999", Kind.DATE_TIME, "2026-01-06"),
        ("0.5625", Kind.TIME, "13:30:00"),
        ("46027.5", Kind.TIME, "2026-01-05 12:00:00"),
        ("1.5", Kind.DURATION, "36:00:00"),
        ("1", Kind.DATE, "1900-01-01"),
        ("59", Kind.DATE, "1900-02-28"),
        ("60", Kind.DATE, None),
        ("61", Kind.DATE, "1900-03-01"),
        ("0", Kind.DATE, None),
        ("-1", Kind.DATE, None),
        ("2958465", Kind.DATE, "9999-12-31"),
        ("2958466", Kind.DATE, None),
    ],
)
def test_days_are_counted_as_spreadsheets_count_them(
    serial: str, kind: Kind, text: str | None
) -> None:
    """Including 29 February 1900, which they have and the calendar has not."""
    assert moment_text(Decimal(serial), NumberFormat(kind), from_1904=False) == text


def test_the_other_calendar_starts_four_years_later() -> None:
    """Old Macintosh workbooks count from 1904-01-01, which is day 0."""
    shape = NumberFormat(Kind.DATE)
    assert moment_text(Decimal(0), shape, from_1904=True) == "1904-01-01"
    assert moment_text(Decimal(46027 - 1462), shape, from_1904=True) == "2026-01-05"
    assert moment_text(Decimal(2_958_465), shape, from_1904=True) is None
