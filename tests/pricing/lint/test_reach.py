"""Rules that can never hold: the reason, and a quote in which everything else is right."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from catalog.charge import PriceRegulation
from catalog.condition import Condition
from catalog.problem import Severity
from pricing.lint.reach import reach_findings
from pricing.rule import PercentOff, QuantityTiers, Scope, TermDiscount
from pricing.tiers import Tier
from tests.builders import a_catalog, a_charge, an_offering
from tests.pricing.lint.rules import a_policy, a_rule, between, codes, found_by

if TYPE_CHECKING:
    from pricing.lint.finding import LintFinding
    from pricing.rule import PriceRule

OFF = PercentOff(Decimal(10))
CATALOG = a_catalog(
    an_offering(a_charge(most=40), segments=("SMB",)),
    an_offering(a_charge("STATE.RENT", regulation=PriceRegulation.FIXED)),
    an_offering(a_charge("SOON.RENT"), valid=between(None, date(2026, 12, 31))),
)


def found(*rules: PriceRule) -> list[LintFinding]:
    """Findings over a line that is sold to small businesses, 40 at most."""
    return found_by(reach_findings, CATALOG, a_policy(*rules))


@pytest.mark.parametrize(
    ("rule", "code"),
    [
        (a_rule("r", OFF, valid=between(None, date(2026, 11, 22))), "rule_expired"),
        (a_rule("r", OFF, Scope(charges=("LINE.RNT",))), "rule_without_charges"),
        (a_rule("r", OFF, Scope(charges=("STATE.RENT",))), "rule_without_charges"),
        (a_rule("r", OFF, segments=("IND",)), "rule_no_segment"),
        (a_rule("r", OFF, least_term=121), "rule_term"),
        (a_rule("r", TermDiscount(((240, Decimal(5)),))), "rule_term"),
        (a_rule("r", OFF, least_quantity=41), "rule_quantity"),
        (
            a_rule(
                "r",
                OFF,
                conditions=(
                    Condition("lines", least=Decimal(10)),
                    Condition("lines", most=Decimal(9)),
                ),
            ),
            "rule_contradiction",
        ),
        (
            a_rule("r", OFF, Scope(offerings=("SOON",)), valid=between(date(2027, 1, 1))),
            "rule_after_sale",
        ),
    ],
)
def test_a_rule_that_never_holds_is_told_with_its_reason(rule: PriceRule, code: str) -> None:
    """One reason for each rule; in its quote, if it has one, the rule leaves no step."""
    (one,) = found(rule)
    assert codes([one]) == [code]
    assert one.problem.where.subject == "r"
    for example in one.examples:
        steps = [s for item in example.priced.items for c in item.charges for s in c.steps]
        assert [step.code for step in steps] == ["step.list"]


@pytest.mark.parametrize(
    "rule",
    [
        a_rule("r", OFF, valid=between(None, date(2026, 11, 23))),
        a_rule("r", OFF, segments=("IND", "SMB")),
        a_rule("r", OFF, least_term=120),
        a_rule("r", TermDiscount(((24, Decimal(0)), (36, Decimal(5))))),
        a_rule("r", OFF, least_quantity=40),
        a_rule("r", OFF, Scope(), least_quantity=4_000),
        a_rule("r", OFF, Scope(offerings=("SOON",)), valid=between(date(2026, 12, 31))),
    ],
)
def test_a_rule_that_may_hold_is_let_be(rule: PriceRule) -> None:
    """On the last day, at the longest term, at the largest quantity."""
    assert found(rule) == []


def test_an_expired_rule_is_a_hint() -> None:
    """It does no harm; an agreed price that has run out even explains a price."""
    (one,) = found(a_rule("r", OFF, valid=between(None, date(2026, 1, 1))))
    assert one.problem.severity is Severity.HINT


def test_a_tier_above_the_largest_quantity_is_told() -> None:
    """50 of at most 40."""
    tiers = QuantityTiers((Tier(1, Decimal(0)), Tier(20, Decimal(5)), Tier(50, Decimal(9))))
    (one,) = found(a_rule("r", tiers))
    assert codes([one]) == ["tier_unreachable"]
    assert one.problem.parameters["least"] == "50"


def test_a_pooled_tier_may_count_several_charges() -> None:
    """Two charges of at most 40 and 30 come to 70 together."""
    catalog = a_catalog(an_offering(a_charge(most=40), a_charge("LINE.MORE", most=30)))
    tiers = (Tier(1, Decimal(0)), Tier(50, Decimal(9)))
    scope = Scope(offerings=("LINE",))
    alone = a_rule("r", QuantityTiers(tiers), scope)
    pooled = a_rule("r", QuantityTiers(tiers, pooled=True), scope)
    assert codes(found_by(reach_findings, catalog, a_policy(alone))) == ["tier_unreachable"]
    assert found_by(reach_findings, catalog, a_policy(pooled)) == []
