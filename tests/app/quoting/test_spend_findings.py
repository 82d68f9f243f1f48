"""A quote says how many unusual months nobody has explained."""

from __future__ import annotations

import msgspec

from app.quoting.customer import Leaving
from app.quoting.leaving import with_leaving
from app.quoting.quote import LikeForLike
from app.quoting.spend_findings import GIVEN_UP, UNEXPLAINED, spend_findings
from catalog.problem import Severity
from pricing.bills import MonthReason, Standing
from pricing.spend import SpendPolicy
from pricing.spend_analysis import analyse
from tests.sample import sample_case


def test_case_one_has_three_unexplained_months() -> None:
    """Each that is explained is one less; with all of them nothing is said."""
    case = sample_case(1)
    bills, left = case.bills, 3
    for month, amount in (("2026-08", 158_40), ("2026-09", 171_30), ("2026-10", 130_50)):
        (found,) = spend_findings(case.quote, analyse(bills, SpendPolicy()), case.customer)
        assert (found.code, found.severity) == (UNEXPLAINED, Severity.WARNING)
        assert found.parameters["count"] == str(left)
        assert month in found.parameters["months"]
        reason = MonthReason("long_distance", month, amount, Standing.SPECIAL, "招生")
        bills, left = bills.with_reason(reason), left - 1
    assert spend_findings(case.quote, analyse(bills, SpendPolicy()), case.customer) == ()


def test_a_quote_that_is_not_compared_says_nothing() -> None:
    """Neither without bills, nor where the offer is something new."""
    case = sample_case(1)
    analysis = analyse(case.bills, SpendPolicy())
    new = msgspec.structs.replace(case.quote, like_for_like=LikeForLike(applies=False))
    assert spend_findings(new, analysis, case.customer) == ()
    assert spend_findings(case.quote, None, case.customer) == ()


def test_lines_that_are_given_up_are_named() -> None:
    """An account by its number, another service by its code."""
    case = sample_case(2)
    customer = with_leaving(case.customer, Leaving("65550104", "PSTN"))
    customer = with_leaving(customer, Leaving("", "PHS", 2))
    (found,) = spend_findings(case.quote, None, customer)
    assert (found.code, found.severity) == (GIVEN_UP, Severity.HINT)
    assert found.parameters == {"count": "2", "lines": "65550104, PHS"}
