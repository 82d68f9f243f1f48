"""What is wrong with the rules of a draft: what the reader of a file says, by field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalog.problem import Place, Problem
from pricing.rule_faults import rule_faults

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pricing.rule import PriceRule
    from pricing.rulebook import RuleSet

_FIELDS = {
    "rule.id_missing": "id",
    "rule.percent_out_of_range": "percent",
    "rule.ends_before_it_starts": "last",
    "rule.tiers_wrong": "tiers",
    "rule.steps_wrong": "steps",
    "rule.values_missing": "values",
    "rule.value_wrong": "values",
    "rule.adjustment_out_of_range": "values",
    "rule.no_promotion": "promotion",
    "rule.allowance_below_zero": "allowance",
    "rule.cap_below_commitment": "usage_cap",
    "rule.rate_and_tiers": "rate",
    "rule.cap_misplaced": "cap",
    "rule.no_cap": "cap",
}
_NAMED = frozenset(("rule.only_on_quote", "rule.not_on_quote", "rule.only_promotion"))
"""Findings that name the field themselves."""
_AMOUNTS = ("unit_price", "unit_amount", "amount", "rate", "fixed", "commitment")
_LIMITS = ("cap", "quote_cap", "customer_cap", "budget")
_WHEN = ("least_quantity", "least_total", "least_items")


def rule_findings(rules: RuleSet) -> tuple[Problem, ...]:
    """Findings of every rule; the subject is the rule, the column the field.

    A field of the alteration has its own name, but for the monthly cap of a usage plan, which is
    ``usage_cap`` to tell it from the cap of a rule.
    """
    return tuple(problem for rule in rules.rules for problem in findings_of(rule))


def findings_of(rule: PriceRule) -> Iterator[Problem]:
    """Findings of one rule."""
    for code, facts in rule_faults(rule):
        where = Place(subject=rule.id, column=_field(rule, code, facts))
        yield Problem(code, where=where, parameters={"id": rule.id, **facts})


def _field(rule: PriceRule, code: str, facts: Mapping[str, str]) -> str:
    if code in _FIELDS:
        return _FIELDS[code]
    if code in _NAMED:
        return _named(rule, facts["what"])
    value = facts.get("value", "")
    places = (
        *((name, getattr(rule.alteration, name, None)) for name in _AMOUNTS),
        ("usage_cap", getattr(rule.alteration, "cap", None)),
        *((name, getattr(rule, name)) for name in _LIMITS),
        *((name, getattr(rule.when, name)) for name in ("least_total", "least_items")),
    )
    other = "values" if hasattr(rule.alteration, "values") else "conditions"
    return next((name for name, held in places if str(held) == value), other)


def _named(rule: PriceRule, what: str) -> str:
    if what in (*_LIMITS, *_WHEN, "base", "period"):
        return what
    if what == str(rule.period):
        return "period"
    return "promotion" if what == "level" and not rule.promotion else "kind"
