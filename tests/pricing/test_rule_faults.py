"""What is wrong with a rule that its types allow; the rest is told by test_rule_reading.py."""

from __future__ import annotations

from typing import Any

import pytest

from pricing.rule import Adjustment, AttributeAdjustment
from pricing.rule_faults import rule_faults
from tests.pricing.rule_builders import a_promotion, a_rule, d, percent_off


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


def test_an_adjustment_is_no_promotion() -> None:
    """Nobody may reject what was chosen."""
    assert codes(a_promotion(by_speed(M20=Adjustment(d(1))))) == ["rule.no_promotion"]
