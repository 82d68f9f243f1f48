"""Ranges of days: what several validity periods share, and what they leave uncovered."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from catalog.period import ValidityPeriod

if TYPE_CHECKING:
    from collections.abc import Iterable

OPEN_END = "…"
"""Stands for the last day of a range that does not end."""
_DAY = timedelta(days=1)


def shared(one: ValidityPeriod, other: ValidityPeriod) -> ValidityPeriod | None:
    """The days that lie in both periods; ``None`` when there are none."""
    first = max((day for day in (one.first, other.first) if day is not None), default=None)
    last = min((day for day in (one.last, other.last) if day is not None), default=None)
    if first is not None and last is not None and first > last:
        return None
    return ValidityPeriod(first, last)


def from_day(period: ValidityPeriod, day: date) -> ValidityPeriod | None:
    """What is left of a period from a day on; ``None`` when it has ended."""
    return shared(period, ValidityPeriod(day))


def uncovered(
    window: ValidityPeriod, periods: Iterable[ValidityPeriod]
) -> tuple[ValidityPeriod, ...]:
    """Ranges of days of the window that no period covers, in order.

    Args:
        window: Must have a first day; an open end means for ever.
        periods: In any order, overlapping or not.
    """
    start = window.first or date.min
    gaps: list[ValidityPeriod] = []
    for period in sorted(periods, key=lambda one: one.first or date.min):
        if period.last is not None and period.last < start:
            continue
        if window.last is not None and (period.first or date.min) > window.last:
            break
        if period.first is not None and period.first > start:
            gaps.append(ValidityPeriod(start, period.first - _DAY))
        if period.last is None or period.last == date.max:
            return tuple(gaps)
        start = period.last + _DAY
    if window.last is None or start <= window.last:
        gaps.append(ValidityPeriod(start, window.last))
    return tuple(gaps)


def spelled(period: ValidityPeriod) -> dict[str, str]:
    """First and last day as parameters of a text."""
    return {
        "first": str(period.first) if period.first else OPEN_END,
        "last": str(period.last) if period.last else OPEN_END,
    }
