"""Usage: what is included, what comes beyond, the least and the most of a period."""

from __future__ import annotations

from decimal import Decimal

import pytest

from pricing.tiers import Tier
from pricing.usage_rating import UsagePlan, UsageRates, plan_of, rate_usage, usage_parts
from tests.pricing.rule_builders import d


@pytest.mark.parametrize(("units", "fen"), [(0, 0), (99, 0), (100, 0), (101, 50), (200, 5_000)])
def test_units_within_the_allowance_cost_nothing(units: int, fen: int) -> None:
    """100 included, 0.50 each beyond."""
    assert rate_usage(UsagePlan(d("0.50"), allowance=100), units) == fen


def test_prices_below_a_fen_are_rounded_once() -> None:
    """Seven calls at 0.0015 are 0.0105, half up 0.01; by units nothing would be left."""
    assert rate_usage(UsagePlan(d("0.0015")), 7) == 1
    assert rate_usage(UsagePlan(d("0.0015")), 10) == 2


def test_tiers_count_the_units_beyond_the_allowance() -> None:
    """10 included, then five at 1.00 and the rest at 0.50; by volume all at 0.50."""
    tiers = (Tier(1, unit_price=d(1)), Tier(6, unit_price=d("0.50")))
    plan = UsagePlan(d(9), allowance=10, tiers=tiers)
    assert rate_usage(plan, 17) == 500 + 100
    assert rate_usage(UsagePlan(d(9), 10, tiers, graduated=False), 17) == 350


def test_below_the_first_tier_the_rate_holds() -> None:
    """Two units at 9.00 before tiers begin with three."""
    plan = UsagePlan(d(9), tiers=(Tier(3, unit_price=d(1)),))
    assert rate_usage(plan, 2) == 1_800
    assert rate_usage(UsagePlan(d(9), tiers=plan.tiers, graduated=False), 2) == 1_800
    assert rate_usage(plan, 3) == 1_900


@pytest.mark.parametrize(
    ("units", "fen"), [(0, 2_000), (100, 2_000), (150, 2_500), (300, 3_000), (999, 3_000)]
)
def test_a_period_costs_the_commitment_at_least_and_the_cap_at_most(units: int, fen: int) -> None:
    """10.00 fixed and 0.10 a unit, at least 20.00, at most 30.00."""
    plan = UsagePlan(Decimal("0.10"), fixed=1_000, commitment=2_000, cap=3_000)
    assert rate_usage(plan, units) == fen


def test_a_cap_below_the_commitment_wins() -> None:
    """The commitment is applied first."""
    assert rate_usage(UsagePlan(d(1), commitment=500, cap=300), 1) == 300


def test_negative_usage_is_refused() -> None:
    """A meter does not run backwards."""
    with pytest.raises(ValueError, match="-1 units"):
        rate_usage(UsagePlan(d(1)), -1)


def test_the_parts_lead_from_the_allowance_to_the_cap() -> None:
    """3,500 units, 3,000 included: at list 55.00, at 0.10 50.00, 5.00 fixed, 60.00 at least."""
    plan = UsagePlan(d("0.10"), 3_000, fixed=500, commitment=6_000, cap=7_000)
    assert [(part.code, part.amount) for part in usage_parts(plan, 3_500, 110_000)] == [
        ("step.usage_allowance", 5_500),
        ("step.usage_rate", 5_000),
        ("step.usage_fixed", 5_500),
        ("step.usage_commitment", 6_000),
    ]
    assert usage_parts(plan, 9_000, 110_000)[-1] == ("step.usage_cap", 7_000, {})


def test_a_rule_without_a_rate_takes_the_list_price() -> None:
    """0.11 a unit beyond ten."""
    assert rate_usage(plan_of(UsageRates(allowance=10), 110_000), 20) == 110


def test_each_part_names_the_units_that_it_is_about() -> None:
    """3,500 units: 3,000 of them included, 500 at the rate; what is fixed names none."""
    plan = UsagePlan(d("0.10"), 3_000, fixed=500, commitment=6_000, cap=5_800)
    assert usage_parts(plan, 3_500) == [
        ("step.usage_allowance", 0, {"units": "3000"}),
        ("step.usage_rate", 5_000, {"units": "500"}),
        ("step.usage_fixed", 5_500, {}),
        ("step.usage_commitment", 6_000, {}),
        ("step.usage_cap", 5_800, {}),
    ]


def test_parts_that_change_nothing_are_left_out() -> None:
    """Usage that comes to the commitment or the cap exactly needs neither."""
    plan = UsagePlan(d(1), fixed=100, commitment=1_100, cap=1_100)
    assert [part.code for part in usage_parts(plan, 10)] == ["step.usage_rate", "step.usage_fixed"]
    assert usage_parts(UsagePlan(d(1)), 0) == [("step.usage_rate", 0, {"units": "0"})]


def test_without_a_list_price_nothing_is_told_at_list() -> None:
    """10,000 units beyond the allowance: not a fen."""
    assert usage_parts(UsagePlan(d(1), 1), 10_001)[0].amount == 0


def test_a_rule_becomes_a_plan_in_fen() -> None:
    """Every field; without a rate the list price of 0.11, without a cap none."""
    tiers = (Tier(1, unit_price=d(1)),)
    rates = UsageRates(d("0.05"), 10, tiers, False, d("3.01"), d("8.02"), d("9.03"))
    assert plan_of(rates, 110_000) == UsagePlan(
        rate=d("0.05"),
        allowance=10,
        tiers=tiers,
        graduated=False,
        fixed=301,
        cap=903,
        commitment=802,
    )
    assert plan_of(UsageRates(), 110_000) == UsagePlan(rate=d("0.11"))
