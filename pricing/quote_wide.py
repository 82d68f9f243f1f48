"""Spread a quote-wide amount over the charges, respecting floors; refuse what does not fit.

The amount is shared in proportion to the net amounts (largest remainder, ties by order of the
quote), no charge falls below its floor, what a floor cuts off goes to the others, and when all
floors together leave less than the amount, nothing is taken and the finding names the most that
could be (section 2.8 of the price semantics, vectors V22 to V28).

Floors: a fixed price is not touched; a guided price keeps its band; a bundle keeps its largest
extra discount; a charge sold by itself keeps the policy's floor margin.
"""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from catalog.charge import ChargeType, PriceRegulation
from catalog.money import Fen, decimal_percent, percent_of
from catalog.period import BillingPeriod
from catalog.problem import Problem
from pricing.allocation import allocate, allocate_capped
from pricing.priced import PricedCharge, PricedItem, PriceStep
from pricing.stages import Stage
from pricing.tax import floor_price, without_tax

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from pricing.policy import PricingPolicy


class Target(StrEnum):
    """Which charges a quote-wide discount is taken off."""

    MONTHLY = "monthly"
    ONE_TIME = "one_time"


class QuoteDiscount(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What is taken off the whole quote by hand; exactly one of the three is given.

    Attributes:
        target: Monthly or one-time charges.
        percent: Of their net amount.
        amount: Fen.
        total: Fen that the net amount shall come to (goal seek).
    """

    target: Target = Target.MONTHLY
    percent: Decimal | None = None
    amount: Fen | None = None
    total: Fen | None = None

    def taken(self, net: Fen) -> Fen:
        """Fen to take off charges that come to ``net``; never negative."""
        if self.total is not None:
            return max(0, net - self.total)
        if self.amount is not None:
            return max(0, self.amount)
        share = Fraction(self.percent or 0) * net / 100
        return max(0, (2 * share.numerator + share.denominator) // (2 * share.denominator))


class _Line(NamedTuple):
    """Something that can bear a share: a charge, or a bundle's monthly price."""

    item: PricedItem
    charges: tuple[PricedCharge, ...]
    net: Fen
    cap: Fen


def spread(
    items: Sequence[PricedItem],
    discount: QuoteDiscount,
    policy: PricingPolicy,
    most_extra: Callable[[str], Decimal],
) -> tuple[tuple[PricedItem, ...], tuple[Problem, ...]]:
    """The items with their shares taken off, or unchanged with a finding.

    Args:
        items: Priced one by one.
        discount: What to take off.
        policy: Band and floor margin.
        most_extra: Percent that may be taken off a bundle's published price, by its code.
    """
    lines = [
        line
        for item in items
        if not item.optional
        for line in _lines(item, discount.target, policy, most_extra)
    ]
    amount = discount.taken(sum(line.net for line in lines))
    if not amount:
        return tuple(items), ()
    reach = sum(line.cap for line in lines if line.net > 0)
    if amount > reach:
        facts = {"amount": str(amount), "most": str(reach)}
        return tuple(items), (Problem("price.quote_discount_too_large", parameters=facts),)
    shares = allocate_capped(
        amount, [max(0, line.net) for line in lines], [line.cap for line in lines]
    )
    changed: dict[str, dict[int, PricedCharge]] = {}
    for line, share in zip(lines, shares, strict=True):
        if share:
            changed.setdefault(line.item.id, {}).update(_taken(line, share))
    return tuple(_rebuilt(item, changed.get(item.id)) for item in items), ()


def _lines(
    item: PricedItem,
    target: Target,
    policy: PricingPolicy,
    most_extra: Callable[[str], Decimal],
) -> list[_Line]:
    wanted = BillingPeriod.MONTH if target is Target.MONTHLY else BillingPeriod.ONCE
    charges = [
        charge
        for charge in item.charges
        if charge.period is wanted and charge.type is not ChargeType.USAGE
    ]
    if not item.is_bundle:
        return [_Line(item, (c,), c.net_amount, _cap(c, policy)) for c in charges]
    if target is Target.ONE_TIME or not charges:
        return []  # published one-time prices of a bundle stay as published
    published, net = item.monthly.published_amount, item.monthly.net_amount
    allowed = Fraction(most_extra(item.offering)) * published / 100
    left = allowed.numerator // allowed.denominator - (published - net)
    return [_Line(item, tuple(charges), net, max(0, left))]


def _cap(charge: PricedCharge, policy: PricingPolicy) -> Fen:
    """Most fen that may be taken off one charge."""
    floor = 0
    if charge.regulation is PriceRegulation.FIXED:
        floor = charge.net_amount
    elif charge.regulation is PriceRegulation.GUIDED:
        kept = Fraction(100 - policy.guided_band) * charge.published_amount / 100
        floor = -(-kept.numerator // kept.denominator)
    if policy.floor_margin is not None and charge.type is ChargeType.RECURRING:
        floor = max(floor, floor_price(charge.cost_amount, policy.floor_margin, charge.tax_rate))
    return max(0, charge.net_amount - floor)


def _taken(line: _Line, share: Fen) -> dict[int, PricedCharge]:
    """The line's charges after its share, by identity of the old ones."""
    if len(line.charges) == 1:
        return {id(line.charges[0]): _reduced(line.charges[0], share)}
    weights = [charge.list_amount for charge in line.charges]
    nets = allocate(line.net - share, weights)
    return {
        id(charge): _reduced(charge, charge.net_amount - net)
        for charge, net in zip(line.charges, nets, strict=True)
    }


def _reduced(charge: PricedCharge, share: Fen) -> PricedCharge:
    net = charge.net_amount - share
    net_ex_tax = without_tax(net, charge.tax_rate)
    percent = str(decimal_percent(percent_of(share, abs(charge.published_amount))))
    step = PriceStep(
        Stage.QUOTE_WIDE, "step.quote_discount", "quote", -share, net, {"percent": percent}
    )
    return msgspec.structs.replace(
        charge,
        net_amount=net,
        net_ex_tax=net_ex_tax,
        tax=net - net_ex_tax,
        steps=(*charge.steps, step),
    )


def _rebuilt(item: PricedItem, changed: dict[int, PricedCharge] | None) -> PricedItem:
    if not changed:
        return item
    charges = tuple(changed.get(id(charge), charge) for charge in item.charges)
    return msgspec.structs.replace(item, charges=charges)
