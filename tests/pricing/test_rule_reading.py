"""A file of rules: every wrong rule has a finding with its place, none raises."""

from __future__ import annotations

import tomllib
from decimal import Decimal
from typing import Any

import pytest

from pricing.promotion_choice import ChoicePolicy
from pricing.rule import QuantityTiers, TermDiscount
from pricing.rule_reading import read_rules
from pricing.tiers import Tier

OFF = {"kind": "percent_off", "percent": "10"}


def a_file(*rules: dict[str, Any], **fields: Any) -> dict[str, Any]:  # noqa: ANN401 (as decoded from a file)
    """What a file of rules holds."""
    return {"version": "1", "rule": [{"name": {"zh": "规则"}, **rule} for rule in rules], **fields}


def findings(written: dict[str, Any]) -> list[tuple[str, str]]:
    """Codes and places of what is found; no rule set comes with them."""
    rules, problems = read_rules(written, file="rules.toml")
    assert (rules is None) is bool(problems)
    assert all(problem.where.file == "rules.toml" and problem.blocks for problem in problems)
    return [(problem.code, problem.where.column) for problem in problems]


def finding_of(**rule: Any) -> tuple[str, str]:  # noqa: ANN401 (the rule as written)
    """The one finding of one rule."""
    (found,) = findings(a_file({"id": "A", "alteration": OFF, **rule}))
    return found


def test_a_file_is_read_as_written() -> None:
    """All kinds of values, from TOML."""
    text = """
        version = "2026"
        choice = "priority"
        [[rule]]
        id = "A"
        name = { zh = "甲", en = "a" }
        scope = { charges = ["LINE.RENT"], types = ["recurring"] }
        when = { valid = { first = 2026-01-01 }, conditions = [{ measure = "lines", least = 2 }] }
        alteration = { kind = "quantity_tiers", tiers = [{ least = 1, percent = 2.5 }] }
        priority = 3
        [[rule]]
        id = "B"
        name = {}
        alteration = { kind = "term_discount", steps = [[12, "5"], [24, "8"]] }
        published = false
    """
    rules, problems = read_rules(tomllib.loads(text))
    assert problems == ()
    assert rules is not None
    assert (rules.version, rules.choice) == ("2026", ChoicePolicy.PRIORITY)
    first, second = rules.rules
    assert first.alteration == QuantityTiers((Tier(1, percent=Decimal("2.5")),))
    assert first.when.conditions[0].least == 2
    assert second.alteration == TermDiscount(((12, Decimal(5)), (24, Decimal(8))))
    assert (first.published, second.published) == (True, False)


def test_the_least_that_a_file_may_say() -> None:
    """A version; the best for the customer is chosen."""
    rules, problems = read_rules({"version": "1"})
    assert problems == ()
    assert rules is not None
    assert (rules.rules, rules.choice) == ((), ChoicePolicy.BEST_FOR_CUSTOMER)


@pytest.mark.parametrize(
    ("alteration", "code"),
    [
        ({"kind": "percent_off", "percent": "100.01"}, "rule.percent_out_of_range"),
        ({"kind": "percent_off", "percent": "-0.01"}, "rule.percent_out_of_range"),
        ({"kind": "percent_off", "percent": "NaN"}, "rule.percent_out_of_range"),
        ({"kind": "percent_off", "percent": "Infinity"}, "rule.percent_out_of_range"),
        ({"kind": "percent_off", "percent": float("nan")}, "rule.percent_out_of_range"),
        (
            {"kind": "percent_of_others", "percent": "101", "others": {}},
            "rule.percent_out_of_range",
        ),
        ({"kind": "unit_price", "unit_price": "-1"}, "rule.price_below_zero"),
        ({"kind": "unit_price", "unit_price": "NaN"}, "rule.no_number"),
        ({"kind": "contract_price", "unit_price": "Infinity"}, "rule.no_number"),
        ({"kind": "contract_price", "unit_price": "0.0000001"}, "rule.no_number"),
        ({"kind": "unit_amount_off", "unit_amount": "-1"}, "rule.price_below_zero"),
        ({"kind": "unit_amount_off", "unit_amount": "1E-7"}, "rule.no_number"),
        ({"kind": "line_amount_off", "amount": "-0.01"}, "rule.price_below_zero"),
        ({"kind": "line_amount_off", "amount": "0.001"}, "rule.no_number"),
        ({"kind": "quantity_tiers", "tiers": []}, "rule.tiers_wrong"),
        ({"kind": "quantity_tiers", "tiers": [{"least": 1}]}, "rule.tiers_wrong"),
        (
            {"kind": "quantity_tiers", "tiers": [{"least": 1, "percent": "NaN"}]},
            "rule.tiers_wrong",
        ),
        (
            {
                "kind": "quantity_tiers",
                "tiers": [{"least": 1, "percent": "1"}],
                "graduated": True,
                "pooled": True,
            },
            "rule.tiers_wrong",
        ),
        (
            {"kind": "quantity_tiers", "tiers": [{"least": 1, "block": "1"}], "graduated": True},
            "rule.tiers_wrong",
        ),
        ({"kind": "term_discount", "steps": []}, "rule.steps_wrong"),
        ({"kind": "term_discount", "steps": [[24, "5"], [12, "8"]]}, "rule.steps_wrong"),
        ({"kind": "term_discount", "steps": [[12, "5"], [12, "8"]]}, "rule.steps_wrong"),
        ({"kind": "term_discount", "steps": [[12, "-1"]]}, "rule.steps_wrong"),
        ({"kind": "term_discount", "steps": [[12, "101"]]}, "rule.steps_wrong"),
        ({"kind": "term_discount", "steps": [[12, "NaN"]]}, "rule.steps_wrong"),
        ({"kind": "percent_of"}, "rule.field_wrong"),
        ({"percent": "10"}, "rule.field_wrong"),
        ({"kind": "percent_off"}, "rule.field_wrong"),
        ({"kind": "percent_off", "percent": "ten"}, "rule.field_wrong"),
        ("10 %", "rule.field_wrong"),
    ],
)
def test_an_alteration_without_sense_is_told(alteration: object, code: str) -> None:
    """Once, and with the rule's place."""
    found, place = finding_of(alteration=alteration)
    assert found == code
    assert place.startswith("rule[0]")


@pytest.mark.parametrize(
    "alteration",
    [
        {"kind": "percent_off", "percent": "0"},
        {"kind": "percent_off", "percent": 100},
        {"kind": "unit_price", "unit_price": "0"},
        {"kind": "line_amount_off", "amount": "0.01"},
        {"kind": "unit_amount_off", "unit_amount": "0.000001"},
        {"kind": "term_discount", "steps": [[1, "0"], [2, "100"]]},
        {"kind": "percent_of_others", "percent": "100", "others": {"families": ["VOICE"]}},
    ],
)
def test_values_at_their_bounds_are_read(alteration: dict[str, Any]) -> None:
    """Nothing, everything, and the smallest prices."""
    assert findings(a_file({"id": "A", "alteration": alteration})) == []


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"id": ""}, "rule.id_missing"),
        ({"cap": -1}, "rule.price_below_zero"),
        (
            {"when": {"valid": {"first": "2026-01-02", "last": "2026-01-01"}}},
            "rule.ends_before_it_starts",
        ),
        ({"when": {"conditions": [{"measure": "a", "least": "NaN"}]}}, "rule.no_number"),
        ({"when": {"conditions": [{"measure": "a", "most": "Infinity"}]}}, "rule.no_number"),
        (
            {"alteration": {"kind": "contract_price", "unit_price": "1"}, "promotion": True},
            "rule.no_promotion",
        ),
        (
            {
                "alteration": {"kind": "percent_of_others", "percent": "1", "others": {}},
                "promotion": True,
            },
            "rule.no_promotion",
        ),
        ({"when": {"valid": {"first": "yesterday"}}}, "rule.field_wrong"),
        ({"scope": {"types": ["monthly"]}}, "rule.field_wrong"),
        ({"base": "net"}, "rule.field_wrong"),
        ({"name": None}, "rule.field_wrong"),
    ],
)
def test_a_rule_without_sense_is_told(fields: dict[str, Any], code: str) -> None:
    """Once, and with the rule's place."""
    found, place = finding_of(**fields)
    assert found == code
    assert place.startswith("rule[0]")


def test_a_rule_of_one_day_and_a_cap_of_nothing_make_sense() -> None:
    """The first day may be the last."""
    day = {"valid": {"first": "2026-01-01", "last": "2026-01-01"}}
    assert findings(a_file({"id": "A", "alteration": OFF, "when": day, "cap": 0})) == []


def test_the_findings_name_what_is_wrong() -> None:
    """The rule, the value, the fault."""
    cases = (
        ({"cap": -5}, {"id": "A", "value": "-5"}),
        ({"alteration": {**OFF, "percent": "101"}}, {"id": "A", "percent": "101"}),
        (
            {"alteration": {"kind": "unit_price", "unit_price": "-2"}},
            {"id": "A", "value": "-2"},
        ),
        (
            {"alteration": {"kind": "unit_price", "unit_price": "NaN"}},
            {"id": "A", "value": "NaN"},
        ),
        (
            {"when": {"conditions": [{"measure": "a", "most": "NaN"}]}},
            {"id": "A", "value": "NaN"},
        ),
        (
            {"alteration": {"kind": "quantity_tiers", "tiers": []}},
            {"id": "A", "fault": "tiers_none"},
        ),
        (
            {
                "alteration": {
                    "kind": "quantity_tiers",
                    "tiers": [{"least": 1, "percent": "1"}],
                    "graduated": True,
                    "pooled": True,
                }
            },
            {"id": "A", "fault": "tiers_pooled_graduated"},
        ),
        ({"cap": "x"}, {"fault": "wrong_kind", "wanted": "int | null", "got": "str"}),
    )
    for fields, expected in cases:
        _, (problem,) = read_rules(a_file({"id": "A", "alteration": OFF, **fields}))
        assert problem.parameters == expected


def test_one_mistake_does_not_hide_the_next() -> None:
    """Three rules, two wrong, one of them twice; and a duplicate."""
    wrong = {"id": "A", "alteration": {**OFF, "percent": "101"}, "cap": -1}
    good = {"id": "A", "alteration": OFF}
    assert findings(a_file(wrong, good, {"id": "C"})) == [
        ("rule.percent_out_of_range", "rule[0]"),
        ("rule.price_below_zero", "rule[0]"),
        ("rule.duplicate_id", "rule[1]"),
        ("rule.field_wrong", "rule[2]"),
    ]
    _, problems = read_rules(a_file(good, good))
    assert problems[0].parameters == {"id": "A"}


@pytest.mark.parametrize("version", ["", 1, None])
def test_a_file_needs_a_version(version: object) -> None:
    """Quotes name it."""
    assert findings(a_file(version=version)) == [("rule.version_missing", "version")]


def test_the_choice_is_one_of_three() -> None:
    """And the finding names them."""
    _, (problem,) = read_rules(a_file(choice="cheapest"))
    assert (problem.code, problem.where.column) == ("rule.unknown_choice", "choice")
    assert problem.parameters == {"allowed": "best_for_customer, best_for_margin, priority"}
    assert findings(a_file(choice=["priority"])) == [("rule.unknown_choice", "choice")]


@pytest.mark.parametrize("rule", [{"id": "A"}, "A", 1, None])
def test_rules_are_a_list(rule: object) -> None:
    """A single table is not one."""
    assert findings({"version": "1", "rule": rule}) == [("rule.not_a_list", "rule")]


def test_what_is_no_table_is_told() -> None:
    """Each by its position."""
    assert findings({"version": "1", "rule": ["A", 3]}) == [
        ("rule.field_wrong", "rule[0]"),
        ("rule.field_wrong", "rule[1]"),
    ]
