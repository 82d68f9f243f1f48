"""Days that periods share and days that they leave uncovered."""

from __future__ import annotations

from datetime import date

import pytest

from catalog.period import ValidityPeriod
from pricing.lint.day_ranges import from_day, shared, spelled, uncovered
from tests.pricing.lint.rules import between

JAN, FEB, MAR = date(2026, 1, 1), date(2026, 2, 1), date(2026, 3, 1)
LAST_OF_JAN, LAST_OF_FEB = date(2026, 1, 31), date(2026, 2, 28)


def test_two_periods_share_the_days_that_lie_in_both() -> None:
    """From the later start to the earlier end."""
    assert shared(between(JAN, LAST_OF_FEB), between(FEB)) == between(FEB, LAST_OF_FEB)


def test_periods_that_only_touch_share_one_day() -> None:
    """First and last day are included."""
    assert shared(between(None, JAN), between(JAN)) == between(JAN, JAN)


def test_periods_one_after_the_other_share_nothing() -> None:
    """31 January and 1 February do not meet."""
    assert shared(between(JAN, LAST_OF_JAN), between(FEB)) is None


def test_what_is_left_of_a_period() -> None:
    """A period that has ended leaves nothing."""
    assert from_day(between(JAN, LAST_OF_FEB), FEB) == between(FEB, LAST_OF_FEB)
    assert from_day(between(JAN, LAST_OF_JAN), FEB) is None


@pytest.mark.parametrize(
    ("periods", "gaps"),
    [
        ([], [between(JAN, LAST_OF_FEB)]),
        ([between(JAN, LAST_OF_FEB)], []),
        ([ValidityPeriod()], []),
        ([between(FEB)], [between(JAN, LAST_OF_JAN)]),
        ([between(None, LAST_OF_JAN)], [between(FEB, LAST_OF_FEB)]),
        (
            [between(FEB, FEB), between(JAN, JAN)],
            [
                between(date(2026, 1, 2), LAST_OF_JAN),
                between(date(2026, 2, 2), LAST_OF_FEB),
            ],
        ),
        ([between(JAN, LAST_OF_JAN), between(FEB, LAST_OF_FEB)], []),
        ([between(JAN, LAST_OF_FEB), between(FEB, FEB)], []),
        ([between(MAR)], [between(JAN, LAST_OF_FEB)]),
        ([between(date(2025, 1, 1), date(2025, 12, 31))], [between(JAN, LAST_OF_FEB)]),
    ],
)
def test_days_that_no_period_covers(
    periods: list[ValidityPeriod], gaps: list[ValidityPeriod]
) -> None:
    """January and February 2026, covered in part, whole, in any order, or not at all."""
    assert uncovered(between(JAN, LAST_OF_FEB), periods) == tuple(gaps)


def test_a_window_without_end_is_uncovered_for_ever_behind_the_last_period() -> None:
    """Prices until 31 January leave everything from 1 February on."""
    assert uncovered(between(JAN), [between(JAN, LAST_OF_JAN)]) == (between(FEB),)


def test_an_open_end_is_spelled_as_such() -> None:
    """Both languages can read it."""
    assert spelled(between(JAN)) == {"first": "2026-01-01", "last": "…"}
