"""What a promotion's limits leave for a quote."""

from __future__ import annotations

from typing import Any

import pytest

from catalog.period import BillingPeriod
from pricing.context import Used
from pricing.promotion_limits import Left, left_of, remaining_of, times_of
from tests.pricing.rule_builders import a_promotion, percent_off


@pytest.mark.parametrize(
    ("limits", "left"),
    [
        ({}, None),
        ({"quote_cap": 5}, Left("quote_cap", 5)),
        ({"customer_cap": 30}, Left("customer_cap", 20)),
        ({"budget": 30}, Left("budget", 10)),
        ({"budget": 19}, Left("budget", 0)),
        ({"quote_cap": 11, "customer_cap": 30, "budget": 30}, Left("budget", 10)),
        ({"quote_cap": 10, "budget": 30}, Left("quote_cap", 10)),
    ],
)
def test_the_tightest_limit_holds(limits: dict[str, Any], left: Left | None) -> None:
    """Ten used by the customer, twenty in all; the first named of equals, never below nothing."""
    rule = a_promotion(percent_off(10), **limits)
    assert left_of(rule, {"P": Used(10, 20)}) == left
    assert left_of(rule, {"OTHER": Used(99, 99)}) == left_of(rule, {})


def test_a_budget_has_left_what_nobody_takes() -> None:
    """Twenty used by others, five by this quote; never below nothing, nothing without one."""
    used = {"P": Used(10, 20)}
    rule = a_promotion(percent_off(10), budget=30)
    assert remaining_of(rule, used, 5) == 5
    assert remaining_of(rule, {}, 5) == 25
    assert remaining_of(rule, used, 11) == 0
    assert remaining_of(a_promotion(percent_off(10), customer_cap=30), used, 5) is None


def test_charges_count_as_often_as_they_are_billed() -> None:
    """Months of the term, begun years, once; usage never."""
    periods = (BillingPeriod.MONTH, BillingPeriod.YEAR, BillingPeriod.ONCE, BillingPeriod.PER_USE)
    assert [times_of(period, 13) for period in periods] == [13, 2, 1, 0]
    assert times_of(BillingPeriod.MONTH, -1) == 0
