"""Months that cost something else, month by month, and VAT over the term by rate."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from catalog.period import BillingPeriod
from pricing.alterations.free_months import FreeMonths
from pricing.alterations.ramp import Ramp
from pricing.alterations.reduced_months import ReducedMonths
from tests.pricing.reference.exact import half_up

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from decimal import Decimal

    from pricing.item import QuoteItem
    from tests.pricing.reference.figures import ChargeFigures

ONE = Fraction(1)


def month_factors(item: QuoteItem, term: int) -> tuple[list[Fraction], list[tuple[str, str, str]]]:
    """Share of the price charged in each month; all of it when anything makes no sense."""
    found: list[tuple[str, str, str]] = []
    free = [a.months for a in item.alterations if isinstance(a, FreeMonths)]
    if free and (min(free) < 0 or sum(free) > term):
        found.append(("price.free_months_out_of_range", item.id, ""))
    if not all(_fits(a, term) for a in item.alterations):
        found.append(("price.schedule_out_of_range", item.id, ""))
    if found:
        return [ONE] * term, found
    factors = []
    for month in range(1, term + 1):
        factor = Fraction(0) if month <= sum(free) else ONE
        for alteration in item.alterations:
            if isinstance(alteration, ReducedMonths):
                inside = alteration.first <= month <= alteration.last
                factor *= 1 - Fraction(alteration.percent) / 100 if inside else ONE
            if isinstance(alteration, Ramp):
                for _ in range((month - 1) // 12):
                    factor *= 1 + Fraction(alteration.percent) / 100
        factors.append(factor)
    return factors, []


def _fits(alteration: object, term: int) -> bool:
    if isinstance(alteration, ReducedMonths):
        months = 1 <= alteration.first <= alteration.last <= term
        return months and alteration.percent.is_finite() and 0 <= alteration.percent <= 100
    if isinstance(alteration, Ramp):
        return alteration.percent.is_finite() and -100 < alteration.percent <= 1000
    return True


def _monthly(
    item: QuoteItem, charges: Sequence[ChargeFigures], term: int
) -> Iterator[list[tuple[Decimal, int, int]]]:
    """For each month: rate, net and ex-tax fen of each monthly charge."""
    billed = [c for c in charges if c.period is BillingPeriod.MONTH and not c.usage]
    known: dict[Fraction, list[tuple[Decimal, int, int]]] = {}
    for factor in month_factors(item, term)[0]:
        if factor not in known:
            nets = [(charge.rate, half_up(charge.net * factor)) for charge in billed]
            known[factor] = [(rate, net, half_up(net / (1 + Fraction(rate)))) for rate, net in nets]
        yield known[factor]


def months_of(
    item: QuoteItem, charges: Sequence[ChargeFigures], term: int
) -> tuple[tuple[int, int], ...]:
    """Net and ex-tax fen of an item's monthly charges, month by month."""
    return tuple(
        (sum(net for _, net, _ in row), sum(ex for _, _, ex in row))
        for row in _monthly(item, charges, term)
    )


def tax_rows(
    item: QuoteItem, charges: Sequence[ChargeFigures], term: int
) -> Iterator[tuple[Decimal, int, int]]:
    """Rate, net and ex-tax fen over the term; usage is not in the contract value."""
    for row in _monthly(item, charges, term):
        yield from row
    for charge in charges:
        if charge.usage or charge.period is BillingPeriod.MONTH:
            continue
        times = -(-term // 12) if charge.period is BillingPeriod.YEAR else 1
        yield charge.rate, charge.net * times, charge.ex_tax * times
