"""What expected usage costs at least: fixed amounts and commitments of usage plans, used or not.

The contract value is one-time and recurring charges over the term; usage, expected or committed, is
no part of it. But a commitment is a promise to pay, so it is told beside it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from catalog.charge import ChargeType
from pricing.engine import price_quote
from pricing.priced import Amounts
from pricing.usage_rating import UsageRates

if TYPE_CHECKING:
    from collections.abc import Sequence

    from catalog.product_catalog import ProductCatalog
    from pricing.context import PricingContext
    from pricing.item import QuoteItem
    from pricing.policy import PricingPolicy


def least_usage(
    catalog: ProductCatalog,
    policy: PricingPolicy,
    context: PricingContext,
    items: Sequence[QuoteItem],
) -> Amounts:
    """What the firm usage charges of a quote cost in a month without any usage.

    Args:
        catalog: Catalogue version.
        policy: Rules in force.
        context: Circumstances.
        items: What is quoted.
    """
    plans = (rule.alteration for rule in policy.rules.rules)
    if not any(isinstance(one, UsageRates) and (one.fixed or one.commitment) for one in plans):
        return Amounts()
    idle = tuple(_idle(catalog, item) for item in items if not item.optional)
    return price_quote(catalog, policy, context, idle).totals.usage


def _idle(catalog: ProductCatalog, item: QuoteItem) -> QuoteItem:
    """The item with usage charges of which nothing is used."""
    charges = tuple(
        msgspec.structs.replace(quoted, quantity=0)
        if (charge := catalog.charge(quoted.code)) is not None and charge.type is ChargeType.USAGE
        else quoted
        for quoted in item.charges
    )
    return msgspec.structs.replace(item, charges=charges)
