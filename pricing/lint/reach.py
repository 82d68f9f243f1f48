"""Rules that can never hold, touch nothing, or change nothing when they hold.

Each is proved from the rule and the catalogue; where a quote can show it, the example is one in
which everything else about the rule is right.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from catalog.period import LONGEST_TERM, ValidityPeriod
from catalog.problem import Severity
from pricing.lint.case import Sold, finding, quoted, touches
from pricing.lint.circumstances import circumstances, facts_for
from pricing.rule import QuantityTiers, TermDiscount

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pricing.lint.case import LintCase
    from pricing.lint.finding import CounterExample, LintFinding
    from pricing.rule import PriceRule, When


def reach_findings(case: LintCase) -> Iterator[LintFinding]:
    """At most one finding for each rule: the first reason why it can never hold."""
    for rule in sorted(case.policy.rules.rules, key=lambda one: one.id):
        if rule.when.valid.is_before(case.day):
            yield _expired(case, rule)
            continue
        scope = case.scope(rule)
        if not scope:
            names = (*rule.scope.charges, *rule.scope.offerings, *rule.scope.families)
            facts = {"rule": rule.id, "names": ", ".join(names) or "-"}
            yield finding("lint.rule_without_charges", Severity.WARNING, rule.id, facts)
            continue
        found = _never(case, rule, scope)
        if found is not None:
            yield found
        else:
            yield from _dead_tiers(case, rule, scope)


def _expired(case: LintCase, rule: PriceRule) -> LintFinding:
    facts = {"rule": rule.id, "last": str(rule.when.valid.last)}
    one = next((sold for sold in case.sold if touches(rule, sold)), None)
    examples: tuple[CounterExample, ...] = ()
    if one is not None:
        for_ever = msgspec.structs.replace(rule.when, valid=ValidityPeriod())
        examples = _example(case, rule, for_ever, one)
    return finding("lint.rule_expired", Severity.HINT, rule.id, facts, *examples)


def _never(case: LintCase, rule: PriceRule, scope: Sequence[Sold]) -> LintFinding | None:
    """The reason why a rule never holds for any charge of its scope; ``None`` when it can."""
    when = rule.when
    if when.segments and not any(one.offering.sold_to(when.segments) for one in scope):
        facts = {"rule": rule.id, "segments": ", ".join(when.segments)}
        without = msgspec.structs.replace(when, segments=())
        examples = _example(case, rule, without, scope[0])
        return finding("lint.rule_no_segment", Severity.WARNING, rule.id, facts, *examples)
    term = _term_asked(rule)
    if term > LONGEST_TERM:
        facts = {"rule": rule.id, "term": str(term), "longest": str(LONGEST_TERM)}
        without = msgspec.structs.replace(when, least_term=0)
        examples = _example(case, rule, without, scope[0], term=LONGEST_TERM)
        return finding("lint.rule_term", Severity.WARNING, rule.id, facts, *examples)
    most = _most(rule, scope)
    if most is not None and most < when.least_quantity:
        facts = {"rule": rule.id, "least": str(when.least_quantity), "most": str(most)}
        largest = max(scope, key=lambda one: one.charge.most)
        examples = _example(case, rule, when, largest, count=most)
        return finding("lint.rule_quantity", Severity.WARNING, rule.id, facts, *examples)
    if facts_for(when.conditions) is None:
        measures = dict.fromkeys(condition.measure for condition in when.conditions)
        facts = {"rule": rule.id, "measures": ", ".join(measures)}
        without = msgspec.structs.replace(when, conditions=())
        examples = _example(case, rule, without, scope[0])
        return finding("lint.rule_contradiction", Severity.WARNING, rule.id, facts, *examples)
    if all(case.holding((rule,), one) is None for one in scope):
        facts = {"rule": rule.id, "first": str(when.valid.first or case.day)}
        return finding("lint.rule_after_sale", Severity.WARNING, rule.id, facts)
    return None


def _term_asked(rule: PriceRule) -> int:
    """The shortest commitment at which a rule does anything."""
    steps = rule.alteration.steps if isinstance(rule.alteration, TermDiscount) else ()
    first = min((months for months, percent in steps if percent), default=0)
    return max(rule.when.least_term, first)


def _most(rule: PriceRule, scope: Sequence[Sold]) -> int | None:
    """Most units that a rule can ever see; ``None`` for no limit."""
    limits = [one.charge.most for one in scope]
    if not all(limits):
        return None
    pooled = isinstance(rule.alteration, QuantityTiers) and rule.alteration.pooled
    return sum(limits) if pooled else max(limits)


def _dead_tiers(case: LintCase, rule: PriceRule, scope: Sequence[Sold]) -> Iterator[LintFinding]:
    """Tiers that begin above every largest quantity."""
    most = _most(rule, scope)
    if not isinstance(rule.alteration, QuantityTiers) or most is None:
        return
    for tier in rule.alteration.tiers:
        if tier.least > most:
            facts = {"rule": rule.id, "least": str(tier.least), "most": str(most)}
            largest = max(scope, key=lambda one: one.charge.most)
            examples = _example(case, rule, rule.when, largest, count=largest.charge.most)
            yield finding("lint.tier_unreachable", Severity.HINT, rule.id, facts, *examples)
            return


def _example(
    case: LintCase,
    rule: PriceRule,
    when: When,
    one: Sold,
    *,
    term: int = 0,
    count: int = 0,
) -> tuple[CounterExample, ...]:
    """A quote in which everything but the impossible part of a rule's condition holds."""
    eased = msgspec.structs.replace(rule, when=when)
    context = circumstances((eased,), one.offering, one.charge, case.day, term=term)
    if context is None:
        return ()
    quantity = count or max(1, one.charge.least, when.least_quantity)
    return (case.example(context, (quoted(one, quantity),)),)
