"""Rules that hold and never change a price."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from catalog.period import BillingPeriod
from pricing.adjustment import Adjustment, AttributeAdjustment
from pricing.lint.effect import effect_findings
from pricing.rule import (
    ContractPrice,
    LineAmountOff,
    PercentOff,
    QuantityTiers,
    Scope,
    TermDiscount,
    UnitAmountOff,
    UnitPrice,
)
from pricing.tiers import Tier
from pricing.usage_rating import UsageRates
from tests.builders import a_catalog, a_charge, an_offering
from tests.pricing.lint.rules import a_policy, a_promotion, a_rule, codes, found_by

if TYPE_CHECKING:
    from pricing.rule import RuleAlteration

CATALOG = a_catalog(an_offering(a_charge(most=40)))
NOTHING, SOME = Decimal(0), Decimal(5)


@pytest.mark.parametrize(
    "alteration",
    [
        PercentOff(NOTHING),
        UnitAmountOff(NOTHING),
        LineAmountOff(NOTHING),
        UnitPrice(Decimal("25.00")),
        ContractPrice(Decimal("25.00")),
        QuantityTiers((Tier(1, NOTHING), Tier(10, unit_price=Decimal(26)), Tier(50, SOME))),
        TermDiscount(((24, NOTHING), (240, SOME))),
        AttributeAdjustment("speed", {"20M": Adjustment(NOTHING), "2M": Adjustment(None, NOTHING)}),
    ],
)
def test_a_rule_that_takes_nothing_off_is_told(alteration: RuleAlteration) -> None:
    """25.00 for a line at 25.00, tiers that are dearer or out of reach; the quote stays at list."""
    (one,) = found_by(effect_findings, CATALOG, a_policy(a_rule("r", alteration)))
    assert codes([one]) == ["rule_without_effect"]
    (charge,) = one.examples[0].priced.items[0].charges
    assert [step.code for step in charge.steps] == ["step.list"]


@pytest.mark.parametrize(
    "alteration",
    [
        PercentOff(SOME),
        UnitAmountOff(SOME),
        LineAmountOff(SOME),
        UnitPrice(Decimal("24.99")),
        ContractPrice(Decimal("26.00")),
        QuantityTiers((Tier(1, NOTHING), Tier(40, SOME))),
        QuantityTiers((Tier(10, block=Decimal(1)),)),
        TermDiscount(((24, NOTHING), (36, SOME))),
        AttributeAdjustment("speed", {"20M": Adjustment(-SOME), "2M": Adjustment(None, NOTHING)}),
    ],
)
def test_a_rule_that_may_take_something_off_is_let_be(alteration: RuleAlteration) -> None:
    """A fen is enough, and so is an agreed price above list."""
    assert found_by(effect_findings, CATALOG, a_policy(a_rule("r", alteration))) == []


def test_a_cap_of_nothing_takes_nothing_off() -> None:
    """Whatever the percentage."""
    rule = a_promotion("r", PercentOff(SOME), cap=0)
    assert codes(found_by(effect_findings, CATALOG, a_policy(rule))) == ["rule_without_effect"]


def test_a_price_at_list_still_lowers_a_dearer_agreed_price() -> None:
    """25.00 does something for the customer who agreed to 30.00."""
    rules = (a_promotion("p", UnitPrice(Decimal(25))), a_rule("c", ContractPrice(Decimal(30))))
    assert found_by(effect_findings, CATALOG, a_policy(*rules)) == []


def test_a_price_above_list_may_lower_what_was_chosen() -> None:
    """30.00 does something for a line that costs 37.50 at 20M."""
    speed = AttributeAdjustment("speed", {"20M": Adjustment(Decimal(50))})
    policy = a_policy(a_rule("a", speed), a_promotion("b", UnitPrice(Decimal(30))))
    assert found_by(effect_findings, CATALOG, policy) == []


@pytest.mark.parametrize(
    ("plan", "told"),
    [
        (UsageRates(), ["rule_without_effect"]),
        (UsageRates(Decimal("0.20")), ["rule_without_effect"]),
        (UsageRates(Decimal("0.20"), graduated=False), ["rule_without_effect"]),
        (UsageRates(Decimal("0.19")), []),
        (UsageRates(None, 1), []),
        (UsageRates(cap=Decimal(9)), []),
        (UsageRates(commitment=Decimal(9)), []),
    ],
)
def test_a_plan_at_the_list_price_does_nothing(plan: UsageRates, told: list[str]) -> None:
    """0.20 for a minute at 0.20; an included minute, a cap and a commitment are something."""
    use = a_charge("LINE.USE", "0.20", period=BillingPeriod.PER_USE)
    rule = a_rule("u", plan, Scope(charges=("LINE.USE",)))
    catalog = a_catalog(an_offering(use))
    assert codes(found_by(effect_findings, catalog, a_policy(rule))) == told
    agreed = a_rule("c", ContractPrice(Decimal("0.10")), Scope(charges=("LINE.USE",)))
    assert found_by(effect_findings, catalog, a_policy(rule, agreed)) == []
