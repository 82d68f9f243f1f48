"""The engine against a second one, written apart from it in exact fractions: no difference."""

from __future__ import annotations

from concurrent.futures import ProcessPoolExecutor
from os import cpu_count
from time import perf_counter

import pytest

from catalog.product_catalog import ProductCatalog
from pricing.engine import price_quote
from tests.pricing.reference.engine import reference_figures
from tests.pricing.reference.figures import figures_of
from tests.pricing.reference.quotes import random_quote

_FEW = 300
_MANY = 100_000
_SHARE = 2_000


def _differs(number: int) -> bool:
    quote = random_quote(number)
    priced = price_quote(ProductCatalog(quote.content), *quote[1:])
    return figures_of(priced) != reference_figures(*quote)


def _different(first: int) -> list[int]:
    return [number for number in range(first, first + _SHARE) if _differs(number)]


def test_three_hundred_random_quotes_have_the_same_figures_twice() -> None:
    """Every charge, step, month, sum, tax row and finding of each."""
    assert [number for number in range(_FEW) if _differs(number)] == []


@pytest.mark.prove
def test_a_hundred_thousand_random_quotes_have_the_same_figures_twice() -> None:
    """The same over many more; prints how many, how many differed and how long it took."""
    started = perf_counter()
    with ProcessPoolExecutor(cpu_count()) as workers:
        found = workers.map(_different, range(0, _MANY, _SHARE))
        different = [number for some in found for number in some]
    seconds = perf_counter() - started
    print(f"\n{_MANY} random quotes, {len(different)} differences, {seconds:.0f} s")  # noqa: T201 (asked for)
    assert different == [], f"random_quote of these numbers: {different}"
