"""Fixed prices of a bundle that keep the band or a margin, or give a saving; exact to the fen.

The shares of a fixed price are given by largest remainder, so a share may fall by a fen when the
price rises by one. Nothing is halved here: the search begins below every price that can do, by an
exact bound, and goes up fen by fen to the first that does.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

import msgspec

from catalog.charge import PriceRegulation
from catalog.money import Fen, yuan
from catalog.period import BillingPeriod
from pricing.allocation import allocate
from pricing.bundle_design import design_figures, is_margin, least_in_band
from pricing.priced import PricedCharge
from pricing.tax import without_tax

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from catalog.bundle import BundledOffering
    from pricing.bundle_design import DesignBasis

_WHOLE = 100
_PROBE = Decimal(10**9)  # yuan a month: more than the state can have set in a bundle
_MOST_STEPS = 20_000
"""Prices that are tried one by one; above that the next price that is sure to do is taken."""


class SharedPrice(msgspec.Struct, frozen=True):
    """What a fixed price does, in whole numbers.

    Attributes:
        shares: Charges that share it, at list value.
        set_amount: Fen of it that go to prices which the state sets.
        other_list: Fen a month of list value besides the shares.
        other_net: Fen a month that are charged besides the shares.
        revenue: Fen over the term without VAT that do not come from the shares.
        cost: Fen over the term.
        term: Months.
        band: Percent by which a guided price may be undercut.
    """

    shares: tuple[PricedCharge, ...]
    set_amount: Fen
    other_list: Fen
    other_net: Fen
    revenue: Fen
    cost: Fen
    term: int
    band: Decimal

    def price(self, left: Fen) -> Decimal:
        """The price in yuan that leaves so many fen to the shares."""
        return yuan(left + self.set_amount)

    def nets(self, left: Fen) -> tuple[Fen, ...]:
        """What each charge has of so many fen."""
        return allocate(left, self._weights)

    @property
    def _weights(self) -> list[Fen]:
        return [charge.list_amount for charge in self.shares]

    def least(self) -> tuple[Fen, ...]:
        """Fewest fen that each charge must have; nothing for those without a band."""
        guided = PriceRegulation.GUIDED
        return tuple(
            least_in_band(one.list_amount, self.band) if one.regulation is guided else 0
            for one in self.shares
        )


def shared_price(basis: DesignBasis, bundle: BundledOffering) -> SharedPrice | None:
    """What shares the fixed price of a bundle; ``None`` when it cannot be shared.

    The engine is asked at a price that is high enough whatever is inside; list values, and what
    does not come from the shares, are the same at every price.
    """
    probe = msgspec.structs.replace(bundle, price=_PROBE)
    figures = design_figures(basis, probe)
    shares = tuple(charge for charge in figures.charges if charge.is_share)
    if not shares or not any(charge.list_amount for charge in shares):
        return None
    taken = sum(charge.net_amount for charge in shares)
    term, monthly = figures.quote.totals.term, BillingPeriod.MONTH
    beside = [c for c in figures.charges if not c.is_share and c.period is monthly]
    ex_tax = sum(charge.net_ex_tax for charge in shares)
    return SharedPrice(
        shares,
        int(_PROBE) * _WHOLE - taken,
        sum(charge.list_amount for charge in beside),
        sum(charge.net_amount for charge in beside),
        figures.contract.net_ex_tax - ex_tax * term,
        figures.contract.cost,
        term,
        basis.policy.guided_band,
    )


def lowest_in_band(shared: SharedPrice, start: Fen = 0) -> tuple[Fen, int] | None:
    """Fewest fen for the shares with every guided one within its band, and which one binds.

    Args:
        shared: What shares the price.
        start: No fewer than these.

    Returns:
        The fen and the place of the charge that falls first; ``None`` without guided charges.
    """
    least, total = shared.least(), sum(one.list_amount for one in shared.shares)
    guided = [place for place, fewest in enumerate(least) if fewest]
    if not guided:
        return None
    weights = [one.list_amount for one in shared.shares]
    # A share is at most one fen above its exact value, and at least that value cut to the fen.
    low = max(-(-(least[place] - 1) * total // weights[place]) for place in guided)
    sure = max(-(-least[place] * total // weights[place]) for place in guided)

    def keeps(left: Fen) -> bool:
        return all(net >= fewest for net, fewest in zip(shared.nets(left), least, strict=True))

    found = _first(max(low, start, 0), max(sure, start), keeps)
    return found, _tightest(shared, guided, least)


def _tightest(shared: SharedPrice, guided: Sequence[int], least: Sequence[Fen]) -> int:
    """The guided charge whose band is highest in proportion to its list value."""
    return max(guided, key=lambda place: Fraction(least[place], shared.shares[place].list_amount))


def lowest_with_margin(shared: SharedPrice, margin: Decimal, start: Fen = 0) -> Fen | None:
    """Fewest fen for the shares that leave so many percent of the revenue over the term.

    Args:
        shared: What shares the price.
        margin: Percent, below 100.
        start: No fewer than these.
    """
    if margin >= _WHOLE:
        return None
    total = sum(one.list_amount for one in shared.shares)
    needed = Fraction(_WHOLE * shared.cost) / Fraction(_WHOLE - margin) - shared.revenue
    # A fen of the shares without VAT, and the most that rounding can add or take in a month.
    rates = [Fraction(1) / Fraction(1 + one.tax_rate) for one in shared.shares]
    each = sum(
        Fraction(one.list_amount, total) * rate
        for one, rate in zip(shared.shares, rates, strict=True)
    )
    slack = sum(rate + Fraction(1, 2) for rate in rates)
    monthly = needed / shared.term
    low, sure = (monthly - slack) / each, (monthly + slack) / each
    return _first(
        max(-(-low.numerator // low.denominator), start, 0),
        max(-(-sure.numerator // sure.denominator), start, 0),
        lambda left: keeps_margin(shared, left, margin),
    )


def keeps_margin(shared: SharedPrice, left: Fen, margin: Decimal) -> bool:
    """Whether so many fen for the shares leave so many percent."""
    nets = zip(shared.nets(left), shared.shares, strict=True)
    monthly = sum(without_tax(net, charge.tax_rate) for net, charge in nets)
    return is_margin(shared.revenue + monthly * shared.term, shared.cost, margin)


def lowest_with_both(shared: SharedPrice, margin: Decimal) -> tuple[Fen, int] | None:
    """Fewest fen for the shares that keep the band and a margin, and which guided one binds.

    The place is -1 when the margin binds alone.
    """
    band, floor = lowest_in_band(shared), lowest_with_margin(shared, margin)
    if floor is None:
        return None
    if band is None:
        return floor, -1
    left = max(band[0], floor)
    while True:  # a price that keeps one may miss the other by a fen of rounding
        kept = lowest_in_band(shared, left) or band
        both = lowest_with_margin(shared, margin, kept[0]) or left
        if both == left:
            return left, band[1] if band[0] >= floor else -1
        left = both


def highest_with_saving(shared: SharedPrice, percent: Decimal) -> Fen | None:
    """Most fen for the shares with which a month is so many percent below its list value."""
    total = shared.other_list + sum(one.list_amount for one in shared.shares)
    most = Fraction(_WHOLE - percent) * total / _WHOLE - shared.other_net
    left = most.numerator // most.denominator
    return left if left >= 0 else None


def _first(low: Fen, sure: Fen, does: Callable[[Fen], bool]) -> Fen:
    """The first amount from a bound on that does; the sure one does in any case."""
    for amount in range(low, min(sure, low + _MOST_STEPS)):
        if does(amount):
            return amount
    return sure
