"""One charge under rules: what they see of it, what its band is measured from, what is told."""

from __future__ import annotations

import pytest

from catalog.bundle import OverageRate
from catalog.charge import PriceRegulation
from catalog.component_kind import ComponentKind
from catalog.period import BillingPeriod
from catalog.price_list import PriceRecord
from catalog.problem import Place, Problem, Severity
from catalog.product_catalog import ProductCatalog
from pricing.adjustment import Adjustment, AttributeAdjustment
from pricing.alterations.percentage import Percentage
from pricing.charge_pricing import price_charge
from pricing.item import ItemCharge, QuoteItem
from pricing.market import Market
from pricing.promotion_choice import ChoicePolicy, Rejected
from pricing.rule import ContractPrice
from pricing.rulebook import Rulebook
from pricing.tiers import Tier
from pricing.usage_rating import UsageRates
from tests.builders import (
    a_bundle,
    a_catalog,
    a_charge,
    a_content,
    a_context,
    a_line,
    a_part,
    an_item,
    an_offering,
    only_charge,
    priced,
)
from tests.pricing.random_quotes import replaced
from tests.pricing.rule_builders import (
    a_line_at,
    a_policy,
    a_promotion,
    a_rule,
    d,
    one_line,
    percent_off,
    priced_by,
    volume,
)

GUIDED = PriceRegulation.GUIDED
WHERE = Place(subject="i1", column="LINE.RENT")
CALLS = "LINE.CALLS"
USAGE = a_catalog(
    an_offering(
        a_charge(),
        a_charge(CALLS, "0.20", period=BillingPeriod.PER_USE, cost="0", regulation=GUIDED),
    ),
    bundles=[
        a_bundle(
            components=(a_part("LINE.RENT", 4), a_part(CALLS, 300, ComponentKind.ALLOWANCE)),
            overage=(OverageRate(CALLS, d("0.10")),),
        )
    ],
)


def calls(percent: str | int) -> QuoteItem:
    """A thousand units at 0.20 are 200.00, less so many percent by hand."""
    return an_item("LINE", 1, ItemCharge(CALLS, 1_000, Percentage(d(percent))))


def test_a_charge_that_is_known_without_a_price_is_told_as_such() -> None:
    """Its one record is in dollars; a charge that nobody knows is another finding."""
    record = PriceRecord("usd", "LINE.RENT", d("4.00"), currency="USD")
    catalog = ProductCatalog(replaced(a_content(), price_records=(record,)))
    assert priced(catalog, a_line()).problems == (
        Problem("price.no_list_price", where=WHERE, parameters={"charge": "LINE.RENT"}),
    )


def test_what_is_odd_about_a_list_price_is_told_before_what_is_wrong_with_the_charge() -> None:
    """Two records that only their names tell apart, and more than all of it by hand."""
    records = tuple(PriceRecord(name, "LINE.RENT", d("25.00")) for name in ("a", "b"))
    catalog = ProductCatalog(replaced(a_content(), price_records=records))
    tied = Problem("price.tied_records", Severity.WARNING, WHERE, {"record": "a", "others": "b"})
    assert priced(catalog, a_line(1, Percentage(d(101)))).problems == (
        tied,
        Problem("price.alteration_out_of_range", where=WHERE),
    )
    offering = an_offering(a_charge(regulation=GUIDED))
    guided = ProductCatalog(replaced(a_content(offering), price_records=records))
    assert priced(guided, a_line(1, Percentage(d(16)))).problems == (
        tied,
        Problem("price.below_band", Severity.ERROR, WHERE, {"band": "15"}),
    )


@pytest.mark.parametrize(("percent", "told"), [("15", False), ("15.01", True)])
def test_the_band_of_usage_is_measured_from_what_a_plan_makes_of_it(
    percent: str, *, told: bool
) -> None:
    """0.10 instead of 0.20 is 100.00, which is half of the list amount and in no band of it."""
    plan = a_rule(UsageRates(d("0.10")), "u")
    quote = priced_by(a_policy(plan), USAGE, calls(percent))
    assert [problem.code for problem in quote.problems] == ["price.below_band"] * told


def test_the_band_of_usage_is_measured_from_the_last_part_of_its_plan() -> None:
    """100 of 1,000 units are included, the rest at 0.10 is 90.00; 15 % less is 76.50."""
    plan = a_rule(UsageRates(d("0.10"), 100), "u")
    quote = priced_by(a_policy(plan), USAGE, calls(15))
    assert (quote.problems, only_charge(quote).net_amount) == ((), 7_650)


def test_without_a_plan_the_band_of_usage_is_measured_from_the_list_price() -> None:
    """A fifth off for any quantity is below it, published as it is."""
    quote = priced_by(a_policy(a_rule(volume(Tier(1, percent=d(20))))), USAGE, calls(0))
    assert [problem.code for problem in quote.problems] == ["price.below_band"]


def test_the_band_of_a_monthly_charge_is_measured_from_the_list_price() -> None:
    """An agreed price of 20.00 is a fifth below 25.00."""
    catalog = a_catalog(an_offering(a_charge(regulation=GUIDED)))
    agreed = a_rule(ContractPrice(d("20.00")), "c")
    quote = priced_by(a_policy(agreed), catalog, a_line())
    assert [problem.code for problem in quote.problems] == ["price.below_band"]


def test_usage_beside_a_bundle_costs_what_the_bundle_asks() -> None:
    """300 of 1,000 units are included, 700 at 0.10; a line beside it keeps its price."""
    charges = (ItemCharge("LINE.RENT", 1), ItemCharge(CALLS, 1_000))
    pack, item = an_item("PACK", item_id="p"), an_item("LINE", 1, *charges)
    rent, usage = priced(USAGE, pack, item).items[1].charges
    assert (rent.net_amount, [step.code for step in rent.steps]) == (2_500, ["step.list"])
    assert (usage.net_amount, [step.code for step in usage.steps]) == (
        7_000,
        ["step.list", "step.bundle_allowance", "step.overage"],
    )


def test_rules_see_what_was_chosen_and_what_counts_together() -> None:
    """20.00 more for gold; 20 and 6 units make a tier of 26, whose 20 % apply to each."""
    gold = a_rule(AttributeAdjustment("sla", {"gold": Adjustment(None, d(20))}), "g")
    charges, catalog = (ItemCharge("LINE.RENT", 1),), a_catalog()
    item = QuoteItem("i1", "LINE", 1, charges, characteristics={"sla": "gold"})
    assert only_charge(priced_by(a_policy(gold), catalog, item)).net_amount == 4_500
    pooled = a_policy(a_rule(volume(pooled=True)))
    quote = priced_by(pooled, catalog, a_line(20), a_line(6, item_id="i2"))
    assert [item.monthly.net_amount for item in quote.items] == [40_000, 12_000]


def test_promotions_see_what_counts_together() -> None:
    """As a promotion the tier of 26 takes 20 % off both."""
    pooled = a_policy(a_promotion(volume(pooled=True)))
    quote = priced_by(pooled, a_catalog(), a_line(20), a_line(6, item_id="i2"))
    assert [item.monthly.net_amount for item in quote.items] == [40_000, 12_000]


@pytest.mark.parametrize(
    ("choice", "net"),
    [
        (ChoicePolicy.BEST_FOR_CUSTOMER, 8_000),
        (ChoicePolicy.BEST_FOR_MARGIN, 9_000),
        (ChoicePolicy.PRIORITY, 9_000),
    ],
)
def test_the_policy_chooses_among_promotions(choice: ChoicePolicy, net: int) -> None:
    """20 % or 10 %, of which the latter has priority."""
    rules = (
        a_promotion(percent_off(20), "A", group="g"),
        a_promotion(percent_off(10), "B", group="g", priority=1),
    )
    assert one_line(*rules, choice=choice).net_amount == net


def test_by_hand_all_that_lost_is_told_and_why() -> None:
    """20 % beat 10 % of its group, and half by hand beats 20 %."""
    rules = (
        a_promotion(percent_off(20), "A", group="g"),
        a_promotion(percent_off(10), "B", group="g"),
    )
    charge = one_line(*rules, alteration=Percentage(d(50)))
    assert charge.net_amount == 5_000
    assert [(one.rule, one.reason) for one in charge.rejected] == [
        ("B", "same_group"),
        ("A", "manual"),
    ]
    assert charge.rejected[1] == Rejected("A", "manual", "manual")


def test_limits_that_were_shared_out_hold_for_their_charge() -> None:
    """10 % of 25.00, of which 1.00 is left."""
    policy, context = a_policy(a_promotion(percent_off(10), quote_cap=9_999)), a_context()
    market = Market(a_catalog(), context, rulebook=Rulebook(policy.rules, context))
    quoted = ItemCharge("LINE.RENT", 1)
    for limits, net in ((None, 2_250), ({"P": 100}, 2_400)):
        charge, problems = price_charge(market, policy, "i1", quoted, None, limits)
        assert charge is not None
        assert (charge.net_amount, problems) == (net, ())


def test_a_published_discount_on_a_price_that_was_raised_is_nothing_below_zero() -> None:
    """Raised by 300 % unpublished, then half of 100.00 off: more than the list price was."""
    dearer = a_rule(AttributeAdjustment("sla", {"gold": Adjustment(d(300))}), "g", published=False)
    half = a_promotion(percent_off(50))
    item = QuoteItem(
        "i1", "LINE", 1, (ItemCharge("LINE.RENT", 1),), characteristics={"sla": "gold"}
    )
    charge = only_charge(priced_by(a_policy(dearer, half), a_catalog(), item))
    assert (charge.list_amount, charge.net_amount, charge.published_amount) == (2_500, 5_000, 0)


def test_what_cost_nothing_and_was_raised_is_published_at_nothing() -> None:
    """20.00 unpublished on 0.00, then half of it off: not 10.00 below nothing."""
    gold = AttributeAdjustment("sla", {"gold": Adjustment(None, d(20))})
    policy = a_policy(a_rule(gold, "g", published=False), a_promotion(percent_off(50)))
    charges = (ItemCharge("LINE.RENT", 1),)
    item = QuoteItem("i1", "LINE", 1, charges, characteristics={"sla": "gold"})
    charge = only_charge(priced_by(policy, a_line_at("0.00"), item))
    assert (charge.list_amount, charge.net_amount, charge.published_amount) == (0, 1_000, 0)


def test_each_part_of_a_plan_bears_the_name_of_its_rule_and_its_units() -> None:
    """100 of 1,000 included, 900 rated."""
    plan = a_rule(UsageRates(d("0.10"), 100), "u")
    charge = only_charge(priced_by(a_policy(plan), USAGE, calls(0)))
    name = {"name_zh": "规则u", "name_en": "rule u"}
    assert [(step.code, step.source, step.parameters) for step in charge.steps[1:]] == [
        ("step.usage_allowance", "u", {**name, "units": "100"}),
        ("step.usage_rate", "u", {**name, "units": "900"}),
    ]
