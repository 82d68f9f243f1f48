"""Sums of every kind of charge, alone and beside others; VAT rows of rates that are equal."""

from __future__ import annotations

from decimal import Decimal

import msgspec
import pytest

from catalog.period import BillingPeriod
from pricing.alterations.percentage import Percentage
from pricing.alterations.reduced_months import ReducedMonths
from pricing.item import ItemCharge
from pricing.priced import Amounts, TaxRow
from pricing.totals import NOTHING, amounts, sums, total, with_sums
from tests.builders import a_catalog, a_charge, a_context, a_line, an_item, an_offering, priced

ONCE, YEAR, USE = BillingPeriod.ONCE, BillingPeriod.YEAR, BillingPeriod.PER_USE
CATALOG = a_catalog(
    an_offering(
        a_charge("LINE.RENT", "109.00", cost="1.00"),
        a_charge("LINE.INST", "218.00", period=ONCE, cost="2.00"),
        a_charge("LINE.CARE", "327.00", period=YEAR, cost="3.00"),
        a_charge("LINE.CALLS", "436.00", period=USE, cost="4.00"),
    ),
    an_offering(a_charge("NET.RENT", "113.00", tax_class="thirteen", cost="5.00")),
)
HALF = Percentage(Decimal(50))
OF_EACH = {
    "INST": Amounts(21_800, 21_800, 10_900, 10_000, 900, 200),
    "RENT": Amounts(10_900, 10_900, 5_450, 5_000, 450, 100),
    "CARE": Amounts(32_700, 32_700, 16_350, 15_000, 1_350, 300),
    "CALLS": Amounts(43_600, 43_600, 21_800, 20_000, 1_800, 400),
}
"""Each at half its list price, in the order of the sums: once, monthly, yearly, usage."""


@pytest.mark.parametrize("name", OF_EACH)
def test_a_charge_alone_is_summed_in_its_place(name: str) -> None:
    """All six figures, and nothing elsewhere."""
    (item,) = priced(CATALOG, a_line(1, HALF, code=f"LINE.{name}")).items
    expected = tuple(own if name == one else NOTHING for one, own in OF_EACH.items())
    assert sums(item.charges) == expected
    assert (item.one_time, item.monthly, item.yearly, item.usage) == expected


def test_charges_beside_each_other_are_summed_by_kind() -> None:
    """Two of each kind come to twice as much; of no charges nothing is summed."""
    (item,) = priced(
        CATALOG, an_item("LINE", 1, *(ItemCharge(f"LINE.{name}", 1, HALF) for name in OF_EACH))
    ).items
    assert sums(item.charges) == tuple(OF_EACH.values())
    assert sums(item.charges * 2) == tuple(own.times(2) for own in OF_EACH.values())
    once, monthly = OF_EACH["INST"], OF_EACH["RENT"]
    assert sums(item.charges[:2]) == (once, monthly, NOTHING, NOTHING)
    assert amounts(item.charges[:1] * 3) == OF_EACH["INST"].times(3)
    assert all(one is NOTHING for one in sums(()))
    assert amounts(()) == NOTHING == Amounts()


def test_with_other_charges_only_the_sums_change() -> None:
    """Every other field stays."""
    line = msgspec.structs.replace(a_line(1, optional=True), site="S", section="一")
    (item,) = priced(CATALOG, line).items
    described = msgspec.structs.replace(
        item, free_months=2, extra_discount=Decimal(3), term=24, filing_number="F", is_bundle=True
    )
    (other,) = priced(CATALOG, a_line(1, HALF, code="LINE.CARE")).items
    assert with_sums(described, other.charges) == msgspec.structs.replace(
        described,
        charges=other.charges,
        one_time=NOTHING,
        monthly=NOTHING,
        yearly=OF_EACH["CARE"],
        usage=NOTHING,
    )


def test_totals_have_the_sums_of_all_firm_items_and_the_monthly_ones_of_options() -> None:
    """Two lines with everything and an option; over 13 months and two years begun."""
    every = [ItemCharge(f"LINE.{name}", 1, HALF) for name in OF_EACH]
    items = [
        an_item("LINE", 1, *every),
        an_item("LINE", 1, *every, item_id="i2"),
        an_item("LINE", 1, *every, item_id="o", optional=True),
        an_item("LINE", 1, *every, item_id="p", optional=True),
    ]
    quote = priced(CATALOG, *items, context=a_context(13))
    totals = total(quote.items, 13)
    assert totals == quote.totals
    assert totals.one_time == OF_EACH["INST"].times(2)
    assert totals.monthly == OF_EACH["RENT"].times(2)
    assert totals.yearly == OF_EACH["CARE"].times(2)
    assert totals.usage == OF_EACH["CALLS"].times(2)
    # 2 x (109.00 + 13 x 54.50 + 2 x 163.50) = 2,289.00
    assert totals.contract == Amounts(457_800, 457_800, 228_900, 210_000, 18_900, 4_200)
    assert totals.free == NOTHING
    assert (totals.expected_bill, totals.with_options) == (10_900 + 43_600, 4 * 5_450)
    assert totals.tax_rows == (TaxRow(Decimal("0.09"), 210_000, 18_900),)


def test_reduced_months_are_worth_what_they_are_less() -> None:
    """Three months at half of 109.00 and of 2 x 113.00: 3 x 54.50 and 3 x 113.00 not charged."""
    reduced = (ReducedMonths(4, 6, Decimal(50)),)
    items = [
        an_item("LINE", 1, ItemCharge("LINE.RENT", 1), alterations=reduced),
        an_item("NET", 1, ItemCharge("NET.RENT", 2), item_id="i2", alterations=reduced),
    ]
    totals = priced(CATALOG, *items).totals
    assert totals.free == Amounts(net_amount=50_250, net_ex_tax=45_000, tax=5_250)
    assert totals.contract == Amounts(
        12 * 33_500, 12 * 33_500, 402_000 - 50_250, 360_000 - 45_000, 42_000 - 5_250, 12 * 1_100
    )
    assert totals.tax_rows == (
        TaxRow(Decimal("0.13"), 210_000, 27_300),
        TaxRow(Decimal("0.09"), 105_000, 9_450),
    )


def test_usage_ahead_of_the_rest_hides_none_of_it() -> None:
    """In no row itself; the rent behind it, 12 x 109.00, is in one, as months of a schedule are."""
    charges = (ItemCharge("LINE.CALLS", 1), ItemCharge("LINE.RENT", 1), ItemCharge("LINE.INST", 1))
    whole = priced(CATALOG, an_item("LINE", 1, *charges)).totals
    assert whole.tax_rows == (TaxRow(Decimal("0.09"), 140_000, 12_600),)
    half = an_item("LINE", 1, *charges, alterations=(ReducedMonths(1, 12, Decimal(50)),))
    assert priced(CATALOG, half).totals.tax_rows == (TaxRow(Decimal("0.09"), 80_000, 7_200),)


def test_equal_rates_are_one_row_whoever_says_them() -> None:
    """0.09 and 0.090 are one rate; a rate of which nothing is charged is no row."""
    (item,) = priced(CATALOG, a_line()).items
    (charge,) = item.charges
    same = msgspec.structs.replace(charge, tax_rate=Decimal("0.090"))
    nothing = msgspec.structs.replace(
        charge, tax_rate=Decimal("0.13"), net_ex_tax=0, tax=0, net_amount=0
    )
    items = (item, with_sums(item, (same,)), with_sums(item, (nothing,)))
    assert total(items, 12).tax_rows == (TaxRow(Decimal("0.09"), 240_000, 21_600),)
    for figures in ({"net_ex_tax": 0}, {"tax": 0}):
        part = msgspec.structs.replace(charge, **figures)
        assert len(total((with_sums(item, (part,)),), 12).tax_rows) == 1
