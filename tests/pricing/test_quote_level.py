"""Promotions on the whole quote: conditions, choice, shares, limits, and the discount by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from catalog.charge import ChargeType
from catalog.period import BillingPeriod
from pricing.alterations.percentage import Percentage
from pricing.alterations.target_price import TargetPrice
from pricing.context import Used
from pricing.promotion_choice import ChoicePolicy, Rejected
from pricing.quote_wide import QuoteDiscount, Target
from pricing.replaying import faults
from pricing.rule import Level, QuoteAmountOff, Scope, When
from pricing.stages import Stage
from tests.builders import (
    a_bundle,
    a_catalog,
    a_charge,
    a_context,
    a_line,
    an_item,
    an_offering,
    only_charge,
)
from tests.pricing.rule_builders import a_line_at, a_policy, a_promotion, d, percent_off, priced_by

if TYPE_CHECKING:
    from pricing.priced import PricedQuote
    from pricing.rule import PriceRule, RuleAlteration

CATALOG = a_catalog(
    an_offering(
        a_charge("A.FEE", "100.00", cost="0"),
        a_charge("A.ONCE", "50.00", period=BillingPeriod.ONCE, cost="0"),
        a_charge("A.YEAR", "120.00", period=BillingPeriod.YEAR, cost="0"),
    ),
    an_offering(a_charge("B.FEE", "300.00", cost="0"), family="CLOUD"),
    bundles=[a_bundle("200.00", [("A.FEE", 1)], most_extra_discount=d(10))],
)
A, B = a_line(code="A.FEE", item_id="a"), a_line(code="B.FEE", item_id="b")
ONCE = a_line(code="A.ONCE", item_id="o")
YEAR = a_line(code="A.YEAR", item_id="y")


def off(alteration: RuleAlteration, rule_id: str = "Q", **fields: Any) -> PriceRule:  # noqa: ANN401 (as it stands)
    """A promotion on the whole quote."""
    return a_promotion(alteration, rule_id, level=Level.QUOTE, **fields)


def yuan(amount: str) -> QuoteAmountOff:
    """So many yuan off the quote."""
    return QuoteAmountOff(d(amount))


def nets(quote: PricedQuote) -> list[int]:
    """Net fen of every charge; the steps and sums must add up."""
    assert faults(quote) == ()
    return [charge.net_amount for item in quote.items for charge in item.charges]


def test_a_percentage_is_spread_over_the_charges_with_a_step_each() -> None:
    """10 % of 400.00: 10.00 and 30.00, as published prices; the sums follow."""
    quote = priced_by(a_policy(off(percent_off(10))), CATALOG, A, B)
    assert nets(quote) == [9_000, 27_000]
    assert quote.totals.monthly.net_amount == 36_000
    charge = quote.items[0].charges[0]
    step = charge.steps[-1]
    assert (step.stage, step.code, step.source) == (
        Stage.QUOTE_PROMOTION,
        "step.quote_promotion",
        "Q",
    )
    assert (charge.published_amount, charge.net_ex_tax + charge.tax) == (9_000, 9_000)
    (use,) = quote.promotions
    assert (use.rule, use.wanted, use.taken, use.limit) == ("Q", 48_000, 48_000, "")


def test_an_odd_fen_inside_a_bundle_is_published_where_it_goes() -> None:
    """0.11 over 6.00, 6.00 and 2.00 is 5, 5 and 1 fen, and 0.10 is 4, 4 and 2."""
    catalog = a_catalog(
        an_offering(*(a_charge(f"A.{n}", price, cost="0") for n, price in enumerate("662"))),
        bundles=[a_bundle("0.11", [(f"A.{n}", 1) for n in range(3)], most_extra_discount=d(50))],
    )
    quote = priced_by(a_policy(off(yuan("0.01"))), catalog, an_item("PACK"))
    assert nets(quote) == [4, 4, 2]
    assert [charge.published_amount for charge in quote.items[0].charges] == [4, 4, 2]


def test_what_counts_against_authority_leaves_the_published_amount() -> None:
    """10 % that is not published."""
    quote = priced_by(a_policy(off(percent_off(10), published=False)), CATALOG, A)
    assert quote.items[0].charges[0].published_amount == 10_000


def test_an_amount_is_taken_off_its_scope_and_period() -> None:
    """40.00 off the cloud, 20.00 off what is paid once, 12.00 off the year."""
    rules = [
        off(yuan("40.00"), "Q1", scope=Scope(families=("CLOUD",))),
        off(yuan("20.00"), "Q2", period=BillingPeriod.ONCE),
        off(yuan("12.00"), "Q3", period=BillingPeriod.YEAR),
    ]
    quote = priced_by(a_policy(*rules), CATALOG, A, B, ONCE, YEAR)
    assert nets(quote) == [10_000, 26_000, 3_000, 10_800]
    assert [use.taken for use in quote.promotions] == [48_000, 2_000, 1_200]


@pytest.mark.parametrize(
    ("when", "rejected"),
    [
        (When(least_total=40_000), []),
        (When(least_total=40_001), [Rejected("Q", "least_total", "", 40_001, 40_000)]),
        (When(least_items=2), []),
        (When(least_items=3), [Rejected("Q", "least_items", "", 3, 2)]),
    ],
)
def test_a_condition_on_the_quote_is_told_with_what_is_missing(
    when: When, rejected: list[Rejected]
) -> None:
    """400.00 in two items."""
    quote = priced_by(a_policy(off(percent_off(10), when=when)), CATALOG, A, B)
    assert list(quote.rejected) == rejected
    assert nets(quote) == ([9_000, 27_000] if not rejected else [10_000, 30_000])


def test_nothing_in_the_scope_is_told() -> None:
    """No one-time charge in the quote; an option does not count."""
    rule = off(percent_off(10), period=BillingPeriod.ONCE)
    option = a_line(code="A.ONCE", item_id="o", optional=True)
    quote = priced_by(a_policy(rule), CATALOG, A, option)
    assert quote.rejected == (Rejected("Q", "no_charges"),)
    assert nets(quote) == [10_000, 5_000]


def test_promotions_on_the_quote_compete_as_those_on_a_charge_do() -> None:
    """10 % or 50.00 off 400.00, in one group: 50.00 is more; for the margin it is 10 %."""
    rules = [off(percent_off(10), "P", group="g"), off(yuan("50.00"), "Q", group="g")]
    quote = priced_by(a_policy(*rules), CATALOG, A, B)
    assert sum(nets(quote)) == 35_000
    assert quote.rejected == (Rejected("P", "same_group", "Q"),)
    dear = priced_by(a_policy(*rules, choice=ChoicePolicy.BEST_FOR_MARGIN), CATALOG, A, B)
    assert sum(nets(dear)) == 36_000
    first = [rules[0], off(yuan("1.00"), "Q", group="g", priority=1)]
    chosen = priced_by(a_policy(*first, choice=ChoicePolicy.PRIORITY), CATALOG, A, B)
    assert sum(nets(chosen)) == 39_900


def test_promotions_of_different_periods_compete_by_the_term() -> None:
    """10.00 a month for 12 months is more than 50.00 once, for one month it is less."""
    rules = [
        off(yuan("10.00"), "M", exclusive=True),
        off(yuan("50.00"), "O", period=BillingPeriod.ONCE),
    ]
    year = priced_by(a_policy(*rules), CATALOG, A, ONCE)
    month = priced_by(a_policy(*rules), CATALOG, A, ONCE, context=a_context(1))
    assert [use.rule for use in year.promotions] == ["M"]
    assert [use.rule for use in month.promotions] == ["O"]


def test_one_follows_the_other_in_order() -> None:
    """10 % of 400.00, then 60.00; by priority 60.00 first, then 10 % of 340.00."""
    ten = off(percent_off(10), "P")
    assert sum(nets(priced_by(a_policy(ten, off(yuan("60"), "Q")), CATALOG, A, B))) == 30_000
    first = off(yuan("60"), "Q", priority=1)
    assert sum(nets(priced_by(a_policy(ten, first), CATALOG, A, B))) == 30_600


def test_no_charge_falls_below_its_floor_and_what_is_cut_is_told() -> None:
    """95.00 of 100.00 is the floor of a charge with a cost of 82.83 and 5 % margin at 9 %."""
    catalog = a_catalog(an_offering(a_charge("A.FEE", "100.00", cost="82.80")))
    policy = a_policy(off(percent_off(10)), floor_margin=d(5))
    quote = priced_by(policy, catalog, A)
    assert nets(quote) == [9_500]
    (use,) = quote.promotions
    assert (use.wanted, use.taken, use.limit, use.left) == (12_000, 6_000, "floor", 6_000)
    none = priced_by(a_policy(off(percent_off(10)), floor_margin=d(20)), catalog, A)
    assert nets(none) == [10_000]
    assert none.rejected == (Rejected("Q", "floor", "", 12_000, 0),)


def test_a_bundle_bears_no_more_than_its_extra_discount_in_all() -> None:
    """20.00 off 200.00 at most, 5 % of promotion and 10 % by hand after a one-time promotion."""
    pack = an_item("PACK")
    quote = priced_by(a_policy(off(percent_off(15))), CATALOG, pack)
    assert nets(quote) == [18_000]
    five = priced_by(a_policy(off(percent_off(5))), CATALOG, pack)
    assert nets(five) == [19_000]
    assert five.items[0].monthly.published_amount == 19_000
    two = priced_by(a_policy(off(percent_off(5), "P"), off(percent_off(9), "Q")), CATALOG, pack)
    assert nets(two) == [18_000]


@pytest.mark.parametrize(
    ("scope", "net"),
    [
        (Scope(offerings=("PACK",)), 19_000),
        (Scope(offerings=("A",)), 20_000),
        (Scope(types=(ChargeType.RECURRING,)), 19_000),
        (Scope(types=(ChargeType.ONE_TIME,)), 20_000),
        (Scope(charges=("A.FEE",)), 20_000),
        (Scope(families=("VOICE",)), 20_000),
    ],
)
def test_a_bundle_lies_in_a_scope_that_names_it_or_nothing(scope: Scope, net: int) -> None:
    """Never because of its components."""
    quote = priced_by(a_policy(off(percent_off(5), scope=scope)), CATALOG, an_item("PACK"))
    assert nets(quote) == [net]


def test_a_promotion_takes_no_more_than_a_quote_a_customer_or_a_campaign_has_left() -> None:
    """40.00 a month for 12 months is 480.00; 300.00 left are 25.00 a month."""
    cases: tuple[tuple[dict[str, Any], Used], ...] = (
        ({"quote_cap": 30_000}, Used(99, 99)),
        ({"customer_cap": 50_000}, Used(20_000, 20_000)),
        ({"budget": 100_000}, Used(0, 70_000)),
        ({"quote_cap": 40_000, "budget": 30_001}, Used(0, 1)),
    )
    for limit, used in cases:
        policy, context = a_policy(off(percent_off(10), **limit)), a_context(used={"Q": used})
        quote = priced_by(policy, CATALOG, A, B, context=context)
        assert sum(nets(quote)) == 37_500, limit
        (use,) = quote.promotions
        assert (use.wanted, use.taken, use.left) == (48_000, 30_000, 30_000)
        assert use.limit == list(limit)[-1]


def test_a_campaign_that_is_used_up_gives_nothing() -> None:
    """And is told; more than the budget may have been used."""
    rule = off(percent_off(10), budget=1_000)
    used = {"Q": Used(0, 1_001)}
    quote = priced_by(a_policy(rule), CATALOG, A, context=a_context(used=used))
    assert nets(quote) == [10_000]
    assert quote.rejected == (Rejected("Q", "budget", "", 12_000, 0),)


def test_a_discount_by_hand_takes_the_place_of_promotions_on_the_same_charges() -> None:
    """20 % by hand is more than 10 %: the promotion is told; that on one-time charges stays."""
    rules = [off(percent_off(10), "M"), off(percent_off(10), "O", period=BillingPeriod.ONCE)]
    by_hand = QuoteDiscount(percent=d(20))
    quote = priced_by(a_policy(*rules), CATALOG, A, B, ONCE, discount=by_hand)
    assert nets(quote) == [8_000, 24_000, 4_500]
    assert quote.rejected == (Rejected("M", "manual", "manual"),)
    assert [use.rule for use in quote.promotions] == ["O"]
    assert quote.problems == ()


def test_promotions_stay_where_they_take_off_more_than_the_discount_by_hand() -> None:
    """5 % by hand against 10 %: it is told."""
    by_hand = QuoteDiscount(percent=d(5))
    quote = priced_by(a_policy(off(percent_off(10))), CATALOG, A, B, discount=by_hand)
    assert nets(quote) == [9_000, 27_000]
    (problem,) = quote.problems
    assert problem.code == "price.quote_discount_not_used"
    assert problem.parameters == {"rules": "Q", "more": "2000"}
    equal = priced_by(
        a_policy(off(percent_off(10))), CATALOG, A, B, discount=QuoteDiscount(percent=d(10))
    )
    assert equal.rejected == (Rejected("Q", "manual", "manual"),)


def test_a_refused_discount_by_hand_leaves_the_promotions() -> None:
    """More than all charges come to."""
    by_hand = QuoteDiscount(amount=40_001)
    quote = priced_by(a_policy(off(percent_off(10))), CATALOG, A, B, discount=by_hand)
    assert nets(quote) == [9_000, 27_000]
    assert [p.code for p in quote.problems] == ["price.quote_discount_too_large"]


def test_a_total_by_hand_is_reached_whatever_the_promotions() -> None:
    """350.00 instead of 360.00; 380.00 is reached already."""
    policy = a_policy(off(percent_off(10)))
    for total, net in ((35_000, 35_000), (38_000, 36_000)):
        quote = priced_by(policy, CATALOG, A, B, discount=QuoteDiscount(total=total))
        assert quote.totals.monthly.net_amount == net


def test_a_discount_on_other_charges_comes_beside_the_promotions() -> None:
    """Half of what is paid once by hand, 10 % of the months by promotion."""
    by_hand = QuoteDiscount(Target.ONE_TIME, percent=d(50))
    quote = priced_by(a_policy(off(percent_off(10))), CATALOG, A, ONCE, discount=by_hand)
    assert nets(quote) == [9_000, 2_500]
    assert quote.rejected == ()


def test_promotions_on_the_quote_come_after_alterations_by_hand_on_a_charge() -> None:
    """100.00 less half by hand, then 10 %."""
    line = a_line(1, Percentage(d(50)), code="A.FEE", item_id="a")
    assert nets(priced_by(a_policy(off(percent_off(10))), CATALOG, line)) == [4_500]


def test_a_price_raised_by_hand_leaves_nothing_published_below_zero() -> None:
    """Published at 1.00 and set to 500.00 by hand; 90 % off the quote is 450.00, and 1.00 of it."""
    by_hand = a_line(1, TargetPrice(d("500.00")), code="LINE.RENT")
    priced = priced_by(a_policy(off(percent_off(90))), a_line_at("1.00"), by_hand)
    charge = only_charge(priced)
    assert (charge.net_amount, charge.published_amount) == (50_00, 0)
