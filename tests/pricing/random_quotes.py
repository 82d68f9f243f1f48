"""Random quotes for properties: a number names a quote with its catalogue, rules and discount."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec
from hypothesis import settings
from hypothesis import strategies as st

from catalog.product_catalog import ProductCatalog
from pricing.engine import price_quote
from pricing.rule import Level
from tests.pricing.reference.quotes import RandomQuote, random_quote

if TYPE_CHECKING:
    from pricing.item import QuoteItem
    from pricing.priced import PricedCharge, PricedQuote
    from pricing.rule import PriceRule

random_quotes = st.integers(0, 2**40).map(random_quote)
"""Quotes as the comparison with the reference has them."""

seldom = settings(max_examples=25, deadline=None)
"""How often a property is tried in an ordinary run."""


def price(quote: RandomQuote) -> PricedQuote:
    """A random quote, priced."""
    return price_quote(ProductCatalog(quote.content), *quote[1:])


def replaced(value: msgspec.Struct, **fields: Any) -> Any:  # noqa: ANN401 (a value of the same type)
    """A value with other fields."""
    return msgspec.structs.replace(value, **fields)


def with_rules(quote: RandomQuote, *rules: PriceRule) -> RandomQuote:
    """The quote under other rules."""
    rule_set = replaced(quote.policy.rules, rules=rules)
    return quote._replace(policy=replaced(quote.policy, rules=rule_set))


def vat_inside(quote: RandomQuote) -> RandomQuote:
    """The quote where every list price includes VAT, for what is only said of such quotes."""
    content = quote.content
    offerings = tuple(
        replaced(one, charges=tuple(replaced(c, tax_included=True) for c in one.charges))
        for one in content.offerings
    )
    records = tuple(replaced(record, tax_included=True) for record in content.price_records)
    changed = replaced(content, offerings=offerings, price_records=records)
    return quote._replace(content=changed)


def without_whole(quote: RandomQuote) -> RandomQuote:
    """The quote without promotions on all of it and without limits, for what is said of charges."""
    rules = (rule for rule in quote.policy.rules.rules if rule.level is Level.ITEM)
    unlimited = {"quote_cap": None, "customer_cap": None, "budget": None}
    return with_rules(quote, *(replaced(rule, **unlimited) for rule in rules))


def with_items(quote: RandomQuote, *items: QuoteItem) -> RandomQuote:
    """The quote with other items."""
    return quote._replace(items=items)


def charges_of(quote: PricedQuote) -> dict[tuple[str, int], PricedCharge]:
    """Every charge by item and position."""
    return {
        (item.id, position): charge
        for item in quote.items
        for position, charge in enumerate(item.charges)
    }


def nets_of(quote: PricedQuote) -> dict[tuple[str, int], int]:
    """Net fen of every charge by item and position."""
    return {place: charge.net_amount for place, charge in charges_of(quote).items()}
