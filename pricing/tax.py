"""VAT inside a tax-inclusive amount, by tax class and date.

Net = rounded gross / (1 + rate), tax = the rest (P2 of the sample rules; vectors V43 to V45), once
per charge and billing period. Totals are sums of these, never recomputed from a total.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from decimal import Decimal

    from catalog.money import Fen


def without_tax(gross: Fen, rate: Decimal) -> Fen:
    """The part of a tax-inclusive amount that is not VAT, rounded half up to the fen.

    >>> from decimal import Decimal
    >>> without_tax(66_800, Decimal("0.09"))
    61284
    """
    return net_of(gross, tax_ratio(rate))


def net_of(gross: Fen, ratio: tuple[int, int]) -> Fen:
    """The same with the rate as ``tax_ratio`` gives it, for callers that keep it."""
    # round_half_up written out: this runs twice for every charge
    numerator, denominator = ratio
    twice = 2 * gross * denominator
    if twice < 0:
        return -((numerator - twice) // (2 * numerator))
    return (twice + numerator) // (2 * numerator)


@lru_cache(maxsize=64)
def tax_ratio(rate: Decimal) -> tuple[int, int]:
    """One plus the rate as a ratio of whole numbers; a country has a handful of rates."""
    return (1 + rate).as_integer_ratio()


def floor_price(cost: Fen, margin: Decimal, rate: Decimal) -> Fen:
    """The smallest tax-inclusive amount whose net keeps a margin over cost.

    V21: cost 70.00 at 15 % margin needs 82.3529... net, rounded up to 82.36 (without tax).

    Args:
        cost: Fen without VAT.
        margin: Percent of net revenue, below 100.
        rate: VAT rate.
    """
    numerator, denominator = margin.as_integer_ratio()
    left = 100 * denominator - numerator
    net = -(-cost * 100 * denominator // left)
    up, down = tax_ratio(rate)
    return max(0, -(-(2 * net - 1) * up // (2 * down)))  # from half a fen below it rounds up
