"""Partial periods: days of a month, started months, discounts of part of a period."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pricing.proration import (
    by_days,
    by_months,
    first_period,
    months_and_days,
    per_month,
    started_months,
    time_weighted,
)

days = st.dates(date(1990, 1, 1), date(2090, 1, 1))


@pytest.mark.parametrize(
    ("day", "fen"),
    [
        (date(2026, 1, 1), 3_100),
        (date(2026, 1, 31), 100),
        (date(2024, 2, 29), 107),
        (date(2026, 2, 28), 111),
        (date(2026, 4, 30), 103),
    ],
)
def test_the_first_month_is_charged_by_its_days(day: date, fen: int) -> None:
    """31.00 a month: all of January, one of 31 days, one of 29, of 28, of 30."""
    assert first_period(3_100, day) == fen


@pytest.mark.parametrize(
    ("first", "last", "whole", "rest"),
    [
        (date(2026, 1, 1), date(2026, 1, 31), 1, Fraction(0)),
        (date(2026, 1, 1), date(2026, 1, 1), 0, Fraction(1, 31)),
        (date(2026, 1, 15), date(2026, 2, 14), 1, Fraction(0)),
        (date(2026, 1, 15), date(2026, 2, 13), 0, Fraction(30, 31)),
        (date(2026, 1, 15), date(2026, 2, 15), 1, Fraction(1, 28)),
        (date(2026, 1, 31), date(2026, 2, 27), 1, Fraction(0)),
        (date(2026, 1, 31), date(2026, 2, 28), 1, Fraction(1, 31)),
        (date(2025, 12, 1), date(2026, 11, 30), 12, Fraction(0)),
        (date(2024, 2, 29), date(2025, 2, 27), 12, Fraction(0)),
    ],
)
def test_whole_months_and_the_share_of_the_month_that_was_begun(
    first: date, last: date, whole: int, rest: Fraction
) -> None:
    """Both days included; a day that a shorter month lacks is its last one."""
    assert months_and_days(first, last) == (whole, rest)
    assert started_months(first, last) == whole + (rest > 0)


@given(days, st.integers(0, 4_000), st.integers(0, 4_000))
def test_more_days_are_never_fewer_months(first: date, one: int, more: int) -> None:
    """The rest is less than a month, and nothing goes backwards."""
    early = months_and_days(first, first + timedelta(one))
    late = months_and_days(first, first + timedelta(one + more))
    assert 0 <= early[1] < 1
    assert early[0] + early[1] <= late[0] + late[1]


def test_an_end_before_its_start_is_refused() -> None:
    """Both counts name the two days."""
    for count in (months_and_days, started_months):
        with pytest.raises(ValueError, match="2026-01-01 lies before 2026-01-02"):
            count(date(2026, 1, 2), date(2026, 1, 1))


def test_a_year_has_365_days_and_twelve_months() -> None:
    """Exactly; nothing is rounded before the amount."""
    assert by_days(365) == by_months(12) == 1
    assert (by_days(73), by_months(3)) == (Fraction(1, 5), Fraction(1, 4))
    assert per_month(1_000, 3) == Fraction(1_000, 3)


@pytest.mark.parametrize(
    ("months", "fen"), [(0, 1_200), (1, 1_150), (6, 900), (12, 600), (13, 600)]
)
def test_a_discount_counts_for_its_months_of_the_period(months: int, fen: int) -> None:
    """Half off 12.00 a year for so many months, at most all of them."""
    assert time_weighted(1_200, Decimal(50), months, 12) == fen
