"""Direction, season and lines that belong together, as a bill analysis tells them."""

from __future__ import annotations

from decimal import Decimal

from app.quoting.customer import Leaving
from app.quoting.spend_notes import spend_notes
from pricing.bills import Bills
from pricing.spend import SpendPolicy
from pricing.spend_analysis import analyse
from tests.builders import some_bills
from tests.sample import sample_case

POLICY = SpendPolicy()


def test_the_shops_fall_and_hang_together() -> None:
    """58.83 less a month; four lines beside the one whose long distance fell."""
    case = sample_case(2)
    notes = spend_notes(case.bills, analyse(case.bills, POLICY), case.customer.accounts)
    assert notes is not None
    assert notes.trend is not None
    assert notes.trend.slope == -58_83
    assert (notes.season, notes.year) == (None, None)
    assert sum(line.monthly for line in notes.related) == 1_719_00
    assert notes.given_up == ()


def test_accounts_that_are_given_up_are_named() -> None:
    """A service without an account has no bills that could be missed."""
    case = sample_case(2)
    leaving = (Leaving("65550104", "PSTN", reason="内部"), Leaving("", "PHS", 2))
    analysis = analyse(case.bills, POLICY)
    notes = spend_notes(case.bills, analysis, case.customer.accounts, leaving)
    assert notes is not None
    assert notes.given_up == ("65550104",)


def test_two_years_have_a_season_and_a_year_before() -> None:
    """120.00 against 100.00 a year before; nothing fell."""
    bills = some_bills([100_00] * 12 + [120_00] * 12, first="2024-01")
    notes = spend_notes(bills, analyse(bills, POLICY), ())
    assert notes is not None
    assert notes.season is not None
    assert notes.year is not None
    assert (notes.year.month, notes.year.change) == ("2025-12", Decimal("20.00"))
    assert notes.related == ()


def test_without_bills_there_is_nothing_to_tell() -> None:
    """Neither a trend nor a season."""
    assert spend_notes(Bills(), None, ()) is None
