"""Rows of the lists of quotes and customers, and the sums that lists of quotes keep."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.storage.customer_rows import CustomerRow
from app.storage.quote_rows import QuoteFigures, QuoteRow

if TYPE_CHECKING:
    from app.quoting.revision import Revision

__all__ = ["CustomerRow", "QuoteFigures", "QuoteRow", "figures_of"]


def figures_of(revision: Revision) -> QuoteFigures:
    """The two sums of a quote that its row in a list shows, in fen."""
    totals = revision.priced.totals
    return QuoteFigures(totals.monthly.net_amount, totals.contract.net_amount)
