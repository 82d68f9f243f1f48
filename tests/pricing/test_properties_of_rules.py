"""Properties 6, 7, 11 to 15, 19, 21, 22: rules and promotions. One test each, by number."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.charge import ChargeType
from catalog.money import yuan
from catalog.period import ValidityPeriod
from catalog.product_catalog import ProductCatalog
from pricing.alterations.target_price import TargetPrice
from pricing.bundle_content import bundle_content
from pricing.engine import price_again, price_quote
from pricing.priced import SHARE
from pricing.promotion_choice import ChoicePolicy
from pricing.rule import Base, PercentOff, PercentOfOthers, PriceRule, When
from tests.builders import DAY, a_context
from tests.pricing.random_quotes import (
    charges_of,
    nets_of,
    price,
    random_quotes,
    replaced,
    seldom,
    vat_inside,
    with_items,
    with_rules,
    without_whole,
)
from tests.pricing.rule_builders import a_promotion, a_rule, one_line, percent_off
from tests.pricing.situations import (
    dependent,
    discount_shared,
    exclusive_beside_others,
    option_price,
    pooled,
    promotion_rejected,
    quotes_where,
    rules_together,
    with_bundle,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal
    from random import Random

    from pricing.bundle_content import BundleContent
    from pricing.item import ItemCharge
    from pricing.priced import PricedItem
    from tests.pricing.reference.quotes import RandomQuote

percents = st.decimals(0, 100, places=2)
fens = st.integers(0, 9_999_999)


def _for_the_customer(quote: RandomQuote) -> RandomQuote:
    """The quote where the best promotions are chosen and nothing off the whole quote hides them."""
    quote = without_whole(quote)
    best = replaced(quote.policy.rules, choice=ChoicePolicy.BEST_FOR_CUSTOMER)
    return quote._replace(policy=replaced(quote.policy, rules=best), discount=None)


@seldom
@given(random_quotes | quotes_where(rules_together), st.randoms(use_true_random=False))
def test_06_the_order_of_rules_in_a_file_changes_nothing(
    quote: RandomQuote, random: Random
) -> None:
    """Priority, narrowness and identifier decide, never the position."""
    rules = quote.policy.rules.rules
    shuffled = random.sample(rules, len(rules))
    assert price(with_rules(quote, *shuffled)) == price(quote)


@seldom
@given(
    random_quotes,
    st.sampled_from(
        [
            When(valid=ValidityPeriod(None, date(2026, 6, 1))),
            When(segments=("NOBODY",)),
            When(least_term=61),
            When(least_quantity=10_000_001),
            When(customers=("stranger",)),
            When(codes=("NEVER ENTERED",)),
        ]
    ),
    st.booleans(),
)
def test_07_a_rule_that_does_not_hold_changes_nothing(
    quote: RandomQuote, when: When, promotion: bool
) -> None:
    """Whatever it would do, and however high its priority."""
    rule = a_rule(percent_off(90), "0", when=when, promotion=promotion, priority=99)
    assert price(with_rules(quote, *quote.policy.rules.rules, rule)) == price(quote)


@seldom
@given(quotes_where(promotion_rejected) | quotes_where(rules_together), st.data())
def test_11_the_best_set_costs_no_more_than_any_other(
    quote: RandomQuote, data: st.DataObject
) -> None:
    """Than any single promotion, than any few of them; one more never makes a charge dearer."""
    quote = _for_the_customer(quote)
    promotions = [rule for rule in quote.policy.rules.rules if rule.promotion]
    always = [rule for rule in quote.policy.rules.rules if not rule.promotion]
    best = nets_of(price(quote))
    few = data.draw(st.lists(st.sampled_from(promotions), unique=True)) if promotions else []
    sets = [few, *([rule] for rule in promotions)]
    sets += [[rule for rule in promotions if rule is not left_out] for left_out in promotions]
    for some in sets:
        other = nets_of(price(with_rules(quote, *always, *some)))
        assert all(net <= other[place] for place, net in best.items())


@seldom
@given(fens, st.lists(percents, min_size=1, max_size=5), st.randoms(use_true_random=False))
def test_12_percentages_in_sequence_come_close_to_their_product(
    amount: int, of: list[Decimal], random: Random
) -> None:
    """Within half a fen each, in whatever order; added up they never fall below nothing."""
    random.shuffle(of)
    chained = [a_promotion(PercentOff(p), f"P{n}") for n, p in enumerate(of)]
    added = [replaced(rule, base=Base.LIST) for rule in chained]
    left = sum_off = Fraction(1)
    for percent in of:
        left *= 1 - Fraction(percent) / 100
        sum_off -= Fraction(percent) / 100
    price_text = str(yuan(amount))
    half = Fraction(len(of), 2)
    assert abs(one_line(*chained, price=price_text).net_amount - amount * left) <= half
    exact = max(Fraction(0), amount * sum_off)
    assert abs(one_line(*added, price=price_text).net_amount - exact) <= half


@seldom
@given(quotes_where(exclusive_beside_others) | quotes_where(promotion_rejected))
def test_13_an_exclusive_promotion_stands_alone(quote: RandomQuote) -> None:
    """No other promotion on its charge, and a promotion that was rejected could as well not be."""
    quote = _for_the_customer(quote)
    rules = {rule.id: rule for rule in quote.policy.rules.rules}
    priced = price(quote)
    for charge in charges_of(priced).values():
        used = [rules[s.source] for s in charge.steps if s.source in rules]
        promotions = [rule for rule in used if rule.promotion]
        assert len(promotions) <= 1 or not any(rule.exclusive for rule in promotions)
    every = charges_of(priced).values()
    unused = {r.rule for charge in every for r in charge.rejected}
    unused -= {r.rule for charge in every for r in charge.rejected if r.reason == "manual"}
    for name in unused - {step.source for charge in every for step in charge.steps}:
        rest = [rule for rule in rules.values() if rule.id != name]
        assert nets_of(price(with_rules(quote, *rest))) == nets_of(priced)


changing = (
    random_quotes
    | quotes_where(option_price)
    | quotes_where(pooled)
    | quotes_where(dependent)
    | quotes_where(discount_shared)
)
"""Quotes in which an item changes the price of another."""


@seldom
@given(changing, st.data())
def test_14_removing_an_item_and_putting_it_back_restores_the_prices(
    quote: RandomQuote, data: st.DataObject
) -> None:
    """With a bundle, a pool or a percentage of others, from what was priced before or afresh."""
    catalog = ProductCatalog(quote.content)
    gone = data.draw(st.integers(0, len(quote.items) - 1))
    fewer = (*quote.items[:gone], *quote.items[gone + 1 :])
    run, first = None, price(quote)
    for items in (quote.items, fewer, quote.items):
        run = price_again(run, catalog, quote.policy, quote.context, items, quote.discount)
        afresh = price_quote(catalog, quote.policy, quote.context, items, quote.discount)
        assert run.quote == afresh
    assert run is not None
    assert run.quote == first


@seldom
@given(quotes_where(with_bundle) | quotes_where(option_price))
def test_15_a_bundle_makes_nothing_dearer(quote: RandomQuote) -> None:
    """Its option prices are used only where they are lower; its shares come to its price.

    Usage is left out: what a bundle publishes beyond its allowance holds, be it higher or lower.
    So are prices typed by hand: one above an option price holds where no promotion takes anything
    off, and one above the list price gives way to a promotion that does.
    """
    quote = _without_typed_prices(_for_the_customer(vat_inside(quote)))
    kept = [
        rule
        for rule in quote.policy.rules.rules
        if rule.base is not Base.UNDISCOUNTED and not isinstance(rule.alteration, PercentOfOthers)
    ]
    quote = with_rules(quote, *kept)
    catalog = ProductCatalog(quote.content)
    bundles = {bundle.code: bundle for bundle in quote.content.bundles}
    single = [item for item in quote.items if item.offering not in bundles]
    with_bundles, without = price(quote), price(with_items(quote, *single))
    for place, charge in charges_of(without).items():
        if charge.list_amount >= 0 and charge.type is not ChargeType.USAGE:
            assert nets_of(with_bundles)[place] <= charge.net_amount
    for item in with_bundles.items:
        if item.is_bundle and item.charges:
            source = next(one for one in quote.items if one.id == item.id)
            content = bundle_content(catalog, bundles[item.offering], source.choices)
            published = item.quantity * sum(content.prices.values()) * 100
            assert sum(_covered(item, content)) == published


def _without_typed_prices(quote: RandomQuote) -> RandomQuote:
    def charge(quoted: ItemCharge) -> ItemCharge:
        typed = isinstance(quoted.alteration, TargetPrice)
        return replaced(quoted, alteration=None) if typed else quoted

    items = [replaced(item, charges=tuple(map(charge, item.charges))) for item in quote.items]
    return with_items(quote, *items)


def _covered(item: PricedItem, content: BundleContent) -> Iterator[int]:
    """Fen of the charges that fixed prices cover, prices set by the state among them."""
    in_order = sorted(content.parts, key=lambda part: _is_once(item, part.charge))
    for part, charge in zip(in_order, item.charges, strict=False):
        assert part.charge == charge.code
        if part.shares:
            shares = (step.result for step in charge.steps if step.code == SHARE)
            yield next(shares, charge.list_amount)


def _is_once(item: PricedItem, code: str) -> bool:
    return any(c.code == code and c.type is ChargeType.ONE_TIME for c in item.charges)


@seldom
@given(random_quotes, st.data())
def test_19_a_larger_percentage_never_makes_anything_dearer(
    quote: RandomQuote, data: st.DataObject
) -> None:
    """Nor does a lower threshold of the quantity."""
    quote = _for_the_customer(quote)
    rules = list(quote.policy.rules.rules)
    rule = a_promotion(percent_off(10), "0", when=When(least_quantity=10))
    more = data.draw(percents.filter(lambda percent: percent >= 10))
    larger = replaced(rule, alteration=PercentOff(more))
    easier = replaced(rule, when=When(least_quantity=data.draw(st.integers(0, 10))))
    before = nets_of(price(with_rules(quote, *rules, rule)))
    for better in (larger, easier):
        after = nets_of(price(with_rules(quote, *rules, better)))
        assert all(after[place] <= net for place, net in before.items())


@seldom
@given(fens, fens, st.lists(percents, max_size=3), st.integers(1, 9))
def test_19b_a_higher_list_price_never_makes_the_total_lower(
    one: int, other: int, of: list[Decimal], quantity: int
) -> None:
    """With percentages of what is left; a percentage of the list price is another matter."""
    rules = [a_promotion(PercentOff(p), f"P{n}") for n, p in enumerate(of)]
    low, high = (
        one_line(*rules, price=str(yuan(fen)), quantity=quantity).net_amount
        for fen in sorted((one, other))
    )
    assert low <= high


@seldom
@given(fens, percents, fens, fens)
def test_21_a_capped_discount_is_the_smaller_of_both(
    amount: int, percent: Decimal, cap: int, higher: int
) -> None:
    """Lifting the cap never raises the price; a cap beyond the discount changes nothing."""

    def taken(rule: PriceRule) -> int:
        return amount - one_line(rule, price=str(yuan(amount))).net_amount

    free = a_promotion(PercentOff(percent))
    uncapped = taken(free)
    assert taken(replaced(free, cap=cap)) == min(uncapped, cap)
    assert taken(replaced(free, cap=cap + higher)) >= taken(replaced(free, cap=cap))
    assert taken(replaced(free, cap=uncapped + higher)) == uncapped


@pytest.mark.parametrize(
    ("days", "net"), [(-1, 10_000), (0, 9_000), (1, 9_000), (2, 9_000), (3, 10_000)]
)
def test_22_a_rule_holds_on_its_first_and_its_last_day(days: int, net: int) -> None:
    """From the day to two days later, both included; outside it counts as absent."""
    valid = ValidityPeriod(DAY, DAY + timedelta(2))
    rule = a_promotion(percent_off(10), when=When(valid=valid))
    context = a_context(day=DAY + timedelta(days))
    assert one_line(rule, context=context).net_amount == net
