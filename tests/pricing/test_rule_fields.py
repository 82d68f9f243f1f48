"""Promises of the typed fields of a rule: one reading or a reason, and the text comes back."""

from __future__ import annotations

from datetime import date

import pytest

from catalog.cell_text import CellFault
from catalog.charge import ChargeType, PriceRegulation
from catalog.period import ValidityPeriod
from pricing.rule import Base, Level, PriceRule, UnitPrice
from pricing.rule_fields import (
    RULE_FIELDS,
    check_rule_field,
    has_field,
    rule_text,
    set_rule_field,
)
from pricing.rule_kinds import KINDS, kind_of
from pricing.usage_rating import UsageRates
from tests.pricing.rule_builders import a_promotion, a_rule, d, percent_off, volume

RULE = a_promotion(percent_off(5))


def typed(name: str, text: str) -> PriceRule:
    """The rule with one field typed."""
    return set_rule_field(RULE, name, text)


def test_fields_are_read_into_their_place() -> None:
    """Days, codes, amounts in yuan, words, truths."""
    valid = typed("first", "2026年9月1日").when.valid
    assert valid == ValidityPeriod(date(2026, 9, 1))
    assert typed("charges", "LINE.RENT; NET.RENT").scope.charges == ("LINE.RENT", "NET.RENT")
    assert typed("types", "recurring").scope.types == (ChargeType.RECURRING,)
    assert typed("cap", "500").cap == 500_00
    assert typed("least_total", "1,234.50元").when.least_total == 1234_50
    assert typed("level", "quote").level is Level.QUOTE
    assert typed("base", "list").base is Base.LIST
    assert typed("published", "false").published is False
    assert typed("priority", "-3").priority == -3
    assert typed("percent", "12.5").alteration == percent_off("12.5")
    assert typed("name_zh", "  秋季 ").name.zh == "秋季"
    assert typed("combinable_with", "loyalty，y; x").combinable_with == ("loyalty", "y", "x")


def test_nothing_typed_is_no_limit_and_no_condition() -> None:
    """A cap of 0 is a limit all the same."""
    capped = set_rule_field(RULE, "cap", "0")
    assert (capped.cap, rule_text(capped, "cap")) == (0, "0.00")
    assert set_rule_field(capped, "cap", "").cap is None
    assert rule_text(RULE, "cap") == rule_text(RULE, "least_term") == rule_text(RULE, "first") == ""
    assert typed("least_term", "") == RULE


@pytest.mark.parametrize(
    ("name", "text", "code"),
    [
        ("percent", "", "cell.empty"),
        ("percent", "many", "cell.not_a_price"),
        ("cap", "0.001", "cell.too_precise"),
        ("first", "31.12", "cell.unknown_date"),
        ("least_term", "1.5", "cell.not_a_whole_number"),
        ("id", "a b", "cell.not_a_code"),
        ("name_zh", "", "cell.empty"),
        ("level", "sky", "import.unknown_word"),
        ("exclusive", "maybe", "import.unknown_word"),
    ],
)
def test_a_text_without_a_reading_is_refused(name: str, text: str, code: str) -> None:
    """With the reason, while it is typed and when it is taken."""
    with pytest.raises(CellFault) as fault:
        check_rule_field(name, text)
    assert fault.value.code == code
    with pytest.raises(CellFault):
        typed(name, text)


@pytest.mark.parametrize("kind", KINDS)
def test_the_text_of_a_field_typed_again_changes_nothing(kind: str) -> None:
    """Every field that a rule of the kind has."""
    rule = set_rule_field(a_rule(UnitPrice(d(3)), cap=7_50, priority=2), "kind", kind)
    assert kind_of(rule.alteration) == kind == rule_text(rule, "kind")
    assert set_rule_field(rule, "kind", kind) == rule
    for name in RULE_FIELDS:
        if has_field(rule, name):
            assert set_rule_field(rule, name, rule_text(rule, name)) == rule, name
        else:
            assert rule_text(rule, name) == ""


def test_the_cap_of_usage_is_not_that_of_the_rule() -> None:
    """Yuan of a month, and fen off a charge."""
    plan = set_rule_field(a_rule(UsageRates()), "usage_cap", "500")
    assert plan.alteration == UsageRates(cap=d(500))
    assert plan.cap is None


def test_what_asks_for_nothing_is_shown_as_nothing() -> None:
    """A sum of nothing is no condition, a priority of nothing is the usual one."""
    assert rule_text(RULE, "least_total") == ""
    assert rule_text(typed("least_total", "3"), "least_total") == "3.00"
    assert typed("priority", "").priority == 0


def test_a_rule_has_the_fields_of_its_kind() -> None:
    """And those that every rule has."""
    assert has_field(RULE, "percent")
    assert not has_field(RULE, "unit_price")
    assert has_field(RULE, "cap")


def test_an_unknown_kind_changes_nothing_and_is_no_text_to_be_read() -> None:
    """It is chosen from a list."""
    assert typed("kind", "alchemy") is RULE
    check_rule_field("kind", "alchemy")


def test_several_words_are_read_one_by_one() -> None:
    """Types and regulations; truths of an alteration."""
    assert typed("regulations", "market; guided").scope.regulations == (
        PriceRegulation.MARKET,
        PriceRegulation.GUIDED,
    )
    assert set_rule_field(a_rule(volume()), "pooled", "true").alteration == volume(pooled=True)


@pytest.mark.parametrize(
    ("name", "text", "facts"),
    [
        ("cap", "0.001", {"value": "0.001", "places": "2"}),
        ("exclusive", "maybe", {"value": "maybe", "allowed": "true, false"}),
    ],
)
def test_why_a_text_is_refused_is_told_with_it(name: str, text: str, facts: dict[str, str]) -> None:
    """What was typed, and what would do."""
    with pytest.raises(CellFault) as fault:
        check_rule_field(name, text)
    assert fault.value.parameters == facts
