"""Promotion codes that a manager enters: how the rules spell them, and what keeps one from holding.

A code that no rule knows, that is over, or that is not for this customer changes no price. Nothing
of that is silent: each such code is a finding that says why.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from unicodedata import normalize

import msgspec

from catalog.problem import Place, Problem, Severity
from pricing.rulebook import applies

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from pricing.context import PricingContext
    from pricing.priced import PricedItem
    from pricing.promotion_choice import Rejected
    from pricing.promotion_limits import PromotionUse
    from pricing.rule import PriceRule
    from pricing.rulebook import RuleSet

_WHERE = Place(column="codes")
_OVER, _EARLY = "promotion.code_over", "promotion.code_early"
_CUSTOMER, _SEGMENT = "promotion.code_customer", "promotion.code_segment"
_TERM, _CONDITION = "promotion.code_term", "promotion.code_condition"
_REASONS = (_OVER, _EARLY, _CUSTOMER, _SEGMENT, _TERM, _CONDITION)
"""What may keep a rule from holding, in the order in which it is looked at."""


def spelled(rules: RuleSet, typed: str) -> str:
    """A code as the rules spell it, whatever its case and width; unknown ones as typed."""
    plain = _plain(typed)
    known = (code for rule in rules.rules for code in rule.when.codes)
    return next((code for code in known if _plain(code) == plain), normalize("NFKC", typed).strip())


def rules_of_code(rules: RuleSet, code: str) -> tuple[PriceRule, ...]:
    """The rules that a code brings, in the order of the set."""
    return tuple(rule for rule in rules.rules if code in rule.when.codes)


def code_problem(rules: RuleSet, context: PricingContext, code: str) -> Problem | None:
    """Why a code brings nothing in these circumstances; ``None`` when a rule of it holds.

    Where it belongs to several rules, the one is told that comes closest to holding.
    """
    found = rules_of_code(rules, code)
    if not found:
        return _problem("promotion.code_unknown", code)
    entered = msgspec.structs.replace(context, codes=(code,))
    reasons = [_reason(rule, entered) for rule in found]
    if None in reasons:
        return None
    told = [reason for reason in reasons if reason is not None]
    reason, facts = max(told, key=lambda one: _REASONS.index(one[0]))
    return _problem(reason, code, facts)


def code_findings(
    rules: RuleSet,
    context: PricingContext,
    items: Sequence[PricedItem],
    uses: Iterable[PromotionUse],
    rejected: Iterable[Rejected],
) -> Iterator[Problem]:
    """Codes of a quote that bring nothing: those that do not hold, and those that touch nothing.

    Args:
        rules: In force.
        context: Has the codes.
        items: As priced.
        uses: Promotions on the whole quote, and those with limits.
        rejected: Promotions on the whole quote that are not used; they are told elsewhere.
    """
    seen = {use.rule for use in uses} | {one.rule for one in rejected}
    for item in items:
        for charge in item.charges:
            seen |= {step.source for step in charge.steps}
            seen |= {one.rule for one in charge.rejected}
    for code in context.codes:
        problem = code_problem(rules, context, code)
        if problem is not None:
            yield problem
        elif not any(rule.id in seen for rule in rules_of_code(rules, code)):
            yield _problem("promotion.code_without_effect", code, severity=Severity.HINT)


def _reason(rule: PriceRule, context: PricingContext) -> tuple[str, dict[str, str]] | None:
    """The first thing that keeps a rule from holding, with its figures; ``None`` for nothing."""
    when, day = rule.when, context.price_date
    if when.valid.last is not None and when.valid.last < day:
        return _OVER, {"last": str(when.valid.last)}
    if when.valid.first is not None and when.valid.first > day:
        return _EARLY, {"first": str(when.valid.first)}
    if when.customers and context.customer not in when.customers:
        return _CUSTOMER, {}
    if when.segments and not set(when.segments) & set(context.segments):
        return _SEGMENT, {"segments": ", ".join(when.segments)}
    if context.term < when.least_term:
        return _TERM, {"least": str(when.least_term), "term": str(context.term)}
    return None if applies(rule, context) else (_CONDITION, {})


def _problem(
    reason: str,
    code: str,
    facts: dict[str, str] | None = None,
    severity: Severity = Severity.WARNING,
) -> Problem:
    return Problem(reason, severity, _WHERE, {"code": code, **(facts or {})})


def _plain(code: str) -> str:
    """A code without differences that nobody sees or means."""
    return normalize("NFKC", code).strip().casefold()
