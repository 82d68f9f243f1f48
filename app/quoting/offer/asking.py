"""Asking the engine what something costs alone, in points; nothing is computed here but sums."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import msgspec

from app.quoting.measures import pricing_context
from catalog.period import years_of
from pricing.engine import price_quote
from pricing.item import ItemCharge, QuoteItem

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from decimal import Decimal

    from app.quoting.customer import Customer
    from app.quoting.quote import Quote
    from catalog.product_catalog import ProductCatalog
    from pricing.bills import Bills
    from pricing.context import Used
    from pricing.policy import PricingPolicy
    from pricing.priced import PricedQuote
    from pricing.spend import SpendAnalysis


class Circumstances(NamedTuple):
    """For whom an offer is made, when, and by which price list and rules.

    Attributes:
        quote: Gives date, term, codes, conditions and author; its items are not looked at.
        customer: For whom.
        bills: His past bills.
        analysis: What they say.
        catalog: Catalogue version.
        policy: Pricing rules.
        used: What other quotes have used of promotions.
    """

    quote: Quote
    customer: Customer
    bills: Bills
    analysis: SpendAnalysis | None
    catalog: ProductCatalog
    policy: PricingPolicy
    used: Mapping[str, Used] = {}


class Asker:
    """Prices of items in given circumstances, for one term and one horizon.

    Attributes:
        horizon: Months over which costs are added up.
        per_fen: Points in a fen.
        count: How often the engine was asked.
    """

    def __init__(self, around: Circumstances, term: int, horizon: int, per_fen: int) -> None:
        """Begin with the circumstances; the quote's own term is left aside."""
        self.around = around
        self.horizon = horizon
        self.per_fen = per_fen
        self.count = 0
        self._quote = msgspec.structs.replace(around.quote, term=term, items=(), discount=None)

    @property
    def segments(self) -> tuple[str, ...]:
        """Market segments of the customer."""
        customer = self.around.customer
        return (customer.segment, *customer.further_segments)

    def priced(self, items: Sequence[QuoteItem]) -> PricedQuote:
        """What the engine says of items."""
        around, quote = self.around, self.quote_of(items)
        self.count += 1
        context = pricing_context(
            quote, around.customer, around.bills, around.analysis, around.used
        )
        return price_quote(around.catalog, around.policy, context, quote.items)

    def quote_of(self, items: Sequence[QuoteItem]) -> Quote:
        """The quote with these items, for the term that is looked at."""
        return msgspec.structs.replace(self._quote, items=tuple(items))

    def points(self, priced: PricedQuote) -> tuple[int, int]:
        """What the customer pays over the horizon and what we earn, without usage.

        After the term the prices are taken to go on as they are.
        """
        totals, years = priced.totals, years_of(self.horizon)
        parts = ((totals.one_time, 1), (totals.monthly, self.horizon), (totals.yearly, years))
        cost = sum(amounts.net_amount * times for amounts, times in parts)
        margin = sum((amounts.net_ex_tax - amounts.cost) * times for amounts, times in parts)
        return self.per_fen * cost, self.per_fen * margin

    def usage_fen(self, items: Sequence[QuoteItem], units: Mapping[str, int]) -> int:
        """Fen of a month's usage beside items."""
        asked = [self.usage_item(code, used) for code, used in units.items() if used > 0]
        if not asked:
            return 0
        return self.priced((*items, *asked)).totals.usage.net_amount

    def usage_item(self, code: str, units: int) -> QuoteItem:
        """An item of nothing but expected usage.

        Raises:
            KeyError: The catalogue does not have the charge.
        """
        owner = self.around.catalog.owner(code)
        if owner is None:
            raise KeyError(code)
        return QuoteItem(f"usage {code}", owner.code, 1, (ItemCharge(code, units),))


def today_points(saving_today: int, percent: Decimal, asker: Asker) -> int:
    """Points that the customer pays at most to save so many percent of a month's fen today."""
    left = saving_today * asker.horizon * asker.per_fen * (100 - percent)
    return int(left // 100)
