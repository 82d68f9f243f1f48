"""Partial periods: first bills, terms that are no whole number of periods, period normalisation.

Modes (section 2.9 of the price semantics): *day* divides days by the days of a year; *month*
divides months by twelve and rounds a partial month up; *month and day* counts whole months and the
remaining days as a fraction of the month they lie in.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from fractions import Fraction
from typing import TYPE_CHECKING

from catalog.money import Fen, round_half_up

if TYPE_CHECKING:
    from decimal import Decimal

DAYS_PER_YEAR = 365
MONTHS_PER_YEAR = 12


def first_period(amount: Fen, activated: date) -> Fen:
    """What the month of activation costs: its days from activation on, over all its days.

    V31: 200.00 a month, activated on the 24th of a February of 28 days: 5 of 28 days, 35.71.
    """
    days = monthrange(activated.year, activated.month)[1]
    return round_half_up(amount * (days - activated.day + 1), days)


def by_days(days: int) -> Fraction:
    """Years in a number of days: V30, 830 days are 2.2740 years."""
    return Fraction(days, DAYS_PER_YEAR)


def by_months(months: int) -> Fraction:
    """Years in a number of months: V30, 35 months are 2.9167 years."""
    return Fraction(months, MONTHS_PER_YEAR)


def started_months(first: date, last: date) -> int:
    """Months between two days, both included; a partial month counts whole (V30: 13 months).

    Raises:
        ValueError: If the last day lies before the first.
    """
    whole, rest = months_and_days(first, last)
    return whole + (1 if rest else 0)


def months_and_days(first: date, last: date) -> tuple[int, Fraction]:
    """Whole months between two days, both included, and the rest as a share of a month.

    Raises:
        ValueError: If the last day lies before the first.
    """
    if last < first:
        msg = f"{last} lies before {first}"
        raise ValueError(msg)
    end = last + timedelta(days=1)
    whole = (end.year - first.year) * MONTHS_PER_YEAR + end.month - first.month
    if _month_later(first, whole) > end:
        whole -= 1
    start, following = _month_later(first, whole), _month_later(first, whole + 1)
    return whole, Fraction((end - start).days, (following - start).days)


def per_month(amount: Fen, every_months: int) -> Fraction:
    """A charge billed every so many months as fen a month: 300.00 a quarter is 100.00."""
    return Fraction(amount, every_months)


def time_weighted(amount: Fen, percent: Decimal, months: int, period_months: int) -> Fen:
    """A period's amount when a discount covers only some of its months.

    V34: 350.00 a year with 40 % for 4 months: 350.00 less 40 % of 4/12, 303.33.
    """
    covered = Fraction(min(months, period_months), period_months)
    taken = Fraction(percent) / 100 * covered * amount
    return amount - round_half_up(taken.numerator, taken.denominator)


def _month_later(day: date, months: int) -> date:
    """The same day so many months later, or the last day of a shorter month."""
    index = day.year * MONTHS_PER_YEAR + day.month - 1 + months
    year, month = index // MONTHS_PER_YEAR, index % MONTHS_PER_YEAR + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))
