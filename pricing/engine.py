"""price_quote(): the only way to obtain a price.

A pure function of catalogue, policy, context and items; it reads no clock and never raises for
what a user entered: what has no price becomes a finding and the rest is still priced.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pricing.agreement import expired_agreements
from pricing.allowances import shares
from pricing.charge_pricing import MOST_QUANTITY, can_be
from pricing.dependent import price_dependents
from pricing.eligibility import check_items
from pricing.item_pricing import Outcome, price_item, with_charges
from pricing.limited_promotions import limit_promotions
from pricing.market import Market
from pricing.priced import PricedQuote
from pricing.promotion_codes import code_findings
from pricing.quote_level import Finished, finish
from pricing.rulebook import Rulebook, prices_alike
from pricing.stages import Stage
from pricing.tax_on_top import all_without_tax, with_tax
from pricing.totals import total, total_again

if TYPE_CHECKING:
    from collections.abc import Sequence

    from catalog.product_catalog import ProductCatalog
    from pricing.context import PricingContext
    from pricing.item import QuoteItem
    from pricing.policy import PricingPolicy
    from pricing.priced import PricedItem
    from pricing.promotion_limits import PromotionUse
    from pricing.quote_wide import QuoteDiscount


class PricingRun(NamedTuple):
    """A priced quote together with what the next run may reuse.

    Attributes:
        quote: The result.
        market: Lookups it was priced with.
        policy: Rules it was priced with.
        context: Circumstances it was priced in.
        outcomes: Per item identifier, charges that depend on others at list price.
        begun: Items before anything was taken off the whole quote.
        done: These items after it, before their schedules follow.
    """

    quote: PricedQuote
    market: Market
    policy: PricingPolicy
    context: PricingContext
    outcomes: dict[str, Outcome]
    begun: tuple[PricedItem, ...] = ()
    done: tuple[PricedItem, ...] = ()


def price_quote(
    catalog: ProductCatalog,
    policy: PricingPolicy,
    context: PricingContext,
    items: Sequence[QuoteItem],
    discount: QuoteDiscount | None = None,
) -> PricedQuote:
    """Price a quote from scratch.

    Args:
        catalog: Catalogue version.
        policy: Rules in force.
        context: Circumstances.
        items: What is quoted.
        discount: What is taken off the whole quote by hand.
    """
    return price_again(None, catalog, policy, context, items, discount).quote


def price_again(
    known: PricingRun | None,
    catalog: ProductCatalog,
    policy: PricingPolicy,
    context: PricingContext,
    items: Sequence[QuoteItem],
    discount: QuoteDiscount | None = None,
) -> PricingRun:
    """Price a quote, reusing from ``known`` the items that are still the same objects.

    An item's price depends on itself, the catalogue, the circumstances, the rules, the bundles in
    the quote (their option prices) and the units that count together for pooled tiers; when all of
    these are the same, so is its price.
    """
    market, reusable = _market(known, catalog, policy, context, items)
    outcomes: list[Outcome] = []
    by_id: dict[str, Outcome] = {}
    for item in items:
        outcome = reusable.get(item.id)
        if outcome is None or outcome.source is not item:
            outcome = price_item(market, policy, context, item)
        outcomes.append(outcome)
        by_id[item.id] = outcome
    plain = outcomes
    if market.rulebook is not None and market.rulebook.has_dependents:
        outcomes = price_dependents(market, policy, context, outcomes)
    uses: tuple[PromotionUse, ...] = ()
    if market.rulebook is not None and market.rulebook.limited:
        outcomes, uses = limit_promotions(market, policy, context, plain, outcomes)
    priced = tuple([o.priced for o in outcomes if o.priced is not None])
    problems = [problem for o in outcomes if o.problems for problem in o.problems]
    problems.extend(check_items(catalog, context, items, market.standing))
    problems.extend(expired_agreements(catalog, policy, context, items))
    last = bool(market.without_tax) and all_without_tax(market, priced)
    if market.without_tax and not last:
        taxed = with_tax(market, priced, Stage.TAX)
        priced = _scheduled(outcomes, priced, taxed, context.term)
    begun: tuple[PricedItem, ...] = ()
    done = Finished(())
    if discount is not None or (market.rulebook is not None and market.rulebook.quote_level):
        begun = priced
        done = finish(market, policy, context, priced, discount, _again(known))
        priced = _scheduled(outcomes, priced, done.items, context.term)
        problems.extend(done.problems)
    if last:
        taxed = with_tax(market, priced, Stage.TAX_LAST)
        priced = _scheduled(outcomes, priced, taxed, context.term)
    if context.codes:
        told = code_findings(policy.rules, context, priced, uses + done.uses, done.rejected)
        problems.extend(told)
    quote = PricedQuote(
        priced,
        total(priced, context.term)
        if known is None
        else total_again(known.quote.totals, known.quote.items, priced, context.term),
        tuple(problems),
        catalog.version,
        policy.version,
        uses + done.uses,
        done.rejected,
    )
    return PricingRun(quote, market, policy, context, by_id, begun, done.items)


def _again(known: PricingRun | None) -> dict[int, PricedItem]:
    """What became of items last time, by identity, where only a discount by hand was taken off."""
    if known is None or (known.market.rulebook is not None and known.market.rulebook.quote_level):
        return {}
    return {id(old): new for old, new in zip(known.begun, known.done, strict=True)}


def _market(
    known: PricingRun | None,
    catalog: ProductCatalog,
    policy: PricingPolicy,
    context: PricingContext,
    items: Sequence[QuoteItem],
) -> tuple[Market, dict[str, Outcome]]:
    """The lookups to use, and the outcomes that may be reused with them."""
    codes = {item.offering for item in items if not item.optional}
    bundles = catalog.bundles_among(codes)
    if (
        known is not None
        and known.market.catalog is catalog
        and (known.policy is policy or known.policy == policy)
        and prices_alike(policy.rules, known.context, context)
        and frozenset(bundle.code for bundle in known.market.bundles) == bundles
    ):
        rulebook = known.market.rulebook
        if not bundles and (rulebook is None or not rulebook.pooled):
            return known.market, known.outcomes
        pools = _pools(catalog, rulebook, bundles, items)
        if pools == known.market.pools:
            return known.market, known.outcomes
    else:
        rulebook = Rulebook(policy.rules, context) if policy.rules.rules else None
        pools = _pools(catalog, rulebook, bundles, items)
    return Market(catalog, context, bundles, rulebook, pools), {}


def _pools(
    catalog: ProductCatalog,
    rulebook: Rulebook | None,
    bundles: frozenset[str],
    items: Sequence[QuoteItem],
) -> dict[str, int]:
    """Units that count together, by pooled rule: all charges in its scope; and shares of usage.

    Options are left out, and so are quantities that make no sense and have no price.
    """
    known = {code: bundle for code in bundles if (bundle := catalog.bundle(code)) is not None}
    pools = shares(catalog, known, items, MOST_QUANTITY) if known else {}
    for one in rulebook.pooled if rulebook is not None else ():
        count = 0
        for item in items:
            for quoted in () if item.optional or not can_be(item.quantity) else item.charges:
                charge, owner = catalog.charge(quoted.code), catalog.owner(quoted.code)
                if charge and owner and one.rule.scope.covers(owner, charge):
                    count += quoted.quantity if can_be(quoted.quantity) else 0
        pools[one.rule.id] = count
    return pools


def _scheduled(
    outcomes: Sequence[Outcome],
    before: Sequence[PricedItem],
    after: Sequence[PricedItem],
    term: int,
) -> tuple[PricedItem, ...]:
    """Items whose charges were changed together, with the schedules that they lead to."""
    sources = [outcome.source for outcome in outcomes if outcome.priced is not None]
    if not any(source.alterations for source in sources):
        return tuple(after)
    return tuple(
        [
            new if new is old else with_charges(new, source, new.charges, term)
            for source, old, new in zip(sources, before, after, strict=True)
        ]
    )
