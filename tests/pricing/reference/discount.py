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


class Bearer(NamedTuple):
    """What bears one share: some charges of an item, by position."""

    item: int
    charges: tuple[int, ...]
    net: int
    cap: int


def take_off(
    case: Case, known: Sequence[Known], discount: QuoteDiscount, first: Sequence[Known]
) -> tuple[list[Known], list[Finding]]:
    """The items after the discount, or as they were with a finding.

    ``first`` are the items before anything was taken off all of them.
    """
    percent = discount.percent
    given = [v for v in (percent, discount.amount, discount.total) if v is not None]
    if any(value < 0 for value in given) or (percent or 0) > 100:
        return list(known), [("price.alteration_out_of_range", "", "discount")]
    period = BillingPeriod.MONTH if discount.target is Target.MONTHLY else BillingPeriod.ONCE
    bearers = [
        bearer
        for place, one in enumerate(known)
        for bearer in bearers_of(case, period, place, one, first[place])
    ]
    net = sum(bearer.net for bearer in bearers)
    if discount.total is not None:
        amount = net - discount.total
    elif discount.amount is not None:
        amount = discount.amount
    else:
        amount = share_of(percent, net) if percent is not None else 0
    if amount <= 0:
        return list(known), []
    if amount > sum(bearer.cap for bearer in bearers if bearer.net > 0):
        return list(known), [("price.quote_discount_too_large", "", "discount")]
    return spread(case, known, bearers, amount, "QUOTE_WIDE", published=False)


def spread(
    case: Case,
    known: Sequence[Known],
    bearers: Sequence[Bearer],
    amount: int,
    source: str,
    *,
    published: bool,
) -> tuple[list[Known], list[Finding]]:
    """The items with so many fen taken off what bears them, and what is found on bundles."""
    parts = split_under(amount, [max(0, b.net) for b in bearers], [b.cap for b in bearers])
    assert parts is not None
    charges = [list(one[1]) for one in known]
    found: list[Finding] = []
    for bearer, part in zip(bearers, parts, strict=True):
        if part:
            item, mine = known[bearer.item][0], charges[bearer.item]
            before = list(mine)
            found += _reduce(case, item, mine, bearer, part)
            for n in bearer.charges:
                mine[n] = _stepped(before[n], mine[n], source, published=published)
    return [(one[0], tuple(new)) for one, new in zip(known, charges, strict=True)], found


def _stepped(
    old: ChargeFigures, new: ChargeFigures, source: str, *, published: bool
) -> ChargeFigures:
    """A charge with the step that led to its net amount; a published price follows it."""
    change = new.net - old.net
    step = ((source, change),) if change else ()
    follows = max(min(0, old.published), old.published + change) if published else old.published
    return new._replace(steps=(*old.steps, *step), published=follows)


def bearers_of(
    case: Case, period: BillingPeriod, place: int, one: Known, first: Known
) -> list[Bearer]:
    """What of an item bears a share; ``first`` is the item as its bundle publishes it."""
    item, charges = one
    chosen = [n for n, c in enumerate(charges) if c.period is period and not c.usage]
    if item.optional or not chosen:
        return []
    if item.offering not in case.bundles:
        return [
            Bearer(place, (n,), charges[n].net, max(0, charges[n].net - _least(case, charges[n])))
            for n in chosen
        ]
    if period is not BillingPeriod.MONTH:
        return []
    covered = tuple(n for n in chosen if charges[n].covered)
    alone = [(n,) for n in chosen if not charges[n].covered]
    bearers = []
    for bearing in ([covered] if covered else []) + alone:
        net = sum(charges[n].net for n in bearing)
        published = sum(first[1][n].published for n in bearing)
        most = Fraction(case.bundles[item.offering].most_extra_discount) / 100 * published
        cap = floor(most) - (published - net)
        if bearing != covered:
            cap = min(cap, net - _least(case, charges[bearing[0]]))
        bearers.append(Bearer(place, bearing, net, max(0, cap)))
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
    case: Case, item: QuoteItem, charges: list[ChargeFigures], bearer: Bearer, part: int
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
        charges[n] = old._replace(
            net=net,
            ex_tax=half_up(net / (1 + Fraction(old.rate))),
            below_band=low,
        )
    return found
