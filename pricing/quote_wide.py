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
from operator import is_
from typing import TYPE_CHECKING

import msgspec

from catalog.charge import ChargeType, PriceRegulation
from catalog.money import Fen, round_half_up
from catalog.period import BillingPeriod
from catalog.problem import Place, Problem
from pricing.allocation import allocate, allocate_capped
from pricing.priced import PricedCharge, PricedItem, PriceStep
from pricing.stages import Stage
from pricing.tax import floor_price, without_tax

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from pricing.policy import PricingPolicy


_WHOLE = 100
# Looking up a member of an enumeration takes as long as a division, so it is done once.
_MONTH, _USAGE = BillingPeriod.MONTH, ChargeType.USAGE
_MARKET, _QUOTE_WIDE = PriceRegulation.MARKET, Stage.QUOTE_WIDE


class Target(StrEnum):
    """Which charges a quote-wide discount is taken off."""

    MONTHLY = "monthly"
    ONE_TIME = "one_time"


class QuoteDiscount(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What is taken off the whole quote by hand; exactly one of the three is given.

    Attributes:
        target: Monthly or one-time charges.
        percent: Of their net amount, from 0 to 100.
        amount: Fen, not negative.
        total: Fen that the net amount shall come to (goal seek), not negative; an amount that is
            lower already stays as it is.
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
        share = Fraction(self.percent or 0) * net / _WHOLE
        return max(0, round_half_up(share.numerator, share.denominator))


class _Line(msgspec.Struct, frozen=True, gc=False):
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
    if not _has_sense(discount):
        where = Place(column="discount")
        return tuple(items), (Problem("price.alteration_out_of_range", where=where),)
    wanted = _MONTH if discount.target is Target.MONTHLY else BillingPeriod.ONCE
    lines = [
        line
        for item in items
        if not item.optional
        for line in _lines(item, wanted, policy, most_extra)
    ]
    amount = discount.taken(sum(line.net for line in lines))
    if not amount:
        return tuple(items), ()
    reach = sum(line.cap for line in lines if line.net > 0)
    if amount > reach:
        facts, where = {"amount": str(amount), "most": str(reach)}, Place(column="discount")
        refused = Problem("price.quote_discount_too_large", where=where, parameters=facts)
        return tuple(items), (refused,)
    shares = allocate_capped(
        amount,
        [max(0, line.net) for line in lines],
        [line.cap for line in lines],
    )
    changed: dict[int, PricedCharge] = {}
    problems: list[Problem] = []
    for line, share in zip(lines, shares, strict=True):
        if not share:
            continue
        if not line.item.is_bundle:
            changed[id(line.charges[0])] = _reduced(line.charges[0], share)
            continue
        taken = _taken(line, share, policy)
        changed.update(taken)
        problems.extend(_unfiled(line, taken.values()))
    return tuple([_rebuilt(item, changed) for item in items]), tuple(problems)


def _has_sense(discount: QuoteDiscount) -> bool:
    """Whether it takes something off rather than putting it on, and is a number."""
    percent, amount, total = discount.percent, discount.amount, discount.total
    return (
        (percent is None or (percent.is_finite() and 0 <= percent <= _WHOLE))
        and (amount is None or amount >= 0)
        and (total is None or total >= 0)
    )


def _lines(
    item: PricedItem,
    wanted: BillingPeriod,
    policy: PricingPolicy,
    most_extra: Callable[[str], Decimal],
) -> list[_Line]:
    charges = [one for one in item.charges if one.period is wanted and one.type is not _USAGE]
    if not item.is_bundle:
        return [_Line(item, (one,), one.net_amount, _cap(one, policy)) for one in charges]
    if wanted is not _MONTH or not charges:
        return []  # published one-time prices of a bundle stay as published
    most = most_extra(item.offering)
    shares = tuple([one for one in charges if one.is_share])
    priced = [_bundle_line(item, shares, most)] if shares else []
    open_ = [c for c in charges if not c.is_share and c.regulation is not PriceRegulation.FIXED]
    lines = [(_bundle_line(item, (one,), most), _cap(one, policy)) for one in open_]
    return priced + [msgspec.structs.replace(line, cap=min(line.cap, cap)) for line, cap in lines]


def _bundle_line(item: PricedItem, charges: tuple[PricedCharge, ...], most: Decimal) -> _Line:
    """What covers a bundle's fixed price, or one of its charges with a price of its own."""
    published = sum(charge.published_amount for charge in charges)
    net = sum(charge.net_amount for charge in charges)
    allowed = Fraction(most) * published / _WHOLE
    left = allowed.numerator // allowed.denominator - (published - net)
    return _Line(item, charges, net, max(0, left))


def _cap(charge: PricedCharge, policy: PricingPolicy) -> Fen:
    """Most fen that may be taken off one charge."""
    if charge.regulation is _MARKET and policy.floor_margin is None:
        return max(0, charge.net_amount)
    floor = 0
    if charge.regulation is PriceRegulation.FIXED:
        floor = charge.net_amount
    elif charge.regulation is PriceRegulation.GUIDED:
        kept = Fraction(_WHOLE - policy.guided_band) * _guided_amount(charge) / _WHOLE
        floor = -(-kept.numerator // kept.denominator)
    if policy.floor_margin is not None and charge.type is ChargeType.RECURRING:
        floor = max(floor, floor_price(charge.cost_amount, policy.floor_margin, charge.tax_rate))
    return max(0, charge.net_amount - floor)


def _guided_amount(charge: PricedCharge) -> Fen:
    """What a guided price's band is measured from: the list price, or a bundle's option price."""
    published = next((s.result for s in charge.steps if s.stage is Stage.BUNDLE), None)
    return charge.list_amount if published is None else published


def _taken(line: _Line, share: Fen, policy: PricingPolicy) -> dict[int, PricedCharge]:
    """A bundle's charges after its share, by identity of the old ones."""
    by_list = not any(map(_is_altered, line.charges))
    weights = [c.list_amount if by_list else c.net_amount for c in line.charges]
    nets = allocate(line.net - share, weights)
    return {
        id(charge): msgspec.structs.replace(
            _reduced(charge, charge.net_amount - net), below_band=_is_below(charge, net, policy)
        )
        for charge, net in zip(line.charges, nets, strict=True)
    }


def _is_altered(charge: PricedCharge) -> bool:
    """Whether something was taken off this component alone."""
    steps = (step for step in charge.steps if step.stage is Stage.MANUAL)
    return any(step.code != "step.bundle_discount" for step in steps)


def _is_below(charge: PricedCharge, net: Fen, policy: PricingPolicy) -> bool:
    """Whether a guided component's share falls below its band (P8)."""
    guided = charge.regulation is PriceRegulation.GUIDED
    return guided and net * _WHOLE < charge.list_amount * (_WHOLE - policy.guided_band)


def _unfiled(line: _Line, charges: Iterable[PricedCharge]) -> Iterator[Problem]:
    """Components that only the quote-wide discount pushes below their band need a filing number."""
    if line.item.filing_number:
        return
    already = {charge.code for charge in line.charges if charge.below_band}
    for charge in charges:
        if charge.below_band and charge.code not in already:
            where = Place(subject=line.item.id)
            yield Problem(
                "bundle.filing_number_missing", where=where, parameters={"charge": charge.code}
            )


def _reduced(charge: PricedCharge, share: Fen) -> PricedCharge:
    net = charge.net_amount - share
    net_ex_tax = without_tax(net, charge.tax_rate)
    whole = abs(charge.published_amount)
    # as decimal_percent(percent_of(...)), without reducing a fraction for each charge
    percent = Decimal(round_half_up(100 * _WHOLE * share, whole) if whole else 0).scaleb(-2)
    step = PriceStep(
        _QUOTE_WIDE, "step.quote_discount", "quote", -share, net, {"percent": str(percent)}
    )
    return msgspec.structs.replace(
        charge,
        net_amount=net,
        net_ex_tax=net_ex_tax,
        tax=net - net_ex_tax,
        steps=(*charge.steps, step),
    )


def _rebuilt(item: PricedItem, changed: dict[int, PricedCharge]) -> PricedItem:
    charges = tuple([changed.get(id(charge), charge) for charge in item.charges])
    same = all(map(is_, charges, item.charges))
    return item if same else msgspec.structs.replace(item, charges=charges)
