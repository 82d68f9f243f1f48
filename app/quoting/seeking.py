"""Goal seek on a whole quote: the largest discount that keeps a margin, and what one leads to."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import msgspec

from app.quoting.measures import pricing_context
from catalog.money import decimal_percent
from pricing.concession import measure
from pricing.goal_seek import for_margin

if TYPE_CHECKING:
    from decimal import Decimal

    from app.quoting.revision import Revision
    from catalog.money import Fen
    from catalog.problem import Problem
    from catalog.product_catalog import ProductCatalog
    from pricing.policy import PricingPolicy
    from pricing.quote_wide import QuoteDiscount

_REFUSED = {
    "price.quote_discount_too_large",
    "price.quote_discount_not_used",
    "price.alteration_out_of_range",
}


class Prospect(NamedTuple):
    """What a discount on the whole quote leads to.

    Attributes:
        monthly: Fen a month, VAT included.
        margin: Over the term, in percent, two decimals.
        within_own: Whether the author may decide alone.
        level: Identifier of the level required; empty if nobody may approve.
        refused: The finding that says why it is not applied, if it is not.
    """

    monthly: Fen
    margin: Decimal
    within_own: bool
    level: str
    refused: Problem | None


def prospect_of(revision: Revision) -> Prospect:
    """What a quote with its discount comes to."""
    found = revision.priced.problems
    refused = next((p for p in found if p.code in _REFUSED and p.where.column == "discount"), None)
    verdict = revision.verdict
    return Prospect(
        revision.priced.totals.monthly.net_amount,
        decimal_percent(measure(revision.priced).margin),
        verdict.within_own,
        verdict.level,
        refused,
    )


def discount_for_margin(
    revision: Revision, catalog: ProductCatalog, policy: PricingPolicy, percent: Decimal
) -> QuoteDiscount | None:
    """The largest discount on the monthly charges of a quote that keeps a margin.

    Args:
        revision: The quote as it is; a discount that it has already is left aside.
        catalog: What it is priced with.
        policy: Rules in force.
        percent: Least margin over the term.

    Returns:
        ``None`` when the margin is lower even without a discount.
    """
    quote = msgspec.structs.replace(revision.quote, discount=None)
    context = pricing_context(quote, revision.customer, revision.bills, revision.analysis)
    return for_margin(catalog, policy, context, quote.items, percent)
