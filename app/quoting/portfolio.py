"""The customers as a whole: whom to visit first, and how few of them bring most of the revenue."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import IntEnum
from typing import TYPE_CHECKING

import msgspec

from app.quoting.alert import Alert, AlertKind, AlertLevel
from catalog.money import Fen, decimal_percent, percent_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from app.quoting.market.values import ClassThreshold

_POINTS = {AlertLevel.RED: 3, AlertLevel.YELLOW: 2, AlertLevel.NOTICE: 1}
_NO_RISK = frozenset({AlertKind.SEASONAL_RISE, AlertKind.NEXT_STEP})
"""Alerts that are an occasion and no danger."""
_HELD = 3
"""Who was about to cancel is at high risk however far the day of our answer is."""
_RIVALS = 1
LINE = 80
"""Percent of the revenue that is asked about."""
_HUNDRED = 100


class Risk(IntEnum):
    """How likely a customer is to be lost, from the points of what speaks for it."""

    NONE = 0
    LOW = 1
    MEDIUM = 2
    HIGH = 3


class Candidate(msgspec.Struct, frozen=True):
    """A customer who may be visited.

    Attributes:
        id: Identifier.
        name: Registered name.
        value: Name of the class; empty for none.
        typical: Fen of a typical month; 0 without bills.
        alerts: What warns of him, the most urgent first.
        rivals: Things that he has from competitors.
        visit: Day of the next planned visit; ``None`` for none.
    """

    id: str
    name: str
    value: str = ""
    typical: Fen = 0
    alerts: tuple[Alert, ...] = ()
    rivals: int = 0
    visit: date | None = None

    @property
    def points(self) -> int:
        """What speaks for losing him: an alert 3, 2 or 1 by its level, any competitor 1."""
        found = sum(
            _HELD if one.kind is AlertKind.RETENTION_HOLD else _POINTS[one.level]
            for one in self.dangers
        )
        return found + (_RIVALS if self.rivals else 0)

    @property
    def dangers(self) -> tuple[Alert, ...]:
        """The alerts that speak for losing him."""
        return tuple(one for one in self.alerts if one.kind not in _NO_RISK)

    @property
    def risk(self) -> Risk:
        """The level: from 3 points high, 2 medium, 1 low."""
        return Risk(min(self.points, Risk.HIGH))


class Share(msgspec.Struct, frozen=True):
    """What a customer brings.

    Attributes:
        id: Identifier.
        name: Registered name.
        monthly: Average bill in fen.
        share: Percent of all bills, two decimals.
        cumulative: Percent that he and all larger ones bring, two decimals.
        above: He is among the fewest who bring the 80 percent.
    """

    id: str
    name: str
    monthly: Fen
    share: Decimal
    cumulative: Decimal
    above: bool


class Pareto(msgspec.Struct, frozen=True):
    """The shares of all customers, the largest first.

    Attributes:
        shares: Of customers with bills.
        few: So many bring 80 percent.
        percent: These are so much of the customers with bills, two decimals.
        total: Fen a month of all.
    """

    shares: tuple[Share, ...] = ()
    few: int = 0
    percent: Decimal = Decimal(0)
    total: Fen = 0


def class_ranks(classes: Iterable[ClassThreshold]) -> dict[str, int]:
    """Places of the classes, 0 for the highest: that which most has to be paid for anywhere."""
    least: dict[str, Fen] = {}
    for one in classes:
        least[one.name] = max(one.least, least.get(one.name, 0))
    ordered = sorted(least, key=lambda name: (-least[name], name))
    return {name: place for place, name in enumerate(ordered)}


def whom_to_visit(candidates: Iterable[Candidate], ranks: dict[str, int]) -> tuple[Candidate, ...]:
    """Customers with who should be visited first at the top.

    The higher class comes first, at equal class the higher risk, then who pays more.

    Args:
        candidates: Everybody.
        ranks: Places of the classes; who is of none comes last.
    """
    return tuple(
        sorted(
            candidates,
            key=lambda one: (
                ranks.get(one.value, len(ranks)),
                -one.risk,
                -one.points,
                -one.typical,
                one.name,
            ),
        )
    )


def pareto_of(customers: Sequence[tuple[str, str, Fen]]) -> Pareto:
    """What each customer brings, and how few bring 80 percent of it.

    Args:
        customers: Identifier, name and average bill in fen; those without bills do not count.
    """
    paying = sorted((one for one in customers if one[2] > 0), key=lambda one: (-one[2], one[1]))
    total = sum(monthly for _, _, monthly in paying)
    shares: list[Share] = []
    reached = few = 0
    for identifier, name, monthly in paying:
        above = reached * _HUNDRED < LINE * total
        few += above
        reached += monthly
        shares.append(
            Share(
                identifier,
                name,
                monthly,
                decimal_percent(percent_of(monthly, total)),
                decimal_percent(percent_of(reached, total)),
                above,
            )
        )
    percent = decimal_percent(percent_of(few, len(paying))) if paying else Decimal(0)
    return Pareto(tuple(shares), few, percent, total)
