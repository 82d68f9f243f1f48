"""What a bill analysis says of direction, season and lines that belong together."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from app.quoting.lines_at_risk import LineAtRisk, lines_of_signals
from pricing.season import Season, YearAgo, season_of, year_ago
from pricing.spend_series import Trend, trend_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.quoting.customer import Account, Leaving
    from pricing.bills import Bills
    from pricing.spend import SpendAnalysis


class SpendNotes(msgspec.Struct, frozen=True):
    """What the months say besides their figures.

    Attributes:
        trend: Of the totals without unusual amounts; ``None`` of fewer than four months.
        season: ``None`` where fewer than two whole years are known.
        year: The latest month beside last year's; ``None`` where that is not known.
        related: Lines that hang together with one that fell.
        given_up: Numbers of accounts that are left out because they are to be given up.
    """

    trend: Trend | None
    season: Season | None
    year: YearAgo | None
    related: tuple[LineAtRisk, ...]
    given_up: tuple[str, ...] = ()


def spend_notes(
    bills: Bills,
    analysis: SpendAnalysis | None,
    accounts: Sequence[Account],
    leaving: Sequence[Leaving] = (),
) -> SpendNotes | None:
    """The notes; ``None`` without bills.

    Args:
        bills: Past bills of what stays.
        analysis: What they say.
        accounts: With their holders.
        leaving: What is given up.
    """
    if analysis is None:
        return None
    months = tuple(month.month for month in analysis.months)
    totals = {month: sum(c.amounts[month] for c in bills.components) for month in bills.months()}
    return SpendNotes(
        trend=trend_of(months, tuple(month.adjusted for month in analysis.months)),
        season=season_of(totals),
        year=year_ago(totals, months[-1]),
        related=lines_of_signals(accounts, bills, analysis),
        given_up=tuple(one.account for one in leaving if one.account),
    )
