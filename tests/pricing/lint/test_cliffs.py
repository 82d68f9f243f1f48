"""Cliffs: 26 units cost less than 25."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from catalog.period import BillingPeriod
from pricing.lint.cliffs import cliff_findings
from pricing.rule import PercentOff, QuantityTiers, Scope, TermDiscount
from pricing.tiers import Tier
from pricing.usage_rating import UsageRates
from tests.builders import a_catalog, a_charge, an_offering
from tests.pricing.lint.rules import a_policy, a_promotion, a_rule, codes, found_by

if TYPE_CHECKING:
    from pricing.lint.finding import LintFinding
    from pricing.rule import PriceRule

CATALOG = a_catalog(an_offering(a_charge(price="100.00", most=200)))
STEPS = (Tier(1, Decimal(0)), Tier(11, Decimal(10)), Tier(26, Decimal(20)))


def found(*rules: PriceRule) -> list[LintFinding]:
    """Findings over a charge at 100.00."""
    return found_by(cliff_findings, CATALOG, a_policy(*rules))


def test_twenty_six_units_cost_170_less_than_25() -> None:
    """2,080.00 against 2,250.00; 24 and 25 are not worth ordering, nor is 10 (V5, V6)."""
    first, second = found(a_rule("v", QuantityTiers(STEPS)))
    assert codes([first, second]) == ["cliff", "cliff"]
    facts = second.problem.parameters
    assert (facts["quantity"], facts["amount"]) == ("26", "2080.00")
    assert (facts["fewer"], facts["fewer_amount"], facts["less"]) == ("25", "2250.00", "170.00")
    assert facts["dominated"] == "24-25"
    assert first.problem.parameters["dominated"] == "10"
    nets = [example.priced.totals.monthly.net_amount for example in second.examples]
    assert nets == [225_000, 208_000]


def test_graduated_tiers_have_no_cliff() -> None:
    """Each unit takes the rate of its own tier."""
    assert found(a_rule("v", QuantityTiers(STEPS, graduated=True))) == []


def test_a_promotion_from_a_quantity_on_is_a_cliff_as_well() -> None:
    """19 at 100.00 are 1,900.00, 20 at 90.00 are 1,800.00; 19 alone is dominated."""
    (one,) = found(a_promotion("p", PercentOff(Decimal(10)), least_quantity=20))
    assert one.problem.parameters["less"] == "100.00"
    assert one.problem.parameters["dominated"] == "19"


def test_a_term_discount_from_a_quantity_on_is_a_cliff_as_well() -> None:
    """10 % for 24 months, from 20 units on: 19 at 100.00 are 1,900.00, 20 at 90.00 1,800.00."""
    (one,) = found(a_rule("t", TermDiscount(((24, Decimal(10)),)), least_quantity=20))
    assert one.problem.parameters["less"] == "100.00"
    assert [example.context.term for example in one.examples] == [24, 24]


def test_a_small_step_is_no_cliff() -> None:
    """5 % from 20 on: 19 and 20 units both cost 1,900.00."""
    tiers = QuantityTiers((Tier(1, Decimal(0)), Tier(20, Decimal(5))))
    assert found(a_rule("v", tiers)) == []


def test_a_bound_that_nobody_can_order_is_no_cliff() -> None:
    """Above the largest quantity, or at the smallest one."""
    far = QuantityTiers((Tier(1, Decimal(0)), Tier(201, Decimal(50))))
    assert found(a_rule("v", far)) == []
    catalog = a_catalog(an_offering(a_charge(least=11)))
    rule = a_rule("v", QuantityTiers(STEPS[:2]))
    assert found_by(cliff_findings, catalog, a_policy(rule)) == []


def test_a_rule_for_many_charges_is_told_once_for_each_bound() -> None:
    """On the dearest charge, where the cliff is highest."""
    catalog = a_catalog(an_offering(a_charge(), a_charge("LINE.MORE", "80.00")))
    rule = a_rule("v", QuantityTiers(STEPS[:2]), Scope(offerings=("LINE",)))
    (one,) = found_by(cliff_findings, catalog, a_policy(rule))
    assert (one.problem.parameters["charge"], one.problem.parameters["charges"]) == (
        "LINE.MORE",
        "2",
    )


USE = Scope(charges=("LINE.USE",))
CALLS = a_catalog(an_offering(a_charge("LINE.USE", "0.20", period=BillingPeriod.PER_USE, cost="0")))


def used(plan: UsageRates, *rules: PriceRule) -> list[LintFinding]:
    """Findings over calls at 0.20 a minute under a plan."""
    return found_by(cliff_findings, CALLS, a_policy(a_rule("u", plan, USE), *rules))


def test_usage_rated_all_at_one_rate_may_cost_less_for_more() -> None:
    """100 free, then 0.10, from 1,000 beyond 0.05 for all: 1,099 cost 99.90 and 1,100 cost 50.00.

    From 601 minutes on (50.10) fewer are dearer than 1,100.
    """
    tiers = (Tier(1, unit_price=Decimal("0.10")), Tier(1_000, unit_price=Decimal("0.05")))
    (one,) = used(UsageRates(allowance=100, tiers=tiers, graduated=False))
    facts = one.problem.parameters
    assert (facts["quantity"], facts["amount"]) == ("1100", "50.00")
    assert (facts["fewer"], facts["fewer_amount"], facts["less"]) == ("1099", "99.90", "49.90")
    assert facts["dominated"] == "601-1099"
    nets = [example.priced.totals.usage.net_amount for example in one.examples]
    assert nets == [9_990, 5_000]


def test_other_parts_of_usage_plans_have_no_cliff() -> None:
    """Graduated rates, an allowance, a commitment and a cap never make more cost less."""
    tiers = (Tier(1, unit_price=Decimal("0.10")), Tier(1_000, unit_price=Decimal("0.05")))
    assert used(UsageRates(allowance=100, tiers=tiers)) == []
    limits = (Decimal(20), Decimal(500))
    plan = UsageRates(Decimal("0.10"), 3_000, commitment=limits[0], cap=limits[1])
    assert used(plan) == []


def test_a_commitment_may_fill_a_cliff_up() -> None:
    """What falls from 99.90 to 50.00 costs 99.90 either way where 99.90 are committed."""
    tiers = (Tier(1, unit_price=Decimal("0.10")), Tier(1_000, unit_price=Decimal("0.05")))
    plan = UsageRates(None, 100, tiers, graduated=False, commitment=Decimal("99.90"))
    assert used(plan) == []
