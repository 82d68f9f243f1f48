"""Where the time of pricing goes: each part measured by itself on the same quote.

The parts are the engine's own functions, so that a profiler's cost is not counted; what no part
accounts for is printed as the rest.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from benchmarks import pricing_basket as basket
from benchmarks.cpu_time import best_ms
from pricing.allocation import allocate
from pricing.eligibility import check_items
from pricing.engine import price_again
from pricing.item_pricing import price_item
from pricing.market import Market
from pricing.quote_wide import spread
from pricing.rule_functions import Facts
from pricing.rulebook import Rulebook
from pricing.tax import without_tax
from pricing.totals import total
from pricing.waterfall import Waterfall

if TYPE_CHECKING:
    from collections.abc import Callable

    from catalog.product_catalog import ProductCatalog
    from pricing.priced import PricedCharge
    from pricing.rule_chain import RuleChain
    from pricing.rule_index import ReadyRule


def print_parts(catalog: ProductCatalog, count: int) -> None:
    """Print milliseconds and share of each part of pricing so many items from nothing."""
    policy, context = basket.policy(), basket.CONTEXT
    items, discount = basket.items(count), basket.discount(count)

    def whole() -> object:
        return price_again(None, catalog, policy, context, items, discount)

    run = price_again(None, catalog, policy, context, items)
    market, priced = run.market, run.quote.items
    charges = [charge for item in priced for charge in item.charges]
    codes = [charge.code for charge in charges]

    def look_up() -> None:
        fresh = Market(catalog, context, rulebook=Rulebook(policy.rules, context))
        for code in codes:
            fresh.listed(code)

    taken = best_ms(whole)
    in_items = best_ms(lambda: [price_item(market, policy, context, item) for item in items])
    rules = best_ms(_rules_of(market, charges))
    steps = best_ms(_steps_of(market, charges))
    tax = best_ms(lambda: [without_tax(one.net_amount, one.tax_rate) for one in charges])
    parts = {
        "list prices and rules of each charge": best_ms(look_up),
        "rules: their arithmetic": rules,
        "rules: the steps written down": steps,
        "tax": tax,
        "items: everything else of them": in_items - rules - steps - tax,
        "findings: who may have what": best_ms(lambda: check_items(catalog, context, items)),
        "the amount off the quote": best_ms(
            lambda: spread(priced, discount, policy, lambda _: Decimal(0))
        ),
        "... of which the division": best_ms(_division(charges, count)),
        "totals": best_ms(lambda: total(priced, context.term)),
    }
    known = sum(ms for name, ms in parts.items() if not name.startswith("..."))
    parts["sums of the items after it, and the rest"] = taken - known
    print(f"parts of pricing {count} items in {taken:.2f} ms")
    for name, ms in parts.items():
        print(f"    {name:46} {ms:8.3f} {ms / taken:7.1%}")


def _rules_of(market: Market, charges: list[PricedCharge]) -> Callable[[], None]:
    """Work that applies every charge's rules and writes nothing down."""
    prepared: list[tuple[tuple[ReadyRule, ...], RuleChain, Facts]] = []
    for charge in charges:
        listed = market.listed(charge.code)
        assert listed is not None
        amount, units = charge.list_amount, charge.quantity
        facts = Facts(listed.list_micro, amount, amount, units, units, charge.period)
        (chain,) = listed.rules.open_to(units, altered=True).chains.values()
        prepared.append((listed.rules.always, chain, facts))

    def work() -> None:
        for rules, chain, facts in prepared:
            amount = facts.list_amount
            for rule in rules:
                amount = rule.apply(amount, facts)
            chain.results(amount, facts, {})

    return work


def _steps_of(market: Market, charges: list[PricedCharge]) -> Callable[[], None]:
    """Work that writes down what every charge's promotions left."""
    prepared: list[tuple[RuleChain, list[int], Waterfall]] = []
    for charge in charges:
        listed = market.listed(charge.code)
        assert listed is not None
        (chain,) = listed.rules.open_to(charge.quantity, altered=True).chains.values()
        fall = Waterfall(charge.list_amount, charge.list_price, listed.note)
        results = [charge.list_amount, *charge.trail.results]
        prepared.append((chain, results, fall))

    def work() -> None:
        for chain, results, fall in prepared:
            chain.record(results, fall)
            fall.promoted = None

    return work


def _division(charges: list[PricedCharge], count: int) -> Callable[[], object]:
    """Work that divides the amount over the charges, largest remainder first."""
    amount = basket.discount(count).amount or 0
    weights = [charge.net_amount for charge in charges]
    return lambda: allocate(amount, weights)
