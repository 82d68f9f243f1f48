"""Prices by what was chosen of an item: speed, class of service, class of site."""

from __future__ import annotations

import pytest

from pricing.adjustment import Adjustment, AttributeAdjustment
from pricing.alterations.percentage import Percentage
from pricing.item import ItemCharge, QuoteItem
from pricing.replaying import faults
from pricing.rule import Base, ContractPrice, PriceRule, QuantityTiers
from pricing.stages import Stage
from pricing.tiers import Tier
from tests.builders import only_charge
from tests.pricing.rule_builders import (
    a_line_at,
    a_policy,
    a_promotion,
    a_rule,
    d,
    percent_off,
    priced_by,
    term_discount,
    volume,
)

SPEED = AttributeAdjustment(
    "speed",
    {"10M": Adjustment(d(0)), "20M": Adjustment(d(50)), "2M": Adjustment(None, d("-30.00"))},
)
GOLD = AttributeAdjustment("sla", {"gold": Adjustment(None, d("20.00"))})


def net(
    *rules: PriceRule,
    price: str = "100.00",
    quantity: int = 1,
    alteration: Percentage | None = None,
    speed: str = "",
    sla: str = "",
) -> int:
    """What a line comes to with what was chosen of it; its steps must add up."""
    item = QuoteItem(
        "i1",
        "LINE",
        quantity,
        (ItemCharge("LINE.RENT", quantity, alteration),),
        characteristics={"speed": speed, "sla": sla} if speed or sla else {},
    )
    quote = priced_by(a_policy(*rules), a_line_at(price), item)
    # the small catalogue describes no characteristics, which changes no price
    assert {one.code for one in quote.problems} <= {"characteristic.unknown"}
    assert faults(quote) == ()
    return only_charge(quote).net_amount


@pytest.mark.parametrize(
    ("speed", "amount"),
    [("10M", 20_000), ("20M", 30_000), ("2M", 14_000), ("30M", 20_000), ("", 20_000)],
)
def test_a_value_makes_the_price_dearer_or_cheaper(speed: str, amount: int) -> None:
    """Two at 100.00: half more, 30.00 less for each; an unknown value changes nothing."""
    assert net(a_rule(SPEED), quantity=2, speed=speed) == amount


def test_nothing_chosen_is_the_list_price() -> None:
    """As before there were characteristics."""
    assert net(a_rule(SPEED)) == 10_000


def test_characteristics_adjust_one_after_the_other() -> None:
    """100.00 and half is 150.00, and 20.00 for gold; first gold, by priority, gives 180.00."""
    assert net(a_rule(SPEED, "A"), a_rule(GOLD, "B"), speed="20M", sla="gold") == 17_000
    first = a_rule(GOLD, "B", priority=1)
    assert net(a_rule(SPEED, "A"), first, speed="20M", sla="gold") == 18_000


def test_a_contract_price_is_adjusted_like_a_list_price() -> None:
    """80.00 agreed and half."""
    assert net(a_rule(ContractPrice(d(80)), "A"), a_rule(SPEED), speed="20M") == 12_000


def test_percentages_of_tiers_are_taken_off_the_adjusted_price() -> None:
    """150.00 less 20 %; a unit price of a tier is what it says."""
    off = volume(Tier(1, percent=d(20)))
    assert net(a_rule(SPEED, "A"), a_rule(off, "V"), speed="20M") == 12_000
    sliced = QuantityTiers((Tier(1, percent=d(0)), Tier(2, percent=d(20))), graduated=True)
    assert net(a_rule(SPEED, "A"), a_rule(sliced, "V"), quantity=2, speed="20M") == 27_000
    priced = volume(Tier(1, unit_price=d(90)))
    assert net(a_rule(SPEED, "A"), a_rule(priced, "V"), speed="20M") == 9_000


def test_an_additive_term_discount_and_a_percentage_of_list_follow_the_adjusted_price() -> None:
    """150.00 less 10 % of it, and less another 10 % of it."""
    term = a_rule(term_discount(12, 10, additive=True), "T")
    of_list = a_promotion(percent_off(10), base=Base.LIST)
    assert net(a_rule(SPEED, "A"), term, of_list, speed="20M") == 12_000


def test_an_adjusted_price_is_undiscounted() -> None:
    """What was chosen is no discount, so a promotion for undiscounted charges holds."""
    plain = a_promotion(percent_off(10), base=Base.UNDISCOUNTED)
    assert net(a_rule(SPEED, "A"), plain, speed="20M") == 13_500


def test_a_discount_by_hand_is_taken_off_the_adjusted_price() -> None:
    """Half off 150.00."""
    assert net(a_rule(SPEED), alteration=Percentage(d(50)), speed="20M") == 7_500


def test_no_adjustment_goes_below_zero_or_touches_a_subsidy() -> None:
    """30.00 off 20.00 is nothing; a subsidy of 40.00 stays."""
    assert net(a_rule(SPEED), price="20.00", speed="2M") == 0
    assert net(a_rule(SPEED), price="-40.00", speed="20M") == -4_000


def test_the_step_names_the_value() -> None:
    """For people, in both languages; it is a published price."""
    item = QuoteItem(
        "i1", "LINE", 1, (ItemCharge("LINE.RENT", 1),), characteristics={"speed": "20M"}
    )
    charge = only_charge(priced_by(a_policy(a_rule(SPEED)), a_line_at("100.00"), item))
    step = charge.steps[-1]
    assert (step.stage, step.code, step.source) == (Stage.ATTRIBUTE, "step.attribute", "R")
    assert step.parameters == {"name_zh": "规则R", "name_en": "rule R", "value": "20M"}
    assert charge.published_amount == charge.net_amount == 15_000


def test_an_amount_a_unit_makes_dearer_what_cost_nothing_and_what_is_measured_on_it() -> None:
    """20.00 for gold on nothing; 10 % by tier of 120.00."""
    assert net(a_rule(GOLD), price="0.00", sla="gold") == 2_000
    tier = a_rule(volume(Tier(1, percent=d(10))), "V")
    assert net(a_rule(GOLD), tier, sla="gold") == 10_800
