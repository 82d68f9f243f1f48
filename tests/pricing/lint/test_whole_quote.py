"""Promotions on the whole quote that reach below cost."""

from __future__ import annotations

from decimal import Decimal

import pytest

from pricing.lint.whole_quote import whole_quote_findings
from pricing.rule import Level, PercentOff, QuoteAmountOff, Scope
from tests.builders import a_catalog, a_charge, an_offering
from tests.pricing.lint.rules import a_policy, a_promotion, codes, found_by

CATALOG = a_catalog(an_offering(a_charge("LINE.RENT", "109.00", cost="80.00")))


@pytest.mark.parametrize(("percent", "found"), [(20, []), (21, ["below_cost"])])
def test_a_promotion_below_cost_is_told_with_the_quote(percent: int, found: list[str]) -> None:
    """109.00 less 20 % is the cost of 80.00 without VAT; a fen less is below."""
    rule = a_promotion("q", PercentOff(Decimal(percent)), level=Level.QUOTE)
    told = found_by(whole_quote_findings, CATALOG, a_policy(rule))
    assert codes(told) == found
    assert all(one.problem.parameters["rules"] == "q" for one in told)


def test_the_smallest_quote_that_meets_the_conditions_is_tried() -> None:
    """30.00 off 109.00 is too much, off 436.00 in two items of two it is not; 200.00 are."""
    for off, least, found in ((30, 0, 1), (30, 43_600, 0), (200, 43_600, 1)):
        rule = a_promotion(
            "q",
            QuoteAmountOff(Decimal(off)),
            Scope(),
            level=Level.QUOTE,
            least_total=least,
            least_items=2 if least else 0,
        )
        assert len(found_by(whole_quote_findings, CATALOG, a_policy(rule))) == found


def test_a_floor_margin_keeps_it_above_cost() -> None:
    """Nothing is found, and nothing about rules on charges."""
    rule = a_promotion("q", PercentOff(Decimal(90)), level=Level.QUOTE)
    policy = a_policy(rule, floor_margin=Decimal(1))
    assert found_by(whole_quote_findings, CATALOG, policy) == []
    alone = a_policy(a_promotion("p", PercentOff(Decimal(90))))
    assert found_by(whole_quote_findings, CATALOG, alone) == []
