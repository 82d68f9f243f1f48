"""A past month under a plan: what is beyond the allowance is charged, the rest is not."""

from __future__ import annotations

from decimal import Decimal

import pytest

from pricing.replay import Plan, replay_month

PLAN = Plan(668_00, {"LOCAL": 3000, "LD": 240}, {"LOCAL": Decimal("0.10"), "LD": Decimal("0.25")})


@pytest.mark.parametrize(
    ("usage", "amount"),
    [
        ({"LOCAL": 2780, "LD": 528}, 740_00),  # 288 minutes beyond at 0.25
        ({"LOCAL": 3000, "LD": 240}, 668_00),
        ({"LOCAL": 3001, "LD": 241}, 668_35),
        ({"LOCAL": 0, "LD": 0}, 668_00),
        ({}, 668_00),
    ],
)
def test_only_what_exceeds_the_allowance_is_charged(usage: dict[str, int], amount: int) -> None:
    """Each charge has its own allowance."""
    assert replay_month(PLAN, usage) == amount


def test_usage_without_an_allowance_is_charged_from_the_first_unit() -> None:
    """Ten minutes at 0.0353 are 0.353, rounded to 0.35."""
    plan = Plan(0, {}, {"LD": Decimal("0.0353")})
    assert replay_month(plan, {"LD": 10}) == 35


def test_usage_without_a_rate_is_a_bug_of_the_caller() -> None:
    """Unless it stays within the allowance."""
    plan = Plan(0, {"LD": 10}, {})
    assert replay_month(plan, {"LD": 10}) == 0
    with pytest.raises(KeyError):
        replay_month(plan, {"LD": 11})
