"""How long pricing takes, against the floor of arithmetic and against another engine.

Run with ``python benchmarks/pricing_bench.py``. Figures are processor time, the best of five, of
pricing from nothing: no result of an earlier pricing is used unless the row says so. Each item has
25 rule applications, all recorded as steps, its tax and its share of an amount off the quote.
"""

from __future__ import annotations

import math
import sys
import time
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks import pricing_basket as basket
from benchmarks.cpu_time import best_ms, load
from benchmarks.pricing_floor import floor
from benchmarks.pricing_parts import print_parts
from benchmarks.pricing_peers import print_peers
from catalog.money import fen
from pricing.engine import PricingRun, price_again, price_quote
from pricing.quote_wide import QuoteDiscount

if TYPE_CHECKING:
    from collections.abc import Callable

    from catalog.product_catalog import ProductCatalog
    from pricing.policy import PricingPolicy

COUNTS = (10, 100, 1_000, 10_000)
EDITED = 1_000
FURTHER = 475
"""Rules that touch nothing in the quote, to make 500."""


def from_nothing(
    catalog: ProductCatalog, policy: PricingPolicy, count: int
) -> Callable[[], PricingRun]:
    """Work that prices so many items and spreads an amount over them."""
    items, discount = basket.items(count), basket.discount(count)
    return lambda: price_again(None, catalog, policy, basket.CONTEXT, items, discount)


def check(run: PricingRun, count: int) -> None:
    """A benchmark that skips work is worth nothing: every rule and share has left its step."""
    assert not run.quote.problems
    assert len(run.quote.items) == count
    for item in run.quote.items:
        (charge,) = item.charges
        assert len(charge.steps) == basket.TOUCHING + 2
        assert charge.steps[-1].result == charge.net_amount


def print_quotes(catalog: ProductCatalog) -> dict[int, float]:
    """Print what quotes of several sizes cost; gives milliseconds by number of items."""
    few, many = basket.policy(), basket.policy(FURTHER)
    print(f"{'items':>8} {'25 rules':>10} {'of 500':>10} {'ratio':>7} {'floor':>9} {'x floor':>8}")
    found = {}
    for count in COUNTS:
        work = from_nothing(catalog, few, count)
        check(work(), count)
        own = found[count] = best_ms(work)
        among_many = best_ms(from_nothing(catalog, many, count))
        numbers = range(count)
        prices = [fen(basket.list_price(number % basket.OFFERINGS)) for number in numbers]
        least = best_ms(floor(prices, [basket.quantity(number) for number in numbers]))
        print(
            f"{count:8} {own:10.3f} {among_many:10.3f} {among_many / own:7.2f}"
            f" {least:9.3f} {own / least:8.1f}"
        )
    growth = math.log(found[10_000] / found[100]) / math.log(100)
    print(f"exponent of growth from 100 to 10,000 items: {growth:.3f}")
    return found


def print_first(catalog: ProductCatalog) -> None:
    """Print what the very first pricing costs, when the rules have just been read."""
    items = basket.items(10)
    for further in (0, FURTHER):
        # Rules that were priced with before are made ready: every turn needs new ones.
        taken = []
        for policy in [basket.policy(further) for _ in range(10)]:
            begin = time.process_time()
            price_quote(catalog, policy, basket.CONTEXT, items)
            taken.append((time.process_time() - begin) * 1e3)
        label = f"10 items, {basket.TOUCHING + further} rules that have just been read"
        print(f"{label:58} {min(taken):8.3f}")


def print_edits(catalog: ProductCatalog) -> None:
    """Print what one changed quantity costs when the other items are reused."""
    policy = basket.policy()
    items = basket.items(EDITED)
    edited = (*items[:500], basket.item(500, 9), *items[501:])
    discounts: dict[str, QuoteDiscount | None] = {
        "nothing off the quote": None,
        "an amount off the quote": basket.discount(EDITED),
        "a percentage off the quote": QuoteDiscount(percent=Decimal(5)),
    }
    for name, discount in discounts.items():
        known = price_again(None, catalog, policy, basket.CONTEXT, items, discount)

        def edit(known: PricingRun = known, discount: QuoteDiscount | None = discount) -> object:
            return price_again(known, catalog, policy, basket.CONTEXT, edited, discount)

        label = f"one edit of {EDITED} items, {name}"
        print(f"{label:58} {best_ms(edit):8.3f}")


def main() -> None:
    """Measure and print everything."""
    catalog = basket.a_catalog()
    print(f"milliseconds of processor time, best of 5; {load()}")
    own = print_quotes(catalog)
    print_first(catalog)
    print_edits(catalog)
    print_parts(catalog, EDITED)
    print_peers({count: own[count] for count in (10, 100)})
    print(load())


if __name__ == "__main__":
    main()
