"""The one rounding policy: which figures are rounded, when, and how; vectors V37 to V42.

Money is rounded half up to the fen in four named places and nowhere else:

1. the *discount* of a charge for its whole quantity and one billing period (never per unit: 10 % of
   366.06 x 25 is 915.15, per unit it would be 915.25);
2. the *shares* of an amount spread over charges (largest remainder, so nothing is lost);
3. the *tax*, per charge (ours), or per tax class on the document where a customer's books ask
   for it;
4. the *bills* of a part of a period: a month of a schedule, the days of the month of activation,
   and the average month.

Where the two ways of rounding tax differ, both figures are below; ``per_charge`` is the policy::

    V38  348.35 x 16, 4 % off, 22 %           per charge 6,527.81   per document 6,527.80
    V39  10 x 30.75 and 1 x 70, 5 % off, 15 %  tax 53.80             tax 53.79
    V42  97.50 / 65 / 32.50 at 19 %            tax 37.06             tax 37.05
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from catalog.money import Fen, round_half_up

if TYPE_CHECKING:
    from collections.abc import Iterable
    from decimal import Decimal


def tax_on(net: Fen, rate: Decimal) -> Fen:
    """VAT on top of an amount without VAT, rounded half up (tax-exclusive price lists)."""
    exact = Fraction(rate) * net
    return round_half_up(exact.numerator, exact.denominator)


def tax_per_charge(amounts: Iterable[tuple[Fen, Decimal]]) -> Fen:
    """VAT rounded for each charge, then added; (net, rate) pairs."""
    return sum(tax_on(net, rate) for net, rate in amounts)


def tax_per_document(amounts: Iterable[tuple[Fen, Decimal]]) -> Fen:
    """VAT added exactly for each rate, then rounded once per rate."""
    by_rate: dict[Decimal, Fen] = {}
    for net, rate in amounts:
        by_rate[rate] = by_rate.get(rate, 0) + net
    return sum(tax_on(net, rate) for rate, net in by_rate.items())
