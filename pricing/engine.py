"""price_quote(): the only way to obtain a price.

A pure function of catalogue, policy, context and items; it reads no clock and never raises for
what a user entered: what has no price becomes a finding and the rest is still priced.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import msgspec

from catalog.period import BillingPeriod
from catalog.problem import Place, Problem
from pricing.alterations import Timed
from pricing.alterations.free_months import FreeMonths
from pricing.bundle_pricing import price_bundle
from pricing.charge_pricing import MOST_QUANTITY, price_charge, shown_discount
from pricing.eligibility import check_items
from pricing.market import Market
from pricing.priced import PricedItem, PricedQuote
from pricing.rulebook import Rulebook
from pricing.schedule import schedule
from pricing.totals import amounts, of_kind, total

if TYPE_CHECKING:
    from collections.abc import Sequence

    from catalog.local_text import LocalText
    from catalog.offering import BundledOffering
    from catalog.product_catalog import ProductCatalog
    from pricing.alterations import Discount
    from pricing.context import PricingContext
    from pricing.item import QuoteItem
    from pricing.policy import PricingPolicy
    from pricing.priced import PricedCharge


class _Outcome(NamedTuple):
    """One item's price and findings, with the item they were worked out for."""

    source: QuoteItem
    priced: PricedItem | None
    problems: tuple[Problem, ...]


class PricingRun(NamedTuple):
    """A priced quote together with what the next run may reuse.

    Attributes:
        quote: The result.
        market: Lookups it was priced with.
        policy: Rules it was priced with.
        context: Circumstances it was priced in.
        outcomes: Per item identifier.
    """

    quote: PricedQuote
    market: Market
    policy: PricingPolicy
    context: PricingContext
    outcomes: dict[str, _Outcome]


def price_quote(
    catalog: ProductCatalog,
    policy: PricingPolicy,
    context: PricingContext,
    items: Sequence[QuoteItem],
) -> PricedQuote:
    """Price a quote from scratch."""
    return price_again(None, catalog, policy, context, items).quote


def price_again(
    known: PricingRun | None,
    catalog: ProductCatalog,
    policy: PricingPolicy,
    context: PricingContext,
    items: Sequence[QuoteItem],
) -> PricingRun:
    """Price a quote, reusing from ``known`` the items that are still the same objects.

    An item's price depends on itself, the catalogue, the circumstances, the rules, the bundles in
    the quote (their option prices) and the units that count together for pooled tiers; when all of
    these are the same, so is its price.
    """
    market, reusable = _market(known, catalog, policy, context, items)
    outcomes: list[_Outcome] = []
    for item in items:
        old = reusable.get(item.id)
        if old is None or old.source is not item:
            old = _price_item(market, policy, context, item)
        outcomes.append(old)
    priced = tuple(o.priced for o in outcomes if o.priced is not None)
    problems = [problem for outcome in outcomes for problem in outcome.problems]
    problems.extend(check_items(catalog, context, items))
    quote = PricedQuote(
        priced, total(priced, context.term), tuple(problems), catalog.version, policy.version
    )
    by_id = {outcome.source.id: outcome for outcome in outcomes}
    return PricingRun(quote, market, policy, context, by_id)


def _market(
    known: PricingRun | None,
    catalog: ProductCatalog,
    policy: PricingPolicy,
    context: PricingContext,
    items: Sequence[QuoteItem],
) -> tuple[Market, dict[str, _Outcome]]:
    """The lookups to use, and the outcomes that may be reused with them."""
    bundles = frozenset(
        item.offering for item in items if not item.optional and catalog.bundle(item.offering)
    )
    if (
        known is not None
        and known.market.catalog is catalog
        and known.policy == policy
        and known.context == context
        and frozenset(bundle.code for bundle in known.market.bundles) == bundles
    ):
        rulebook = known.market.rulebook
        if rulebook is None or not rulebook.pooled:
            return known.market, known.outcomes
        pools = _pools(catalog, rulebook, items)
        if pools == known.market.pools:
            return known.market, known.outcomes
    else:
        rulebook = Rulebook(policy.rules, context) if policy.rules.rules else None
        pools = _pools(catalog, rulebook, items) if rulebook and rulebook.pooled else {}
    return Market(catalog, context.price_date, bundles, rulebook, pools), {}


def _pools(
    catalog: ProductCatalog, rulebook: Rulebook, items: Sequence[QuoteItem]
) -> dict[str, int]:
    """Units that count together, by pooled rule: all charges in its scope, options left out."""
    pools: dict[str, int] = {}
    for one in rulebook.pooled:
        count = 0
        for item in items:
            offering = None if item.optional else catalog.offering(item.offering)
            for quoted in item.charges if offering is not None else ():
                charge = catalog.charge(quoted.code)
                if charge and offering and one.rule.scope.covers(offering, charge):
                    count += max(0, quoted.quantity)
        pools[one.rule.id] = count
    return pools


def _price_item(
    market: Market, policy: PricingPolicy, context: PricingContext, item: QuoteItem
) -> _Outcome:
    where = Place(subject=item.id)
    if not 1 <= item.quantity <= MOST_QUANTITY:
        count = {"quantity": str(item.quantity)}
        return _Outcome(
            item, None, (Problem("price.quantity_out_of_range", where=where, parameters=count),)
        )
    months, problems = _free_months(item, context.term, where)
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
        return _Outcome(item, None, (unknown,))
    timed = () if problems else tuple(a for a in item.alterations if isinstance(a, Timed))
    priced = _assemble(item, name, bundle, charges, months)
    parts = schedule(charges, timed, context.term)
    if parts:
        priced = msgspec.structs.replace(priced, schedule=parts)
    return _Outcome(item, priced, problems + found)


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


def _free_months(item: QuoteItem, term: int, where: Place) -> tuple[int, tuple[Problem, ...]]:
    months = sum(a.months for a in item.alterations if isinstance(a, FreeMonths))
    if 0 <= months <= term:
        return months, ()
    out = {"months": str(months), "term": str(term)}
    return 0, (Problem("price.free_months_out_of_range", where=where, parameters=out),)


def _discount(item: QuoteItem) -> Discount | None:
    """The discount on the whole item: the first alteration of a month's amount."""
    return next((a for a in item.alterations if not isinstance(a, Timed)), None)


def _name(catalog: ProductCatalog, code: str) -> LocalText | None:
    found = catalog.bundle(code) or catalog.offering(code)
    return found.name if found is not None else None
