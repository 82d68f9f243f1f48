"""Promotions on the whole quote and limits of promotions, on quotes at random."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from catalog.local_text import LocalText
from catalog.period import BillingPeriod
from pricing.promotion_limits import times_of
from pricing.replaying import faults
from pricing.rule import Level, PercentOff, PriceRule, QuoteAmountOff
from pricing.stages import Stage
from tests.pricing.random_quotes import (
    nets_of,
    price,
    random_quotes,
    replaced,
    seldom,
    with_rules,
    without_whole,
)

if TYPE_CHECKING:
    from pricing.priced import PricedQuote
    from tests.pricing.reference.quotes import RandomQuote

plain_quotes = random_quotes.map(without_whole)
limits = st.none() | st.integers(0, 50_000)
alterations = st.one_of(
    st.integers(0, 100).map(lambda percent: PercentOff(Decimal(percent))),
    st.integers(0, 9_999).map(lambda fen: QuoteAmountOff(Decimal(fen).scaleb(-2))),
)


@st.composite
def on_quote(draw: st.DrawFn, rule_id: str) -> PriceRule:
    """A promotion on the whole quote."""
    return PriceRule(
        rule_id,
        LocalText(rule_id),
        draw(alterations),
        promotion=True,
        level=Level.QUOTE,
        priority=draw(st.integers(0, 1)),
        group=draw(st.sampled_from(("", "g"))),
        period=draw(st.sampled_from((BillingPeriod.MONTH, BillingPeriod.ONCE, BillingPeriod.YEAR))),
        quote_cap=draw(limits),
        budget=draw(limits),
    )


def taken_by_steps(quote: PricedQuote, rule_id: str, *, options: bool) -> int:
    """Fen over the term that the steps of a rule add up to."""
    return -sum(
        step.change * times_of(charge.period, quote.totals.term)
        for item in quote.items
        if options or not item.optional
        for charge in item.charges
        for step in charge.steps
        if step.source == rule_id and step.stage in {Stage.PROMOTION, Stage.QUOTE_PROMOTION}
    )


@seldom
@given(plain_quotes, on_quote("QA"), on_quote("QB"))
def test_a_promotion_on_the_quote_takes_what_it_says_and_no_more_than_is_left(
    quote: RandomQuote, first: PriceRule, second: PriceRule
) -> None:
    """Everything adds up again, and no price falls below zero because of it."""
    plain = price(quote._replace(discount=None))
    changed = price(
        with_rules(quote, *quote.policy.rules.rules, first, second)._replace(discount=None)
    )
    assert faults(changed) == ()
    for use in changed.promotions:
        assert use.taken == taken_by_steps(changed, use.rule, options=False)
        assert 0 <= use.taken <= use.wanted
        assert use.left is None or use.taken <= use.left
        assert bool(use.limit) is (use.taken < use.wanted)
    before, after = nets_of(plain), nets_of(changed)
    assert all(min(before[place], 0) <= after[place] <= before[place] for place in before)


@seldom
@given(plain_quotes, st.integers(0, 100_000), st.data())
def test_a_limit_is_never_exceeded_whatever_stands_beside_it(
    quote: RandomQuote, cap: int, data: st.DataObject
) -> None:
    """Any promotion of a random rule set gets a limit over the quote; options count."""
    rules = quote.policy.rules.rules
    places = [place for place, rule in enumerate(rules) if rule.promotion]
    if not places:
        return
    place = data.draw(st.sampled_from(places))
    limited = replaced(rules[place], quote_cap=cap)
    changed = price(with_rules(quote, *rules[:place], limited, *rules[place + 1 :]))
    assert faults(changed) == ()
    assert taken_by_steps(changed, limited.id, options=True) <= cap


@seldom
@given(plain_quotes, on_quote("QA"))
def test_a_discount_by_hand_and_promotions_never_add_up(
    quote: RandomQuote, promotion: PriceRule
) -> None:
    """The customer pays what the better of the two leaves, when the rest is the same."""
    if quote.discount is None:
        return
    period = quote.discount.period
    rule = replaced(promotion, period=period)
    both = price(with_rules(quote, *quote.policy.rules.rules, rule))
    by_hand = price(quote)
    by_rule = price(with_rules(quote, *quote.policy.rules.rules, rule)._replace(discount=None))
    totals = [sum(nets_of(one).values()) for one in (both, by_hand, by_rule)]
    assert totals[0] == min(totals[1:])
