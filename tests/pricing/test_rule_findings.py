"""Every finding of the rule reader is shown at the field that it means."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from catalog.condition import Condition
from catalog.period import BillingPeriod, ValidityPeriod
from catalog.problem import Place, Problem
from pricing.adjustment import Adjustment, AttributeAdjustment
from pricing.rule import (
    Base,
    ContractPrice,
    Level,
    LineAmountOff,
    PriceRule,
    QuoteAmountOff,
    TermDiscount,
    UnitPrice,
    When,
)
from pricing.rule_findings import rule_findings
from pricing.rulebook import RuleSet
from pricing.usage_rating import UsageRates
from tests.pricing.rule_builders import a_promotion, a_rule, d, percent_off, volume

QUOTE = Level.QUOTE


def found(rule: PriceRule) -> list[tuple[str, str]]:
    """Code and field of each finding; the subject is always the rule."""
    problems = rule_findings(RuleSet("v", rules=(rule,)))
    assert {problem.where.subject for problem in problems} <= {rule.id}
    return [(problem.code, problem.where.column) for problem in problems]


@pytest.mark.parametrize(
    ("rule", "code", "field"),
    [
        (a_promotion(percent_off(101)), "rule.percent_out_of_range", "percent"),
        (a_promotion(UnitPrice(d(-1))), "rule.price_below_zero", "unit_price"),
        (a_promotion(LineAmountOff(d("0.001"))), "rule.no_number", "amount"),
        (a_promotion(percent_off(5), cap=-7), "rule.price_below_zero", "cap"),
        (a_promotion(percent_off(5), budget=-7), "rule.price_below_zero", "budget"),
        (a_rule(percent_off(5), quote_cap=7), "rule.only_promotion", "quote_cap"),
        (a_promotion(ContractPrice(d(1))), "rule.no_promotion", "promotion"),
        (a_rule(TermDiscount(())), "rule.steps_wrong", "steps"),
        (a_rule(volume(), when=When(least_total=5)), "rule.only_on_quote", "least_total"),
        (a_promotion(QuoteAmountOff(d(5))), "rule.only_on_quote", "kind"),
        (a_promotion(percent_off(5), period=BillingPeriod.YEAR), "rule.only_on_quote", "period"),
        (a_promotion(percent_off(5), level=QUOTE, base=Base.LIST), "rule.not_on_quote", "base"),
        (a_promotion(UnitPrice(d(5)), level=QUOTE), "rule.not_on_quote", "kind"),
        (
            a_promotion(percent_off(5), level=QUOTE, period=BillingPeriod.PER_USE),
            "rule.not_on_quote",
            "period",
        ),
        (a_rule(percent_off(5), level=QUOTE), "rule.only_promotion", "promotion"),
        (a_rule(UsageRates(cap=d(-4))), "rule.price_below_zero", "usage_cap"),
        (a_rule(UsageRates(), cap=5), "rule.cap_misplaced", "cap"),
        (
            a_rule(AttributeAdjustment("sla", {"gold": Adjustment()})),
            "rule.value_wrong",
            "values",
        ),
        (
            a_rule(
                percent_off(5),
                when=When(valid=ValidityPeriod(date(2026, 2, 1), date(2026, 1, 1))),
            ),
            "rule.ends_before_it_starts",
            "last",
        ),
        (
            a_rule(percent_off(5), when=When(conditions=(Condition("m", Decimal("NaN")),))),
            "rule.no_number",
            "conditions",
        ),
    ],
)
def test_a_finding_stands_at_its_field(rule: PriceRule, code: str, field: str) -> None:
    """So that a form can show it beside what is to be mended."""
    assert (code, field) in found(rule)


def test_right_rules_have_no_findings() -> None:
    """Promotions with caps, tiers."""
    assert found(a_promotion(percent_off(5), cap=7, budget=8)) == []
    assert found(a_rule(volume())) == []


def test_a_finding_names_its_rule_and_its_figures() -> None:
    """So that its text can say them."""
    assert rule_findings(RuleSet("v", rules=(a_promotion(percent_off(101), "R7"),))) == (
        Problem(
            "rule.percent_out_of_range",
            where=Place(subject="R7", column="percent"),
            parameters={"id": "R7", "percent": "101"},
        ),
    )


def test_what_is_wrong_with_a_value_is_shown_at_the_values_and_else_at_the_conditions() -> None:
    """An amount with too many decimals, of an adjustment; a bound that is no number."""
    adjusted = AttributeAdjustment("sla", {"gold": Adjustment(None, d("0.0000001"))})
    assert found(a_rule(adjusted)) == [("rule.no_number", "values")]
    endless = When(conditions=(Condition("lines", d("NaN")),))
    assert [column for _, column in found(a_rule(percent_off(5), when=endless))] == ["conditions"]


def test_a_quote_promotion_that_is_one_is_wrong_in_its_kind_or_its_conditions() -> None:
    """A price on the whole quote; a quantity asked for, though nothing promotes."""
    assert found(a_promotion(UnitPrice(d(5)), level=QUOTE)) == [("rule.not_on_quote", "kind")]
    asking = a_rule(percent_off(5), level=QUOTE, when=When(least_quantity=2))
    assert ("rule.not_on_quote", "least_quantity") in found(asking)
    assert ("rule.not_on_quote", "kind") in found(a_rule(UnitPrice(d(5)), level=QUOTE))
