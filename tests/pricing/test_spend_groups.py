"""Groups of a bill add up to the bill, whatever they are grouped by."""

from __future__ import annotations

import pytest

from catalog.local_text import LocalText
from pricing.bills import BillComponent, Bills
from pricing.spend import SpendPolicy
from pricing.spend_groups import Grouping, analysed, charge_name, grouped
from tests.builders import some_bills
from tests.sample import sample_case

POLICY = SpendPolicy()
MONTHS = ("2026-01", "2026-02")


def of_account(account: str, charge: str, *amounts: int) -> BillComponent:
    """A charge of an account, named as an import names it."""
    name = LocalText(f"{account} {charge}", f"{account} {charge}")
    return BillComponent(
        f"{account}|{charge}", name, dict(zip(MONTHS, amounts, strict=True)), account=account
    )


TWO = Bills(
    (
        of_account("1", "rent", 10, 10),
        of_account("1", "calls", 1, 2),
        of_account("2", "rent", 20, 20),
    )
)


@pytest.mark.parametrize("by", list(Grouping))
def test_groups_add_up_to_the_months(by: Grouping) -> None:
    """Of the kindergarten's six months, as billed and as usual."""
    bills = sample_case(1).bills
    analysis = analysed(bills, POLICY, 6)
    assert analysis is not None
    groups = grouped(bills, analysis, by)
    totals = [sum(group.amounts[place] for group in groups) for place in range(6)]
    usual = [sum(group.usual[place] for group in groups) for place in range(6)]
    assert totals == [month.total for month in analysis.months]
    assert usual == [month.adjusted for month in analysis.months]
    assert frozenset({3, 4, 5}) in {group.unusual for group in groups}


def test_charges_of_one_name_are_one_group_over_accounts() -> None:
    """The account before the name is no part of it."""
    analysis = analysed(TWO, POLICY, 2)
    assert analysis is not None
    charges = grouped(TWO, analysis, Grouping.CHARGE)
    assert [(g.name.zh, g.amounts) for g in charges] == [("rent", (30, 30)), ("calls", (1, 2))]
    assert charge_name(BillComponent("a", LocalText("市话"), {})) == LocalText("市话")


def test_an_account_with_one_charge_goes_by_its_name() -> None:
    """One with several by its number."""
    analysis = analysed(TWO, POLICY, 2)
    assert analysis is not None
    accounts = grouped(TWO, analysis, Grouping.ACCOUNT)
    assert [(g.id, g.name.zh, g.amounts) for g in accounts] == [
        ("1", "1", (11, 12)),
        ("2", "2 rent", (20, 20)),
    ]


def test_without_an_account_a_component_stands_alone() -> None:
    """And goes by its own identifier."""
    bills = some_bills([1, 2], [3, 4])
    analysis = analysed(bills, POLICY, 2)
    assert analysis is not None
    assert [g.id for g in grouped(bills, analysis, Grouping.ACCOUNT)] == ["a", "b"]


def test_a_long_window_is_judged_by_all_of_its_months() -> None:
    """A year of 10.00 after a year of 100.00: over 24 months the median is 55.00."""
    bills = some_bills([100_00] * 12 + [10_00] * 12)
    analysis = analysed(bills, POLICY, 24)
    assert analysis is not None
    assert {one.median for one in analysis.unusual} == {55_00}
    assert len(analysis.months) == 24
    short = analysed(bills, POLICY, 6)
    assert short is not None
    assert short.unusual == ()
