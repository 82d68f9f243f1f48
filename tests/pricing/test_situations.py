"""The situations that properties are about occur in random quotes, so that the proofs prove."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pytest

from tests.pricing.random_quotes import price
from tests.pricing.reference.quotes import RandomQuote, random_quote
from tests.pricing.situations import LEAST

if TYPE_CHECKING:
    from pricing.priced import PricedQuote

MANY = 600


@cache
def _some() -> list[tuple[RandomQuote, PricedQuote]]:
    quotes = [random_quote(number) for number in range(MANY)]
    return [(quote, price(quote)) for quote in quotes]


@pytest.mark.parametrize("name", LEAST)
def test_a_situation_occurs_in_a_good_share_of_random_quotes(name: str) -> None:
    """Of six hundred; rare ones are asked for by the properties that need them."""
    holds, least = LEAST[name]
    share = sum(100 for quote, priced in _some() if holds(quote, priced)) / MANY
    assert share >= least
