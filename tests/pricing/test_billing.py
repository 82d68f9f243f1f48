"""The first invoice and the average month, worked out by hand and replayed from their steps."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from catalog.money import round_half_up
from catalog.period import BillingPeriod
from pricing.alterations.free_months import FreeMonths
from pricing.alterations.reduced_months import ReducedMonths
from pricing.billing import Billing, billing_of
from pricing.engine import price_quote
from pricing.item import ItemCharge
from pricing.policy import PricingPolicy
from pricing.priced import PricedQuote, TaxRow
from pricing.replaying import replay_steps
from tests.builders import a_catalog, a_charge, a_context, an_item, an_offering
from tests.pricing.quotes import CATALOG, quotes, terms

ONCE, YEAR = BillingPeriod.ONCE, BillingPeriod.YEAR
CATALOGUE = a_catalog(
    an_offering(
        a_charge("LINE.RENT", "200.00"),
        a_charge("LINE.INST", "100.00", period=ONCE, tax_class="six"),
        a_charge("LINE.CARE", "350.00", period=YEAR, tax_class="six"),
        a_charge("LINE.CALLS", "0.10", period=BillingPeriod.PER_USE),
    )
)
FEBRUARY_24 = date(2027, 2, 24)
RENT = ItemCharge("LINE.RENT", 1)


def priced(*charges: ItemCharge, term: int = 12, **item: object) -> PricedQuote:
    """One line with some charges."""
    return price_quote(
        CATALOGUE,
        PricingPolicy("p"),
        a_context(term=term),
        [an_item("LINE", 1, *charges, **item)],  # type: ignore[arg-type] # the fields' own types
    )


def told(billing: Billing) -> list[tuple[str, int]]:
    """Codes and changes of the steps of the first invoice."""
    return [(step.code, step.change) for step in billing.first.steps]


def test_the_month_of_activation_is_charged_by_its_days() -> None:
    """V31: 200.00 a month from the 24th of a February of 28 days is 5 of 28 days, 35.71."""
    bill = billing_of(priced(RENT), FEBRUARY_24).first
    assert bill.net_amount == 35_71
    assert (bill.net_ex_tax, bill.tax) == (32_76, 2_95)
    assert bill.tax_rows == (TaxRow(Decimal("0.09"), 32_76, 2_95),)


def test_the_steps_say_which_days_were_counted() -> None:
    """200.00 for the month, less 164.29 for the 23 days before."""
    billing = billing_of(priced(RENT), FEBRUARY_24)
    assert told(billing) == [
        ("step.first_once", 0),
        ("step.first_month", 200_00),
        ("step.first_days", -164_29),
    ]
    days = billing.first.steps[-1].parameters
    assert days == {"days": "5", "of": "28", "date": "2027-02-24"}


def test_without_a_day_of_activation_the_first_month_is_full() -> None:
    """Nothing is known that would make it less, and the first of a month is a full month too."""
    quote = priced(RENT)
    assert billing_of(quote).first.net_amount == 200_00
    assert billing_of(quote, date(2027, 2, 1)).first == billing_of(quote).first


def test_one_time_and_yearly_charges_are_billed_in_full_and_usage_later() -> None:
    """100.00 once, 35.71 of a month, 350.00 for the first year; calls are billed when made."""
    charges = [ItemCharge(f"LINE.{name}", 1) for name in ("RENT", "INST", "CARE")]
    quote = priced(*charges, ItemCharge("LINE.CALLS", 500))
    bill = billing_of(quote, FEBRUARY_24).first
    assert bill.net_amount == 100_00 + 35_71 + 350_00
    assert bill.tax_rows == (
        TaxRow(Decimal("0.09"), 32_76, 2_95),
        TaxRow(Decimal("0.06"), 94_34 + 330_19, 5_66 + 19_81),
    )


def test_a_free_first_month_is_not_billed() -> None:
    """Two months free: the first invoice has the installation only."""
    quote = priced(RENT, ItemCharge("LINE.INST", 1), alterations=(FreeMonths(2),))
    assert billing_of(quote, FEBRUARY_24).first.net_amount == 100_00
    assert billing_of(quote).first.net_amount == 100_00


def test_a_reduced_first_month_is_charged_by_its_days_at_its_own_price() -> None:
    """Half of 200.00 is 100.00; 5 of 28 days of it are 17.86."""
    half = ReducedMonths(1, 3, Decimal(50))
    assert billing_of(priced(RENT, alterations=(half,)), FEBRUARY_24).first.net_amount == 17_86


def test_optional_items_are_on_no_invoice() -> None:
    """The customer has not chosen them."""
    assert billing_of(priced(RENT, optional=True), FEBRUARY_24).first.net_amount == 0


def test_the_average_month_is_the_contract_value_by_months_rounded_half_up() -> None:
    """7 months of 200.00 and 100.00 once are 1,500.00: 214.29 a month (214.2857)."""
    quote = priced(RENT, ItemCharge("LINE.INST", 1), term=7)
    bill = billing_of(quote).average
    assert bill.net_amount == 214_29
    # 7 x 183.49 and 94.34 without VAT are 1,378.77: 196.97 a month
    assert (bill.net_ex_tax, bill.tax) == (196_97, 17_32)
    assert [step.change for step in bill.steps] == [1500_00, 214_29 - 1500_00]


def test_a_term_of_nothing_has_no_average_to_divide_by() -> None:
    """It is told elsewhere that the term makes no sense; nothing fails here."""
    assert billing_of(priced(RENT, term=0)).average.net_amount == 0


@given(quotes(), terms, st.none() | st.dates(date(2026, 1, 1), date(2030, 12, 31)))
def test_bills_add_up_and_are_replayed_from_their_steps(
    items: tuple[object, ...], term: int, day: date | None
) -> None:
    """Steps give the amount, rates give the VAT, and no first invoice is more than a full one."""
    quote = price_quote(CATALOG, PricingPolicy("p"), a_context(term=term), items)  # type: ignore[arg-type] # drawn items
    billing = billing_of(quote, day)
    for bill in (billing.first, billing.average):
        assert replay_steps(bill.steps) == bill.net_amount
        assert bill.net_ex_tax + bill.tax == bill.net_amount
    rows = billing.first.tax_rows
    assert sum(row.net_ex_tax + row.tax for row in rows) == billing.first.net_amount
    contract = quote.totals.contract.net_amount
    assert billing.average.net_amount == round_half_up(contract, term)
    full = billing_of(quote).first.net_amount
    assert billing.first.net_amount <= full or quote.totals.monthly.net_amount < 0


def test_a_month_of_thirty_days_is_charged_by_its_days() -> None:
    """V32: 199.00 a month from the 21st of a June of 30 days is 10 of 30 days, 66.33."""
    catalog = a_catalog(an_offering(a_charge("LINE.RENT", "199.00")))
    quote = price_quote(catalog, PricingPolicy("p"), a_context(), [an_item("LINE", 1, RENT)])
    assert billing_of(quote, date(2026, 6, 21)).first.net_amount == 66_33
