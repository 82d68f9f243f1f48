"""Vectors V30 to V36: partial periods, free and reduced months, ramps."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from catalog.money import decimal_percent, round_half_up
from pricing.alterations.free_months import FreeMonths
from pricing.alterations.ramp import Ramp
from pricing.alterations.reduced_months import ReducedMonths
from pricing.concession import measure
from pricing.item import ItemCharge
from pricing.proration import (
    by_days,
    by_months,
    first_period,
    months_and_days,
    per_month,
    started_months,
    time_weighted,
)
from tests.builders import a_catalog, a_charge, a_context, an_item, an_offering
from tests.pricing.rule_builders import a_line_at, a_policy, d, priced_by


def test_v30_three_ways_to_count_a_term() -> None:
    """830 days are 2.2740 years, 35 months 2.9167; a year and ten days 13 months, or 12 and 10."""
    assert decimal_percent(by_days(830), 4) == d("2.2740")
    assert decimal_percent(by_months(35), 4) == d("2.9167")
    first, last = date(2017, 1, 1), date(2018, 1, 10)
    assert started_months(first, last) == 13
    whole, rest = months_and_days(first, last)
    assert whole == 12
    assert rest * 31 == 10


def test_v31_the_first_february() -> None:
    """200.00 a month from the 24th of 28 days: 5 days, 35.71."""
    assert first_period(20_000, date(2026, 2, 24)) == 3_571


def test_v32_the_first_month_of_thirty_days() -> None:
    """199.00 a month from the 21st of 30 days: 10 days, 66.33."""
    assert first_period(19_900, date(2026, 6, 21)) == 6_633


def test_v33_free_months_then_reduced_ones() -> None:
    """199 for 24 months, 3 free and 3 at half: 298.50 + 3,582 = 3,880.50, 18.75 % given away."""
    item = an_item(
        "LINE",
        1,
        ItemCharge("LINE.RENT", 1),
        alterations=(FreeMonths(3), ReducedMonths(4, 6, d(50))),
    )
    quote = priced_by(a_policy(), a_line_at("199.00"), item, context=a_context(24))
    assert quote.totals.contract.net_amount == 388_050
    assert measure(quote).cumulative == Decimal("18.75")


def test_v34_a_discount_shorter_than_its_period_is_weighted_by_time() -> None:
    """350.00 a year, 40 % for 4 months: 303.33, not 210.00."""
    assert time_weighted(35_000, Decimal(40), 4, 12) == 30_333


def test_v35_a_ramp_of_three_years() -> None:
    """1,000 a month, 5 % more each year: 12,000 + 12,600 + 13,230 = 37,830."""
    item = an_item("LINE", 1, ItemCharge("LINE.RENT", 1), alterations=(Ramp(d(5)),))
    quote = priced_by(a_policy(), a_line_at("1000.00"), item, context=a_context(36))
    (priced,) = quote.items
    assert [part.amounts.net_amount * part.months for part in priced.schedule] == [
        1_200_000,
        1_260_000,
        1_323_000,
    ]
    assert quote.totals.contract.net_amount == 3_783_000


def test_v35b_other_periods_are_compared_by_the_month() -> None:
    """300 every three months and 1,200 a year are both 100 a month."""
    assert per_month(30_000, 3) == per_month(120_000, 12) == 10_000


def test_v36_two_contracts_renewed_together() -> None:
    """100 at 50.00 (+5 %) and 40 at 60.00 (+3 %): 52.86 a line, 55.16 in the second year."""
    catalog = a_catalog(
        an_offering(a_charge("A.RENT", "50.00")), an_offering(a_charge("B.RENT", "60.00"))
    )
    items = (
        an_item("A", 100, ItemCharge("A.RENT", 100), alterations=(Ramp(d(5)),)),
        an_item("B", 40, ItemCharge("B.RENT", 40), item_id="i2", alterations=(Ramp(d(3)),)),
    )
    quote = priced_by(a_policy(), catalog, *items, context=a_context(24))
    years = [sum(item.schedule[year].amounts.net_amount for item in quote.items) for year in (0, 1)]
    assert years == [740_000, 772_200]
    assert [round_half_up(year, 140) for year in years] == [5_286, 5_516]
