"""Vectors V11 to V20: promotions beside each other, beside a manual discount, off the order."""

from __future__ import annotations

from decimal import Decimal

from pricing.alterations.percentage import Percentage
from pricing.promotion_choice import ChoicePolicy, Rejected
from pricing.quote_wide import QuoteDiscount, Target
from pricing.rule import Level, QuoteAmountOff, Scope, UnitPrice
from tests.builders import a_catalog, a_charge, a_line, an_offering, only_charge
from tests.pricing.rule_builders import (
    a_line_at,
    a_policy,
    a_promotion,
    d,
    one_line,
    percent_off,
    priced_by,
    yuan_off,
)

TEN = a_promotion(percent_off(10), "A", group="G")
EIGHTY = a_promotion(yuan_off(80), "B", group="G")
FIVE = a_promotion(percent_off(5), "C")


def test_v11_the_better_pair_is_chosen_and_the_other_is_told() -> None:
    """A and C: 855.00, B and C: 874.00; B stands in A's group."""
    charge = one_line(TEN, EIGHTY, FIVE, price="1000.00")
    assert charge.net_amount == 85_500
    assert charge.rejected == (Rejected("B", "same_group", "A"),)
    dear = one_line(TEN, EIGHTY, FIVE, price="1000.00", choice=ChoicePolicy.BEST_FOR_MARGIN)
    assert dear.net_amount == 87_400


def test_v12_the_order_of_percentage_and_amount_is_fixed_by_priority() -> None:
    """10 % then 100 off: 800.00; 100 off then 10 %: 810.00; each step is shown."""
    percent_first = one_line(
        a_promotion(percent_off(10), "A", priority=2),
        a_promotion(yuan_off(100), "B", priority=1),
        price="1000.00",
    )
    amount_first = one_line(
        a_promotion(percent_off(10), "A", priority=1),
        a_promotion(yuan_off(100), "B", priority=2),
        price="1000.00",
    )
    assert [step.result for step in percent_first.steps] == [100_000, 90_000, 80_000]
    assert [step.result for step in amount_first.steps] == [100_000, 90_000, 81_000]


def test_v13_both_discounts_are_taken() -> None:
    """10 % and 100 off 1,000: 200 in all."""
    charge = one_line(
        a_promotion(percent_off(10), "A"), a_promotion(yuan_off(100), "B"), price="1000.00"
    )
    assert charge.list_amount - charge.net_amount == 20_000


def test_v14_an_order_discount_is_taken_off_what_a_promotion_left() -> None:
    """40 % off, then 70 % off the order: 18 % of the price is paid, never nothing."""
    quote = priced_by(
        a_policy(a_promotion(percent_off(40))),
        a_line_at("100.00"),
        a_line(),
        discount=QuoteDiscount(percent=d(70)),
    )
    assert only_charge(quote).net_amount == 1_800


def test_v14_holds_for_a_promotion_on_the_quote() -> None:
    """The same with both by rule: 18 %."""
    whole = a_promotion(percent_off(70), "Q", level=Level.QUOTE)
    quote = priced_by(a_policy(a_promotion(percent_off(40)), whole), a_line_at("100.00"), a_line())
    assert [step.result for step in only_charge(quote).steps] == [10_000, 6_000, 1_800]


def test_v15_a_manual_discount_replaces_a_promotion() -> None:
    """Half off 50.00 is 25.00, whatever the promotion of 20 %."""
    charge = one_line(
        a_promotion(percent_off(20)), price="50.00", alteration=Percentage(Decimal(50))
    )
    assert charge.net_amount == 2_500
    assert charge.rejected == (Rejected("P", "manual", "manual"),)


def test_v16_a_discount_on_the_order_reaches_every_charge() -> None:
    """80.00, 30.00 and 12.00 less 10 %: 122 - 11 - 1.20 = 109.80."""
    catalog = a_catalog(
        *(
            an_offering(a_charge(f"{code}.FEE", price, cost="0"))
            for code, price in (("A", "80.00"), ("B", "30.00"), ("C", "12.00"))
        )
    )
    items = [a_line(code=f"{code}.FEE", item_id=code) for code in "ABC"]
    quote = priced_by(a_policy(), catalog, *items, discount=QuoteDiscount(percent=d(10)))
    assert [item.monthly.net_amount for item in quote.items] == [7_200, 2_700, 1_080]
    assert quote.totals.monthly.net_amount == 10_980


def test_v16_holds_for_promotions_on_the_charges_and_on_the_quote() -> None:
    """100.00 less 20 %, 30.00, 20.00 less 40 %; then 10 % of 130.00 by a rule or by hand."""
    catalog = a_catalog(
        *(
            an_offering(a_charge(f"{code}.FEE", price, cost="0"))
            for code, price in (("A", "100.00"), ("B", "30.00"), ("C", "20.00"))
        )
    )
    items = [a_line(code=f"{code}.FEE", item_id=code) for code in "ABC"]
    rules = (
        a_promotion(percent_off(20), "A", scope=Scope(offerings=("A",))),
        a_promotion(percent_off(40), "C", scope=Scope(offerings=("C",))),
    )
    ten = a_promotion(percent_off(10), "Q", level=Level.QUOTE)
    by_rule = priced_by(a_policy(*rules, ten), catalog, *items)
    by_hand = priced_by(a_policy(*rules), catalog, *items, discount=QuoteDiscount(percent=d(10)))
    for quote in (by_rule, by_hand):
        assert [item.monthly.net_amount for item in quote.items] == [7_200, 2_700, 1_080]


def test_v17_a_line_discount_comes_before_the_total_discount() -> None:
    """10.00 less 10 % is 9.00, less 5 % is 8.55."""
    line = a_line(1, Percentage(Decimal(10)))
    quote = priced_by(a_policy(), a_line_at("10.00"), line, discount=QuoteDiscount(percent=d(5)))
    assert [step.result for step in only_charge(quote).steps] == [1_000, 900, 855]


def test_v18_nothing_of_an_order_discount_is_lost_on_a_free_item() -> None:
    """25 is free already; 30 off 50 and 75: 12.00 and 18.00."""
    catalog = a_catalog(
        *(
            an_offering(a_charge(f"{code}.FEE", price, cost="0"))
            for code, price in (("A", "25.00"), ("B", "50.00"), ("C", "75.00"))
        )
    )
    items = [
        a_line(1, Percentage(Decimal(100)), code="A.FEE", item_id="A"),
        a_line(code="B.FEE", item_id="B"),
        a_line(code="C.FEE", item_id="C"),
    ]
    discount = QuoteDiscount(Target.MONTHLY, amount=3_000)
    quote = priced_by(a_policy(), catalog, *items, discount=discount)
    assert [item.monthly.net_amount for item in quote.items] == [0, 3_800, 5_700]


def test_v18_holds_for_promotions_on_the_charges_and_on_the_quote() -> None:
    """25 is free by a promotion; 30 off the quote are 12.00 and 18.00 off 50 and 75."""
    catalog = a_catalog(
        *(
            an_offering(a_charge(f"{code}.FEE", price, cost="0"))
            for code, price in (("A", "25.00"), ("B", "50.00"), ("C", "75.00"))
        )
    )
    items = [a_line(code=f"{code}.FEE", item_id=code) for code in "ABC"]
    policy = a_policy(
        a_promotion(percent_off(100), "A", scope=Scope(offerings=("A",))),
        a_promotion(QuoteAmountOff(d(30)), "Q", level=Level.QUOTE),
    )
    quote = priced_by(policy, catalog, *items)
    assert [item.monthly.net_amount for item in quote.items] == [0, 3_800, 5_700]


def test_v19_two_discounts_never_make_a_price_negative() -> None:
    """100 % and 15 % of the list price: 0."""
    charge = one_line(
        a_promotion(percent_off(100), "A"), a_promotion(percent_off(15), "B", priority=-1)
    )
    assert charge.net_amount == 0


def test_v20_a_final_price_keeps_the_general_discount_out() -> None:
    """The specific price has priority 20 and stands alone; 5 % for everybody is not taken."""
    charge = one_line(
        a_promotion(UnitPrice(d(97)), "A", priority=20, exclusive=True),
        a_promotion(percent_off(5), "B", priority=1),
        choice=ChoicePolicy.PRIORITY,
    )
    assert charge.net_amount == 9_700
    assert charge.rejected == (Rejected("B", "exclusive", "A"),)
