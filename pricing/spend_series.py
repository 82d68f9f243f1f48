"""What a series of months says: average, typical month, spread, trend, drop; exact arithmetic.

* Fluctuation coefficient: population standard deviation over mean, in percent, of what was billed.
* Trend: the median of the slopes between every two months (Theil and Sen), in fen a month, over at
  most the last twelve months. It is worked out of the usual amounts, so that neither an unusual
  month nor its absence makes one. ``agreement`` is how many percent more pairs go its way than
  against it (Kendall).
* A series is *trending* when the trend over its months comes to at least ``trend_share`` percent of
  the typical month and the pairs agree by ``trend_agreement`` percent; otherwise *stable* when it
  fluctuates by at most ``stable`` percent, otherwise *varying*.

Worked by hand: 100, 110, 120, 130 yuan: every slope is 10.00 a month, all six pairs agree.
"""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import TYPE_CHECKING

import msgspec

from catalog.money import Fen, decimal_percent
from catalog.period import Month
from pricing.spend_analysis import fluctuation_of, mean, median, rounded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pricing.spend import SpendPolicy
    from pricing.spend_groups import SpendGroup

TREND_MONTHS = 12
"""Months, at most, that a trend looks at."""
LEAST_TREND_MONTHS = 4
_HUNDRED = 100


class Steadiness(StrEnum):
    """What a series is like."""

    STABLE = "stable"
    VARYING = "varying"
    TRENDING = "trending"


class Trend(msgspec.Struct, frozen=True):
    """A direction, with the months that it was seen in.

    Attributes:
        slope: Fen a month, rounded half up; negative when spend falls.
        first: First month.
        last: Last month.
        agreement: Percent, two decimals.
    """

    slope: Fen
    first: Month
    last: Month
    agreement: Decimal


class SeriesFigures(msgspec.Struct, frozen=True):
    """What the months of a group say.

    Attributes:
        average: Plain mean in fen.
        median: Of what was billed.
        typical: Mean of the usual amounts.
        least: Smallest month.
        most: Largest month.
        fluctuation: Percent, two decimals.
        steadiness: Stable, varying or trending.
        trend: ``None`` of fewer than four months.
        before: Mean of the first months of the window; ``None`` where nothing can be compared.
        latest: The latest month.
        drop: Percent that the latest month lies below ``before``; negative for a rise.
    """

    average: Fen
    median: Fen
    typical: Fen
    least: Fen
    most: Fen
    fluctuation: Decimal
    steadiness: Steadiness
    trend: Trend | None
    before: Fen | None
    latest: Fen
    drop: Decimal | None


def figures_of(group: SpendGroup, policy: SpendPolicy) -> SeriesFigures:
    """The figures of a group; its window has at least one month."""
    amounts = group.amounts
    typical, fluctuation = mean(group.usual), fluctuation_of(amounts)
    trend = trend_of(group.months, group.usual)
    before = drop = None
    if len(amounts) > policy.churn_months:
        base = mean(amounts[: policy.churn_months])
        if base > 0:
            before = base
            drop = decimal_percent(Fraction(_HUNDRED * (base - amounts[-1]), base))
    return SeriesFigures(
        average=mean(amounts),
        median=median(amounts),
        typical=typical,
        least=min(amounts),
        most=max(amounts),
        fluctuation=fluctuation,
        steadiness=_steadiness(trend, typical, fluctuation, len(group.months), policy),
        trend=trend,
        before=before,
        latest=amounts[-1],
        drop=drop,
    )


def trend_of(months: Sequence[Month], amounts: Sequence[Fen]) -> Trend | None:
    """The trend of months that follow each other; ``None`` of fewer than four."""
    months, amounts = months[-TREND_MONTHS:], amounts[-TREND_MONTHS:]
    count = len(amounts)
    if count < LEAST_TREND_MONTHS:
        return None
    slopes = sorted(
        Fraction(amounts[later] - amounts[earlier], later - earlier)
        for earlier in range(count)
        for later in range(earlier + 1, count)
    )
    middle = len(slopes) // 2
    slope = slopes[middle] if len(slopes) % 2 else (slopes[middle - 1] + slopes[middle]) / 2
    rising = sum(one > 0 for one in slopes)
    falling = sum(one < 0 for one in slopes)
    agreement = Fraction(_HUNDRED * abs(rising - falling), len(slopes))
    return Trend(rounded(slope), months[0], months[-1], decimal_percent(agreement))


def _steadiness(
    trend: Trend | None, typical: Fen, fluctuation: Decimal, months: int, policy: SpendPolicy
) -> Steadiness:
    if trend is not None and typical > 0:
        whole = abs(trend.slope) * (min(months, TREND_MONTHS) - 1)
        strong = _HUNDRED * whole >= typical * Fraction(policy.trend_share)
        if strong and trend.agreement >= policy.trend_agreement:
            return Steadiness.TRENDING
    return Steadiness.STABLE if fluctuation <= policy.stable else Steadiness.VARYING
