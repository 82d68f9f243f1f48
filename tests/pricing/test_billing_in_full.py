"""Bills with every figure and every step of them; several rates and several items in one."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from catalog.period import BillingPeriod
from pricing.alterations.free_months import FreeMonths
from pricing.billing import Bill, Billing, billing_of
from pricing.item import ItemCharge
from pricing.priced import TaxRow
from pricing.stages import Stage
from pricing.trail import PriceStep
from tests.builders import a_catalog, a_charge, a_context, a_line, an_item, an_offering, priced

ONCE, YEAR, USE = BillingPeriod.ONCE, BillingPeriod.YEAR, BillingPeriod.PER_USE
CATALOG = a_catalog(
    an_offering(
        a_charge("LINE.RENT", "109.00"),
        a_charge("LINE.INST", "212.00", period=ONCE, tax_class="six"),
        a_charge("LINE.CARE", "327.00", period=YEAR),
        a_charge("LINE.CALLS", "1.00", period=USE),
    ),
    an_offering(a_charge("NET.RENT", "113.00", tax_class="thirteen")),
)
NINE, SIX, THIRTEEN = Decimal("0.09"), Decimal("0.06"), Decimal("0.13")
DAY = date(2026, 6, 16)
ITEMS = (
    an_item("LINE", 1, *(ItemCharge(f"LINE.{c}", 1) for c in ("RENT", "INST", "CARE", "CALLS"))),
    a_line(2, code="NET.RENT", item_id="i2"),
    a_line(1, item_id="i3", optional=True),
)


def a_step(code: str, change: int, result: int, **told: str) -> PriceStep:
    """A step of a bill."""
    return PriceStep(Stage.BILLING, code, "", change, result, told)


def test_the_first_invoice_from_a_day_on_with_all_that_it_has() -> None:
    """Half of June: 54.50 and 113.00 of 109.00 and 226.00; 212.00 and 327.00 in full."""
    assert billing_of(priced(CATALOG, *ITEMS), DAY).first == Bill(
        net_amount=70_650,
        net_ex_tax=10_000 + 5_000 + 20_000 + 30_000,
        tax=1_300 + 450 + 1_200 + 2_700,
        tax_rows=(
            TaxRow(THIRTEEN, 10_000, 1_300),
            TaxRow(NINE, 35_000, 3_150),
            TaxRow(SIX, 20_000, 1_200),
        ),
        steps=(
            a_step("step.first_once", 21_200, 21_200),
            a_step("step.first_month", 33_500, 54_700),
            a_step("step.first_days", -16_750, 37_950, days="15", of="30", date="2026-06-16"),
            a_step("step.first_year", 32_700, 70_650),
        ),
    )


def test_the_first_invoice_of_a_full_month() -> None:
    """335.00 for the month: no step of days."""
    bill = billing_of(priced(CATALOG, *ITEMS)).first
    assert bill.net_amount == 87_400
    assert bill.tax_rows == (
        TaxRow(THIRTEEN, 20_000, 2_600),
        TaxRow(NINE, 40_000, 3_600),
        TaxRow(SIX, 20_000, 1_200),
    )
    assert [step.code for step in bill.steps] == [
        "step.first_once",
        "step.first_month",
        "step.first_year",
    ]


def test_the_second_of_a_month_is_a_part_and_the_first_is_not() -> None:
    """29 of 30 days of 109.00 are 105.37 (105.3666...)."""
    quote = priced(CATALOG, a_line())
    assert billing_of(quote, date(2026, 6, 2)).first.net_amount == 10_537
    assert billing_of(quote, date(2026, 6, 1)).first.net_amount == 10_900
    assert billing_of(quote, date(2026, 6, 30)).first.net_amount == 363  # a thirtieth: 3.6333...


def test_a_schedule_bills_its_first_part() -> None:
    """The first month of one item is free: 226.00 of the other are billed, with their VAT."""
    item = an_item("LINE", 1, ItemCharge("LINE.RENT", 1), alterations=(FreeMonths(1),))
    (free,) = priced(CATALOG, item).items[0].schedule[:1]
    assert free.amounts.net_amount == 0
    bill = billing_of(priced(CATALOG, item, a_line(2, code="NET.RENT", item_id="i2"))).first
    assert (bill.net_amount, bill.tax_rows) == (22_600, (TaxRow(THIRTEEN, 20_000, 2_600),))


def test_nothing_is_billed_for_nothing() -> None:
    """One step of nothing, no row."""
    nothing = a_step("step.first_once", 0, 0)
    bill = billing_of(priced(CATALOG)).first
    assert bill == Bill(steps=(nothing,))


def test_the_average_month_with_all_that_it_has() -> None:
    """212.00 + 12 x 109.00 + 327.00 = 1,847.00; by 12 153.92, without VAT 141.67 of 1,700.00."""
    quote = priced(CATALOG, ITEMS[0])
    assert billing_of(quote).average == Bill(
        net_amount=15_392,
        net_ex_tax=14_167,
        tax=1_225,
        tax_rows=(),
        steps=(
            a_step("step.contract_value", 184_700, 184_700),
            a_step("step.average_month", 15_392 - 184_700, 15_392, term="12"),
        ),
    )


def test_in_a_term_of_one_month_the_average_is_the_contract_value() -> None:
    """109.00 by 1; a step of nothing is left out."""
    quote = priced(CATALOG, a_line(), context=a_context(1))
    assert [step.code for step in billing_of(quote).average.steps] == ["step.contract_value"]


def test_a_billing_knows_its_day() -> None:
    """As it was asked for, the first of a month too."""
    quote = priced(CATALOG, a_line())
    assert billing_of(quote, DAY).activation == DAY
    assert billing_of(quote).activation is None
    assert Billing().first == Billing().average == Bill(0, 0, 0, (), ())
