"""What the customer promises for an offer that replaces what he has from others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.quoting.header_edits import require_condition
from app.quoting.measures import COMPETITOR_LINE_CANCELLED

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.quoting.quote import Quote
    from catalog.product_catalog import ProductCatalog
    from pricing.item import QuoteItem


def with_lines_cancelled(quote: Quote) -> Quote:
    """The quote with the promise to cancel fixed lines of other operators."""
    return require_condition(quote, COMPETITOR_LINE_CANCELLED)


def wants_lines_cancelled(catalog: ProductCatalog, items: Iterable[QuoteItem]) -> bool:
    """Whether a bundle among some items comes with that promise."""
    bundles = (catalog.bundle(item.offering) for item in items)
    return any(one is not None and COMPETITOR_LINE_CANCELLED in one.clauses for one in bundles)
