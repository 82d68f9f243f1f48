"""Promotions on charges with a limit over the quote: shared out, never exceeded."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from catalog.local_text import LocalText
from catalog.period import BillingPeriod
from pricing.alterations.percentage import Percentage
from pricing.context import Used
from pricing.promotion_limits import PromotionUse
from pricing.replaying import faults
from pricing.rule import Base, ContractPrice, PercentOfOthers, Scope
from tests.builders import a_catalog, a_charge, a_context, a_line, an_item, an_offering
from tests.pricing.rule_builders import (
    a_policy,
    a_promotion,
    a_rule,
    d,
    percent_off,
    priced_by,
    volume,
)

if TYPE_CHECKING:
    from pricing.item import QuoteItem
    from pricing.priced import PricedQuote
    from pricing.rule import PriceRule

CATALOG = a_catalog(
    an_offering(
        a_charge("A.FEE", "100.00", cost="0"),
        a_charge("A.ONCE", "100.00", period=BillingPeriod.ONCE, cost="0"),
        a_charge("A.CALL", "1.00", period=BillingPeriod.PER_USE, cost="0"),
    ),
    an_offering(a_charge("B.FEE", "300.00", cost="0")),
    an_offering(a_charge("CARE.FEE", "0.00", cost="0")),
)
A, B = a_line(code="A.FEE", item_id="a"), a_line(code="B.FEE", item_id="b")
ONCE = a_line(code="A.ONCE", item_id="o")
CALL = a_line(code="A.CALL", item_id="c")


def price(
    *items: QuoteItem,
    rules: tuple[PriceRule, ...] = (),
    **fields: Any,  # noqa: ANN401 (the promotion's own fields)
) -> PricedQuote:
    """A quote with 10 % off everything within limits."""
    rule = a_promotion(percent_off(10), **fields)
    context = a_context(used={"P": Used(100, 1_000)})
    quote = priced_by(a_policy(rule, *rules), CATALOG, *items, context=context)
    assert faults(quote) == ()
    return quote


def nets(quote: PricedQuote) -> list[int]:
    """Net fen of every charge."""
    return [charge.net_amount for item in quote.items for charge in item.charges]


def test_a_limit_that_is_not_reached_changes_nothing() -> None:
    """40.00 a month for 12 months are 480.00; it is told how much is used."""
    quote = price(A, B, quote_cap=48_000)
    assert nets(quote) == [9_000, 27_000]
    (use,) = quote.promotions
    assert (use.rule, use.wanted, use.taken, use.limit, use.left) == ("P", 48_000, 48_000, "", None)


@pytest.mark.parametrize(
    ("limits", "limit"),
    [
        ({"quote_cap": 24_000}, "quote_cap"),
        ({"customer_cap": 24_100}, "customer_cap"),
        ({"budget": 25_000}, "budget"),
        ({"quote_cap": 24_000, "budget": 26_000}, "quote_cap"),
    ],
)
def test_what_is_left_is_shared_out(limits: dict[str, Any], limit: str) -> None:
    """240.00 instead of 480.00: half for each charge, whatever the order of the items."""
    for items, expected in (((A, B), [9_500, 28_500]), ((B, A), [28_500, 9_500])):
        quote = price(*items, **limits)
        assert nets(quote) == expected
        (use,) = quote.promotions
        assert (use.wanted, use.taken, use.limit, use.left) == (48_000, 24_000, limit, 24_000)


def test_one_time_charges_count_once_and_usage_not_at_all() -> None:
    """120.00 in months and 10.00 once; 13.00 left are 12.00 (1.00 a month) and 1.00."""
    quote = price(A, ONCE, CALL, quote_cap=1_300)
    assert nets(quote) == [9_900, 9_900, 90]


def test_nothing_left_gives_nothing() -> None:
    """More may have been used than there is."""
    quote = price(A, budget=900)
    assert nets(quote) == [10_000]
    (use,) = quote.promotions
    assert (use.taken, use.limit, use.left) == (0, "budget", 0)


def test_options_count_because_they_may_be_chosen() -> None:
    """Half of the limit is kept for the option."""
    option = a_line(code="A.FEE", item_id="x", optional=True)
    assert nets(price(A, option, quote_cap=12_000)) == [9_500, 9_500]


def test_another_promotion_may_be_the_better_one_under_a_limit() -> None:
    """10 % is 30.00 and beats 5 % until 10.00 a month are left of it."""
    five = a_promotion(percent_off(5), "F", group="g")
    assert nets(price(B, rules=(five,), group="g", quote_cap=12_000)) == [28_500]
    assert nets(price(B, rules=(five,), group="g", quote_cap=24_000)) == [28_000]


def test_a_discount_by_hand_uses_nothing_of_a_limit() -> None:
    """It replaces the promotion on its charge; all is left for the other."""
    line = a_line(1, Percentage(d(50)), code="B.FEE", item_id="b")
    quote = price(A, line, quote_cap=12_000)
    assert nets(quote) == [9_000, 15_000]


def test_a_charge_quoted_twice_in_an_item_shares_its_share() -> None:
    """Two of 100.00 in one item: 12.00 a month are 6.00 each."""
    (charge,) = A.charges
    quote = price(an_item("A", 1, charge, charge), quote_cap=14_400)
    assert nets(quote) == [9_400, 9_400]


def test_charges_that_depend_on_others_follow() -> None:
    """8 % of what is left of 300.00 after the limit, within the limit themselves."""
    care = a_rule(
        PercentOfOthers(d(8), Scope(offerings=("B",))), "C", scope=Scope(offerings=("CARE",))
    )
    service = a_line(code="CARE.FEE", item_id="s")
    quote = price(B, service, rules=(care,), quote_cap=12_960)
    wanted = 3_000 + 216
    assert quote.promotions[0].wanted == wanted * 12
    # 120.90 and 8.70 of 129.60, 10.07 and 0.72 a month; 8 % of 289.93 is 23.19
    assert nets(quote) == [28_993, 2_319 - 72]
    assert quote.promotions[0].taken == (1_007 + 72) * 12


def test_what_a_promotion_takes_and_leaves_is_told_whole() -> None:
    """480.00 of a budget of 600.00 of which 10.00 is used: 110.00 remain."""
    name = LocalText("规则P", "rule P")
    assert price(A, B, budget=60_000).promotions == (
        PromotionUse("P", name, 48_000, 48_000, "", None, 11_000),
    )
    assert price(A, B, budget=25_000).promotions == (
        PromotionUse("P", name, 48_000, 24_000, "budget", 24_000, 0),
    )


def test_what_other_promotions_take_uses_nothing_of_a_limit() -> None:
    """5 % first, then 10 % of 95.00: 9.50 a month are 114.00."""
    (use,) = price(A, rules=(a_promotion(percent_off(5), "F"),), quote_cap=100_000).promotions
    assert (use.wanted, use.taken) == (11_400, 11_400)


def test_units_that_count_together_still_do_under_a_limit() -> None:
    """20 and 6 of 100.00 less 20 % are 1,600.00 and 480.00; half of the 10 % is left of each."""
    tier = a_rule(volume(pooled=True), "V", scope=Scope(charges=("A.FEE",)))
    items = (a_line(20, code="A.FEE", item_id="a"), a_line(6, code="A.FEE", item_id="b"))
    assert nets(price(*items, rules=(tier,), quote_cap=124_800)) == [152_000, 45_600]


def test_a_charge_that_becomes_dearer_uses_nothing_of_a_limit() -> None:
    """10 % of a credit of 50.00, agreed at 20.00 to pay, adds 5.00; all that is left goes to A."""
    catalog = a_catalog(
        an_offering(
            a_charge("A.FEE", "100.00", cost="0"),
            a_charge("A.CREDIT", "-50.00", cost="0"),
        )
    )
    agreed = a_rule(ContractPrice(d("20.00")), "C", scope=Scope(charges=("A.CREDIT",)))
    rules = agreed, a_promotion(percent_off(10), quote_cap=6_000, base=Base.LIST)
    quote = priced_by(a_policy(*rules), catalog, A, a_line(code="A.CREDIT", item_id="s"))
    assert nets(quote) == [9_500, 2_500]
    (use,) = quote.promotions
    assert (use.wanted, use.taken, use.left) == (12_000, 6_000, 6_000)


def test_a_rule_without_limits_is_not_told() -> None:
    """As before there were limits."""
    assert price(A).promotions == ()


def test_a_single_fen_counts() -> None:
    """A hundredth of a percent of 100.00, once; of a limit of nothing it is not taken."""
    for cap, taken in ((100, 1), (0, 0)):
        rule = a_promotion(percent_off("0.01"), quote_cap=cap)
        (use,) = priced_by(a_policy(rule), CATALOG, ONCE).promotions
        assert (use.wanted, use.taken) == (1, taken)
