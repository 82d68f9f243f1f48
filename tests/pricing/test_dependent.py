"""Charges that cost a percentage of other charges."""

from __future__ import annotations

from catalog.period import BillingPeriod
from pricing.alterations.percentage import Percentage
from pricing.engine import price_again
from pricing.item import ItemCharge, QuoteItem
from pricing.rule import PercentOfOthers, PriceRule, Scope, When
from pricing.stages import Stage
from tests.builders import a_bundle, a_catalog, a_charge, a_context, a_line, an_item, an_offering
from tests.pricing.rule_builders import (
    a_policy,
    a_promotion,
    a_rule,
    d,
    percent_off,
    priced_by,
)

ONCE, PER_USE = BillingPeriod.ONCE, BillingPeriod.PER_USE
CARE = Scope(charges=("CARE.RENT", "CARE.INST"))
CATALOG = a_catalog(
    an_offering(
        a_charge("A.RENT", "600.00"), a_charge("A.INST", "50.00", period=BillingPeriod.ONCE)
    ),
    an_offering(
        a_charge("B.RENT", "400.00"), a_charge("B.USE", "9.00", period=BillingPeriod.PER_USE)
    ),
    an_offering(
        a_charge("CARE.RENT", "0", cost="0"),
        a_charge("CARE.INST", "1.00", period=ONCE),
    ),
    an_offering(a_charge("GIFT.RENT", "-700.00")),
    bundles=[a_bundle(parts=[("A.RENT", 1)]), a_bundle(code="KIT", parts=[("CARE.RENT", 1)])],
)


def care(percent: str = "8", **fields: object) -> PriceRule:
    """Maintenance at so many percent of everything."""
    return a_rule(PercentOfOthers(d(percent), Scope()), "CARE", scope=CARE, **fields)


A, B, SERVICE = (
    a_line(code="A.RENT", item_id="a"),
    a_line(code="B.RENT", item_id="b"),
    a_line(code="CARE.RENT", item_id="c"),
)


def net(*items: QuoteItem, rules: tuple[PriceRule, ...] = (care(),)) -> int:
    """Monthly net fen of the service."""
    quote = priced_by(a_policy(*rules), CATALOG, *items)
    (item,) = [item for item in quote.items if item.id == "c"]
    return item.monthly.net_amount


def test_a_service_costs_a_percentage_of_the_others() -> None:
    """8 % of 600.00 and 400.00: 80.00, with one step, whatever the order of the items."""
    assert net(A, B, SERVICE) == net(SERVICE, B, A) == 8_000
    quote = priced_by(a_policy(care()), CATALOG, A, SERVICE)
    charge = quote.items[1].charges[0]
    assert [(s.stage, s.source, s.result) for s in charge.steps] == [
        (Stage.LIST, "v1", 0),
        (Stage.DEPENDENT, "CARE", 4_800),
    ]
    assert charge.published_amount == 4_800
    assert quote.totals.monthly.net_amount == 64_800


def test_the_base_is_what_is_charged_not_what_is_listed() -> None:
    """Half off A by hand and 10 % off everything as a promotion: 8 % of 300 and of 360."""
    half = a_line(1, Percentage(d(50)), code="A.RENT", item_id="a")
    assert net(half, SERVICE) == 2_400
    assert net(B, SERVICE, rules=(care(), a_promotion(percent_off(10)))) == 2_592


def test_options_usage_and_other_periods_are_not_in_the_base() -> None:
    """Nor is the service itself, nor another charge that depends."""
    optional = a_line(code="A.RENT", item_id="a", optional=True)
    once = an_item("A", 1, ItemCharge("A.INST", 1), item_id="o")
    usage = an_item("B", 1, ItemCharge("B.USE", 5), item_id="u")
    assert net(B, optional, once, usage, SERVICE) == 3_200
    both = an_item("CARE", 1, ItemCharge("CARE.RENT", 1), ItemCharge("CARE.INST", 1), item_id="c")
    quote = priced_by(a_policy(care()), CATALOG, A, once, both)
    assert [c.net_amount for c in quote.items[2].charges] == [4_800, 400]


def test_only_charges_in_its_scope_count() -> None:
    """8 % of B alone."""
    rule = a_rule(PercentOfOthers(d(8), Scope(offerings=("B",))), scope=CARE)
    assert net(A, B, SERVICE, rules=(rule,)) == 3_200


def test_subsidies_make_no_negative_price() -> None:
    """700.00 given against 600.00 charged: 8 % of nothing."""
    gift = a_line(code="GIFT.RENT", item_id="g")
    assert net(A, gift, SERVICE) == 0
    assert net(A, B, gift, SERVICE) == 2_400


def test_without_others_it_costs_nothing() -> None:
    """The base is known and empty."""
    once = an_item("CARE", 1, ItemCharge("CARE.INST", 1), item_id="c")
    quote = priced_by(a_policy(care()), CATALOG, once)
    assert quote.totals.one_time.net_amount == 0


def test_components_of_a_bundle_count_and_never_depend() -> None:
    """8 % of the bundle's 199.00; a service inside a bundle keeps its share of the price."""
    assert net(an_item("PACK", item_id="p"), SERVICE) == 1_592
    quote = priced_by(a_policy(care()), CATALOG, A, an_item("KIT", item_id="k"))
    assert quote.items[1].monthly.net_amount == 19_900


def test_what_is_taken_off_by_hand_is_taken_off_the_share() -> None:
    """10 % off 48.00, though the list price is nothing."""
    service = a_line(1, Percentage(d(10)), code="CARE.RENT", item_id="c")
    assert net(A, service) == 4_320
    assert net(A, SERVICE, rules=(care(), a_promotion(percent_off(50), scope=CARE))) == 2_400


def test_of_several_shares_the_first_in_order_holds() -> None:
    """The higher priority."""
    ten = a_rule(PercentOfOthers(d(10), Scope()), "TEN", scope=CARE, priority=1)
    assert net(A, SERVICE, rules=(care(), ten)) == 6_000


def test_a_rule_that_does_not_hold_leaves_the_list_price() -> None:
    """Nothing depends then."""
    rule = care(when=When(least_term=99))
    quote = priced_by(a_policy(rule), CATALOG, A, a_line(code="CARE.RENT", item_id="c"))
    assert quote.items[1].monthly.net_amount == 0
    asked = care(when=When(least_quantity=2))
    assert net(A, SERVICE, rules=(asked,)) == 0
    assert net(A, a_line(2, code="CARE.RENT", item_id="c"), rules=(asked,)) == 4_800


def test_a_change_elsewhere_is_felt_when_the_rest_is_reused() -> None:
    """From 600.00 to 1,000.00: the service is priced again, A is not."""
    policy, context = a_policy(care()), a_context()
    first = price_again(None, CATALOG, policy, context, [A, SERVICE])
    second = price_again(first, CATALOG, policy, context, [A, B, SERVICE])
    assert second.quote.items[2].monthly.net_amount == 8_000
    assert second.quote.items[0] is first.quote.items[0]


def test_a_base_below_nothing_is_nothing() -> None:
    """A gift of 700.00 beside a line of 600.00: all of it is 0.00, not 0.01."""
    gift = a_line(code="GIFT.RENT", item_id="g")
    assert net(A, gift, SERVICE, rules=(care("100"),)) == 0
