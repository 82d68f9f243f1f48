"""Charges that cost a percentage of other charges, such as maintenance at 8 % of the equipment.

They are priced twice: first at their list price, like all charges, and once the others are known
again with their base, the net amount of the charges in the rule's scope that are billed in the same
period. Optional items are left out of the base, and so are charges that depend themselves, so
there is no circle. What is taken off by hand is taken off the percentage.

Worked example: monthly charges of 600.00 and 400.00, a service at 8 percent: 80.00.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalog.charge import ChargeType
from pricing.item_pricing import Outcome, price_item
from pricing.market import Market
from pricing.rounding import tax_on
from pricing.rule import PercentOfOthers
from pricing.rule_functions import base_key

if TYPE_CHECKING:
    from collections.abc import Sequence

    from catalog.period import BillingPeriod
    from pricing.context import PricingContext
    from pricing.item import QuoteItem
    from pricing.policy import PricingPolicy
    from pricing.priced import PricedCharge
    from pricing.rule import Scope


def price_dependents(
    market: Market,
    policy: PricingPolicy,
    context: PricingContext,
    outcomes: Sequence[Outcome],
) -> list[Outcome]:
    """The outcomes, those of items with dependent charges priced again with the bases they need.

    Args:
        market: Lookups that the outcomes were priced with.
        policy: Rules in force.
        context: Circumstances.
        outcomes: Of all items of the quote, dependent charges at list price.
    """
    needed = [_needs(market, outcome.source) for outcome in outcomes]
    bases = {
        base_key(rule, period, inside=inside): _base(
            market, others, period, outcomes, inside=inside
        )
        for found in needed
        for rule, period, others, inside in found
    }
    if not bases:
        return list(outcomes)
    known = frozenset(bundle.code for bundle in market.bundles)
    second = Market(market.catalog, context, known, market.rulebook, {**market.pools, **bases})
    second.limits = market.limits
    return [
        price_item(second, policy, context, outcome.source) if found else outcome
        for outcome, found in zip(outcomes, needed, strict=True)
    ]


def _needs(market: Market, item: QuoteItem) -> list[tuple[str, BillingPeriod, Scope, bool]]:
    """Rule, period and scope of each base of an item's charges, and whether it includes VAT."""
    return [
        (one.rule.id, listed.charge.period, one.rule.alteration.others, listed.on_top is None)
        for quoted in item.charges
        if (listed := market.listed(quoted.code)) is not None
        for one in listed.rules.always
        if isinstance(one.rule.alteration, PercentOfOthers)
    ]


def _base(
    market: Market,
    others: Scope,
    period: BillingPeriod,
    outcomes: Sequence[Outcome],
    *,
    inside: bool,
) -> int:
    """Net fen of the charges in a scope; subsidies that exceed them make no negative price."""
    return max(
        0,
        sum(
            _amount(market, charge, inside=inside)
            for outcome in outcomes
            if outcome.priced is not None and not outcome.priced.optional
            for charge in outcome.priced.charges
            if charge.period is period
            and charge.type is not ChargeType.USAGE
            and _counts(market, others, charge)
        ),
    )


def _amount(market: Market, charge: PricedCharge, *, inside: bool) -> int:
    """A charge with VAT inside or without it, as the charge that depends on it is priced."""
    if not inside:
        return charge.net_ex_tax
    listed = market.listed(charge.code)
    if listed is None or listed.on_top is None or charge.tax_rate:
        return charge.net_amount
    return charge.net_amount + tax_on(charge.net_amount, listed.on_top)


def _counts(market: Market, others: Scope, charge: PricedCharge) -> bool:
    listed, owner = market.listed(charge.code), market.catalog.owner(charge.code)
    if listed is None or owner is None or not others.covers(owner, listed.charge):
        return False
    depends = (isinstance(one.rule.alteration, PercentOfOthers) for one in listed.rules.always)
    return not any(depends)
