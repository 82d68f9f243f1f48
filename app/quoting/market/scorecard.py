"""The scorecard: how much speaks for a customer being a large one, criterion by criterion.

What is measured of a customer follows from his record and his bills and is kept beside him; what
it counts follows from the weights, which anybody may edit, and is worked out when it is looked at.
"""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from app.quoting.criteria import Criterion
from catalog.money import Fen, yuan

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from app.quoting.customer import Customer
    from app.quoting.market.values import Weight
    from pricing.bills import Bills
    from pricing.spend import SpendAnalysis

HUNDRED = 100
_MONTHS = 3
"""Months at each end of the window that growth is measured between."""
_PLACE = re.compile(
    r"^(?:[^省]{1,8}省|[^区]{1,6}自治区)?\s*([一-鿿]{1,10}?(?:[市州盟县旗]|(?<![小园社])区))"
)
"""A city, prefecture, county or district at the beginning of an address."""


class Measures(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What is measured of a customer.

    Attributes:
        services: Kinds of service.
        volume: Pieces of them, or accounts where those are more.
        typical: Fen of a typical month.
        regions: Cities or districts in which he has places.
        rivals: Things that he has from competitors.
        growth: Percent by which the last three months lie above the three before; never below 0.
    """

    services: int = 0
    volume: int = 0
    typical: Fen = 0
    regions: int = 0
    rivals: int = 0
    growth: int = 0

    def of(self, criterion: Criterion) -> Decimal:
        """What is measured for a criterion, in the unit of its weight."""
        if criterion is Criterion.SPEND:
            return yuan(self.typical)
        return Decimal(getattr(self, str(criterion)))


class ScorePart(NamedTuple):
    """What a criterion gives.

    Attributes:
        criterion: Which one.
        points: It gives.
        most: It could give.
        measured: How much of it there is, in the unit of its weight.
        full: From how much on it gives all.
    """

    criterion: Criterion
    points: int
    most: int
    measured: Decimal
    full: Decimal


class Score(NamedTuple):
    """Points of a hundred, and what each criterion gives to them, the most first."""

    points: int = 0
    parts: tuple[ScorePart, ...] = ()


def measured(customer: Customer, bills: Bills, analysis: SpendAnalysis | None) -> Measures:
    """What the record and the bills of a customer say for the scorecard."""
    kinds = set(customer.installed_quantities()) or {one.name.zh for one in bills.components}
    pieces = sum(customer.installed_quantities().values())
    return Measures(
        services=len(kinds),
        volume=max(pieces, len(customer.accounts)),
        typical=analysis.typical if analysis is not None else 0,
        regions=len(regions_of((customer.address, *(site.address for site in customer.sites)))),
        rivals=len(customer.competitors),
        growth=_growth([month.adjusted for month in analysis.months]) if analysis else 0,
    )


def regions_of(addresses: Iterable[str]) -> frozenset[str]:
    """The cities, counties or districts that addresses begin with; others name none."""
    found = (_PLACE.match(address.strip()) for address in addresses)
    return frozenset(match[1] for match in found if match)


def score_of(measures: Measures, weights: Sequence[Weight]) -> Score:
    """Points of a hundred for what was measured; none where nothing has weight."""
    parts = tuple(_part(measures, weight) for weight in weights)
    most = sum(part.most for part in parts)
    if not most:
        return Score(0, parts)
    given = Decimal(sum(part.points for part in parts) * HUNDRED) / most
    ranked = sorted(parts, key=lambda part: (-part.points, -part.most))
    return Score(_whole(given), tuple(ranked))


def _part(measures: Measures, weight: Weight) -> ScorePart:
    has, full = measures.of(weight.criterion), weight.full
    share = min(Decimal(1), has / full) if full > 0 else Decimal(1)
    points = _whole(share * weight.points) if has > 0 else 0
    return ScorePart(weight.criterion, points, weight.points, has, full)


def _growth(totals: Sequence[Fen]) -> int:
    if len(totals) < 2 * _MONTHS:
        return 0
    before, after = sum(totals[-2 * _MONTHS : -_MONTHS]), sum(totals[-_MONTHS:])
    if before <= 0 or after <= before:
        return 0
    return _whole(Decimal((after - before) * HUNDRED) / before)


def _whole(value: Decimal) -> int:
    return int(value.quantize(Decimal(1), ROUND_HALF_UP))
