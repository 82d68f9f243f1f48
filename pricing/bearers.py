"""What bears a share of an amount taken off the whole quote: charges, bundles, and their floors.

A fixed price is not touched; a guided price keeps its band; a bundle keeps its largest extra
discount, and its new price is allocated to its components again; a charge sold by itself keeps the
policy's floor margin.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from operator import is_
from typing import TYPE_CHECKING

import msgspec

from catalog.charge import ChargeType, PriceRegulation
from catalog.money import Fen
from catalog.period import BillingPeriod
from catalog.problem import Place, Problem
from pricing.allocation import allocate, allocate_capped
from pricing.priced import PricedCharge, PricedItem
from pricing.stages import Stage
from pricing.tax import floor_price, without_tax
from pricing.totals import with_sums
from pricing.trail import StepNote

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from decimal import Decimal

    from pricing.policy import PricingPolicy

_WHOLE = 100
# Looking up a member of an enumeration takes as long as a division, so it is done once.
_MONTH, _USAGE, _MARKET = BillingPeriod.MONTH, ChargeType.USAGE, PriceRegulation.MARKET


class Bearer(msgspec.Struct, frozen=True, gc=False):
    """Something that can bear a share: a charge, or a bundle's monthly price.

    Attributes:
        item: The item that it belongs to.
        charges: The charge, or the monthly components that a bundle's price covers.
        net: Fen that they come to.
        cap: Most fen that may be taken off.
    """

    item: PricedItem
    charges: tuple[PricedCharge, ...]
    net: Fen
    cap: Fen


class Written(msgspec.Struct, frozen=True):
    """How a share is recorded: the step of a charge for a share of so many fen.

    Attributes:
        note: What the step is, from the charge before and the fen taken off.
        published: A published price: the amount before anything was given away follows.
        again: By identity of an item with one charge, what became of it when shares were written
            in the same way the last time; it is taken again where the share is the same.
    """

    note: Callable[[PricedCharge, Fen], StepNote]
    published: bool = False
    again: Mapping[int, PricedItem] = {}


def bearers_of(
    item: PricedItem,
    period: BillingPeriod,
    policy: PricingPolicy,
    most_extra: Callable[[str], Decimal],
) -> list[Bearer]:
    """What of an item bears a share of an amount off charges billed in a period.

    Args:
        item: Priced; options bear nothing.
        period: Of the charges; expected usage bears nothing.
        policy: Band and floor margin.
        most_extra: Percent that may be taken off a bundle's published price, by its code.
    """
    if item.optional:
        return []
    if not item.is_bundle:
        return [
            Bearer(item, (one,), one.net_amount, _cap(one, policy))
            for one in item.charges
            if one.period is period and one.type is not _USAGE
        ]
    charges = [one for one in item.charges if one.period is period and one.type is not _USAGE]
    if period is not _MONTH or not charges:
        return []  # published one-time prices of a bundle stay as published
    most = most_extra(item.offering)
    shares = tuple([one for one in charges if one.is_share])
    priced = [_bundle_bearer(item, shares, most)] if shares else []
    open_ = [one for one in charges if not one.is_share]  # fixed ones count, and bear nothing
    alone = [(_bundle_bearer(item, (one,), most), _cap(one, policy)) for one in open_]
    return priced + [msgspec.structs.replace(one, cap=min(one.cap, cap)) for one, cap in alone]


def _bundle_bearer(item: PricedItem, charges: tuple[PricedCharge, ...], most: Decimal) -> Bearer:
    """What covers a bundle's fixed price, or one of its charges with a price of its own."""
    published = sum(_published(one) for one in charges)
    net = sum(one.net_amount for one in charges)
    allowed = Fraction(most) * published / _WHOLE
    left = allowed.numerator // allowed.denominator - (published - net)
    return Bearer(item, charges, net, max(0, left))


def _published(charge: PricedCharge) -> Fen:
    """What a bundle publishes for a charge, whatever promotions on the quote have taken off."""
    published = charge.trail.amount_at(Stage.BUNDLE)
    return charge.list_amount if published is None else published


def bearers_among(
    items: Iterable[PricedItem],
    period: BillingPeriod,
    policy: PricingPolicy,
    most_extra: Callable[[str], Decimal],
) -> list[Bearer]:
    """What of several items bears a share, in their order; see ``bearers_of``."""
    found: list[Bearer] = []
    for item in items:
        charges = item.charges
        if len(charges) != 1 or item.is_bundle or item.optional:
            found.extend(bearers_of(item, period, policy, most_extra))
            continue
        charge = charges[0]  # the usual item, without a call for what is known of it
        if charge.period is period and charge.type is not _USAGE:
            found.append(Bearer(item, charges, charge.net_amount, _cap(charge, policy)))
    return found


def reach_of(bearers: Iterable[Bearer]) -> Fen:
    """Most fen that can be taken off them together."""
    return sum([one.cap for one in bearers if one.net > 0])


def take_off(
    items: Sequence[PricedItem],
    bearers: Sequence[Bearer],
    amount: Fen,
    policy: PricingPolicy,
    written: Written,
) -> tuple[tuple[PricedItem, ...], tuple[Problem, ...]]:
    """The items with an amount taken off, and what is found on bundles; schedules do not follow.

    Args:
        items: Items that the bearers belong to, and others.
        bearers: Of these items.
        amount: Fen, no more than ``reach_of`` the bearers.
        policy: Band of guided prices.
        written: How each share is recorded.
    """
    weights = [max(0, one.net) for one in bearers]
    shares = allocate_capped(amount, weights, [one.cap for one in bearers])
    done: dict[int, PricedItem] = {}
    changed: dict[int, PricedCharge] = {}
    problems: list[Problem] = []
    for bearer, share in zip(bearers, shares, strict=True):
        if not share:
            continue
        item, charge = bearer.item, bearer.charges[0]
        if item.is_bundle:
            taken = _taken(bearer, share, policy, written)
            changed.update(taken)
            problems.extend(_unfiled(bearer, taken.values()))
        elif len(item.charges) > 1:
            changed[id(charge)] = _reduced(charge, share, written)
        else:  # the usual item
            known = written.again.get(id(item))
            if known is None or known.charges[0].net_amount != bearer.net - share:
                known = with_sums(item, (_reduced(charge, share, written),))
            done[id(item)] = known
    if not changed:
        return tuple([done.get(id(item), item) for item in items]), ()
    rebuilt = [done.get(id(item)) or _rebuilt(item, changed) for item in items]
    return tuple(rebuilt), tuple(problems)


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
    moves = charge.trail.moves()
    published = next((after for note, _, after in moves if note.stage is Stage.BUNDLE), None)
    return charge.list_amount if published is None else published


def _taken(
    bearer: Bearer, share: Fen, policy: PricingPolicy, written: Written
) -> dict[int, PricedCharge]:
    """A bundle's charges after its share, by identity of the old ones."""
    listed, before = zip(*((c.list_amount, c.net_amount) for c in bearer.charges), strict=True)
    # shared out by list price as before; where one component alone was altered, or bundles inside
    # have prices of their own, that would make some components dearer
    weights = listed if allocate(bearer.net, listed) == before else before
    nets = allocate(bearer.net - share, weights)
    return {
        id(charge): msgspec.structs.replace(
            _reduced(charge, charge.net_amount - net, written),
            below_band=_is_below(charge, net, policy),
        )
        for charge, net in zip(bearer.charges, nets, strict=True)
    }


def _is_below(charge: PricedCharge, net: Fen, policy: PricingPolicy) -> bool:
    """Whether a guided component's share falls below its band (P8)."""
    guided = charge.regulation is PriceRegulation.GUIDED
    return guided and net * _WHOLE < charge.list_amount * (_WHOLE - policy.guided_band)


def _unfiled(bearer: Bearer, charges: Iterable[PricedCharge]) -> Iterator[Problem]:
    """Components that only the quote-wide discount pushes below their band need a filing number."""
    if bearer.item.filing_number:
        return
    already = {charge.code for charge in bearer.charges if charge.below_band}
    for charge in charges:
        if charge.below_band and charge.code not in already:
            where = Place(subject=bearer.item.id)
            yield Problem(
                "bundle.filing_number_missing", where=where, parameters={"charge": charge.code}
            )


def _followed(published: Fen, share: Fen) -> Fen:
    """A published amount after a share; a price raised by hand bears more than was published.

    A share may be an odd fen less than nothing: inside a bundle that is divided anew.
    """
    return max(min(0, published), published - share)


def _reduced(charge: PricedCharge, share: Fen, written: Written) -> PricedCharge:
    net, published = charge.net_amount - share, charge.published_amount
    net_ex_tax = without_tax(net, charge.tax_rate)
    # By position, in the order of the fields: naming them takes several times as long.
    return PricedCharge(
        charge.code,
        charge.name,
        charge.type,
        charge.period,
        charge.unit,
        charge.quantity,
        charge.list_price,
        charge.published_price,
        charge.list_amount,
        _followed(published, share) if written.published else published,
        net,
        net_ex_tax,
        net - net_ex_tax,
        charge.tax_rate,
        charge.cost_amount,
        charge.regulation,
        charge.trail.then(written.note(charge, share), net),
        charge.discount,
        charge.published_waiver,
        charge.below_band,
        charge.allowance,
        charge.rejected,
    )


def _rebuilt(item: PricedItem, changed: dict[int, PricedCharge]) -> PricedItem:
    charges = tuple([changed.get(id(charge), charge) for charge in item.charges])
    same = all(map(is_, charges, item.charges))
    return item if same else with_sums(item, charges)
