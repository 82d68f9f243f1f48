"""A ramp: the price of each further year of the term."""

from __future__ import annotations

import pytest

from pricing.alterations.ramp import Ramp
from pricing.item import ItemCharge
from tests.builders import a_context, an_item, codes_of
from tests.pricing.rule_builders import a_line_at, a_policy, d, priced_by


def years(percent: str, term: int = 36) -> list[int]:
    """Net fen of a month in each part of the schedule; 100.00 a month."""
    item = an_item("LINE", 1, ItemCharge("LINE.RENT", 1), alterations=(Ramp(d(percent)),))
    quote = priced_by(a_policy(), a_line_at("100.00"), item, context=a_context(term))
    assert codes_of(quote) == []
    return [part.amounts.net_amount for part in quote.items[0].schedule]


def test_a_price_rises_or_falls_at_the_start_of_each_further_year() -> None:
    """5 %: 100.00, 105.00, 110.25; -10 %: 100.00, 90.00, 81.00."""
    assert years("5") == [10_000, 10_500, 11_025]
    assert years("-10") == [10_000, 9_000, 8_100]


def test_a_ramp_of_one_year_or_of_nothing_is_none() -> None:
    """No second year begins; every month costs the same."""
    assert years("5", 12) == []
    assert years("0") == []
    assert years("5", 13) == [10_000, 10_500]


@pytest.mark.parametrize("percent", ["-100", "-100.01", "1000.01", "NaN", "Infinity", "-Infinity"])
def test_a_ramp_below_nothing_is_told_and_not_applied(percent: str) -> None:
    """The item keeps its price in every month."""
    item = an_item("LINE", 1, ItemCharge("LINE.RENT", 1), alterations=(Ramp(d(percent)),))
    quote = priced_by(a_policy(), a_line_at("100.00"), item, context=a_context(36))
    assert codes_of(quote) == ["price.schedule_out_of_range"]
    assert quote.problems[0].where.subject == "i1"
    assert quote.items[0].schedule == ()
    assert quote.totals.contract.net_amount == 36 * 10_000


@pytest.mark.parametrize("percent", ["-99.99", "1000"])
def test_a_ramp_at_its_bounds_is_applied(percent: str) -> None:
    """A hundredth of a percent remains, or eleven times the price."""
    assert years(percent, 24)[1] == {"-99.99": 1, "1000": 110_000}[percent]
