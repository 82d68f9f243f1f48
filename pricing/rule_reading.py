"""read_rules(): plain mappings to a rule set, with a finding for every rule that is wrong.

The format is told in ``pricing/README.md``. Each rule is read on its own, so one mistake does not
hide the next; a misspelt field names the nearest field that exists.
"""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

import msgspec

from catalog.decoding_fault import decoding_facts
from catalog.known_type import known
from catalog.problem import Place, Problem
from pricing.promotion_choice import ChoicePolicy
from pricing.rule import PriceRule
from pricing.rule_faults import rule_faults
from pricing.rulebook import RuleSet

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_UNKNOWN = re.compile(r"unknown field `(?P<field>[^`]+)`")
_FIELDS = ("version", "choice", "rule")
_PARTS = ("item_type", "value_type")
"""Where the decoder keeps the types of what a list or a table holds."""


def read_rules(
    written: Mapping[str, Any], *, file: str = ""
) -> tuple[RuleSet | None, tuple[Problem, ...]]:
    """A rule set and its findings; no rule set when any finding blocks.

    Args:
        written: ``version``, ``choice`` and the list ``rule``, as decoded from TOML.
        file: Name of the file, for findings.
    """
    problems: list[Problem] = [
        _unknown(extra, _FIELDS, extra, file) for extra in sorted(set(written) - set(_FIELDS))
    ]
    rules: list[PriceRule] = []
    seen: set[str] = set()
    listed = written.get("rule", [])
    if not isinstance(listed, list):
        listed = []
        problems.append(_problem("rule.not_a_list", file, "rule"))
    for position, one in enumerate(listed):
        rule, found = _read_one(one, position, file)
        problems.extend(found)
        if rule is None:
            continue
        if rule.id in seen:
            problems.append(_problem("rule.duplicate_id", file, f"rule[{position}]", id=rule.id))
        seen.add(rule.id)
        rules.append(rule)
    version = written.get("version")
    if not isinstance(version, str) or not version:
        problems.append(_problem("rule.version_missing", file, "version"))
    try:
        choice = ChoicePolicy(written.get("choice", ChoicePolicy.BEST_FOR_CUSTOMER))
    except ValueError:
        allowed = ", ".join(ChoicePolicy)
        problems.append(_problem("rule.unknown_choice", file, "choice", allowed=allowed))
        choice = ChoicePolicy.BEST_FOR_CUSTOMER
    if problems:
        return None, tuple(problems)
    return RuleSet(str(version), choice, tuple(rules)), ()


def _read_one(
    one: object, position: int, file: str
) -> tuple[PriceRule | None, tuple[Problem, ...]]:
    place = f"rule[{position}]"
    try:
        rule = msgspec.convert(one, known(PriceRule))
    except msgspec.ValidationError as fault:
        return None, (_fault(str(fault), place, file),)
    return rule, tuple(
        _problem(code, file, place, id=rule.id, **facts) for code, facts in rule_faults(rule)
    )


def _fault(message: str, place: str, file: str) -> Problem:
    """A message of the decoder as a finding; for an unknown field the nearest known one."""
    text, _, inside = message.partition(" - at ")
    where = place + inside.strip("`").removeprefix("$")
    unknown = _UNKNOWN.search(text)
    if unknown is None:
        return _problem("rule.field_wrong", file, where, **decoding_facts(text))
    return _unknown(unknown["field"], _known_fields(), where, file)


def _unknown(field: str, known: Sequence[str], place: str, file: str) -> Problem:
    """A field that does not exist, with the one that was probably meant."""
    nearest = get_close_matches(field, known, 1)
    return _problem(
        "rule.unknown_field", file, place, field=field, nearest=nearest[0] if nearest else "-"
    )


def _known_fields() -> list[str]:
    """Every field that a rule, its scope, its condition or its alteration may have."""
    names: set[str] = set()
    pending: list[Any] = [msgspec.inspect.type_info(PriceRule)]
    while pending:
        info = pending.pop()
        for field in getattr(info, "fields", ()):
            names.add(field.encode_name)
            pending.append(field.type)
        pending.extend(getattr(info, "types", ()))
        pending.extend(getattr(info, part) for part in _PARTS if hasattr(info, part))
    return sorted(names)


def _problem(code: str, file: str, place: str, **facts: str) -> Problem:
    return Problem(code, where=Place(file=file, column=place), parameters=facts)
