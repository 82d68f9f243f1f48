"""Rules tied in stage, priority and specificity, so that only their identifiers decide the order.

A tie is a finding where the order changes a price: 10 % and then 100.00 off 1,000.00 is 800.00,
100.00 off and then 10 % is 810.00 (V12). Two percentages off the amount so far come to the same in
either order, but for the rounding of a fen, and are left alone.
"""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from catalog.money import yuan
from catalog.problem import Severity
from pricing.lint.case import charge_of, finding, quoted, thresholds
from pricing.lint.circumstances import terms_of
from pricing.promotion_choice import ChoicePolicy, conflict
from pricing.rule import (
    Base,
    ContractPrice,
    LineAmountOff,
    PercentOff,
    PercentOfOthers,
    QuantityTiers,
    TermDiscount,
    UnitAmountOff,
    UnitPrice,
)
from pricing.usage_rating import UsageRates

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pricing.context import PricingContext
    from pricing.item import QuoteItem
    from pricing.lint.case import LintCase, Sold
    from pricing.lint.finding import LintFinding
    from pricing.rule import PriceRule

_CODE = "lint.rules_tied"
_TRIES = 3
"""Charges on which a pair of rules is tried before it is taken to come to the same."""
_EARLY = {ContractPrice: 1, PercentOfOthers: 2, UsageRates: 3, QuantityTiers: 4, TermDiscount: 5}
"""Kinds with a place of their own in the order of calculation; all others share one."""


class _Key(NamedTuple):
    """What the order of rules looks at before their identifiers."""

    kind: int
    promotion: bool
    priority: int
    specificity: int


def tie_findings(case: LintCase) -> Iterator[LintFinding]:
    """For each rule the first other one that it is tied with."""
    done: set[str] = set()
    tries: dict[tuple[str, str], int] = {}
    for one in case.sold:
        groups: dict[_Key, list[PriceRule]] = {}
        for rule in case.touching(one):
            groups.setdefault(_key(rule), []).append(rule)
        for group in groups.values():
            for first, second in combinations(group, 2):
                pair = (first.id, second.id)
                tried = tries.get(pair, 0)
                if first.id in done or tried == _TRIES or _commute(case, first, second):
                    continue
                tries[pair] = tried + 1
                found = _tie(case, one, first, second)
                if found is not None:
                    done.add(first.id)
                    yield found


def _key(rule: PriceRule) -> _Key:
    kind = _EARLY.get(type(rule.alteration), 5)
    return _Key(kind, rule.promotion, rule.priority, rule.scope.specificity)


def _commute(case: LintCase, first: PriceRule, second: PriceRule) -> bool:
    """Whether two rules come to the same in either order, or one is chosen by its price."""
    if first.promotion and conflict(first, second):
        return case.policy.rules.choice is not ChoicePolicy.PRIORITY
    if first.cap is not None or second.cap is not None:
        return False
    one, other = first.alteration, second.alteration
    for kinds in ((UnitAmountOff, LineAmountOff), (UnitPrice,), (QuantityTiers,)):
        if isinstance(one, kinds) and isinstance(other, kinds):
            return True
    if isinstance(one, PercentOff) and isinstance(other, PercentOff):
        return first.base is second.base and first.base is not Base.UNDISCOUNTED
    if isinstance(one, TermDiscount) and isinstance(other, TermDiscount):
        return one.additive == other.additive
    return one == other


def _tie(case: LintCase, one: Sold, first: PriceRule, second: PriceRule) -> LintFinding | None:
    """The quote in which the order of two rules changes what a charge costs, if there is one."""
    term = terms_of((first, second))[0]
    context = case.holding((first, second), one, term=term)
    if context is None:
        return None
    wanted = (max(1, one.charge.least), *thresholds((first, second)))
    counts = [count for count in wanted if one.allows(count)]
    differing = (q for q in reversed(counts) if _differs(case, context, one, first, second, q))
    count = next(differing, None)
    if count is None:
        return None
    items = (quoted(one, count), *_others(case, one, first))
    there = case.example(context, items)
    back = case.example(context, items, raised=second.id)
    figures = [charge_of(example.priced, one.code) for example in (there, back)]
    if figures[0] is None or figures[1] is None:
        return None
    if figures[0].net_amount == figures[1].net_amount:
        return None
    facts = {
        "rule": first.id,
        "other": second.id,
        "charge": one.code,
        "quantity": str(count),
        "date": str(context.price_date),
        "amount": str(yuan(figures[0].net_amount)),
        "other_amount": str(yuan(figures[1].net_amount)),
    }
    return finding(_CODE, Severity.WARNING, first.id, facts, there, back)


def _differs(
    case: LintCase,
    context: PricingContext,
    one: Sold,
    first: PriceRule,
    second: PriceRule,
    count: int,
) -> bool:
    """Whether the order of two rules matters for a quantity, as long as no other rule holds."""
    if isinstance(first.alteration, PercentOfOthers):
        return True
    raised = msgspec.structs.replace(second, priority=second.priority + 1)
    prices = [
        case.price_with(rules, context, one, count) for rules in ((first, second), (first, raised))
    ]
    return prices[0] != prices[1]


def _others(case: LintCase, one: Sold, rule: PriceRule) -> tuple[QuoteItem, ...]:
    """Something that a charge which costs a percentage of others can depend on."""
    alteration = rule.alteration
    if not isinstance(alteration, PercentOfOthers):
        return ()
    return tuple(
        quoted(other, max(1, other.charge.least), "2")
        for other in case.sold
        if other.code != one.code
        and other.charge.period is one.charge.period
        and alteration.others.covers(other.offering, other.charge)
    )[:1]
