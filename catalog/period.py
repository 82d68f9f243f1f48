"""Validity periods and months; no clock is read here, dates come in as arguments."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import TypeAlias

import msgspec

Month: TypeAlias = str
"""A calendar month as ``YYYY-MM``; sorts as it reads."""

MONTHS_PER_YEAR = 12

LONGEST_TERM = 120
"""Months; a longer term is a typing error, not a commitment."""


class BillingPeriod(StrEnum):
    """How often a charge is billed."""

    ONCE = "once"
    MONTH = "month"
    YEAR = "year"
    PER_USE = "per_use"


class ValidityPeriod(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """From the first to the last day, both included; an open end is ``None``."""

    first: date | None = None
    last: date | None = None

    def contains(self, day: date) -> bool:
        """Whether the day lies in the period."""
        first, last = self.first, self.last
        return (first is None or first <= day) and (last is None or day <= last)

    def is_before(self, day: date) -> bool:
        """Whether the period has ended before the day."""
        return self.last is not None and self.last < day

    def is_after(self, day: date) -> bool:
        """Whether the period has not begun on the day."""
        return self.first is not None and self.first > day


def month_of(day: date) -> Month:
    """The calendar month of a day."""
    return f"{day.year:04d}-{day.month:02d}"


def month_after(month: Month, count: int = 1) -> Month:
    """The month that lies ``count`` months later (earlier when negative)."""
    year, number = int(month[:4]), int(month[5:7])
    index = year * MONTHS_PER_YEAR + number - 1 + count
    return f"{index // MONTHS_PER_YEAR:04d}-{index % MONTHS_PER_YEAR + 1:02d}"


def years_of(term: int) -> int:
    """Years that have started by the end of a term of months; a yearly charge is due in each."""
    return -(-term // MONTHS_PER_YEAR)
