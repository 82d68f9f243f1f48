"""What is wrong with a rule that its types allow; the rest is told by test_rule_reading.py."""

from __future__ import annotations

from typing import Any

import pytest

from catalog.period import BillingPeriod
from pricing.adjustment import Adjustment, AttributeAdjustment
from pricing.rule import Base, Level, PriceRule, QuoteAmountOff, When
from pricing.rule_faults import rule_faults
from pricing.usage_rating import UsageRates
from tests.pricing.rule_builders import a_promotion, a_rule, d, percent_off, yuan_off


def codes(rule: Any) -> list[str]:  # noqa: ANN401 (a rule)
    """Codes of the faults of a rule."""
    return [code for code, _ in rule_faults(rule)]


def by_speed(**values: Adjustment) -> AttributeAdjustment:
    """An adjustment by speed."""
    return AttributeAdjustment("speed", values)


def test_a_rule_without_fault_has_none() -> None:
    """Ten percent off."""
    assert codes(a_rule(percent_off(10))) == []
    assert codes(a_rule(by_speed(M20=Adjustment(d("-100")), M30=Adjustment(None, d(-1))))) == []


@pytest.mark.parametrize(
    ("alteration", "code"),
    [
        (by_speed(), "rule.values_missing"),
        (AttributeAdjustment("", {"a": Adjustment(d(1))}), "rule.values_missing"),
        (by_speed(M20=Adjustment()), "rule.value_wrong"),
        (by_speed(M20=Adjustment(d(1), d(1))), "rule.value_wrong"),
        (by_speed(M20=Adjustment(d("-100.01"))), "rule.adjustment_out_of_range"),
        (by_speed(M20=Adjustment(d("1000.01"))), "rule.adjustment_out_of_range"),
        (by_speed(M20=Adjustment(d("NaN"))), "rule.adjustment_out_of_range"),
        (by_speed(M20=Adjustment(None, d("0.0000001"))), "rule.no_number"),
        (by_speed(M20=Adjustment(None, d("Infinity"))), "rule.no_number"),
    ],
)
def test_an_adjustment_says_what_each_value_does(
    alteration: AttributeAdjustment, code: str
) -> None:
    """One of percent and amount for each value, within bounds that can be counted."""
    assert codes(a_rule(alteration)) == [code]


def test_an_adjustment_has_no_cap() -> None:
    """Tiers are measured on the changed price of a unit, which no cap of a charge can follow."""
    assert codes(a_rule(by_speed(M20=Adjustment(d(1))), cap=5)) == ["rule.no_cap"]


def test_an_adjustment_is_no_promotion() -> None:
    """Nobody may reject what was chosen."""
    assert codes(a_promotion(by_speed(M20=Adjustment(d(1))))) == ["rule.no_promotion"]


ONE = percent_off(1)
WHOLE: dict[str, Any] = {"level": Level.QUOTE}


@pytest.mark.parametrize(
    ("rule", "code", "what"),
    [
        (a_rule(percent_off(10), **WHOLE), "rule.only_promotion", "level"),
        (a_promotion(yuan_off(10), **WHOLE), "rule.not_on_quote", "line_amount_off"),
        (a_promotion(percent_off(10), base=Base.LIST, **WHOLE), "rule.not_on_quote", "base"),
        (
            a_promotion(percent_off(10), when=When(least_quantity=1), **WHOLE),
            "rule.not_on_quote",
            "least_quantity",
        ),
        (
            a_promotion(percent_off(10), period=BillingPeriod.PER_USE, **WHOLE),
            "rule.not_on_quote",
            "per_use",
        ),
        (a_promotion(QuoteAmountOff(d(10))), "rule.only_on_quote", "quote_amount_off"),
        (
            a_promotion(percent_off(1), when=When(least_total=1)),
            "rule.only_on_quote",
            "least_total",
        ),
        (
            a_promotion(percent_off(1), when=When(least_items=1)),
            "rule.only_on_quote",
            "least_items",
        ),
        (a_promotion(percent_off(1), period=BillingPeriod.YEAR), "rule.only_on_quote", "period"),
        (a_rule(percent_off(1), quote_cap=1), "rule.only_promotion", "quote_cap"),
        (a_rule(percent_off(1), customer_cap=1), "rule.only_promotion", "customer_cap"),
        (a_rule(percent_off(1), budget=1), "rule.only_promotion", "budget"),
    ],
)
def test_level_and_limits_go_with_some_rules_only(rule: PriceRule, code: str, what: str) -> None:
    """Each is told by the field that does not fit."""
    assert list(rule_faults(rule)) == [(code, {"what": what})]


def fields(name: str, value: int) -> dict[str, Any]:
    """One field of a rule."""
    return {name: value}


@pytest.mark.parametrize("name", ["quote_cap", "customer_cap", "budget"])
def test_no_limit_is_below_zero(name: str) -> None:
    """Nothing is allowed; less is not."""
    assert codes(a_promotion(percent_off(1), **fields(name, 0))) == []
    assert codes(a_promotion(percent_off(1), **fields(name, -1))) == ["rule.price_below_zero"]


@pytest.mark.parametrize("when", [When(least_total=-1), When(least_items=-1)])
def test_no_condition_on_the_quote_is_below_zero(when: When) -> None:
    """It would always hold."""
    rule = a_promotion(QuoteAmountOff(d(10)), when=when, level=Level.QUOTE)
    assert codes(rule) == ["rule.price_below_zero"]


def test_a_promotion_on_the_quote_without_fault_has_none() -> None:
    """With everything that it may have."""
    when = When(least_total=1, least_items=1)
    rule = a_promotion(
        QuoteAmountOff(d(10)),
        when=when,
        level=Level.QUOTE,
        period=BillingPeriod.YEAR,
        cap=1,
        budget=1,
    )
    assert codes(rule) == []


@pytest.mark.parametrize(
    ("rule", "fault"),
    [
        (
            a_rule(UsageRates(d("0.10"), -1)),
            ("rule.allowance_below_zero", {"allowance": "-1"}),
        ),
        (
            a_rule(UsageRates(commitment=d(30), fixed=d(20), cap=d("29.99"))),
            ("rule.cap_below_commitment", {"cap": "29.99", "commitment": "30"}),
        ),
        (
            a_rule(UsageRates(commitment=d(30), fixed=d(40), cap=d(35))),
            ("rule.cap_below_commitment", {"cap": "35", "commitment": "40"}),
        ),
        (a_rule(UsageRates(d("0.10")), cap=5), ("rule.cap_misplaced", {"cap": "5"})),
        (
            a_promotion(percent_off(1), when=When(least_total=-5), level=Level.QUOTE),
            ("rule.price_below_zero", {"value": "-5"}),
        ),
        (a_rule(by_speed(M20=Adjustment())), ("rule.value_wrong", {"value": "M20"})),
        (
            a_rule(by_speed(M20=Adjustment(d("-100.01")))),
            ("rule.adjustment_out_of_range", {"percent": "-100.01"}),
        ),
        (
            a_rule(by_speed(M20=Adjustment(None, d("0.0000001")))),
            ("rule.no_number", {"value": "1E-7"}),
        ),
    ],
)
def test_a_fault_is_told_with_its_figures(
    rule: PriceRule, fault: tuple[str, dict[str, str]]
) -> None:
    """The greater of commitment and fixed amount bounds the cap from below."""
    assert fault in rule_faults(rule)


def test_bounds_of_usage_and_of_adjustments_belong_to_them() -> None:
    """A cap that is the commitment; a thousand percent more."""
    assert codes(a_rule(UsageRates(d("0.10"), commitment=d(30), cap=d(30)))) == []
    assert codes(a_rule(by_speed(M20=Adjustment(d(1000))))) == []
