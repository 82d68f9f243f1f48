"""Goal seek: which discount on the whole quote brings it to a target total or a least margin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pricing.concession import measure
from pricing.engine import price_again
from pricing.quote_wide import QuoteDiscount, Target
from pricing.stages import Stage

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

    from catalog.money import Fen
    from catalog.product_catalog import ProductCatalog
    from pricing.context import PricingContext
    from pricing.item import QuoteItem
    from pricing.policy import PricingPolicy


def for_monthly_total(total: Fen) -> QuoteDiscount:
    """The discount that brings the monthly net amount to a total, if the floors allow it."""
    return QuoteDiscount(Target.MONTHLY, total=total)


def for_margin(
    catalog: ProductCatalog,
    policy: PricingPolicy,
    context: PricingContext,
    items: Sequence[QuoteItem],
    percent: Decimal,
) -> QuoteDiscount | None:
    """The largest discount on the monthly charges that keeps a margin, to the fen.

    Args:
        catalog: Catalogue version.
        policy: Rules in force.
        context: Circumstances.
        items: What is quoted.
        percent: Least margin over the term, in percent.

    Returns:
        The discount; ``None`` when the margin is below the target even without one, or the target
        is no number.
    """

    def keeps(amount: Fen) -> bool:
        discount = QuoteDiscount(Target.MONTHLY, amount=amount)
        priced = price_again(known, catalog, policy, context, items, discount).quote
        refused = any(p.code == "price.quote_discount_too_large" for p in priced.problems)
        return not refused and measure(priced).margin >= percent

    known = price_again(None, catalog, policy, context, items)
    if not percent.is_finite() or not keeps(0):
        return None
    now = known.quote
    # what promotions on the quote take off now, a discount by hand may take off in their place
    replaced = -sum(
        change
        for item in now.items
        for charge in item.charges
        for note, change, _ in charge.trail.moves()
        if note.stage is Stage.QUOTE_PROMOTION
    )
    low, high = 0, now.totals.monthly.net_amount + replaced
    while low < high:
        middle = (low + high + 1) // 2
        if keeps(middle):
            low = middle
        else:
            high = middle - 1
    return QuoteDiscount(Target.MONTHLY, amount=low)
