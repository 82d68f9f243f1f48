"""read_rules(): plain mappings to a rule set, with a finding for every rule that is wrong.

The format is told in ``pricing/README.md``. Each rule is read on its own, so one mistake does not
hide the next; a misspelt field names the nearest field that exists.
"""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

import msgspec

from catalog.money import fen, unit_micro
from catalog.problem import Place, Problem
from pricing.promotion_choice import ChoicePolicy
from pricing.rule import (
    ContractPrice,
    PercentOfOthers,
    PriceRule,
    QuantityTiers,
    TermDiscount,
)
from pricing.rulebook import RuleSet
from pricing.tiers import TierFault, check_tiers

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from decimal import Decimal

    from pricing.rule import RuleAlteration

_UNKNOWN = re.compile(r"unknown field `(?P<field>[^`]+)`")
_FIELDS = ("version", "choice", "rule")
_WHOLE = 100


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
        rule = msgspec.convert(one, PriceRule)
    except msgspec.ValidationError as fault:
        return None, (_fault(str(fault), place, file),)
    return rule, tuple(
        _problem(code, file, place, id=rule.id, **facts) for code, facts in _faults(rule)
    )


def _faults(rule: PriceRule) -> Iterator[tuple[str, dict[str, str]]]:
    """What the types cannot say: bounds of percentages, order of tiers and steps."""
    if not rule.id:
        yield "rule.id_missing", {}
    percent = getattr(rule.alteration, "percent", None)
    if percent is not None and not (percent.is_finite() and 0 <= percent <= _WHOLE):
        yield "rule.percent_out_of_range", {"percent": str(percent)}
    yield from _price_faults(rule)
    if rule.promotion and isinstance(rule.alteration, ContractPrice | PercentOfOthers):
        yield "rule.no_promotion", {}
    for condition in rule.when.conditions:
        for bound in (condition.least, condition.most):
            if bound is not None and not bound.is_finite():
                yield "rule.no_number", {"value": str(bound)}
    valid = rule.when.valid
    if valid.first and valid.last and valid.last < valid.first:
        yield "rule.ends_before_it_starts", {}
    yield from _ladder_faults(rule.alteration)


def _price_faults(rule: PriceRule) -> Iterator[tuple[str, dict[str, str]]]:
    """Prices that are no number, below zero, or finer than they can be counted."""
    counted: tuple[tuple[str, Callable[[Decimal], int]], ...] = (
        ("unit_price", unit_micro),
        ("unit_amount", unit_micro),
        ("amount", fen),
    )
    for name, count in counted:
        value = getattr(rule.alteration, name, None)
        if value is None:
            continue
        try:
            below = count(value) < 0
        except ValueError:
            yield "rule.no_number", {"value": str(value)}
        else:
            if below:
                yield "rule.price_below_zero", {"value": str(value)}
    if rule.cap is not None and rule.cap < 0:
        yield "rule.price_below_zero", {"value": str(rule.cap)}


def _ladder_faults(alteration: RuleAlteration) -> Iterator[tuple[str, dict[str, str]]]:
    """Tiers and steps must ascend and have one price each."""
    if isinstance(alteration, QuantityTiers):
        try:
            check_tiers(alteration.tiers, graduated=alteration.graduated)
        except TierFault as fault:
            yield "rule.tiers_wrong", {"fault": str(fault)}
        if alteration.graduated and alteration.pooled:
            yield "rule.tiers_wrong", {"fault": "pooled tiers cannot be graduated"}
    if isinstance(alteration, TermDiscount):
        months = [step[0] for step in alteration.steps]
        shares = [percent for _, percent in alteration.steps]
        wrong = [p for p in shares if not (p.is_finite() and 0 <= p <= _WHOLE)]
        if wrong or not months or months != sorted(set(months)):
            yield "rule.steps_wrong", {}


def _fault(message: str, place: str, file: str) -> Problem:
    """A message of the decoder as a finding; for an unknown field the nearest known one."""
    text, _, inside = message.partition(" - at ")
    where = place + inside.strip("`").removeprefix("$")
    unknown = _UNKNOWN.search(text)
    if unknown is None:
        return _problem("rule.field_wrong", file, where, fault=text)
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
        if hasattr(info, "item_type"):
            pending.append(info.item_type)
    return sorted(names)


def _problem(code: str, file: str, place: str, **facts: str) -> Problem:
    return Problem(code, where=Place(file=file, column=place), parameters=facts)
