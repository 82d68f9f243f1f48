"""Prices that rules bring below cost, below the floor margin, or below a guided band."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from catalog.bundle import BundleOption
from catalog.charge import PriceRegulation
from catalog.period import BillingPeriod
from catalog.problem import Severity
from pricing.lint.floors import floor_findings, without_rules
from pricing.promotion_choice import ChoicePolicy
from pricing.rule import (
    LineAmountOff,
    PercentOff,
    QuantityTiers,
    Scope,
    TermDiscount,
    UnitAmountOff,
    UnitPrice,
)
from pricing.tiers import Tier
from pricing.usage_rating import UsageRates
from tests.builders import (
    a_bundle,
    a_catalog,
    a_charge,
    a_line,
    an_item,
    an_offering,
    codes_of,
    only_charge,
    priced,
)
from tests.pricing.lint.rules import a_policy, a_promotion, a_rule, codes, found_by

if TYPE_CHECKING:
    from pricing.lint.finding import LintFinding
    from pricing.rule import PriceRule

CATALOG = a_catalog(an_offering(a_charge(price="109.00", cost="80.00")))
"""100.00 without VAT; below cost from 20.00 off that on, which is 20 %."""
TEN, TWENTY = PercentOff(Decimal(10)), PercentOff(Decimal(20))


def found(*rules: PriceRule, margin: str | None = None) -> list[LintFinding]:
    """Findings over the line at 109.00."""
    floor = None if margin is None else Decimal(margin)
    return found_by(floor_findings, CATALOG, a_policy(*rules, floor_margin=floor))


def test_one_promotion_that_falls_below_cost() -> None:
    """21 % off 109.00 is 86.11, which is 79.00 without VAT and costs 80.00."""
    (one,) = found(a_promotion("p", PercentOff(Decimal(21))))
    assert codes([one]) == ["below_cost"]
    facts = one.problem.parameters
    assert (facts["amount"], facts["ex_tax"], facts["cost"]) == ("86.11", "79.00", "80.00")
    assert facts["rules"] == "p"
    assert one.examples[0].priced.totals.monthly.net_ex_tax == 7_900


def test_a_promotion_down_to_cost_is_let_be() -> None:
    """20 % off leaves 80.00, exactly the cost."""
    assert found(a_promotion("p", TWENTY)) == []


def test_two_promotions_that_only_together_fall_below_cost() -> None:
    """10 % and 20 % are 28 %: 78.48, or 72.00 without VAT; neither alone is below 80.00."""
    (one,) = found(a_promotion("a", TEN), a_promotion("b", TWENTY))
    assert one.problem.parameters["rules"] == "a, b"
    assert one.problem.parameters["ex_tax"] == "72.00"


def test_promotions_that_never_meet_are_let_be() -> None:
    """One of a group; or for different customers."""
    assert found(*(a_promotion(n, k, group="g") for n, k in (("a", TEN), ("b", TWENTY)))) == []
    assert found(a_promotion("a", TEN, customers=("x",)), a_promotion("b", TWENTY)) != []
    assert (
        found(a_promotion("a", TEN, customers=("x",)), a_promotion("b", TWENTY, customers=("y",)))
        == []
    )


def test_a_tier_a_term_and_a_promotion_are_looked_at_together() -> None:
    """10 % from 50 units on, 10 % for 36 months, 10 % off: 50 x 100.00 x 0.729."""
    rules = (
        a_rule("v", QuantityTiers((Tier(1, Decimal(0)), Tier(50, Decimal(10))))),
        a_rule("t", TermDiscount(((24, Decimal(5)), (36, Decimal(10))))),
        a_promotion("p", TEN),
    )
    (one,) = found(*rules)
    facts = one.problem.parameters
    assert (facts["rules"], facts["term"], facts["ex_tax"]) == ("v, t, p", "36", "3645.00")
    assert facts["quantity"] == "50"


def test_an_amount_off_the_line_weighs_most_on_the_smallest_quantity() -> None:
    """30.00 off one line at 109.00 is 79.00; off a hundred lines it is nothing."""
    (one,) = found(a_promotion("p", LineAmountOff(Decimal(30))))
    assert one.problem.parameters["quantity"] == "1"


def test_a_code_and_a_segment_are_entered_to_find_the_lowest_price() -> None:
    """Both promotions ask for something, and both can be had."""
    rules = (
        a_promotion("a", TEN, codes=("XMAS",)),
        a_promotion("b", TWENTY, segments=("SMB",), least_term=24),
    )
    (one,) = found(*rules)
    assert one.examples[0].context.codes == ("XMAS",)
    assert one.examples[0].context.segments == ("SMB",)


def test_margins_below_the_floor_of_the_policy() -> None:
    """10 % off leaves 90.00 for a cost of 80.00: 11.11 %, below 15 %."""
    (one,) = found(a_promotion("p", TEN), margin="15")
    assert codes([one]) == ["below_floor"]
    assert one.problem.parameters["margin"] == "11.11"
    assert found(a_promotion("p", TEN), margin="11") == []


def test_a_guided_price_below_its_band_is_an_error() -> None:
    """20 % off where 15 % are allowed; the engine says so of the example as well."""
    catalog = a_catalog(an_offering(a_charge(cost="1.00", regulation=PriceRegulation.GUIDED)))
    (one,) = found_by(floor_findings, catalog, a_policy(a_promotion("p", TWENTY)))
    assert codes([one]) == ["below_band"]
    assert one.problem.severity is Severity.ERROR
    assert "price.below_band" in codes_of(one.examples[0].priced)
    fifteen = a_policy(a_promotion("p", PercentOff(Decimal(15))))
    assert found_by(floor_findings, catalog, fifteen) == []


def test_a_list_price_below_cost_is_not_the_fault_of_a_rule() -> None:
    """Nor is a subsidy."""
    for price, cost in (("10.00", "80.00"), ("-40.00", "0")):
        catalog = a_catalog(an_offering(a_charge(price=price, cost=cost)))
        assert found_by(floor_findings, catalog, a_policy(a_promotion("p", TEN))) == []


def test_one_time_charges_have_a_cost_and_no_floor_margin() -> None:
    """As where a discount on the whole quote is spread."""
    charge = a_charge("LINE.INST", "109.00", cost="80.00", period=BillingPeriod.ONCE)
    catalog = a_catalog(an_offering(charge))
    scope = Scope(offerings=("LINE",))
    low = a_policy(a_promotion("p", TEN, scope), floor_margin=Decimal(50))
    assert found_by(floor_findings, catalog, low) == []
    dear = a_policy(a_promotion("p", PercentOff(Decimal(30)), scope))
    assert codes(found_by(floor_findings, catalog, dear)) == ["below_cost"]


def test_a_promotion_on_top_of_a_bundles_option_price() -> None:
    """The bundle publishes 95.00, 10 % off is 85.50 or 78.44 without VAT; 109.00 alone is safe."""
    option = BundleOption("LINE.RENT", Decimal("95.00"))
    catalog = a_catalog(
        an_offering(a_charge(price="109.00", cost="80.00")),
        an_offering(a_charge("NET.RENT")),
        bundles=[a_bundle("20.00", [("NET.RENT", 1)], options=(option,))],
    )
    (one,) = found_by(floor_findings, catalog, a_policy(a_promotion("p", TEN)))
    assert one.problem.parameters["ex_tax"] == "78.44"
    assert [item.offering for item in one.examples[0].items] == ["LINE", "PACK"]


def test_without_rules_a_charge_comes_to_list_or_option_price() -> None:
    """25.00, or 20.00 beside the bundle."""
    option = BundleOption("LINE.RENT", Decimal("20.00"))
    catalog = a_catalog(bundles=[a_bundle(options=(option,))])
    assert without_rules(only_charge(priced(catalog, a_line()))) == 2_500
    quote = priced(catalog, a_line(), an_item("PACK", item_id="i2"))
    assert without_rules(quote.items[0].charges[0]) == 2_000


def test_many_charges_of_one_rule_are_one_finding() -> None:
    """On the charge that falls lowest, with the number of the others."""
    catalog = a_catalog(
        an_offering(a_charge(price="109.00", cost="80.00"), a_charge("LINE.B", "109.00", cost="90"))
    )
    rule = a_promotion("p", PercentOff(Decimal(30)), Scope(offerings=("LINE",)))
    (one,) = found_by(floor_findings, catalog, a_policy(rule))
    assert (one.problem.parameters["charge"], one.problem.parameters["charges"]) == ("LINE.B", "2")


@pytest.mark.parametrize("choice", [ChoicePolicy.BEST_FOR_MARGIN, ChoicePolicy.PRIORITY])
def test_promotions_that_lose_when_together_are_tried_alone(choice: ChoicePolicy) -> None:
    """For margin 10 % beats 30 %; but the code for 10 % need not be entered."""
    rules = (
        a_promotion("a", TEN, group="g", codes=("A",), priority=1),
        a_promotion("b", PercentOff(Decimal(30)), group="g", codes=("B",)),
    )
    (one,) = found_by(floor_findings, CATALOG, a_policy(*rules, choice=choice))
    assert one.problem.parameters["rules"] == "b"
    assert one.examples[0].context.codes == ("B",)


def test_more_rules_than_are_paired_are_each_tried() -> None:
    """Thirteen customers with a promotion of their own, and 21 % for the last one."""
    rules = [
        a_promotion(f"p{n:02d}", UnitAmountOff(Decimal(1)), customers=(f"c{n}",)) for n in range(12)
    ]
    low = a_promotion("q", UnitPrice(Decimal("86.11")), customers=("last",))
    (one,) = found(*rules, low)
    assert one.examples[0].context.customer == "last"


def calls(plan: UsageRates, *rules: PriceRule, price: str = "0.109") -> list[LintFinding]:
    """Findings over minutes at 0.109, which is 0.10 without VAT, for a cost of 0.05."""
    use = a_charge("LINE.USE", price, period=BillingPeriod.PER_USE, cost="0.05")
    scope = Scope(charges=("LINE.USE",))
    policy = a_policy(a_rule("u", plan, scope), *rules)
    return found_by(floor_findings, a_catalog(an_offering(use)), policy)


def test_a_cap_sells_usage_below_cost_from_some_quantity_on() -> None:
    """10.90 at most are 10.00 without VAT, which 200 minutes cost; 201 cost 10.05."""
    (one,) = calls(UsageRates(cap=Decimal("10.90")))
    facts = one.problem.parameters
    assert (facts["rules"], facts["quantity"]) == ("u", "201")
    assert (facts["ex_tax"], facts["cost"]) == ("10.00", "10.05")
    assert one.examples[0].priced.totals.usage.net_ex_tax == 1_000


def test_included_usage_is_below_cost_where_the_fixed_part_does_not_cover_it() -> None:
    """100 minutes for 4.36 a month (4.00 without VAT): 81 cost 4.05; 5.45 cover all 100."""
    (one,) = calls(UsageRates(None, 100, fixed=Decimal("4.36")))
    assert one.problem.parameters["quantity"] == "81"
    assert calls(UsageRates(None, 100, fixed=Decimal("5.45"))) == []


def test_a_rate_below_cost_is_told_even_without_a_list_price() -> None:
    """0.03 a minute for a cost of 0.05; a list price of nothing leaves the price to the plan."""
    for price in ("0.109", "0"):
        (one,) = calls(UsageRates(Decimal("0.03")), price=price)
        assert codes([one]) == ["below_cost"]


def test_a_promotion_on_rated_usage_is_looked_at_with_the_plan() -> None:
    """0.07 is above cost, half of it is not."""
    half = a_promotion("p", PercentOff(Decimal(50)), Scope(charges=("LINE.USE",)))
    assert calls(UsageRates(Decimal("0.07"))) == []
    (one,) = calls(UsageRates(Decimal("0.07")), half)
    assert one.problem.parameters["rules"] == "u, p"
