"""The four forms of a bundle's price, worked out by hand charge by charge."""

from __future__ import annotations

from decimal import Decimal

import pytest

from catalog.bundle import BundleComponent, ChildBundle, PricingForm
from catalog.charge import PriceRegulation
from catalog.component_kind import ComponentKind
from catalog.option_group import GroupMember, MemberPricing
from catalog.period import BillingPeriod
from pricing.alterations.percentage import Percentage
from pricing.item import Choice
from tests.builders import (
    a_bundle,
    a_catalog,
    a_charge,
    a_context,
    a_group,
    an_item,
    an_offering,
    codes_of,
    priced,
)

PLAN = an_offering(a_charge("PLAN.RENT", "129.00"))
NET = an_offering(a_charge("NET.RENT", "100.00", tax_class="six"))
CARE = an_offering(a_charge("CARE.RENT", "20.00", cost="5.00"))
PARTS = [("PLAN.RENT", 1), ("NET.RENT", 1), ("CARE.RENT", 1)]
TEN_OFF = a_bundle("0", PARTS, form=PricingForm.PERCENT_OFF, percent=Decimal(10))


def test_a_percentage_is_rounded_for_each_component() -> None:
    """10 % off 129.00, 100.00 and 20.00 is 116.10, 90.00 and 18.00."""
    (item,) = priced(a_catalog(PLAN, NET, CARE, bundles=[TEN_OFF]), an_item("PACK")).items
    assert [c.net_amount for c in item.charges] == [116_10, 90_00, 18_00]
    assert item.monthly.net_amount == item.monthly.published_amount == 224_10
    assert [(s.code, s.source, s.change, s.result) for s in item.charges[0].steps] == [
        ("step.list", "v1", 129_00, 129_00),
        ("step.bundle_percent", "PACK", -12_90, 116_10),
    ]
    assert item.charges[0].steps[1].parameters == {"percent": "10"}


def test_the_discount_is_rounded_half_up_for_the_whole_quantity() -> None:
    """12.5 % of 3 x 20.01 = 60.03 is 7.50375, so 7.50 and 52.53; for one it would be 2.50."""
    care = an_offering(a_charge("CARE.RENT", "20.01"))
    bundle = a_bundle(
        "0", [("CARE.RENT", 1)], form=PricingForm.PERCENT_OFF, percent=Decimal("12.5")
    )
    (item,) = priced(a_catalog(care, bundles=[bundle]), an_item("PACK", 3)).items
    assert item.monthly.net_amount == 52_53


def test_a_component_price_takes_the_place_of_the_list_price() -> None:
    """Plan at 99.00 for each, net as listed, yearly care of 240.00 at 120.00 is 10.00 a month."""
    care = an_offering(a_charge("CARE.YEAR", "240.00", period=BillingPeriod.YEAR))
    components = (
        BundleComponent("PLAN.RENT", 2, price=Decimal("99.00")),
        BundleComponent("NET.RENT", 1),
        BundleComponent("CARE.YEAR", 1, ComponentKind.YEARLY, Decimal("120.00")),
    )
    bundle = a_bundle("0", components=components, form=PricingForm.COMPONENT_PRICES)
    (item,) = priced(a_catalog(PLAN, NET, care, bundles=[bundle]), an_item("PACK")).items
    assert [(c.list_amount, c.net_amount) for c in item.charges] == [
        (258_00, 198_00),
        (100_00, 100_00),
        (20_00, 10_00),
    ]
    assert [s.code for s in item.charges[0].steps] == ["step.list", "step.bundle_price"]
    assert [s.code for s in item.charges[1].steps] == ["step.list"]


def test_the_quantity_of_the_bundle_multiplies_its_components() -> None:
    """24 x 120.00 is 2,880.00."""
    room = an_offering(a_charge("ROOM.RENT", "120.00"))
    bundle = a_bundle("0", [("ROOM.RENT", 1)], form=PricingForm.SUM)
    (item,) = priced(a_catalog(room, bundles=[bundle]), an_item("PACK", 24)).items
    assert item.monthly.net_amount == 2_880_00
    assert item.charges[0].quantity == 24


def test_a_component_of_a_sum_may_be_discounted_by_hand() -> None:
    """10 % off the plan alone: 116.10 + 100.00 + 20.00."""
    bundle = a_bundle("0", PARTS, form=PricingForm.SUM)
    choice = Choice("PLAN.RENT", 1, alteration=Percentage(Decimal(10)))
    quote = priced(a_catalog(PLAN, NET, CARE, bundles=[bundle]), an_item("PACK", choices=(choice,)))
    (item,) = quote.items
    assert item.monthly.net_amount == 236_10
    assert item.monthly.published_amount == 249_00
    assert item.charges[0].steps[-1].code == "step.percentage"
    assert codes_of(quote) == []


def test_a_component_left_out_leaves_the_others_as_they_are() -> None:
    """Without care 116.10 + 90.00."""
    item = an_item("PACK", choices=(Choice("CARE.RENT", 0),))
    (found,) = priced(a_catalog(PLAN, NET, CARE, bundles=[TEN_OFF]), item).items
    assert [c.net_amount for c in found.charges] == [116_10, 90_00]


@pytest.mark.parametrize("form", PricingForm)
def test_a_price_set_by_the_state_is_never_altered(form: PricingForm) -> None:
    """100.00 stays 100.00, whatever the form; of a fixed 199.00 the others share 99.00."""
    net = an_offering(a_charge("NET.RENT", "100.00", regulation=PriceRegulation.FIXED))
    components = tuple(BundleComponent(code, 1, price=Decimal("50.00")) for code, _ in PARTS)
    price = "199.00" if form is PricingForm.FIXED else "0"
    bundle = a_bundle(price, components=components, form=form, percent=Decimal(50))
    (item,) = priced(a_catalog(PLAN, net, CARE, bundles=[bundle]), an_item("PACK")).items
    assert item.charges[1].net_amount == 100_00
    assert [step.code for step in item.charges[1].steps] == ["step.list"]
    plan = {"fixed": 85_71, "percent_off": 64_50, "component_prices": 50_00, "sum": 129_00}
    assert item.charges[0].net_amount == plan[form]
    if form is PricingForm.FIXED:  # 99.00 x 129 / 149 = 85.711..., 99.00 x 20 / 149 = 13.288...
        assert item.monthly.net_amount == 199_00


def test_a_guided_component_below_its_band_needs_a_filing_number() -> None:
    """20 % off is below the band of 15 %, 15 % is not; with a filing number it may be."""
    net = an_offering(a_charge("NET.RENT", "100.00", regulation=PriceRegulation.GUIDED))

    def found(percent: int, filing: str) -> list[str]:
        bundle = a_bundle(
            "0",
            [("NET.RENT", 1)],
            form=PricingForm.PERCENT_OFF,
            percent=Decimal(percent),
            filing_number=filing,
        )
        return codes_of(priced(a_catalog(net, bundles=[bundle]), an_item("PACK")))

    assert found(15, "") == []
    assert found(16, "") == ["bundle.filing_number_missing"]
    assert found(16, "F-1") == []


def test_members_of_a_group_are_priced_as_the_group_says() -> None:
    """Included 0.00, own price 15.00 for each of two, 50 % off 129.00, list 100.00."""
    group = a_group(
        GroupMember("CARE.RENT", default=1, pricing=MemberPricing.INCLUDED),
        GroupMember(
            "CARE.PLUS", default=2, most=2, pricing=MemberPricing.OWN_PRICE, price=Decimal(15)
        ),
        GroupMember("PLAN.RENT", default=1, pricing=MemberPricing.PERCENT_OFF, percent=Decimal(50)),
        GroupMember("NET.RENT", default=1),
    )
    care = an_offering(a_charge("CARE.RENT", "20.00"), a_charge("CARE.PLUS", "40.00"))
    bundle = a_bundle("0", [("NET.RENT", 1)], form=PricingForm.SUM, groups=(group,))
    (item,) = priced(a_catalog(PLAN, NET, care, bundles=[bundle]), an_item("PACK")).items
    assert [c.net_amount for c in item.charges] == [100_00, 0, 30_00, 64_50, 100_00]


def test_what_a_fixed_price_includes_shares_it_whatever_is_chosen() -> None:
    """199.00 over 129 and 100 is 112.10 and 86.90, over 129 and 20 is 172.29 and 26.71."""
    group = a_group(
        GroupMember("NET.RENT", default=1, pricing=MemberPricing.INCLUDED),
        GroupMember("CARE.RENT", pricing=MemberPricing.INCLUDED),
        least=1,
        most=1,
    )
    bundle = a_bundle("199.00", [("PLAN.RENT", 1)], groups=(group,))
    catalog = a_catalog(PLAN, NET, CARE, bundles=[bundle])
    (usual,) = priced(catalog, an_item("PACK")).items
    (other,) = priced(catalog, an_item("PACK", choices=(Choice("CARE.RENT", 1, "g"),))).items
    assert [c.net_amount for c in usual.charges] == [112_10, 86_90]
    assert [c.net_amount for c in other.charges] == [172_29, 26_71]


def test_an_inner_bundle_counts_in_the_outer_one() -> None:
    """Two inner bundles of 199.00 at 10 % off: shares 206.20/159.84/31.96, then 10 % off each."""
    inner = a_bundle("199.00", PARTS, code="INNER")
    outer = a_bundle(
        "0",
        [("PLAN.RENT", 1)],
        form=PricingForm.PERCENT_OFF,
        percent=Decimal(10),
        children=(ChildBundle("INNER", 2),),
    )
    (item,) = priced(a_catalog(PLAN, NET, CARE, bundles=[inner, outer]), an_item("PACK")).items
    # 398.00 x 129 / 249 = 206.192..., x 100 / 249 = 159.839..., x 20 / 249 = 31.967...
    assert [c.steps[1].result for c in item.charges[1:]] == [206_19, 159_84, 31_97]
    assert [c.net_amount for c in item.charges] == [116_10, 185_57, 143_86, 28_77]


def test_a_fixed_price_covers_the_bundles_inside_it() -> None:
    """199.00 over plan 129 and the inner 100 + 20: the prices of the inner one do not count."""
    inner = a_bundle("50.00", [("NET.RENT", 1), ("CARE.RENT", 1)], code="INNER")
    outer = a_bundle("199.00", [("PLAN.RENT", 1)], children=(ChildBundle("INNER"),))
    (item,) = priced(a_catalog(PLAN, NET, CARE, bundles=[inner, outer]), an_item("PACK")).items
    assert [c.net_amount for c in item.charges] == [103_10, 79_92, 15_98]


def test_a_discount_on_the_whole_is_spread_over_what_is_charged() -> None:
    """5 % off 116.10 + 90.00 + 18.00 = 224.10 is 11.21 (11.205); 212.89 is shared by amount."""
    bundle = a_bundle(
        "0",
        PARTS,
        form=PricingForm.PERCENT_OFF,
        percent=Decimal(10),
        most_extra_discount=Decimal(5),
    )
    catalog = a_catalog(PLAN, NET, CARE, bundles=[bundle])
    quote = priced(
        catalog, an_item("PACK", alterations=(Percentage(Decimal(5)),)), context=a_context()
    )
    (item,) = quote.items
    # 212.89 x 116.10 / 224.10 = 110.292..., x 90 / 224.10 = 85.497..., x 18 / 224.10 = 17.099...
    assert [c.net_amount for c in item.charges] == [110_29, 85_50, 17_10]
    assert codes_of(quote) == []
