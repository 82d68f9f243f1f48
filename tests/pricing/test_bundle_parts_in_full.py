"""Charges of a bundle with every figure and every word of them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from catalog.bundle import BundleComponent, BundleOneTime, PricingForm
from catalog.charge import ChargeType, PriceRegulation
from catalog.component_kind import ComponentKind
from catalog.local_text import LocalText
from catalog.option_group import GroupMember, MemberPricing
from catalog.period import BillingPeriod
from pricing.alterations.percentage import Percentage
from pricing.item import Choice
from pricing.priced import PricedCharge
from pricing.stages import Stage
from pricing.trail import StepNote, Trail
from tests.builders import (
    a_bundle,
    a_catalog,
    a_charge,
    a_group,
    a_part,
    an_item,
    an_offering,
    codes_of,
    priced,
)
from tests.pricing.rule_builders import d

LISTED = StepNote(Stage.LIST, "step.list", "v1")
GUIDED, FIXED = PriceRegulation.GUIDED, PriceRegulation.FIXED


def test_every_field_of_a_component_is_its_own() -> None:
    """Two bundles of three lines at 40.00: 240.00 by list, 196.20 of it charged, less 10 %."""
    bundle = a_bundle("98.10", [("LINE.RENT", 3)], most_extra_discount=d(10))
    catalog = a_catalog(an_offering(a_charge(price="40.00", regulation=GUIDED)), bundles=[bundle])
    item = an_item("PACK", 2, alterations=(Percentage(d(10)),))
    (found,) = priced(catalog, item).items
    share = StepNote(Stage.BUNDLE, "step.bundle_share", "PACK")
    off = StepNote(Stage.MANUAL, "step.bundle_discount", "manual", {"percent": "10"})
    trail = Trail((LISTED,), (24_000,)).then(share, 19_620).then(off, 17_658)
    assert found.charges == (
        PricedCharge(
            code="LINE.RENT",
            name=LocalText("产品LINE RENT", "offering LINE"),
            type=ChargeType.RECURRING,
            period=BillingPeriod.MONTH,
            unit="线",
            quantity=6,
            list_price=Decimal("40.00"),
            published_price=None,
            list_amount=24_000,
            published_amount=19_620,
            net_amount=17_658,
            net_ex_tax=16_200,
            tax=1_458,
            tax_rate=Decimal("0.09"),
            cost_amount=6_000,
            regulation=GUIDED,
            trail=trail,
            discount=None,
            published_waiver=False,
            below_band=True,
            allowance=False,
            rejected=(),
        ),
    )


def test_every_field_of_a_published_one_time_charge_is_its_own() -> None:
    """Two bundles with two routers each: 4 x 60.00 by list, 2 x 43.60 as published."""
    offering = an_offering(
        a_charge(),
        a_charge("LINE.BOX", "60.00", period=BillingPeriod.ONCE, regulation=GUIDED),
    )
    bundle = a_bundle(
        "20.00", [("LINE.RENT", 1)], one_time=(BundleOneTime("LINE.BOX", 2, d("43.60")),)
    )
    (found,) = priced(a_catalog(offering, bundles=[bundle]), an_item("PACK", 2)).items
    published = StepNote(Stage.BUNDLE, "step.bundle_one_time", "PACK")
    assert found.charges[1] == PricedCharge(
        code="LINE.BOX",
        name=LocalText("产品LINE BOX", "offering LINE"),
        type=ChargeType.ONE_TIME,
        period=BillingPeriod.ONCE,
        unit="线",
        quantity=4,
        list_price=Decimal("60.00"),
        published_price=None,
        list_amount=24_000,
        published_amount=8_720,
        net_amount=8_720,
        net_ex_tax=8_000,
        tax=720,
        tax_rate=Decimal("0.09"),
        cost_amount=4_000,
        regulation=GUIDED,
        trail=Trail((LISTED, published), (24_000, 8_720)),
        discount=None,
        published_waiver=False,
        below_band=False,
        allowance=False,
        rejected=(),
    )


def test_a_yearly_part_and_an_allowance_count_by_the_month() -> None:
    """120.00 a year is 10.00 a month and costs 0.83 of 10.00; 30 minutes at 0.50 are 15.00."""
    offering = an_offering(
        a_charge("LINE.CARE", "120.00", period=BillingPeriod.YEAR),
        a_charge("LINE.CALLS", "0.50", period=BillingPeriod.PER_USE, cost="0.10"),
    )
    parts = (
        a_part("LINE.CARE", 1, ComponentKind.YEARLY),
        a_part("LINE.CALLS", 30, ComponentKind.ALLOWANCE),
    )
    bundle = a_bundle("0", components=parts, form=PricingForm.SUM)
    (item,) = priced(a_catalog(offering, bundles=[bundle]), an_item("PACK")).items
    told = [(c.list_amount, c.cost_amount, c.allowance, c.period, c.type) for c in item.charges]
    month, recurring = BillingPeriod.MONTH, ChargeType.RECURRING
    assert told == [(1_000, 83, False, month, recurring), (1_500, 300, True, month, recurring)]


def test_a_price_of_its_own_is_named_as_published() -> None:
    """Two lines at 15.00 instead of 25.00, from the bundle that says so."""
    components = (BundleComponent("LINE.RENT", 2, price=d("15.00")),)
    bundle = a_bundle("0", components=components, form=PricingForm.COMPONENT_PRICES)
    (item,) = priced(a_catalog(bundles=[bundle]), an_item("PACK")).items
    step = item.charges[0].steps[1]
    assert (step.stage, step.code, step.source) == (Stage.BUNDLE, "step.bundle_price", "PACK")
    assert (step.change, step.result, step.parameters) == (-2_000, 3_000, {"price": "15.00"})
    assert item.charges[0].published_amount == 3_000


def test_a_percentage_of_nothing_is_no_step() -> None:
    """No percentage at all, nor one of a charge that costs nothing or is a subsidy."""
    offering = an_offering(
        a_charge("LINE.RENT", "0.01"), a_charge("LINE.FREE", "0"), a_charge("LINE.SUBS", "-10.00")
    )
    parts = [("LINE.RENT", 1), ("LINE.FREE", 1), ("LINE.SUBS", 1)]
    for percent, lengths in ((0, [1, 1, 1]), (100, [2, 1, 1])):
        bundle = a_bundle("0", parts, form=PricingForm.PERCENT_OFF, percent=d(percent))
        (item,) = priced(a_catalog(offering, bundles=[bundle]), an_item("PACK")).items
        assert [len(charge.steps) for charge in item.charges] == lengths
    assert [charge.net_amount for charge in item.charges] == [0, 0, -1_000]


@pytest.mark.parametrize(
    ("price", "pricing", "waived"),
    [
        ("50.00", MemberPricing.INCLUDED, True),
        ("0.01", MemberPricing.INCLUDED, True),
        ("0", MemberPricing.INCLUDED, False),
        ("50.00", MemberPricing.LIST, False),
    ],
)
def test_a_one_time_member_that_is_included_is_published_as_free(
    price: str, pricing: MemberPricing, *, waived: bool
) -> None:
    """What costs nothing by list is not waived, nor what is charged."""
    offering = an_offering(a_charge(), a_charge("LINE.INST", price, period=BillingPeriod.ONCE))
    group = a_group(GroupMember("LINE.INST", default=1, pricing=pricing))
    bundle = a_bundle("20.00", [("LINE.RENT", 1)], groups=(group,))
    (item,) = priced(a_catalog(offering, bundles=[bundle]), an_item("PACK")).items
    once = item.charges[1]
    assert (once.type, once.period) == (ChargeType.ONE_TIME, BillingPeriod.ONCE)
    assert once.published_waiver is waived
    assert item.charges[0].published_waiver is False


@pytest.mark.parametrize(("percent", "below"), [("15", False), ("15.01", True)])
def test_a_guided_component_taken_below_its_band_by_hand_is_told(
    percent: str, *, below: bool
) -> None:
    """84.99 of 100.00 is below 85 %; no bundle publishes it, so no filing number helps."""
    bundle = a_bundle("0", [("LINE.RENT", 1)], form=PricingForm.SUM, filing_number="F-1")
    catalog = a_catalog(an_offering(a_charge(price="100.00", regulation=GUIDED)), bundles=[bundle])
    choice = Choice("LINE.RENT", 1, alteration=Percentage(d(percent)))
    quote = priced(catalog, an_item("PACK", choices=(choice,)))
    assert quote.items[0].charges[0].below_band is below
    assert codes_of(quote) == (["price.below_band"] if below else [])
    for problem in quote.problems:
        assert (problem.where.subject, problem.where.column) == ("i1", "LINE.RENT")
        assert problem.parameters == {"band": "15"}


@pytest.mark.parametrize(
    ("price", "codes"),
    [
        ("10.00", []),
        ("9.99", ["bundle.cannot_be_allocated"]),
        ("10.01", ["bundle.cannot_be_allocated"]),
    ],
)
def test_a_bundle_of_state_prices_only_costs_what_they_come_to(
    price: str, codes: list[str]
) -> None:
    """Nothing shares what would be left or is missing."""
    catalog = a_catalog(
        an_offering(a_charge(price="10.00", regulation=FIXED)),
        bundles=[a_bundle(price, [("LINE.RENT", 1)])],
    )
    quote = priced(catalog, an_item("PACK"))
    assert codes_of(quote) == codes
    assert [charge.net_amount for charge in quote.items[0].charges] == [1_000] * (not codes)


@pytest.mark.parametrize(
    ("price", "nets"), [("10.00", [1_000, 0]), ("10.01", [1_000, 1]), ("9.99", [])]
)
def test_state_prices_may_leave_nothing_but_not_less(price: str, nets: list[int]) -> None:
    """Of two bundles the state's 20.00 come first, the other line gets the rest."""
    catalog = a_catalog(
        an_offering(a_charge(price="10.00", regulation=FIXED)),
        an_offering(a_charge("NET.RENT", "0")),
        bundles=[a_bundle(price, [("LINE.RENT", 1), ("NET.RENT", 1)])],
    )
    quote = priced(catalog, an_item("PACK", 2))
    assert [charge.net_amount for charge in quote.items[0].charges] == [2 * net for net in nets]
    assert codes_of(quote) == ([] if nets else ["bundle.cannot_be_allocated"])
