"""Misspelt fields in a file of rules: told with the field that was probably meant."""

from __future__ import annotations

from typing import Any

import pytest

from pricing.rule_reading import read_rules

OFF = {"kind": "percent_off", "percent": "10"}


def a_file(*rules: dict[str, Any], **fields: Any) -> dict[str, Any]:  # noqa: ANN401 (as decoded from a file)
    """What a file of rules holds."""
    return {"version": "1", "rule": [{"name": {"zh": "规则"}, **rule} for rule in rules], **fields}


@pytest.mark.parametrize(
    ("rule", "place", "field", "nearest"),
    [
        ({"piority": 1}, "rule[0]", "piority", "priority"),
        ({"scope": {"charge": ["A"]}}, "rule[0].scope", "charge", "charges"),
        ({"when": {"leest_term": 1}}, "rule[0].when", "leest_term", "least_term"),
        (
            {"when": {"valid": {"frist": 1}}},
            "rule[0].when.valid",
            "frist",
            "first",
        ),
        (
            {"when": {"conditions": [{"measure": "a", "lest": 1}]}},
            "rule[0].when.conditions[0]",
            "lest",
            "least",
        ),
        (
            {"alteration": {"kind": "percent_off", "percnt": "1"}},
            "rule[0].alteration",
            "percnt",
            "percent",
        ),
        (
            {"alteration": {"kind": "quantity_tiers", "tiers": [{"least": 1, "blok": "1"}]}},
            "rule[0].alteration.tiers[0]",
            "blok",
            "block",
        ),
        (
            {
                "alteration": {
                    "kind": "attribute_adjustment",
                    "characteristic": "speed",
                    "values": {"20M": {"unit_amonut": "1"}},
                }
            },
            "rule[0].alteration.values[...]",
            "unit_amonut",
            "unit_amount",
        ),
        ({"xyzzy": 1}, "rule[0]", "xyzzy", "-"),
    ],
)
def test_a_misspelt_field_is_told_with_the_one_that_was_meant(
    rule: dict[str, Any], place: str, field: str, nearest: str
) -> None:
    """And where it stands."""
    _, (problem,) = read_rules(a_file({"id": "A", "alteration": OFF, **rule}), file="f")
    assert (problem.code, problem.where.column) == ("rule.unknown_field", place)
    assert problem.where.file == "f"
    assert problem.parameters == {"field": field, "nearest": nearest}


def test_a_misspelt_field_of_the_file_is_told_too() -> None:
    """`rules` was meant to be `rule`; every one is told, in order."""
    _, problems = read_rules(a_file(rules=[], zzz=1))
    assert [p.parameters for p in problems] == [
        {"field": "rules", "nearest": "rule"},
        {"field": "zzz", "nearest": "-"},
    ]
    assert [p.where.column for p in problems] == ["rules", "zzz"]
    assert [p.where.file for p in problems] == ["", ""]
