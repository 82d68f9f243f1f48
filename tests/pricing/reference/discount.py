"""A discount on the whole quote, spread over what may bear it."""

from __future__ import annotations

from fractions import Fraction
from math import ceil, floor
from typing import TYPE_CHECKING, NamedTuple

from catalog.charge import ChargeType, PriceRegulation
from catalog.period import BillingPeriod
from pricing.quote_wide import Target
from tests.pricing.reference.charges import below
from tests.pricing.reference.exact import half_up, share_of, split, split_under

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pricing.item import QuoteItem
    from pricing.quote_wide import QuoteDiscount
    from tests.pricing.reference.charges import Case, Finding
    from tests.pricing.reference.figures import ChargeFigures

Known = tuple["QuoteItem", tuple["ChargeFigures", ...]]


class _Bearer(NamedTuple):
    """What bears one share: some charges of an item, by position."""

    item: int
    charges: tuple[int, ...]
    net: int
    cap: int


def take_off(
    case: Case, known: Sequence[Known], discount: QuoteDiscount
) -> tuple[list[Known], list[Finding]]:
    """The items after the discount, or as they were with a finding."""
    percent = discount.percent
    given = [v for v in (percent, discount.amount, discount.total) if v is not None]
    if any(value < 0 for value in given) or (percent or 0) > 100:
        return list(known), [("price.alteration_out_of_range", "", "discount")]
    bearers = [b for place, one in enumerate(known) for b in _bearers(case, discount, place, one)]
    net = sum(bearer.net for bearer in bearers)
    if discount.total is not None:
        amount = net - discount.total
    elif discount.amount is not None:
        amount = discount.amount
    else:
        amount = share_of(percent, net) if percent is not None else 0
    if amount <= 0:
        return list(known), []
    parts = split_under(amount, [max(0, b.net) for b in bearers], [b.cap for b in bearers])
    if parts is None:
        return list(known), [("price.quote_discount_too_large", "", "discount")]
    charges = [list(one[1]) for one in known]
    found: list[Finding] = []
    for bearer, part in zip(bearers, parts, strict=True):
        if part:
            item = known[bearer.item][0]
            found += _reduce(case, item, charges[bearer.item], bearer, part)
    return [(one[0], tuple(new)) for one, new in zip(known, charges, strict=True)], found


def _bearers(case: Case, discount: QuoteDiscount, place: int, one: Known) -> list[_Bearer]:
    item, charges = one
    wanted = BillingPeriod.MONTH if discount.target is Target.MONTHLY else BillingPeriod.ONCE
    chosen = [n for n, c in enumerate(charges) if c.period is wanted and not c.usage]
    if item.optional or not chosen:
        return []
    if item.offering not in case.bundles:
        return [
            _Bearer(place, (n,), charges[n].net, max(0, charges[n].net - _least(case, charges[n])))
            for n in chosen
        ]
    if discount.target is Target.ONE_TIME:
        return []
    covered = tuple(n for n in chosen if charges[n].covered)
    alone = [(n,) for n in chosen if not charges[n].covered]
    bearers = []
    for bearing in ([covered] if covered else []) + alone:
        net = sum(charges[n].net for n in bearing)
        published = sum(charges[n].published for n in bearing)
        most = Fraction(case.bundles[item.offering].most_extra_discount) / 100 * published
        cap = floor(most) - (published - net)
        if bearing != covered:
            cap = min(cap, net - _least(case, charges[bearing[0]]))
        bearers.append(_Bearer(place, bearing, net, max(0, cap)))
    return bearers


def _least(case: Case, figures: ChargeFigures) -> int:
    """The floor of one charge."""
    charge = case.charges[figures.code]
    floors = [0]
    if charge.regulation is PriceRegulation.FIXED:
        floors.append(figures.net)
    if charge.regulation is PriceRegulation.GUIDED:
        floors.append(ceil(Fraction(100 - case.policy.guided_band) / 100 * figures.base))
    margin = case.policy.floor_margin
    if margin is not None and charge.type is ChargeType.RECURRING:
        needed = ceil(Fraction(figures.cost * 100) / (100 - Fraction(margin)))
        gross = max(0, floor(needed * (1 + Fraction(figures.rate))) - 2)
        while half_up(gross / (1 + Fraction(figures.rate))) < needed:
            gross += 1
        floors.append(gross)
    return max(floors)


def _reduce(
    case: Case, item: QuoteItem, charges: list[ChargeFigures], bearer: _Bearer, part: int
) -> list[Finding]:
    """Take a share off its bearer; a bundle's new price is allocated again."""
    bundle = case.bundles.get(item.offering)
    found: list[Finding] = []
    told = {charges[n].code for n in bearer.charges if charges[n].below_band}
    if bundle is None:
        nets = [bearer.net - part]
    else:
        listed = [charges[n].listed for n in bearer.charges]
        before = [charges[n].net for n in bearer.charges]
        weights = listed if split(bearer.net, listed) == before else before
        nets = split(bearer.net - part, weights)
    for n, net in zip(bearer.charges, nets, strict=True):
        old = charges[n]
        low = False
        if bundle is not None:
            guided = case.charges[old.code].regulation is PriceRegulation.GUIDED
            low = guided and below(case, old.listed, net)
        if low and old.code not in told and bundle is not None and not bundle.filing_number:
            found.append(("bundle.filing_number_missing", item.id, ""))
        step = (("QUOTE_WIDE", net - old.net),) if net != old.net else ()
        charges[n] = old._replace(
            net=net,
            ex_tax=half_up(net / (1 + Fraction(old.rate))),
            steps=(*old.steps, *step),
            below_band=low,
        )
    return found
