"""Prices that change over the term: free months, reduced months, ramps by year.

The price of a month stays what it is; the schedule says in which months something else is charged.
V33: 199.00 a month for 24 months, months 1 to 3 free, 4 to 6 at half: 3,880.50 in all.
V35: 1,000.00 a month, 5 % more each year, 3 years: 12,000 + 12,600 + 13,230 = 37,830.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from catalog.charge import ChargeType
from catalog.money import round_half_up
from catalog.period import MONTHS_PER_YEAR, BillingPeriod
from pricing.alterations.free_months import FreeMonths
from pricing.alterations.ramp import Ramp
from pricing.alterations.reduced_months import ReducedMonths
from pricing.priced import Amounts, SchedulePart, TaxRow
from pricing.tax import without_tax

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from decimal import Decimal

    from catalog.money import Fen
    from pricing.alterations import Alteration
    from pricing.priced import PricedCharge

WHOLE = Fraction(1)


def factors(alterations: Iterable[Alteration], term: int) -> tuple[tuple[int, int, Fraction], ...]:
    """First month, last month and share of the price charged; months count from 1.

    Runs of equal months are one entry; a term at the full price throughout gives nothing. Free
    months come first, then reductions count from the months they name, then ramps multiply.
    """
    chosen = list(alterations)
    free = sum(a.months for a in chosen if isinstance(a, FreeMonths))
    reductions = [a for a in chosen if isinstance(a, ReducedMonths)]
    ramps = [a for a in chosen if isinstance(a, Ramp)]
    if not free and not reductions and not ramps:
        return ()
    runs: list[tuple[int, int, Fraction]] = []
    for month in range(1, term + 1):
        factor = Fraction(0) if month <= free else WHOLE
        for reduction in reductions:
            if reduction.first <= month <= reduction.last:
                factor *= 1 - Fraction(reduction.percent) / 100
        for ramp in ramps:
            factor *= (1 + Fraction(ramp.percent) / 100) ** ((month - 1) // MONTHS_PER_YEAR)
        if runs and runs[-1][2] == factor:
            runs[-1] = (runs[-1][0], month, factor)
        else:
            runs.append((month, month, factor))
    return () if all(factor == WHOLE for _, _, factor in runs) else tuple(runs)


def schedule(
    charges: Sequence[PricedCharge], alterations: Iterable[Alteration], term: int
) -> tuple[SchedulePart, ...]:
    """What the monthly charges of an item come to in each part of the term; () when constant."""
    monthly = [
        charge
        for charge in charges
        if charge.type is ChargeType.RECURRING and charge.period is BillingPeriod.MONTH
    ]
    if not monthly:
        return ()
    return tuple(
        _part(monthly, first, last, factor) for first, last, factor in factors(alterations, term)
    )


def _part(charges: Sequence[PricedCharge], first: int, last: int, factor: Fraction) -> SchedulePart:
    listed = published = net = ex_tax = cost = 0
    rates: dict[Decimal, tuple[Fen, Fen]] = {}
    for charge in charges:
        exact = charge.net_amount * factor
        amount = round_half_up(exact.numerator, exact.denominator)
        without = without_tax(amount, charge.tax_rate)
        listed += charge.list_amount
        published += charge.published_amount
        net += amount
        ex_tax += without
        cost += charge.cost_amount
        known = rates.get(charge.tax_rate, (0, 0))
        rates[charge.tax_rate] = (known[0] + without, known[1] + amount - without)
    return SchedulePart(
        first,
        last,
        Amounts(listed, published, net, ex_tax, net - ex_tax, cost),
        tuple(TaxRow(rate, *sums) for rate, sums in sorted(rates.items(), reverse=True)),
    )
