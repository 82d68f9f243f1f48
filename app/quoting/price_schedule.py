"""price_schedule(): the published unit prices of a quote's items by quantity and commitment.

Each price is asked of the engine, with nothing taken off by hand and no code entered: what it
would be at the quantities and terms from which a published rule or a price record changes it. Only
dimensions that change a price are in the result; a charge with one price has no steps.
"""

from __future__ import annotations

from decimal import Decimal
from itertools import product
from typing import TYPE_CHECKING

import msgspec

from app.quoting.measures import pricing_context
from app.quoting.revision import PriceStep
from pricing.engine import price_quote
from pricing.rule import QuantityTiers, TermDiscount

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from app.quoting.revision import Revision
    from catalog.product_catalog import ProductCatalog
    from pricing.item import QuoteItem
    from pricing.policy import PricingPolicy
    from pricing.rule import PriceRule

_MOST_STEPS = 12
"""Of a dimension: a table of more is a price list and no annex."""


def price_schedule(
    revision: Revision, catalog: ProductCatalog, policy: PricingPolicy
) -> dict[str, tuple[tuple[PriceStep, ...], ...]]:
    """Steps of every charge, in the order of the priced items; bundles have none.

    Args:
        revision: Whose items are looked at.
        catalog: Catalogue version that it was priced with.
        policy: Rules likewise.

    Returns:
        By item, for each of its charges the steps, ascending by term and then quantity.
    """
    probe = _Probe(revision, catalog, policy)
    return {
        item.id: tuple(
            () if item.is_bundle else probe.steps(item.id, charge.code) for charge in item.charges
        )
        for item in revision.priced.items
    }


class _Probe:
    """Asks the engine for the prices of one quote in other circumstances."""

    def __init__(self, revision: Revision, catalog: ProductCatalog, policy: PricingPolicy) -> None:
        self._catalog, self._policy = catalog, policy
        quote = msgspec.structs.replace(revision.quote, codes=())
        self._context = pricing_context(quote, revision.customer, revision.bills, revision.analysis)
        self._items = tuple(_published(item) for item in quote.items)

    def steps(self, item_id: str, code: str) -> tuple[PriceStep, ...]:
        """The steps of a charge; none where its price is always the same."""
        rules = tuple(self._rules_on(code))
        terms = _ascending(_terms(rules, self._catalog, code))
        quantities = _ascending(_quantities(rules))
        if len(terms) == len(quantities) == 1:
            return ()
        grid = {
            (term, quantity): self._price(item_id, code, term, quantity)
            for term, quantity in product(terms, quantities)
        }
        by_term = any(grid[t, q] != grid[terms[0], q] for t, q in grid)
        by_quantity = any(grid[t, q] != grid[t, quantities[0]] for t, q in grid)
        if not (by_term or by_quantity):
            return ()
        return tuple(
            PriceStep(term, quantity, price)
            for (term, quantity), price in grid.items()
            if price is not None
            and (by_term or term == terms[0])
            and (by_quantity or quantity == quantities[0])
        )

    def _rules_on(self, code: str) -> Iterator[PriceRule]:
        charge, offering = self._catalog.charge(code), self._catalog.owner(code)
        if charge is not None and offering is not None:
            for rule in self._policy.rules.rules:
                if rule.scope.covers(offering, charge):
                    yield rule

    def _price(self, item_id: str, code: str, term: int, quantity: int) -> Decimal | None:
        items = tuple(
            _with_quantity(item, code, quantity) if item.id == item_id else item
            for item in self._items
        )
        context = msgspec.structs.replace(
            self._context,
            term=term,
            measures={**self._context.measures, "term": Decimal(term)},
        )
        priced = price_quote(self._catalog, self._policy, context, items)
        for item in priced.items:
            if item.id == item_id:
                return next((c.net_price for c in item.charges if c.code == code), None)
        return None


def _published(item: QuoteItem) -> QuoteItem:
    """An item as if nobody had taken anything off it."""
    return msgspec.structs.replace(
        item,
        alterations=(),
        charges=tuple(msgspec.structs.replace(one, alteration=None) for one in item.charges),
        choices=tuple(msgspec.structs.replace(one, alteration=None) for one in item.choices),
    )


def _with_quantity(item: QuoteItem, code: str, quantity: int) -> QuoteItem:
    charges = tuple(
        msgspec.structs.replace(one, quantity=quantity) if one.code == code else one
        for one in item.charges
    )
    return msgspec.structs.replace(item, charges=charges)


def _terms(rules: Sequence[PriceRule], catalog: ProductCatalog, code: str) -> Iterator[int]:
    for rule in rules:
        yield rule.when.least_term
        if isinstance(rule.alteration, TermDiscount):
            yield from (months for months, _percent in rule.alteration.steps)
    yield from (record.least_term for record in catalog.price_records(code))


def _quantities(rules: Sequence[PriceRule]) -> Iterator[int]:
    for rule in rules:
        yield rule.when.least_quantity
        if isinstance(rule.alteration, QuantityTiers):
            yield from (tier.least for tier in rule.alteration.tiers)


def _ascending(thresholds: Iterator[int]) -> list[int]:
    """One, and every threshold beyond it."""
    return sorted({1, *(one for one in thresholds if one > 1)})[:_MOST_STEPS]
