"""A draft of the next rule set: patches on the one in force, each a value.

A patch holds whole rules as they are after an edit, so undo is to apply one patch less. Identifiers
stay unique in every state. Nothing here changes a rule set: each function gives a patch.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from catalog.local_text import LocalText
from pricing.promotion_choice import ChoicePolicy
from pricing.rule import PriceRule
from pricing.rule_index import stage_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from pricing.rulebook import RuleSet


class PutRule(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A rule as it is now.

    Attributes:
        rule: The rule.
        instead: Identifier of the rule whose place it takes; empty for a new one.
        after: Identifier of the rule behind which a new one comes; empty for the end.
    """

    rule: PriceRule
    instead: str = ""
    after: str = ""


class RulePatch(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What an edit leaves of the rules that it touched.

    Attributes:
        put: Rules as they are now.
        removed: Identifiers of the rules that are gone; they go before any is put.
        choice: How to choose among promotions from now on; ``None`` for as before.
    """

    put: tuple[PutRule, ...] = ()
    removed: tuple[str, ...] = ()
    choice: ChoicePolicy | None = None

    def __bool__(self) -> bool:
        """Whether it changes anything."""
        return bool(self.put or self.removed or self.choice is not None)


def apply_rule_patch(rules: RuleSet, patch: RulePatch) -> RuleSet:
    """The rule set after an edit; rules that it does not touch stay the same objects."""
    if not patch:
        return rules
    left = [rule for rule in rules.rules if rule.id not in patch.removed]
    for one in patch.put:
        places = {rule.id: place for place, rule in enumerate(left)}
        if one.instead in places:
            left[places[one.instead]] = one.rule
        else:
            left.insert(places.get(one.after, len(left) - 1) + 1, one.rule)
    choice = rules.choice if patch.choice is None else patch.choice
    return msgspec.structs.replace(rules, rules=tuple(left), choice=choice)


def rule_of(rules: RuleSet, rule_id: str) -> PriceRule | None:
    """The rule with an identifier."""
    return next((rule for rule in rules.rules if rule.id == rule_id), None)


def add_rule(rules: RuleSet, rule: PriceRule, after: str = "") -> RulePatch:
    """Add a rule under its identifier, or the next one that is free."""
    known = {one.id for one in rules.rules}
    added = msgspec.structs.replace(rule, id=free_id(rule.id, known))
    return RulePatch((PutRule(added, after=after),))


def duplicate_rule(rules: RuleSet, rule_id: str) -> RulePatch:
    """Add a copy behind a rule; nothing when there is no such rule."""
    rule = rule_of(rules, rule_id)
    if rule is None:
        return RulePatch()
    name = LocalText(
        f"{rule.name.zh}(副本)" if rule.name.zh else "",
        f"{rule.name.en} (copy)" if rule.name.en else "",
    )
    return add_rule(rules, msgspec.structs.replace(rule, name=name), after=rule_id)


def change_rule(rules: RuleSet, rule_id: str, changed: PriceRule) -> RulePatch:
    """Put another value in a rule's place; nothing when it is the same.

    Raises:
        ValueError: Another rule has the identifier already.
    """
    if rule_of(rules, rule_id) in (None, changed):
        return RulePatch()
    if changed.id != rule_id and rule_of(rules, changed.id) is not None:
        raise ValueError(changed.id)
    return RulePatch((PutRule(changed, instead=rule_id),))


def remove_rules(rules: RuleSet, gone: Collection[str]) -> RulePatch:
    """Take rules out, as far as they are there."""
    return RulePatch(removed=tuple(rule.id for rule in rules.rules if rule.id in gone))


def set_choice(rules: RuleSet, choice: ChoicePolicy) -> RulePatch:
    """Choose otherwise among promotions; nothing when it is the same."""
    return RulePatch() if choice is rules.choice else RulePatch(choice=choice)


def replace_all(rules: RuleSet, others: RuleSet) -> RulePatch:
    """Make the rules those of another set; the version stays."""
    if rules.rules == others.rules:
        return set_choice(rules, others.choice)
    gone = tuple(rule.id for rule in rules.rules)
    put = tuple(PutRule(rule) for rule in others.rules)
    return RulePatch(put, gone, None if others.choice is rules.choice else others.choice)


def application_order(rules: Iterable[PriceRule]) -> tuple[PriceRule, ...]:
    """Rules as the engine takes them: stage, priority, narrowness, identifier."""
    return tuple(sorted(rules, key=_order))


def move_rule(rules: RuleSet, rule_id: str, *, earlier: bool) -> RulePatch:
    """Let a rule come before or behind its neighbour of the same stage, by its priority.

    Rules that share the neighbour's priority may be passed with it. Nothing changes at the end.
    """
    rule = rule_of(rules, rule_id)
    if rule is None:
        return RulePatch()
    same = [one for one in application_order(rules.rules) if stage_of(one) is stage_of(rule)]
    place = same.index(rule) + (-1 if earlier else 1)
    if not 0 <= place < len(same):
        return RulePatch()
    other = same[place]
    for priority in (other.priority, other.priority + (1 if earlier else -1)):
        moved = msgspec.structs.replace(rule, priority=priority)
        if (_order(moved) < _order(other)) is earlier:
            return RulePatch((PutRule(moved, instead=rule_id),))
    return RulePatch()


def changed_rules(base: RuleSet, rules: RuleSet) -> frozenset[str]:
    """Identifiers of the rules that the base does not have in this form."""
    former = {rule.id: rule for rule in base.rules}
    return frozenset(rule.id for rule in rules.rules if former.get(rule.id) != rule)


def free_id(wanted: str, known: Collection[str]) -> str:
    """The identifier, or the same with the first number from 2 on that is free."""
    number, found = 2, wanted
    while found in known:
        found = f"{wanted}-{number}"
        number += 1
    return found


def _order(rule: PriceRule) -> tuple[int, int, int, str]:
    return stage_of(rule), -rule.priority, -rule.scope.specificity, rule.id
