"""Validity names its first and last day; months are counted over the turn of the year."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.period import ValidityPeriod, month_after, month_of

YEAR = ValidityPeriod(date(2025, 1, 1), date(2025, 12, 31))


@pytest.mark.parametrize(
    ("day", "inside"),
    [
        (date(2024, 12, 31), False),
        (date(2025, 1, 1), True),
        (date(2025, 12, 31), True),
        (date(2026, 1, 1), False),
    ],
)
def test_both_bounds_belong_to_the_period(day: date, inside: bool) -> None:
    """A price until 31 December holds on 31 December."""
    assert YEAR.contains(day) is inside


def test_a_period_without_bounds_holds_always() -> None:
    """Nothing written means no limit."""
    always = ValidityPeriod()
    assert always.contains(date.min)
    assert always.contains(date.max)


@given(st.dates(date(2024, 1, 1), date(2026, 12, 31)))
def test_a_day_is_before_in_or_after_a_period(day: date) -> None:
    """Exactly one of the three."""
    states = [YEAR.is_after(day), YEAR.contains(day), YEAR.is_before(day)]
    assert states.count(True) == 1


def test_the_next_period_begins_the_day_after() -> None:
    """V1: a price until 2025-12-31 and one from 2026-01-01 never hold on one day."""
    following = ValidityPeriod(first=date(2026, 1, 1))
    for offset in range(-3, 4):
        day = date(2025, 12, 31) + timedelta(offset)
        assert YEAR.contains(day) is not following.contains(day)


@pytest.mark.parametrize(
    ("month", "count", "later"),
    [
        ("2026-11", 1, "2026-12"),
        ("2026-12", 1, "2027-01"),
        ("2026-01", -1, "2025-12"),
        ("2026-01", 24, "2028-01"),
        ("2026-05", 0, "2026-05"),
    ],
)
def test_months_are_counted_over_the_turn_of_the_year(month: str, count: int, later: str) -> None:
    """Forwards and backwards."""
    assert month_after(month, count) == later
    assert month_after(later, -count) == month


def test_a_day_lies_in_its_calendar_month() -> None:
    """Written so that months sort as they read."""
    assert month_of(date(2026, 3, 9)) == "2026-03"
