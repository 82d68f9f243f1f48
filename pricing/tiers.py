"""Volume, graduated and block prices by quantity.

*Volume*: the whole quantity takes the rate of the tier it falls in. *Graduated*: each unit takes
the rate of its own tier. *Block*: the tier has one price for any quantity in it. A tier stores its
first quantity, included; it ends where the next one begins, so tiers cannot gap or overlap.

Tiers 1: 0 %, 11: 10 %, 26: 20 % at list 100.00 (vectors V4 to V7)::

    quantity     10        25        26        30
    volume    1,000.00  2,250.00  2,080.00  2,400.00
    graduated 1,000.00  2,350.00  2,430.00  2,750.00

26 units of a volume price cost less than 25: ``cheaper_quantity`` says so.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

import msgspec

from catalog.money import Fen, amount_of, fen, round_half_up, unit_micro

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


class Tier(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A band of quantities; exactly one of the three is given.

    Attributes:
        least: First quantity of the tier, included.
        percent: Percent off the list price.
        unit_price: Yuan per unit.
        block: Yuan for any quantity in the tier.
    """

    least: int
    percent: Decimal | None = None
    unit_price: Decimal | None = None
    block: Decimal | None = None


class TierFault(ValueError):
    """Tiers that make no sense.

    Attributes:
        facts: ``fault``, a text below ``[fault]``, and what it names: ``least``, the first
            quantity of the tier, and ``percent``.
    """

    def __init__(self, fault: str, **named: object) -> None:
        """Keep what is wrong, in no language."""
        self.facts = {"fault": fault, **{name: str(value) for name, value in named.items()}}
        super().__init__(", ".join(f"{name}={value}" for name, value in self.facts.items()))


def check_tiers(tiers: Sequence[Tier], *, graduated: bool) -> None:
    """Refuse tiers that cannot be read in one way.

    Raises:
        TierFault: No tiers, not ascending, not exactly one price each, a percentage outside 0 to
            100, a price that is no number, below zero or finer than it can be counted, or a block
            among graduated tiers.
    """
    if not tiers:
        raise TierFault("tiers_none")
    for previous, tier in zip((None, *tiers[:-1]), tiers, strict=True):
        given = [v for v in (tier.percent, tier.unit_price, tier.block) if v is not None]
        if len(given) != 1:
            raise TierFault("tier_prices", least=tier.least)
        if not given[0].is_finite():
            raise TierFault("tier_no_number", least=tier.least)
        if tier.least < 1 or (previous is not None and tier.least <= previous.least):
            raise TierFault("tier_order", least=tier.least)
        if tier.percent is not None and not 0 <= tier.percent <= 100:  # noqa: PLR2004 (percent)
            raise TierFault("tier_percent", least=tier.least, percent=tier.percent)
        if not _is_priceable(tier) or (graduated and tier.block is not None):
            raise TierFault("tier_price", least=tier.least)


def _is_priceable(tier: Tier) -> bool:
    """Whether a unit price has six decimals at most and a block whole fen, neither below zero."""
    try:
        return unit_micro(tier.unit_price or Decimal(0)) >= 0 and fen(tier.block or Decimal(0)) >= 0
    except ValueError:
        return False


def tier_of(tiers: Sequence[Tier], quantity: int) -> Tier | None:
    """The tier that a quantity falls in; ``None`` below the first."""
    found = None
    for tier in tiers:
        if tier.least > quantity:
            break
        found = tier
    return found


def volume_amount(tiers: Sequence[Tier], list_micro: int, quantity: int, pooled: int) -> Fen:
    """Fen for ``quantity`` units at the rate of the tier that ``pooled`` units fall in.

    Args:
        tiers: Ascending.
        list_micro: List price in 0.000001 yuan.
        quantity: Units charged.
        pooled: Units that decide the tier; more than ``quantity`` when several items count
            together.
    """
    tier = tier_of(tiers, pooled)
    rated = list_amount if tier is None else amount_in(tier)
    return rated(amount_of(list_micro, quantity), quantity)


def list_amount(listed: Fen, _quantity: int) -> Fen:
    """What units below the first tier cost: the list price."""
    return listed


def amount_in(tier: Tier) -> Callable[[Fen, int], Fen]:
    """The rate of a tier as arithmetic: amount at list price and quantity to fen."""
    if tier.block is not None:
        block = fen(tier.block)
        return lambda _listed, quantity: block if quantity else 0
    if tier.unit_price is not None:
        micro = unit_micro(tier.unit_price)
        return lambda _listed, quantity: amount_of(micro, quantity)
    numerator, denominator = (tier.percent or Decimal(0)).as_integer_ratio()
    whole = 100 * denominator
    return lambda listed, _quantity: listed - round_half_up(numerator * listed, whole)


def graduated_amount(tiers: Sequence[Tier], list_micro: int, quantity: int) -> Fen:
    """Fen for ``quantity`` units, each at the rate of its own tier; rounded once at the end."""
    total = Fraction(0)
    done = 0
    bounds = [*(tier.least for tier in tiers[1:]), quantity + 1]
    first = tiers[0].least if tiers else quantity + 1
    if first > 1:
        done = min(first - 1, quantity)
        total += Fraction(list_micro) * done
    for tier, end in zip(tiers, bounds, strict=False):
        units = min(end - 1, quantity) - done
        if units <= 0:
            continue
        total += _rate(tier, list_micro) * units
        done += units
    return round_half_up(total.numerator, total.denominator * 10_000)


def _rate(tier: Tier, list_micro: int) -> Fraction:
    """Price of one unit in 0.000001 yuan, exactly."""
    if tier.unit_price is not None:
        return Fraction(unit_micro(tier.unit_price))
    return Fraction(list_micro) * (1 - Fraction(tier.percent or 0) / 100)


def cheaper_quantity(
    tiers: Sequence[Tier], quantity: int, price: Callable[[int], Fen]
) -> tuple[int, Fen] | None:
    """A larger quantity that costs less in all, and how many fen less; ``None`` without one.

    Only first quantities of later tiers can be cheaper, because inside a tier more costs more.
    """
    now = price(quantity)
    best = None
    for tier in tiers:
        if tier.least > quantity and (less := now - price(tier.least)) > 0:
            best = max(best, (less, tier.least)) if best else (less, tier.least)
    return (best[1], best[0]) if best else None


def dominated_quantities(tiers: Sequence[Tier], price: Callable[[int], Fen]) -> tuple[int, ...]:
    """Quantities below a tier bound that nobody should order, because the bound costs less."""
    found: list[int] = []
    for tier in tiers[1:]:
        quantity = tier.least - 1
        while quantity >= 1 and price(quantity) > price(tier.least):
            found.append(quantity)
            quantity -= 1
    return tuple(sorted(set(found)))
