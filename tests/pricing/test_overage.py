"""Usage beside a bundle: what it includes, and its price beyond, step by step."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from catalog.bundle import OverageRate
from catalog.component_kind import ComponentKind
from catalog.period import BillingPeriod
from pricing.engine import price_again, price_quote
from pricing.item import ItemCharge, QuoteItem
from pricing.replaying import faults
from pricing.rule import Scope
from pricing.usage_rating import UsageRates
from tests.builders import POLICY, a_bundle, a_catalog, a_charge, a_context, a_part, an_offering
from tests.pricing.rule_builders import a_policy, a_rule

if TYPE_CHECKING:
    from pricing.policy import PricingPolicy
    from pricing.priced import PricedCharge
    from pricing.rule import PriceRule

CALLS, DATA = "LINE.CALLS", "LINE.DATA"
CATALOG = a_catalog(
    an_offering(
        a_charge("LINE.RENT"),
        a_charge(CALLS, "0.11", period=BillingPeriod.PER_USE, cost="0.01"),
        a_charge(DATA, "0.20", period=BillingPeriod.PER_USE, cost="0.01"),
    ),
    bundles=[
        a_bundle(
            components=(
                a_part("LINE.RENT", 4),
                a_part(CALLS, 3000, ComponentKind.ALLOWANCE),
                a_part(DATA, 10, ComponentKind.ALLOWANCE),
            ),
            overage=(OverageRate(CALLS, Decimal("0.10")),),
        )
    ],
)
PACK = QuoteItem("p", "PACK")


def usage(
    units: int, code: str = CALLS, policy: PricingPolicy = POLICY, *beside: QuoteItem
) -> PricedCharge:
    """Expected usage beside the bundle."""
    item = QuoteItem("u", "LINE", 1, (ItemCharge(code, units),))
    quote = price_quote(CATALOG, policy, a_context(), (*(beside or (PACK,)), item))
    assert faults(quote) == ()
    return quote.items[-1].charges[0]


def told(charge: PricedCharge) -> list[tuple[str, int]]:
    """Codes and changes of the steps."""
    return [(step.code, step.change) for step in charge.steps]


def test_usage_beyond_the_allowance_costs_the_overage_price() -> None:
    """3,500 minutes, 3,000 included, 500 x 0.10; 0.11 each would have been 385.00."""
    charge = usage(3500)
    assert charge.net_amount == charge.published_amount == 50_00
    assert told(charge) == [
        ("step.list", 385_00),
        ("step.bundle_allowance", -330_00),
        ("step.overage", -5_00),
    ]


def test_usage_within_the_allowance_is_free() -> None:
    """And so is none at all."""
    assert usage(3000).net_amount == 0
    assert usage(0).net_amount == 0


def test_two_bundles_include_twice_as_much() -> None:
    """6,500 minutes less 6,000 are 50.00."""
    assert usage(6500, CALLS, POLICY, QuoteItem("p", "PACK", 2)).net_amount == 50_00


def test_without_a_price_beyond_the_list_price_holds() -> None:
    """12 units, 10 included: 2 x 0.20."""
    charge = usage(12, DATA)
    assert charge.net_amount == 40
    assert told(charge)[1:] == [("step.bundle_allowance", -2_00)]


def test_an_optional_bundle_includes_nothing() -> None:
    """The customer has not chosen it."""
    optional = QuoteItem("p", "PACK", optional=True)
    assert usage(3500, CALLS, POLICY, optional).net_amount == 385_00


def a_plan(rate: str, allowance: int = 0) -> PriceRule:
    """A usage plan for calls."""
    return a_rule(UsageRates(Decimal(rate), allowance), "u")


def test_a_plan_stays_where_it_is_lower_than_the_bundle() -> None:
    """500 minutes beyond: 0.01 a minute for all 3,500 is 35.00; 0.05 would be 175.00."""
    assert usage(3500, CALLS, a_policy(a_plan("0.01"))).net_amount == 35_00
    assert usage(3500, CALLS, a_policy(a_plan("0.05"))).net_amount == 50_00


def test_the_share_is_worked_out_again_when_another_item_takes_it() -> None:
    """Reusing earlier results gives what pricing from scratch gives."""
    first = QuoteItem("a", "LINE", 1, (ItemCharge(CALLS, 1000),))
    second = QuoteItem("b", "LINE", 1, (ItemCharge(CALLS, 3500),))
    before = price_again(None, CATALOG, POLICY, a_context(), (PACK, second))
    assert before.quote.items[1].usage.net_amount == 50_00
    items = (PACK, first, second)
    after = price_again(before, CATALOG, POLICY, a_context(), items)
    assert after.quote == price_quote(CATALOG, POLICY, a_context(), items)
    # 1,000 of 3,000 are gone: 1,500 minutes beyond
    assert after.quote.items[2].usage.net_amount == 150_00


def test_the_steps_tell_the_units_that_are_included_and_those_beyond() -> None:
    """3,000 and 500."""
    assert [(step.code, step.source, step.parameters) for step in usage(3500).steps[1:]] == [
        ("step.bundle_allowance", "PACK", {"units": "3000"}),
        ("step.overage", "PACK", {"units": "500"}),
    ]


def test_where_nothing_is_left_of_an_allowance_only_a_price_beyond_it_holds() -> None:
    """The first item takes all; 100 minutes cost 10.00, and data what the plan asks: 3 x 0.30."""
    first = QuoteItem("a", "LINE", 1, (ItemCharge(CALLS, 3000), ItemCharge(DATA, 10)))
    charge = usage(100, CALLS, POLICY, PACK, first)
    assert told(charge) == [("step.list", 11_00), ("step.overage", -1_00)]
    dearer = a_rule(UsageRates(Decimal("0.30")), "u", scope=Scope(charges=(DATA,)))
    data = usage(3, DATA, a_policy(dearer), PACK, first)
    assert told(data) == [("step.list", 60), ("step.usage_rate", 30)]


def test_where_a_plan_costs_as_much_as_the_bundle_the_bundle_is_named() -> None:
    """500 x 0.10 by either."""
    charge = usage(3500, CALLS, a_policy(a_plan("0.10", 3000)))
    assert charge.net_amount == 50_00
    assert [step.code for step in charge.steps[-2:]] == ["step.bundle_allowance", "step.overage"]
