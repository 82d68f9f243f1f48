"""A quote that is edited step by step comes to what it would come to when priced from nothing."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, TypeAlias

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from catalog.condition import Condition
from catalog.product_catalog import ProductCatalog
from pricing.engine import price_again, price_quote
from pricing.quote_wide import QuoteDiscount, Target
from pricing.rule import PercentOfOthers, Scope, When
from tests.builders import a_context, a_line, an_item
from tests.pricing.quotes import CATALOG
from tests.pricing.random_quotes import random_quotes
from tests.pricing.rule_builders import a_policy, a_rule, d, percent_off, volume

if TYPE_CHECKING:
    from pricing.engine import PricingRun
    from pricing.item import QuoteItem
    from tests.pricing.reference.quotes import RandomQuote

Items: TypeAlias = "tuple[QuoteItem, ...]"

LINES = ("LINE.RENT", "NET.RENT", "CARD.YEAR", "BOX.LEASE", "LINE.INST")
COUNTED = LINES[0], LINES[3]
POLICY = a_policy(
    a_rule(volume(pooled=True), "pooled", scope=Scope(charges=("LINE.RENT", "BOX.LEASE"))),
    a_rule(PercentOfOthers(d(5), Scope(families=("VOICE",))), "share", scope=Scope(("FREE",))),
    a_rule(percent_off(3), "three", promotion=True),
)
"""Units of lines and boxes count together; FREE costs 5 % of the others; 3 % off everything."""

discounts = (
    st.none()
    | st.builds(
        QuoteDiscount,
        st.sampled_from(Target),
        amount=st.integers(0, 5_000),
    )
    | st.builds(QuoteDiscount, percent=st.integers(0, 8).map(Decimal))
)

units = st.sampled_from((1, 6, 12, 27, 0))
lines = st.builds(
    lambda code, count, optional: a_line(count, code=code, optional=optional),
    st.sampled_from(LINES),
    units,
    st.booleans(),
)
# Two strategies, because one that is named twice among others is chosen no more often.
together, beside = (
    st.builds(lambda code, count: a_line(count, code=code), st.sampled_from(COUNTED), units)
    for _ in range(2)
)
bundles = st.builds(an_item, st.sampled_from(("PACK", "PAIR")), st.integers(1, 3))
dependents = st.just(a_line(1, code="FREE.RENT"))
edits = st.lists(
    st.tuples(
        st.integers(0, 4), lines | together | beside | bundles | dependents | st.none(), discounts
    ),
    min_size=3,
    max_size=10,
)
"""Each: which place of the quote, what stands there afterwards (nothing: taken out), discount."""


def edited(items: Items, place: int, item: QuoteItem | None) -> Items:
    """The quote with another item in a place, or without the one that was there."""
    item_id = f"i{place}"
    put = () if item is None else (msgspec.structs.replace(item, id=item_id),)
    at = next((n for n, one in enumerate(items) if one.id == item_id), len(items))
    return (*items[:at], *put, *items[at + 1 :])


@settings(max_examples=100, deadline=None)
@given(edits)
def test_edits_with_pools_bundles_and_discounts(
    steps: list[tuple[int, QuoteItem | None, QuoteDiscount | None]],
) -> None:
    """Lines, bundles and dependent charges come and go; the discount changes every time."""
    run: PricingRun | None = None
    items: Items = ()
    context = a_context()
    for place, item, discount in steps:
        items = edited(items, place, item)
        run = price_again(run, CATALOG, POLICY, context, items, discount)
        assert run.quote == price_quote(CATALOG, POLICY, context, items, discount)


@settings(max_examples=25, deadline=None)
@given(random_quotes, st.lists(st.integers(0, 2**16), min_size=1, max_size=6))
def test_edits_under_random_rules(quote: RandomQuote, choices: list[int]) -> None:
    """Items are taken out, put back, made optional and counted anew; the term changes as well."""
    catalog, policy = ProductCatalog(quote.content), quote.policy
    run: PricingRun | None = None
    items, context, discount = quote.items, quote.context, quote.discount
    for choice in choices:
        place, kind = choice % len(quote.items), choice // 7 % 5
        original = quote.items[place]
        match kind:
            case 0:
                items = tuple(one for one in items if one.id != original.id)
            case 1:
                items = (*(one for one in items if one.id != original.id), original)
            case 2:
                other = msgspec.structs.replace(original, optional=not original.optional)
                items = tuple(other if one.id == original.id else one for one in items)
            case 3:
                discount = quote.discount if discount is None else None
            case _:
                context = msgspec.structs.replace(context, term=context.term % 36 + 12)
        run = price_again(run, catalog, policy, context, items, discount)
        assert run.quote == price_quote(catalog, policy, context, items, discount)


def test_an_option_price_goes_with_its_bundle() -> None:
    """3 lines at 25.00 less 3 % are 72.75; beside a bundle that offers them at 20.00, 58.20."""
    line, pack = a_line(3), an_item("PACK", item_id="i2")
    run: PricingRun | None = None
    nets = []
    for items in ((line,), (line, pack), (line,)):
        run = price_again(run, CATALOG, POLICY, a_context(), items)
        nets.append(run.quote.items[0].charges[0].net_amount)
    assert nets == [7_275, 5_820, 7_275]


def test_a_measure_that_a_rule_asks_for_prices_everything_again() -> None:
    """10 % off from 20 fixed lines: 3 lines at 25.00 are 75.00 below, 67.50 from there on."""
    asked = When(conditions=(Condition("fixed_lines", least=Decimal(20)),))
    policy = a_policy(a_rule(percent_off(10), "many", when=asked))
    run: PricingRun | None = None
    nets, runs = [], []
    for lines_had in (18, 19, 20, 21, 19):
        context = a_context(measures={"fixed_lines": Decimal(lines_had)})
        run = price_again(run, CATALOG, policy, context, (a_line(3),))
        nets.append(run.quote.items[0].charges[0].net_amount)
        runs.append(run.market)
    assert nets == [7_500, 7_500, 6_750, 6_750, 7_500]
    assert runs[1] is runs[0], "no rule tells 18 lines from 19"
    assert runs[2] is not runs[1]


def test_circumstances_other_than_measures_price_everything_again() -> None:
    """Another area may have another price list."""
    here, there = a_context(area="here"), a_context(area="there")
    run = price_again(None, CATALOG, a_policy(), here, (a_line(3),))
    other = price_again(run, CATALOG, a_policy(), there, (a_line(3),))
    assert other.market is not run.market
