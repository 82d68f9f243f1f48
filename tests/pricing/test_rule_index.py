"""Promises of the rule index: each kind of rule has one stage."""

from __future__ import annotations

from pricing.plain_rules import Deduction, Measure
from pricing.rule import ContractPrice, Level, QuoteAmountOff, Scope, TermDiscount
from pricing.rule_functions import Facts
from pricing.rule_index import RuleIndex, stage_of
from pricing.stages import Stage
from tests.pricing.rule_builders import (
    a_promotion,
    a_rule,
    d,
    percent_off,
    term_discount,
    volume,
    yuan_off,
)


def test_a_rule_stands_in_the_stage_of_its_kind() -> None:
    """What has no stage of its own is a promotion; on the whole quote it comes later."""
    kinds = (ContractPrice(d(1)), volume(), term_discount(24, 5), percent_off(5))
    stages = [stage_of(a_rule(kind)) for kind in kinds]
    assert stages == [Stage.AGREEMENT, Stage.VOLUME, Stage.TERM, Stage.PROMOTION]
    whole = a_promotion(QuoteAmountOff(d(5)), level=Level.QUOTE)
    assert stage_of(whole) is Stage.QUOTE_PROMOTION


def test_a_rule_is_made_ready_once_and_a_term_discount_for_each_term() -> None:
    """8 % from 36 months on, and 5 % from 24."""
    percent = a_promotion(percent_off(5), "P")
    term = a_rule(TermDiscount(((24, d(5)), (36, d(8)))), "T")
    index = RuleIndex((percent, term))
    assert index.ready(percent, 12) is index.ready(percent, 24)
    short, long = index.ready(term, 24), index.ready(term, 36)
    assert index.ready(term, 24) is short
    facts = Facts(10_000_000, 10_000, 10_000, 10, 10)
    assert (short.apply(10_000, facts), long.apply(10_000, facts)) == (9_500, 9_200)


def test_a_rule_is_found_by_the_offering_of_its_charges() -> None:
    """An offering may have dots in its code; what names nothing may touch any."""
    named = a_rule(percent_off(5), "A", scope=Scope(charges=("NET.FAST.RENT",)))
    anywhere = a_rule(percent_off(5), "B")
    index = RuleIndex((named, anywhere))
    assert index.by_offering == {"NET.FAST": [named]}
    assert index.anywhere == [anywhere]


def test_plain_arithmetic_is_made_ready_as_such() -> None:
    """A percentage is a share of the amount, an amount is a deduction; a name in both languages."""
    index = RuleIndex(rules := (a_promotion(percent_off(5)), a_promotion(yuan_off(3), "Q")))
    share, deduction = (index.ready(rule, 12) for rule in rules)
    assert (share.share, share.deduction) == ((5, 100), None)
    assert (deduction.share, deduction.deduction) == (None, Deduction(Measure.ONE, 300, 0, 1))
    assert share.names == {"name_zh": "规则P", "name_en": "rule P"}
