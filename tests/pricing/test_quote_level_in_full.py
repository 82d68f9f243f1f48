"""Promotions on the whole quote beside a discount by hand: all that is told, and why."""

from __future__ import annotations

from catalog.charge import PriceRegulation
from catalog.local_text import LocalText
from catalog.period import BillingPeriod
from catalog.problem import Place, Problem, Severity
from pricing.context import Used
from pricing.promotion_choice import Rejected
from pricing.promotion_limits import PromotionUse
from pricing.quote_wide import QuoteDiscount
from pricing.rule import When
from tests.builders import a_bundle, a_catalog, a_charge, a_context, an_item, an_offering
from tests.pricing.rule_builders import a_policy, d, percent_off, priced_by
from tests.pricing.test_quote_level import CATALOG, ONCE, A, B, nets, off, yuan

NAME = LocalText("规则Q", "rule Q")


def test_what_a_promotion_takes_and_leaves_is_told_whole() -> None:
    """480.00 of a budget of 600.00 of which 10.00 is used; a limit that is just kept is none."""
    used = a_context(used={"Q": Used(0, 1_000)})
    quote = priced_by(a_policy(off(percent_off(10), budget=60_000)), CATALOG, A, B, context=used)
    assert quote.promotions == (PromotionUse("Q", NAME, 48_000, 48_000, "", None, 11_000),)
    quote = priced_by(a_policy(off(percent_off(10), quote_cap=48_000)), CATALOG, A, B)
    assert quote.promotions == (PromotionUse("Q", NAME, 48_000, 48_000),)
    quote = priced_by(a_policy(off(percent_off(10), quote_cap=47_999)), CATALOG, A, B)
    assert quote.promotions == (PromotionUse("Q", NAME, 48_000, 47_988, "quote_cap", 47_999),)


def test_a_discount_by_hand_that_is_not_used_is_told_with_all_that_is_better() -> None:
    """20.00 and 10 % of 380.00 take 58.00 off; 5 % by hand would have taken 20.00."""
    policy = a_policy(off(yuan("20.00"), "Q1"), off(percent_off(10), "Q2"))
    quote = priced_by(policy, CATALOG, A, B, discount=QuoteDiscount(percent=d(5)))
    assert sum(nets(quote)) == 34_200
    assert quote.problems == (
        Problem(
            "price.quote_discount_not_used",
            Severity.HINT,
            Place(column="discount"),
            {"rules": "Q1, Q2", "more": "3800"},
        ),
    )


def test_beside_a_discount_by_hand_what_a_promotion_lacks_is_still_told() -> None:
    """It asks for a thousand; 10.00 by hand are taken all the same."""
    rule = off(percent_off(10), when=When(least_total=100_000))
    quote = priced_by(a_policy(rule), CATALOG, A, B, discount=QuoteDiscount(amount=1_000))
    assert sum(nets(quote)) == 39_000
    assert quote.rejected == (Rejected("Q", "least_total", "", 100_000, 40_000),)


def test_beside_a_promotion_without_effect_a_refused_discount_is_told() -> None:
    """More than all charges come to, and a promotion that lacks an amount."""
    rule = off(percent_off(10), when=When(least_total=100_000))
    quote = priced_by(a_policy(rule), CATALOG, A, B, discount=QuoteDiscount(amount=40_001))
    assert [problem.code for problem in quote.problems] == ["price.quote_discount_too_large"]
    assert sum(nets(quote)) == 40_000


def test_by_hand_the_losers_among_the_promotions_keep_their_reason() -> None:
    """10 % beat 5 % of its group, and half by hand beats 10 %."""
    rules = (off(percent_off(5), "Q1", group="g"), off(percent_off(10), "Q2", group="g"))
    quote = priced_by(a_policy(*rules), CATALOG, A, B, discount=QuoteDiscount(percent=d(50)))
    assert [(one.rule, one.reason) for one in quote.rejected] == [
        ("Q1", "same_group"),
        ("Q2", "manual"),
    ]


def test_beside_promotions_of_another_period_a_bundle_bears_its_part() -> None:
    """10 % of what is paid once by promotion; 5 % by hand of a bundle at 200.00."""
    rule = off(percent_off(10), period=BillingPeriod.ONCE)
    pack = an_item("PACK", item_id="p")
    quote = priced_by(a_policy(rule), CATALOG, pack, ONCE, discount=QuoteDiscount(percent=d(5)))
    assert nets(quote) == [19_000, 4_500]
    assert quote.problems == ()


def test_a_component_that_falls_below_its_band_is_told_whoever_lets_it() -> None:
    """20 % off where 15 are allowed: by hand instead of 10 % promoted, or by the first of two."""
    line = an_offering(a_charge("N.RENT", "100.00", cost="0", regulation=PriceRegulation.GUIDED))
    bundle = a_bundle("100.00", [("N.RENT", 1)], most_extra_discount=d(50))
    catalog, pack = a_catalog(line, bundles=[bundle]), an_item("PACK")
    by_hand = QuoteDiscount(percent=d(20))
    quotes = (
        priced_by(a_policy(off(percent_off(10))), catalog, pack, discount=by_hand),
        priced_by(a_policy(off(percent_off(20), "Q1"), off(percent_off(1), "Q2")), catalog, pack),
    )
    for quote in quotes:
        assert [(one.code, one.parameters) for one in quote.problems] == [
            ("bundle.filing_number_missing", {"charge": "N.RENT"})
        ]
