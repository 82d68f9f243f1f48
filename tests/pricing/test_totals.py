"""One-time and monthly figures meet only in the contract value; cost runs on in free months."""

from __future__ import annotations

from decimal import Decimal

import pytest

from catalog.period import BillingPeriod, years_of
from pricing.alterations.free_months import FreeMonths
from pricing.priced import Amounts, TaxRow
from pricing.totals import NOTHING
from tests.builders import (
    a_catalog,
    a_charge,
    a_context,
    a_line,
    an_item,
    an_offering,
    priced,
)

CATALOG = a_catalog(
    an_offering(
        a_charge("LINE.RENT", "109.00", cost="40.00"),
        a_charge("LINE.INST", "106.00", period=BillingPeriod.ONCE, tax_class="six", cost="50.00"),
        a_charge("LINE.YEAR", "113.00", period=BillingPeriod.YEAR, tax_class="thirteen"),
        a_charge("LINE.CALLS", "0.10", period=BillingPeriod.PER_USE),
    )
)


@pytest.mark.parametrize(("term", "years"), [(1, 1), (12, 1), (13, 2), (24, 2), (36, 3), (0, 0)])
def test_a_year_counts_when_it_has_started(term: int, years: int) -> None:
    """Thirteen months touch two years."""
    assert years_of(term) == years


def test_the_contract_value_is_one_time_plus_recurring_over_the_term() -> None:
    """106 + 109 x 18 + 113 x 2 years = 2,294.00, without the calls."""
    items = [
        a_line(code=f"LINE.{name}", item_id=name, quantity=count)
        for name, count in (("RENT", 1), ("INST", 1), ("YEAR", 1), ("CALLS", 500))
    ]
    totals = priced(CATALOG, *items, context=a_context(18)).totals
    assert totals.one_time == Amounts(106_00, 106_00, 106_00, 100_00, 6_00, 50_00)
    assert totals.monthly == Amounts(109_00, 109_00, 109_00, 100_00, 9_00, 40_00)
    assert totals.yearly == Amounts(113_00, 113_00, 113_00, 100_00, 13_00, 10_00)
    assert totals.usage.net_amount == 50_00
    assert totals.expected_bill == 159_00
    assert totals.contract.net_amount == 106_00 + 109_00 * 18 + 113_00 * 2
    assert totals.contract.net_ex_tax == 100_00 + 100_00 * 18 + 100_00 * 2
    assert totals.contract.tax == 6_00 + 9_00 * 18 + 13_00 * 2
    assert totals.contract.cost == 50_00 + 40_00 * 18 + 10_00 * 2
    assert totals.tax_rows == (
        TaxRow(Decimal("0.13"), 200_00, 26_00),
        TaxRow(Decimal("0.09"), 1800_00, 162_00),
        TaxRow(Decimal("0.06"), 100_00, 6_00),
    )
    assert totals.term == 18


def test_free_months_are_not_charged_but_cost() -> None:
    """2 of 12 months free: 10 x 109.00, and 12 x 40.00 of cost."""
    line = a_line()
    item = an_item("LINE", 1, *line.charges, alterations=(FreeMonths(2),))
    totals = priced(CATALOG, item).totals
    assert totals.free == Amounts(net_amount=218_00, net_ex_tax=200_00, tax=18_00)
    assert totals.contract.net_amount == 1090_00
    assert totals.contract.list_amount == totals.contract.published_amount == 1308_00
    assert totals.contract.cost == 480_00
    assert totals.monthly.net_amount == 109_00
    assert totals.tax_rows == (TaxRow(Decimal("0.09"), 1000_00, 90_00),)


def test_optional_items_are_summed_apart() -> None:
    """Only the figure "with all options" knows them."""
    quote = priced(CATALOG, a_line(), a_line(2, item_id="i2", optional=True))
    assert quote.totals.monthly.net_amount == 109_00
    assert quote.totals.with_options == 327_00
    assert quote.totals.contract.net_amount == 109_00 * 12
    assert quote.items[1].monthly.net_amount == 218_00


def test_amounts_add_up_figure_by_figure() -> None:
    """And multiply by a number of periods."""
    one = Amounts(1, 2, 3, 4, 5, 6)
    assert one + NOTHING == one
    assert one + one == one.times(2) == Amounts(2, 4, 6, 8, 10, 12)
    assert one.times(0) == NOTHING
