"""Spend analysis: typical month, unusual component-months, fluctuation, churn signal.

Rules (section 0.2 of the worked cases): the window is the last six months that are complete. A
component-month is unusual when it lies above 1.5 times or below 0.5 times the component's median
over all the history known (at most twelve months) *and* differs from it by more than 5 % of the
average bill. The typical month is the mean of the monthly totals after each unusual amount is
replaced by that median. An amount that somebody has confirmed to belong to normal goes in as it is.
"""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum

import msgspec

from catalog.local_text import LocalText
from catalog.money import Fen
from catalog.period import Month


class SpendPolicy(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Thresholds of the analysis; sample values, to be set by those responsible.

    Attributes:
        window: Months that the average covers.
        history: Months, at most, that a component's median looks at.
        high: Times the median above which a component-month is unusual.
        low: Times the median below which it is unusual.
        least_difference: Percent of the average bill that it must differ by.
        churn_months: First months of the window that a drop is measured from.
        churn_yellow: Percent of drop that raises a yellow signal.
        churn_red: Percent of drop that raises a red signal.
        season_rise: Percent above the average month from which a coming month is told in time.
        season_ahead: Months ahead that are looked at for it.
        ends_ahead: Days before the end of a contract from which it is told.
        fresh: Months after which bills are too old to warn of a drop.
        stable: Percent of fluctuation up to which spend is called stable.
        trend_share: Percent of the typical month that a trend comes to at least over its months.
        trend_agreement: Percent by which its pairs of months agree at least.
        saving_months: Months of bills after a sale from which its promised saving is judged.
        saving_tolerance: Percent by which the real saving may lie below the promised one.
    """

    window: int = 6
    history: int = 12
    high: Decimal = Decimal("1.5")
    low: Decimal = Decimal("0.5")
    least_difference: Decimal = Decimal(5)
    churn_months: int = 3
    churn_yellow: Decimal = Decimal(30)
    churn_red: Decimal = Decimal(50)
    season_rise: Decimal = Decimal(20)
    season_ahead: int = 2
    ends_ahead: int = 90
    fresh: int = 4
    stable: Decimal = Decimal(10)
    trend_share: Decimal = Decimal(10)
    trend_agreement: Decimal = Decimal(60)
    saving_months: int = 3
    saving_tolerance: Decimal = Decimal(5)


class Unusual(StrEnum):
    """Direction in which a component-month is unusual."""

    HIGH = "high"
    LOW = "low"


class UnusualAmount(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One component-month that does not look like the others.

    Attributes:
        component: Identifier of the component.
        name: Its name.
        month: When.
        amount: What was billed, in fen.
        median: The component's median in fen, which stands in for it in the typical month.
        direction: Too high or too low.
        explained: Somebody has said what it is.
        reason: In whose words; may be empty where it is explained.
    """

    component: str
    name: LocalText
    month: Month
    amount: Fen
    median: Fen
    direction: Unusual
    explained: bool = False
    reason: str = ""


class ChurnLevel(StrEnum):
    """How loud a churn signal is."""

    YELLOW = "yellow"
    RED = "red"


class ChurnSignal(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A drop of one component, or of the total, against the first months of the window.

    Attributes:
        component: Identifier, or empty for the total.
        name: Its name.
        before: Mean of the first months in fen.
        latest: Latest month in fen.
        drop: Percent, rounded to two decimals.
        level: Yellow or red.
    """

    component: str
    name: LocalText
    before: Fen
    latest: Fen
    drop: Decimal
    level: ChurnLevel


class SpendMonth(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One month of the window: what was billed and what it comes to without unusual amounts."""

    month: Month
    total: Fen
    adjusted: Fen


class SpendAnalysis(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What the last months say.

    Attributes:
        months: The window, oldest first.
        average: Plain mean of the totals in fen.
        typical: Typical month in fen.
        median: Median of the totals in fen.
        least: Smallest total in fen.
        most: Largest total in fen.
        fluctuation: Population standard deviation divided by the mean, percent, two decimals.
        spread: Largest minus smallest total divided by the mean, percent, two decimals.
        unusual: Unusual component-months that stay out of the typical month, in order of month.
        normal: Those that were confirmed to belong to normal, and go into it.
        churn: Signals, the loudest first.
        component_averages: Mean of each component over the window in fen.
    """

    months: tuple[SpendMonth, ...]
    average: Fen
    typical: Fen
    median: Fen
    least: Fen
    most: Fen
    fluctuation: Decimal
    spread: Decimal
    unusual: tuple[UnusualAmount, ...] = ()
    churn: tuple[ChurnSignal, ...] = ()
    component_averages: dict[str, Fen] = {}
    normal: tuple[UnusualAmount, ...] = ()

    def unexplained(self) -> tuple[UnusualAmount, ...]:
        """Unusual component-months of which nobody has said yet what they are."""
        return tuple(found for found in self.unusual if not found.explained)
