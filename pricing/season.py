"""Season of past spend: which calendar months usually lie above or below the year.

Nothing is claimed of fewer than 24 months without a gap. The index of a calendar month is its
share of the whole, scaled so that 100 is a month like the average one::

    index = 12 x (sum of that calendar month) / (sum of all months) x 100

over the last whole years known, so that every calendar month counts equally often. Two years of
100.00 a month with 160.00 each August: 12 x 320 / 2,520 = 152.38.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

import msgspec

from catalog.money import Fen, decimal_percent, percent_of
from catalog.period import MONTHS_PER_YEAR, Month, month_after

if TYPE_CHECKING:
    from collections.abc import Mapping

LEAST_YEARS = 2


class SeasonMonth(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One calendar month.

    Attributes:
        number: 1 for January.
        index: Percent of the average month, two decimals.
        mean: Mean of that calendar month in fen, rounded half up.
    """

    number: int
    index: Decimal
    mean: Fen


class Season(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What the calendar says.

    Attributes:
        first: First month that it is worked out of.
        last: Last month.
        months: Twelve calendar months, January first.
    """

    first: Month
    last: Month
    months: tuple[SeasonMonth, ...]

    def of(self, month: Month) -> SeasonMonth:
        """What usually holds for a month, past or to come."""
        return self.months[int(month[5:7]) - 1]


def season_of(amounts: Mapping[Month, Fen]) -> Season | None:
    """The season of amounts by month.

    Args:
        amounts: Fen by month; those since the last gap count.

    Returns:
        ``None`` when fewer than 24 months without a gap are known, or nothing was spent in them.
    """
    known = unbroken(amounts)
    years = len(known) // MONTHS_PER_YEAR
    if years < LEAST_YEARS:
        return None
    window = known[-years * MONTHS_PER_YEAR :]
    whole = sum(amounts[month] for month in window)
    if whole <= 0:
        return None
    months = []
    for number in range(1, MONTHS_PER_YEAR + 1):
        part = sum(amounts[month] for month in window if int(month[5:7]) == number)
        index = decimal_percent(Fraction(100 * MONTHS_PER_YEAR * part, whole))
        months.append(SeasonMonth(number, index, _mean(part, years)))
    return Season(window[0], window[-1], tuple(months))


def unbroken(amounts: Mapping[Month, Fen]) -> tuple[Month, ...]:
    """The latest months that follow each other without a gap, oldest first."""
    if not amounts:
        return ()
    months = [max(amounts)]
    while (before := month_after(months[-1], -1)) in amounts:
        months.append(before)
    return tuple(reversed(months))


class YearAgo(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A month beside the same month of the year before.

    Attributes:
        month: The later one.
        amount: Its fen.
        before: Fen of the same month a year earlier.
        change: Percent of what it was, two decimals; negative for a drop.
    """

    month: Month
    amount: Fen
    before: Fen
    change: Decimal


def year_ago(amounts: Mapping[Month, Fen], month: Month) -> YearAgo | None:
    """A month beside the same one last year; ``None`` when either is not known or was nothing."""
    earlier = month_after(month, -MONTHS_PER_YEAR)
    if month not in amounts or amounts.get(earlier, 0) <= 0:
        return None
    amount, before = amounts[month], amounts[earlier]
    change = decimal_percent(percent_of(amount - before, before))
    return YearAgo(month, amount, before, change)


def _mean(whole: Fen, parts: int) -> Fen:
    return (2 * whole + parts) // (2 * parts)
