"""Usage by plans and beside bundles, unit by unit of the semantics; of the engine only the values.

The order of a plan: what lies beyond the allowance at list price, at the plan's rates, then what
is fixed, the commitment, the cap. The units that bundles include are shared out to firm items
first, then to optional ones, by identifier: shorter ones first, and among these by letters.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from catalog.component_kind import ComponentKind
from tests.pricing.reference.exact import fen_of, half_up

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from catalog.bundle import BundledOffering
    from pricing.item import QuoteItem
    from pricing.usage_rating import UsageRates

_MOST = 10_000_000


class Used(NamedTuple):
    """Expected usage of a charge: its code, yuan per unit by the price list, units."""

    code: str
    list_price: Decimal
    units: int


def plan_amounts(what: UsageRates, list_price: Decimal, units: int) -> list[int]:
    """Fen after each part of a plan."""
    beyond = max(0, units - what.allowance)
    amounts = [fen_of(list_price, beyond)] if what.allowance else []
    rate = list_price if what.rate is None else what.rate
    amounts.append(_beyond(what, rate, beyond))
    amounts.append(amounts[-1] + half_up(Fraction(what.fixed) * 100))
    amounts.append(max(amounts[-1], half_up(Fraction(what.commitment) * 100)))
    if what.cap is not None:
        amounts.append(min(amounts[-1], half_up(Fraction(what.cap) * 100)))
    return amounts


def _beyond(what: UsageRates, rate: Decimal, units: int) -> int:
    """Each unit finds its own tier; by volume all units find that of the last."""
    if not what.graduated and what.tiers:
        fitting = [tier for tier in what.tiers if tier.least <= units]
        if fitting and fitting[-1].block is not None:
            return half_up(Fraction(fitting[-1].block) * 100) if units else 0
        if fitting and fitting[-1].unit_price is None:
            whole = fen_of(rate, units)
            return whole - half_up(Fraction(fitting[-1].percent or 0) / 100 * whole)
        return fen_of(fitting[-1].unit_price or Decimal(0) if fitting else rate, units)
    total = Fraction(0)
    for unit in range(1, units + 1):
        price = Fraction(rate)
        for tier in what.tiers:
            if tier.least <= unit and tier.unit_price is not None:
                price = Fraction(tier.unit_price)
            elif tier.least <= unit:
                price = Fraction(rate) * (1 - Fraction(tier.percent or 0) / 100)
        total += price
    return half_up(total * 100)


def shares_of(
    items: Sequence[QuoteItem], held: Callable[[QuoteItem], Iterable[tuple[str, int]]]
) -> dict[tuple[str, str], int]:
    """Units that are included, by item and charge; ``held`` gives what an item includes."""
    left: dict[str, int] = {}
    sound = [item for item in items if 1 <= item.quantity <= _MOST]
    sound.sort(key=lambda item: item.id)
    sound.sort(key=lambda item: len(item.id))
    for item in sound:
        for code, units in held(item) if not item.optional else ():
            left[code] = left.get(code, 0) + units * item.quantity
    found: dict[tuple[str, str], int] = {}
    for item in [i for i in sound if not i.optional] + [i for i in sound if i.optional]:
        codes = [quoted.code for quoted in item.charges]
        for quoted in item.charges:
            if 0 < quoted.quantity <= _MOST and codes.count(quoted.code) == 1:
                units = min(left.get(quoted.code, 0), quoted.quantity)
                found[item.id, quoted.code] = units
                left[quoted.code] = left.get(quoted.code, 0) - units
    return found


def bundle_amounts(
    bundles: Sequence[BundledOffering], used: Used, included: int, so_far: int
) -> list[tuple[str, int]]:
    """Source and fen of each step from the amount so far to what the bundles ask, code by code."""
    rates = [
        (rate.price, one.code)
        for one in bundles
        for rate in one.overage
        if rate.charge == used.code
    ]
    if not rates and not included:
        return []
    beyond = used.units - included
    at_list = fen_of(used.list_price, beyond)
    price, source = min(rates) if rates else (used.list_price, _holder(bundles, used.code))
    net = fen_of(price, beyond)
    plain = fen_of(used.list_price, used.units)
    if (so_far == plain and net == so_far) or (so_far != plain and net > so_far):
        return []
    steps = [(source, at_list)] if included else []
    return steps if included and net == at_list else [*steps, (source, net)]


def _holder(bundles: Sequence[BundledOffering], code: str) -> str:
    """The first bundle that may include units of a charge."""
    for one in bundles:
        kinds = [(part.charge, part.kind) for part in one.components]
        kinds += [(member.charge, member.kind) for group in one.groups for member in group.members]
        if (code, ComponentKind.ALLOWANCE) in kinds:
            return one.code
    return ""
