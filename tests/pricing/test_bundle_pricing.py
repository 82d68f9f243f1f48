"""A bundle has one published price; its components share it, each with its own tax."""

from __future__ import annotations

from decimal import Decimal

import pytest

from catalog.bundle import BundleOneTime
from catalog.charge import PriceRegulation
from catalog.component_kind import ComponentKind
from catalog.period import BillingPeriod
from pricing.alterations.amount_off import AmountOff
from pricing.alterations.percentage import Percentage
from pricing.alterations.target_price import TargetPrice
from tests.builders import (
    a_bundle,
    a_catalog,
    a_charge,
    a_part,
    an_item,
    an_offering,
    codes_of,
    priced,
)

BROADBAND = an_offering(a_charge("NET.RENT", "120.00", cost="50.00"))
CLOUD = an_offering(a_charge("CLOUD.RENT", "100.00", tax_class="six", cost="40.00"))
BOX = an_offering(a_charge("BOX.LEASE", "30.00", tax_class="thirteen", cost="20.00"))
PARTS = [("NET.RENT", 1), ("CLOUD.RENT", 1), ("BOX.LEASE", 1)]


def test_each_component_keeps_its_own_tax() -> None:
    """V44: 199.00 over 120/100/30 at 9/6/13 %: 183.85 net and 15.15 tax."""
    catalog = a_catalog(BROADBAND, CLOUD, BOX, bundles=[a_bundle("199.00", PARTS)])
    (item,) = priced(catalog, an_item("PACK")).items
    assert [(c.net_amount, c.net_ex_tax, c.tax) for c in item.charges] == [
        (95_52, 87_63, 7_89),
        (79_60, 75_09, 4_51),
        (23_88, 21_13, 2_75),
    ]
    assert (item.monthly.net_amount, item.monthly.net_ex_tax, item.monthly.tax) == (
        199_00,
        183_85,
        15_15,
    )
    assert item.monthly.list_amount == 250_00
    assert item.monthly.cost == 110_00
    assert item.is_bundle
    assert item.term == 12


def test_steps_lead_from_the_list_value_to_the_share() -> None:
    """And on to the discount, which every component shows as it was typed."""
    bundle = a_bundle("199.00", PARTS, most_extra_discount=Decimal(10))
    catalog = a_catalog(BROADBAND, CLOUD, BOX, bundles=[bundle])
    discount = Percentage(Decimal(10))  # 19.90 of 199.00; 179.10 is left
    (item,) = priced(catalog, an_item("PACK", alterations=(discount,))).items
    assert [(s.code, s.source, s.change, s.result) for s in item.charges[0].steps] == [
        ("step.list", "v1", 120_00, 120_00),
        ("step.bundle_share", "PACK", -24_48, 95_52),
        ("step.bundle_discount", "manual", -9_55, 85_97),
    ]
    assert item.charges[0].steps[-1].parameters == {"percent": "10"}
    assert [charge.net_amount for charge in item.charges] == [85_97, 71_64, 21_49]
    assert [charge.published_amount for charge in item.charges] == [95_52, 79_60, 23_88]
    assert item.extra_discount == Decimal(10)


@pytest.mark.parametrize(
    ("discount", "net", "codes"),
    [
        (Percentage(Decimal(3)), 194_00, []),
        (Percentage(Decimal("3.01")), 193_98, ["bundle.extra_discount_too_large"]),
        (AmountOff(6_00), 194_00, []),  # 3 % of 200.00 exactly
        (AmountOff(6_01), 193_99, ["bundle.extra_discount_too_large"]),
        (TargetPrice(Decimal("190.00")), 190_00, ["bundle.extra_discount_too_large"]),
        (TargetPrice(Decimal("200.01")), 200_00, ["price.alteration_out_of_range"]),
        (Percentage(Decimal(101)), 200_00, ["price.alteration_out_of_range"]),
        (TargetPrice(Decimal("NaN")), 200_00, ["price.alteration_out_of_range"]),
        (AmountOff(0), 200_00, []),
    ],
)
def test_a_discount_is_measured_on_the_published_price(
    discount: Percentage | AmountOff | TargetPrice, net: int, codes: list[str]
) -> None:
    """At most 3 % here; a bundle is never made dearer by hand."""
    bundle = a_bundle("200.00", most_extra_discount=Decimal(3))
    quote = priced(a_catalog(bundles=[bundle]), an_item("PACK", alterations=(discount,)))
    assert quote.totals.monthly.net_amount == net
    assert codes_of(quote) == codes


def test_a_percentage_at_the_limit_is_allowed_however_it_is_rounded() -> None:
    """3 % of 668.50 is 20.055, taken as 20.06: still 3 %."""
    bundle = a_bundle("668.50", most_extra_discount=Decimal(3))
    discount = Percentage(Decimal(3))
    quote = priced(a_catalog(bundles=[bundle]), an_item("PACK", alterations=(discount,)))
    assert quote.totals.monthly.net_amount == 648_44
    assert codes_of(quote) == []


def test_several_bundles_are_shared_out_together() -> None:
    """Three times 10.00 over three equal parts is 10.00 each, not three times 3.34."""
    sold = [an_offering(a_charge(f"P{n}.RENT")) for n in range(3)]
    bundle = a_bundle("10.00", [(f"P{n}.RENT", 1) for n in range(3)])
    (item,) = priced(a_catalog(*sold, bundles=[bundle]), an_item("PACK", 3)).items
    assert [charge.net_amount for charge in item.charges] == [10_00] * 3
    assert [charge.quantity for charge in item.charges] == [3] * 3


def test_a_yearly_part_counts_a_twelfth_and_an_allowance_its_list_value() -> None:
    """300.00 a year is 25.00 a month; 3,000 minutes at 0.11 are 330.00."""
    sold = an_offering(
        a_charge("X.YEAR", "300.00", period=BillingPeriod.YEAR, cost="100.00"),
        a_charge("X.CALLS", "0.11", period=BillingPeriod.PER_USE, cost="0.01"),
    )
    parts = (
        a_part("X.YEAR", 1, ComponentKind.YEARLY),
        a_part("X.CALLS", 3000, ComponentKind.ALLOWANCE),
    )
    quote = priced(a_catalog(sold, bundles=[a_bundle("200.00", components=parts)]), an_item("PACK"))
    yearly, calls = quote.items[0].charges
    assert (yearly.list_amount, calls.list_amount) == (25_00, 330_00)
    assert (yearly.cost_amount, calls.cost_amount) == (8_33, 30_00)
    assert (yearly.net_amount, calls.net_amount) == (14_08, 185_92)
    assert yearly.period == calls.period == BillingPeriod.MONTH
    assert (yearly.allowance, calls.allowance) == (False, True)
    assert quote.totals.usage.net_amount == 0
    assert quote.totals.yearly.net_amount == 0


def test_one_time_charges_cost_what_the_bundle_publishes() -> None:
    """For the whole quantity of one bundle; free ones are published waivers."""
    sold = an_offering(
        a_charge(), a_charge("LINE.INST", "100.00", period=BillingPeriod.ONCE, cost="80.00")
    )
    bundle = a_bundle(
        parts=[("LINE.RENT", 1)],
        one_time=(
            BundleOneTime("LINE.INST", 3, Decimal("50.00")),
            BundleOneTime("LINE.INST", 1, Decimal(0)),
        ),
    )
    (item,) = priced(a_catalog(sold, bundles=[bundle]), an_item("PACK", 2)).items
    paid, free = item.charges[1:]
    assert (paid.quantity, paid.list_amount, paid.net_amount) == (6, 600_00, 100_00)
    assert (paid.cost_amount, paid.published_waiver) == (480_00, False)
    assert (free.net_amount, free.published_waiver) == (0, True)
    assert item.one_time.net_amount == 100_00


@pytest.mark.parametrize(("filing", "codes"), [("", ["bundle.filing_number_missing"]), ("F1", [])])
def test_a_guided_part_below_its_band_needs_a_filing_number(filing: str, codes: list[str]) -> None:
    """84.99 for 100.00 is below 85 %; 85.00 is not."""
    sold = an_offering(a_charge("LINE.RENT", "100.00", regulation=PriceRegulation.GUIDED))
    for price, below in (("84.99", True), ("85.00", False)):
        bundle = a_bundle(price, [("LINE.RENT", 1)], filing_number=filing)
        quote = priced(a_catalog(sold, bundles=[bundle]), an_item("PACK"))
        assert quote.items[0].charges[0].below_band is below
        assert codes_of(quote) == (codes if below else [])
        assert quote.items[0].filing_number == filing


def test_a_bundle_whose_part_has_no_price_is_not_priced_in_part() -> None:
    """Findings for every part that is missing, and no charge at all."""
    sold = an_offering(a_charge("LINE.RENT", tax_class="none"))
    bundle = a_bundle(parts=[("LINE.RENT", 1), ("GONE.RENT", 1)])
    quote = priced(a_catalog(sold, BOX, bundles=[bundle]), an_item("PACK"))
    assert [(p.code, p.parameters["charge"]) for p in quote.problems] == [
        ("price.no_tax_rate", "LINE.RENT"),
        ("price.unknown_charge", "GONE.RENT"),
    ]
    assert quote.items[0].charges == ()


def test_a_one_time_charge_without_a_price_is_told_and_left_out() -> None:
    """The monthly price stands."""
    sold = an_offering(
        a_charge(), a_charge("LINE.INST", period=BillingPeriod.ONCE, tax_class="none")
    )
    bundle = a_bundle(
        one_time=(
            BundleOneTime("LINE.INST", 1, Decimal(1)),
            BundleOneTime("GONE.INST", 1, Decimal(1)),
        )
    )
    quote = priced(a_catalog(sold, bundles=[bundle]), an_item("PACK"))
    assert codes_of(quote) == ["price.no_tax_rate", "price.unknown_charge"]
    assert quote.totals.monthly.net_amount == 199_00
    assert quote.totals.one_time.net_amount == 0


def test_a_bundle_that_cannot_be_shared_out_is_told_not_raised() -> None:
    """A component below zero has no share; the import refuses it, and pricing only says so."""
    credit = an_offering(a_charge("CREDIT.RENT", "-10.00"))
    bundle = a_bundle("199.00", [("NET.RENT", 1), ("CREDIT.RENT", 1)])
    quote = priced(a_catalog(BROADBAND, credit, bundles=[bundle]), an_item("PACK"))
    assert "bundle.cannot_be_allocated" in codes_of(quote)
    assert quote.totals.contract.net_amount == 0
