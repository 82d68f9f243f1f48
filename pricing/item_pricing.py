"""Price one quote item: an offering with its charges, or a bundle, with sums and schedule."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from catalog.period import LONGEST_TERM, BillingPeriod
from catalog.problem import Place, Problem
from pricing.alterations import Timed
from pricing.alterations.free_months import FreeMonths
from pricing.alterations.ramp import Ramp
from pricing.alterations.reduced_months import ReducedMonths
from pricing.bundle_pricing import price_bundle
from pricing.by_hand import shown_discount
from pricing.charge_pricing import MOST_QUANTITY, price_charge
from pricing.item import QuoteItem
from pricing.priced import PricedItem
from pricing.schedule import schedule
from pricing.totals import sums, with_sums

if TYPE_CHECKING:
    from catalog.bundle import BundledOffering
    from catalog.local_text import LocalText
    from pricing.alterations import Discount
    from pricing.context import PricingContext
    from pricing.market import Market
    from pricing.policy import PricingPolicy
    from pricing.priced import PricedCharge

_WHOLE = 100
_MONTH = BillingPeriod.MONTH
_UNTIMED: tuple[tuple[Timed, ...], tuple[Problem, ...]] = ((), ())
"""Nothing that changes the price in some months, and nothing wrong with it."""


class Outcome(msgspec.Struct, frozen=True, gc=False):
    """One item's price and findings, with the item they were worked out for."""

    source: QuoteItem
    priced: PricedItem | None
    problems: tuple[Problem, ...]


def price_item(
    market: Market, policy: PricingPolicy, context: PricingContext, item: QuoteItem
) -> Outcome:
    """One item: its charges, their sums and its schedule; a finding where there is no price."""
    if not 1 <= item.quantity <= MOST_QUANTITY:
        count = {"quantity": str(item.quantity)}
        return _without_price(item, "price.quantity_out_of_range", count)
    timed, problems = _UNTIMED
    discounts: list[Discount] = []
    if item.alterations:
        timed, problems = _timed(item, context.term)
        discounts = [a for a in item.alterations if not isinstance(a, Timed)]
    bundle = market.catalog.bundle(item.offering)
    discount = discounts.pop(0) if bundle is not None and discounts else None
    if discounts:  # a discount on an offering belongs to one of its charges
        where = Place(subject=item.id)
        problems += (Problem("price.alteration_misplaced", where=where),)
    if bundle is not None:
        result = price_bundle(market, policy, bundle, item, discount)
        charges, found = result.charges, result.problems
    else:
        charges, found = _price_charges(market, policy, item)
    sold = bundle if bundle is not None else market.catalog.offering(item.offering)
    if sold is None:
        return _without_price(item, "price.unknown_offering", {"offering": item.offering})
    if timed and charges and not any(one.period is _MONTH for one in charges):
        # months of a price that is billed by the year would be shorter than its period (V34)
        where = Place(subject=item.id)
        problems += (Problem("price.schedule_without_months", where=where),)
    priced = _assemble(item, sold.name, bundle, charges, timed, context.term)
    return Outcome(item, priced, problems + found)


def _without_price(item: QuoteItem, code: str, facts: dict[str, str]) -> Outcome:
    return Outcome(item, None, (Problem(code, where=Place(subject=item.id), parameters=facts),))


def with_charges(
    priced: PricedItem, item: QuoteItem, charges: tuple[PricedCharge, ...], term: int
) -> PricedItem:
    """The item with other charges: its sums and its schedule follow.

    Args:
        priced: The item as priced before.
        item: What was quoted; its free months, reductions and ramps make the schedule, unless one
            of them makes no sense: then none is applied.
        charges: In the order of the item.
        term: Months of commitment.
    """
    timed, _ = _timed(item, term) if item.alterations else _UNTIMED
    changed = priced if charges is priced.charges else with_sums(priced, charges)
    if not timed:
        return changed
    return msgspec.structs.replace(changed, schedule=schedule(charges, timed, term))


def _price_charges(
    market: Market, policy: PricingPolicy, item: QuoteItem
) -> tuple[tuple[PricedCharge, ...], tuple[Problem, ...]]:
    charges: list[PricedCharge] = []
    problems: tuple[Problem, ...] = ()
    for quoted in item.charges:
        limits = market.limits.get((item.id, quoted.code)) if market.limits else None
        charge, found = price_charge(market, policy, item.id, quoted, item.characteristics, limits)
        if found:
            problems += found
        if charge is not None:
            charges.append(charge)
    return tuple(charges), problems


def _assemble(
    item: QuoteItem,
    name: LocalText,
    bundle: BundledOffering | None,
    charges: tuple[PricedCharge, ...],
    timed: tuple[Timed, ...],
    term: int,
) -> PricedItem:
    one_time, monthly, yearly, usage = sums(charges)
    discount = _discount(item) if bundle is not None else None
    # By position, in the order of the fields: by name it takes seven times as long.
    return PricedItem(
        item.id,
        item.offering,
        name,
        item.quantity,
        bundle is not None,
        charges,
        one_time,
        monthly,
        yearly,
        usage,
        sum(a.months for a in timed if isinstance(a, FreeMonths)) if timed else 0,
        shown_discount(discount, monthly.published_amount, monthly.net_amount)
        if discount is not None
        else None,
        item.optional,
        item.site,
        item.section,
        bundle.term if bundle is not None else 0,
        bundle.filing_number if bundle is not None else "",
        schedule(charges, timed, term) if timed else (),
    )


def _timed(item: QuoteItem, term: int) -> tuple[tuple[Timed, ...], tuple[Problem, ...]]:
    """What changes the price in some months; nothing at all, and findings, when any is wrong."""
    timed = tuple(a for a in item.alterations if isinstance(a, Timed))
    if not timed:
        return _UNTIMED
    where = Place(subject=item.id)
    problems = _free_faults(timed, term, where) + _timed_faults(timed, term, where)
    return (() if problems else timed), problems


def _free_faults(timed: tuple[Timed, ...], term: int, where: Place) -> tuple[Problem, ...]:
    each = [a.months for a in timed if isinstance(a, FreeMonths)]
    if all(months >= 0 for months in each) and sum(each) <= term:
        return ()
    out = {"months": str(sum(each)), "term": str(term)}
    return (Problem("price.free_months_out_of_range", where=where, parameters=out),)


def _timed_faults(timed: tuple[Timed, ...], term: int, where: Place) -> tuple[Problem, ...]:
    """Reductions outside the term or beyond the price, ramps that fall below nothing."""
    if term > LONGEST_TERM:
        return (Problem("price.schedule_out_of_range", where=where),)
    for alteration in timed:
        match alteration:
            case ReducedMonths(first=first, last=last, percent=percent):
                fits = 1 <= first <= last <= term and percent.is_finite() and 0 <= percent <= _WHOLE
            case Ramp(percent=percent):
                fits = percent.is_finite() and -_WHOLE < percent <= 10 * _WHOLE
            case _:
                continue
        if not fits:
            return (Problem("price.schedule_out_of_range", where=where),)
    return ()


def _discount(item: QuoteItem) -> Discount | None:
    """The discount on the whole item: the first alteration of a month's amount."""
    return next((a for a in item.alterations if not isinstance(a, Timed)), None)
