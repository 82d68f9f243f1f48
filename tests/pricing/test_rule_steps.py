"""Rules on a charge: the steps they leave, and what counts as published."""

from __future__ import annotations

import pytest

from catalog.bundle import BundleOption
from pricing.alterations.percentage import Percentage
from pricing.alterations.target_price import TargetPrice
from pricing.item import ItemCharge
from pricing.promotion_choice import Rejected
from pricing.rule import Base, ContractPrice, PriceRule, Scope, UnitPrice, When
from pricing.stages import Stage
from pricing.tiers import Tier
from tests.builders import a_bundle, a_catalog, a_charge, a_line, an_item, an_offering
from tests.pricing.rule_builders import (
    a_policy,
    a_promotion,
    a_rule,
    d,
    one_line,
    percent_off,
    priced_by,
    term_discount,
    volume,
    yuan_off,
)

HALF = Percentage(d(50))


def test_each_rule_that_changes_something_leaves_a_step_with_its_name() -> None:
    """Tier, term, promotion, in this order; the rule that changes nothing leaves none."""
    charge = one_line(
        a_promotion(percent_off(10), "P"),
        a_rule(term_discount(12, 10), "T"),
        a_rule(volume(Tier(1, percent=d(10))), "V"),
        a_rule(percent_off(0), "N"),
    )
    steps = [(step.stage, step.source, step.change, step.result) for step in charge.steps]
    assert steps == [
        (Stage.LIST, "v1", 10_000, 10_000),
        (Stage.VOLUME, "V", -1_000, 9_000),
        (Stage.TERM, "T", -900, 8_100),
        (Stage.PROMOTION, "P", -810, 7_290),
    ]
    assert {step.code for step in charge.steps[1:]} == {"step.rule"}
    assert charge.steps[3].parameters == {"name_zh": "规则P", "name_en": "rule P"}


def test_published_rules_are_nothing_given_away() -> None:
    """10 % published, then 10 % that is not: 9.00 of 90.00 count against authority."""
    rules = [
        a_rule(volume(Tier(1, percent=d(10))), "V"),
        a_rule(term_discount(12, 10), "T", published=False),
    ]
    charge = one_line(*rules)
    assert (charge.published_amount, charge.net_amount) == (9_000, 8_100)
    assert charge.discount is None


@pytest.mark.parametrize(("published", "before"), [(True, 8_000), (False, 10_000)])
def test_promotions_may_count_against_authority(before: int, *, published: bool) -> None:
    """20 % off; what was published is the amount before what was given away."""
    charge = one_line(a_promotion(percent_off(20), published=published))
    assert (charge.published_amount, charge.net_amount) == (before, 8_000)


def test_discounts_that_always_apply_come_after_what_a_bundle_publishes() -> None:
    """20.00 as an option, less 10 %; published or not as the rule says."""
    catalog = a_catalog(bundles=[a_bundle(options=_option("20.00"))])
    for published, before in ((True, 1_800), (False, 2_000)):
        policy = a_policy(a_rule(percent_off(10), published=published))
        quote = priced_by(policy, catalog, a_line(), an_item("PACK", item_id="i2"))
        charge = quote.items[0].charges[0]
        assert [step.stage for step in charge.steps] == [
            Stage.LIST,
            Stage.BUNDLE,
            Stage.PROMOTION,
        ]
        assert (charge.published_amount, charge.net_amount) == (before, 1_800)


def test_an_option_price_forgets_what_was_given_away_before_it() -> None:
    """24.00 agreed without publishing, then the bundle's 20.00 for everybody."""
    catalog = a_catalog(bundles=[a_bundle(options=_option("20.00"))])
    policy = a_policy(a_rule(ContractPrice(d(24)), published=False))
    quote = priced_by(policy, catalog, a_line(), an_item("PACK", item_id="i2"))
    charge = quote.items[0].charges[0]
    assert (charge.published_amount, charge.net_amount) == (2_000, 2_000)


def test_an_option_price_that_is_the_same_is_the_published_one() -> None:
    """20.00 agreed without publishing and 20.00 for everybody: nothing is given away."""
    catalog = a_catalog(bundles=[a_bundle(options=_option("20.00"))])
    policy = a_policy(a_rule(ContractPrice(d(20)), published=False))
    quote = priced_by(policy, catalog, a_line(), an_item("PACK", item_id="i2"))
    charge = quote.items[0].charges[0]
    assert (charge.published_amount, charge.net_amount) == (2_000, 2_000)
    assert charge.published_price == 20


def test_only_one_time_charges_are_waived() -> None:
    """An option that waives the rent itself, by mistake, waives nothing."""
    option = BundleOption("NET.RENT", d(1), waives=("LINE.RENT",))
    catalog = a_catalog(
        an_offering(), an_offering(a_charge("NET.RENT")), bundles=[a_bundle(options=(option,))]
    )
    quote = priced_by(a_policy(), catalog, a_line(), an_item("PACK", item_id="i2"))
    assert quote.items[0].monthly.net_amount == 2_500


def test_of_several_contract_prices_the_first_in_order_holds() -> None:
    """Priority first, then the narrower scope, then the identifier; none is applied twice."""
    low = a_rule(ContractPrice(d(80)), "A")
    high = a_rule(ContractPrice(d(90)), "B", priority=1)
    narrow = a_rule(ContractPrice(d(70)), "C", scope=Scope(charges=("LINE.RENT",)))
    assert one_line(low, high).net_amount == 9_000
    assert one_line(low, narrow).net_amount == 7_000
    assert one_line(low, a_rule(ContractPrice(d(60)), "B")).net_amount == 8_000
    none = a_rule(ContractPrice(d(1)), "0", priority=9, when=When(least_quantity=2))
    assert one_line(low, none).net_amount == 8_000


def test_a_contract_price_at_list_price_still_holds() -> None:
    """It leaves no step, and the next one is not asked."""
    charge = one_line(a_rule(ContractPrice(d(100)), "A", priority=1), a_rule(ContractPrice(d(1))))
    assert charge.net_amount == 10_000
    assert len(charge.steps) == 1


def test_of_tier_and_contract_price_the_customer_pays_the_lower() -> None:
    """A tier of 20 % of the list price against agreed prices of 90.00 and 70.00."""
    tier = a_rule(volume(Tier(1, percent=d(20))), "V")
    assert one_line(tier, a_rule(ContractPrice(d(90)))).net_amount == 8_000
    assert one_line(tier, a_rule(ContractPrice(d(70)))).net_amount == 7_000


def test_an_additive_term_discount_adds_to_the_agreed_price() -> None:
    """90.00 agreed, 10 % of it and a tier to 80.00: 71.00."""
    charge = one_line(
        a_rule(ContractPrice(d(90)), "A"),
        a_rule(volume(Tier(1, percent=d(20))), "V"),
        a_rule(term_discount(12, 10, additive=True), "T"),
    )
    assert charge.net_amount == 7_100


@pytest.mark.parametrize(("quantity", "net"), [(4, 40_000), (5, 45_000)])
@pytest.mark.parametrize("promotion", [True, False])
def test_a_rule_may_ask_for_a_quantity(quantity: int, net: int, *, promotion: bool) -> None:
    """10 % from five units on."""
    when = When(least_quantity=5)
    rule = a_rule(percent_off(10), when=when, promotion=promotion)
    assert one_line(rule, quantity=quantity).net_amount == net


def test_units_of_a_pooled_tier_count_over_the_quote() -> None:
    """Six and five lines reach the tier of eleven; a third that is optional counts for itself."""
    catalog = a_catalog(an_offering(a_charge("LINE.RENT", "100.00")))
    pooled = a_policy(a_rule(volume(pooled=True)))
    items = [
        a_line(6, item_id="i1"),
        a_line(5, item_id="i2"),
        a_line(26, item_id="i3", optional=True),
    ]
    quote = priced_by(pooled, catalog, *items)
    assert [item.monthly.net_amount for item in quote.items] == [54_000, 45_000, 208_000]
    alone = priced_by(pooled, catalog, items[0])
    assert alone.items[0].monthly.net_amount == 60_000


@pytest.mark.parametrize("promotion", [True, False])
def test_a_pooled_tier_may_ask_for_units_of_the_whole_quote(*, promotion: bool) -> None:
    """Eleven in all, where eleven are asked for, as a promotion or always."""
    catalog = a_catalog(an_offering(a_charge("LINE.RENT", "100.00")))
    rule = a_rule(volume(pooled=True), when=When(least_quantity=11), promotion=promotion)
    quote = priced_by(a_policy(rule), catalog, a_line(6), a_line(5, item_id="i2"))
    assert quote.totals.monthly.net_amount == 99_000
    fewer = priced_by(a_policy(rule), catalog, a_line(6), a_line(4, item_id="i2"))
    assert fewer.totals.monthly.net_amount == 100_000


def test_pooled_tiers_compete_as_promotions_with_the_units_of_the_quote() -> None:
    """Eleven lines: 10 % by the pooled tier beats 5 %, two lines keep the 5 %."""
    catalog = a_catalog(an_offering(a_charge("LINE.RENT", "100.00")))
    policy = a_policy(
        a_promotion(volume(pooled=True), "A", group="g"),
        a_promotion(percent_off(5), "B", group="g"),
    )
    quote = priced_by(policy, catalog, a_line(6), a_line(5, item_id="i2"))
    assert quote.totals.monthly.net_amount == 99_000
    assert quote.items[0].charges[0].rejected == (Rejected("B", "same_group", "A"),)
    assert priced_by(policy, catalog, a_line(2)).totals.monthly.net_amount == 19_000


def test_only_charges_in_its_scope_count_for_a_pooled_tier() -> None:
    """Ten lines and ten of something else."""
    catalog = a_catalog(
        an_offering(a_charge("LINE.RENT", "100.00")), an_offering(a_charge("NET.RENT", "1.00"))
    )
    rule = a_rule(volume(pooled=True), scope=Scope(charges=("LINE.RENT",)))
    quote = priced_by(a_policy(rule), catalog, a_line(10), a_line(10, code="NET.RENT", item_id="n"))
    assert quote.totals.monthly.net_amount == 101_000


def test_an_undiscounted_promotion_beside_a_pooled_one_still_asks() -> None:
    """A tier has altered the amount already; only the pooled promotion may be used."""
    rules = (
        a_rule(volume(Tier(1, percent=d(20))), "V"),
        a_promotion(percent_off(50), "H", base=Base.UNDISCOUNTED),
        a_promotion(volume(Tier(1, percent=d(30)), pooled=True), "Q"),
    )
    charge = one_line(*rules)
    assert (charge.net_amount, charge.rejected) == (7_000, ())  # H is not even eligible


def test_quantities_that_make_no_sense_do_not_reach_a_tier() -> None:
    """A billion lines typed by mistake have no price and help nobody else to one."""
    catalog = a_catalog(an_offering(a_charge("LINE.RENT", "100.00")))
    for wrong in (ItemCharge("LINE.RENT", 10**9), ItemCharge("LINE.RENT", -1)):
        items = (a_line(10), an_item("LINE", 1, wrong, item_id="i2"))
        quote = priced_by(a_policy(a_rule(volume(pooled=True))), catalog, *items)
        assert quote.totals.monthly.net_amount == 100_000
    unknown = an_item("LINE", 1, ItemCharge("LINE.NONE", 50), item_id="i2")
    quote = priced_by(a_policy(a_rule(volume(pooled=True))), catalog, a_line(10), unknown)
    assert quote.totals.monthly.net_amount == 100_000
    huge = an_item("LINE", 10**9, ItemCharge("LINE.RENT", 50), item_id="i2")
    quote = priced_by(a_policy(a_rule(volume(pooled=True))), catalog, a_line(5), huge)
    assert quote.totals.monthly.net_amount == 50_000


def test_a_promotion_for_undiscounted_charges_stands_alone() -> None:
    """Half off at list price or 10 % off: the half; after a tier only the 10 %."""
    half = a_promotion(percent_off(50), "H", base=Base.UNDISCOUNTED)
    ten = a_promotion(percent_off(10), "T", priority=5)
    assert one_line(half, ten).net_amount == 5_000
    assert one_line(half, ten).rejected == (Rejected("T", "not_combinable", "H"),)
    tier = a_rule(volume(Tier(1, percent=d(20))), "V")
    assert one_line(half, ten, tier).net_amount == 7_200
    assert one_line(half, ten, tier).rejected == ()


def _both() -> tuple[PriceRule, PriceRule]:
    return a_promotion(percent_off(20), "A"), a_promotion(yuan_off(1), "B", published=False)


def test_a_better_manual_alteration_takes_the_place_of_promotions() -> None:
    """Half off the 100.00 published; the promotions are told as not used."""
    charge = one_line(*_both(), alteration=HALF)
    assert (charge.published_amount, charge.net_amount) == (10_000, 5_000)
    assert [step.stage for step in charge.steps] == [Stage.LIST, Stage.MANUAL]
    assert charge.rejected == (Rejected("A", "manual", "manual"), Rejected("B", "manual", "manual"))
    assert charge.discount == 50


def test_better_promotions_stay_and_the_alteration_is_not_used() -> None:
    """10 % by hand against 21.00 off; no discount by hand is shown."""
    charge = one_line(*_both(), alteration=Percentage(d(10)))
    assert (charge.published_amount, charge.net_amount) == (8_000, 7_900)
    assert [step.source for step in charge.steps] == ["v1", "A", "B"]
    assert (charge.rejected, charge.discount) == ((), None)


def test_an_equal_manual_alteration_is_the_one_that_is_used() -> None:
    """79.00 typed where promotions lead to 79.00: the manager's own, measured as such."""
    charge = one_line(*_both(), alteration=TargetPrice(d(79)))
    assert (charge.published_amount, charge.net_amount) == (10_000, 7_900)
    assert len(charge.rejected) == 2


def test_a_promotion_that_changes_nothing_is_not_replaced() -> None:
    """A promotional price above the list price leaves no step; a dearer target is used."""
    charge = one_line(a_promotion(UnitPrice(d(200))), alteration=TargetPrice(d(120)))
    assert (charge.net_amount, charge.rejected) == (12_000, ())


def _option(price: str) -> tuple[BundleOption, ...]:
    return (BundleOption("LINE.RENT", d(price)),)


def test_tiers_as_a_promotion_stand_where_promotions_stand() -> None:
    """100.00 less 5.00 that always count, then 10 % of a promotion that is a tier: 90.00."""
    always = a_rule(yuan_off(5), "always")
    tiers = a_promotion(volume(Tier(1, percent=d(10))), "tiers")
    charge = one_line(always, tiers)
    assert [(step.stage, step.result) for step in charge.steps] == [
        (Stage.LIST, 10_000),
        (Stage.PROMOTION, 9_500),
        (Stage.PROMOTION, 9_000),
    ]
