"""Price one quote item: an offering with its charges, or a bundle, with sums and schedule."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import msgspec

from catalog.period import BillingPeriod
from catalog.problem import Place, Problem
from pricing.alterations import Timed
from pricing.alterations.free_months import FreeMonths
from pricing.alterations.ramp import Ramp
from pricing.alterations.reduced_months import ReducedMonths
from pricing.bundle_pricing import price_bundle
from pricing.charge_pricing import MOST_QUANTITY, price_charge, shown_discount
from pricing.eligibility import LONGEST_TERM
from pricing.priced import PricedItem
from pricing.schedule import schedule
from pricing.totals import amounts, of_kind

if TYPE_CHECKING:
    from catalog.local_text import LocalText
    from catalog.offering import BundledOffering
    from catalog.product_catalog import ProductCatalog
    from pricing.alterations import Discount
    from pricing.context import PricingContext
    from pricing.item import QuoteItem
    from pricing.market import Market
    from pricing.policy import PricingPolicy
    from pricing.priced import PricedCharge

_WHOLE = 100


class Outcome(NamedTuple):
    """One item's price and findings, with the item they were worked out for."""

    source: QuoteItem
    priced: PricedItem | None
    problems: tuple[Problem, ...]


def price_item(
    market: Market, policy: PricingPolicy, context: PricingContext, item: QuoteItem
) -> Outcome:
    """One item: its charges, their sums and its schedule; a finding where there is no price."""
    where = Place(subject=item.id)
    if not 1 <= item.quantity <= MOST_QUANTITY:
        count = {"quantity": str(item.quantity)}
        return Outcome(
            item, None, (Problem("price.quantity_out_of_range", where=where, parameters=count),)
        )
    timed, problems = _timed(item, context.term)
    bundle = market.catalog.bundle(item.offering)
    if bundle is not None:
        result = price_bundle(market, policy, bundle, item.id, item.quantity, _discount(item))
        charges, found = result.charges, result.problems
    else:
        charges, found = _price_charges(market, policy, item)
    name = _name(market.catalog, item.offering)
    if name is None:
        unknown = Problem(
            "price.unknown_offering", where=where, parameters={"offering": item.offering}
        )
        return Outcome(item, None, (unknown,))
    months = sum(a.months for a in timed if isinstance(a, FreeMonths))
    priced = _assemble(item, name, bundle, charges, months)
    if timed:
        priced = with_charges(priced, item, charges, context.term)
    return Outcome(item, priced, problems + found)


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
    timed, _ = _timed(item, term)
    if charges == priced.charges and not timed:
        return priced
    return msgspec.structs.replace(
        priced,
        charges=charges,
        one_time=amounts(of_kind(charges, BillingPeriod.ONCE)),
        monthly=amounts(of_kind(charges, BillingPeriod.MONTH)),
        yearly=amounts(of_kind(charges, BillingPeriod.YEAR)),
        usage=amounts(of_kind(charges, BillingPeriod.PER_USE)),
        schedule=schedule(charges, timed, term),
    )


def _price_charges(
    market: Market, policy: PricingPolicy, item: QuoteItem
) -> tuple[tuple[PricedCharge, ...], tuple[Problem, ...]]:
    charges: list[PricedCharge] = []
    problems: tuple[Problem, ...] = ()
    for quoted in item.charges:
        charge, found = price_charge(market, policy, item.id, quoted)
        problems += found
        if charge is not None:
            charges.append(charge)
    return tuple(charges), problems


def _assemble(
    item: QuoteItem,
    name: LocalText,
    bundle: BundledOffering | None,
    charges: tuple[PricedCharge, ...],
    free_months: int,
) -> PricedItem:
    discount = _discount(item) if bundle is not None else None
    return PricedItem(
        id=item.id,
        offering=item.offering,
        name=name,
        quantity=item.quantity,
        is_bundle=bundle is not None,
        charges=charges,
        one_time=amounts(of_kind(charges, BillingPeriod.ONCE)),
        monthly=(monthly := amounts(of_kind(charges, BillingPeriod.MONTH))),
        yearly=amounts(of_kind(charges, BillingPeriod.YEAR)),
        usage=amounts(of_kind(charges, BillingPeriod.PER_USE)),
        free_months=free_months,
        extra_discount=shown_discount(discount, monthly.published_amount, monthly.net_amount),
        optional=item.optional,
        site=item.site,
        section=item.section,
        term=bundle.term if bundle is not None else 0,
        filing_number=bundle.filing_number if bundle is not None else "",
    )


def _timed(item: QuoteItem, term: int) -> tuple[tuple[Timed, ...], tuple[Problem, ...]]:
    """What changes the price in some months; nothing at all, and findings, when any is wrong."""
    timed = tuple(a for a in item.alterations if isinstance(a, Timed))
    if not timed:
        return (), ()
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


def _name(catalog: ProductCatalog, code: str) -> LocalText | None:
    found = catalog.bundle(code) or catalog.offering(code)
    return found.name if found is not None else None
