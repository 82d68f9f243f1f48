"""Promotions that another one always beats, so that nobody ever gets anything by them.

The proof needs no prices of other rules: the better promotion holds whenever the worse one does,
touches every charge that the worse one touches, stands at the same place in the order of
application, tolerates everything that the worse one tolerates, and takes off at least as much
whatever the amount. Then in any set of promotions it may take the other's place.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalog.money import yuan
from catalog.problem import Severity
from pricing.lint.case import charge_of, finding, quoted
from pricing.lint.whole_quote import smallest
from pricing.promotion_choice import ChoicePolicy, conflict
from pricing.rule import (
    Base,
    Level,
    LineAmountOff,
    PercentOff,
    QuoteAmountOff,
    Scope,
    UnitAmountOff,
    UnitPrice,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from catalog.condition import Condition
    from catalog.period import ValidityPeriod
    from pricing.item import QuoteItem
    from pricing.lint.case import LintCase
    from pricing.lint.finding import LintFinding
    from pricing.rule import PriceRule, When

_CODE = "lint.promotion_never_better"


def superseded_findings(case: LintCase) -> Iterator[LintFinding]:
    """For each promotion that is always beaten, the first one that beats it."""
    beaten: set[str] = set()
    for rule in case.rules:
        if not rule.promotion or not case.scope(rule):
            continue
        rivals = _rivals(case, rule)
        for other in rivals:
            if other.id not in beaten and _beats(case, other, rule, rivals):
                beaten.add(rule.id)
                yield from _shown(case, rule, other)
                break


def _rivals(case: LintCase, rule: PriceRule) -> Sequence[PriceRule]:
    """All promotions that touch a charge of the rule's scope, itself left out.

    Those on the whole quote compete with each other only, within a billing period.
    """
    if rule.level is Level.QUOTE:
        level = [one for one in case.rules if one.level is Level.QUOTE and one.id != rule.id]
        return [one for one in level if one.period is rule.period]
    found: dict[str, PriceRule] = {}
    for one in case.scope(rule):
        for other in case.touching(one):
            if other.promotion and other.id != rule.id:
                found[other.id] = other
    return tuple(found.values())


def _beats(
    case: LintCase, better: PriceRule, worse: PriceRule, rivals: Sequence[PriceRule]
) -> bool:
    """Whether one promotion may take another's place everywhere to no loss."""
    better_codes = {one.code for one in case.scope(better)}
    companions = [other for other in rivals if other is not better and not conflict(other, worse)]
    fits = (
        bool(conflict(better, worse))
        and _holds_whenever(better.when, worse.when)
        and all(one.code in better_codes for one in case.scope(worse))
        and not any(conflict(other, better) for other in companions)
    )
    choice = case.policy.rules.choice
    if better.level is Level.QUOTE and better.scope not in {worse.scope, Scope()}:
        return False  # a scope also says which bundles bear a share
    if not fits or choice is ChoicePolicy.PRIORITY:
        return fits and better.priority > worse.priority
    first, last = sorted((_order(better), _order(worse)))
    if any(first < _order(other) < last for other in companions):
        return False
    if choice is ChoicePolicy.BEST_FOR_MARGIN:
        better, worse = worse, better
    return _takes_as_much(better, worse)


def _takes_as_much(more: PriceRule, less: PriceRule) -> bool:
    """Whether one alteration takes off at least as much as another, whatever the amount."""
    capped = more.cap is not None and (less.cap is None or more.cap < less.cap)
    if capped or more.limited or more.base is not less.base or more.base is Base.UNDISCOUNTED:
        return False
    match more.alteration, less.alteration:
        case (PercentOff(percent=one), PercentOff(percent=other)):
            return one >= other
        case (UnitAmountOff(unit_amount=one), UnitAmountOff(unit_amount=other)):
            return one >= other
        case (LineAmountOff(amount=one), LineAmountOff(amount=other)) | (
            QuoteAmountOff(amount=one),
            QuoteAmountOff(amount=other),
        ):
            return one >= other
        case (UnitPrice(unit_price=one), UnitPrice(unit_price=other)):
            return one <= other
    return False


def _holds_whenever(wider: When, narrower: When) -> bool:
    """Whether one condition holds in every circumstance in which another does."""
    return (
        _contains(wider.valid, narrower.valid)
        and _allows(wider.segments, narrower.segments)
        and _allows(wider.customers, narrower.customers)
        and _allows(wider.codes, narrower.codes)
        and wider.least_term <= narrower.least_term
        and wider.least_quantity <= narrower.least_quantity
        and wider.least_total <= narrower.least_total
        and wider.least_items <= narrower.least_items
        and all(_follows(one, narrower.conditions) for one in wider.conditions)
    )


def _contains(wider: ValidityPeriod, narrower: ValidityPeriod) -> bool:
    starts = wider.first is None or (narrower.first is not None and wider.first <= narrower.first)
    ends = wider.last is None or (narrower.last is not None and wider.last >= narrower.last)
    return starts and ends


def _allows(wider: tuple[str, ...], narrower: tuple[str, ...]) -> bool:
    """Whether one list of names allows all that another does; an empty list allows everything."""
    return not wider or (bool(narrower) and set(narrower) <= set(wider))


def _follows(one: Condition, given: Sequence[Condition]) -> bool:
    """Whether a condition must hold because one of the given ones does."""
    return any(
        other.measure == one.measure
        and (one.least is None or (other.least is not None and other.least >= one.least))
        and (one.most is None or (other.most is not None and other.most <= one.most))
        and set(other.one_of) <= set(one.one_of)
        and bool(other.one_of) >= bool(one.one_of)
        for other in given
    )


def _order(rule: PriceRule) -> tuple[int, int, str]:
    """Place of a promotion among others of its stage."""
    return -rule.priority, -rule.scope.specificity, rule.id


def _shown(case: LintCase, rule: PriceRule, other: PriceRule) -> Iterator[LintFinding]:
    """The finding, with a quote in which both hold and the better one is chosen."""
    for one in case.scope(rule):
        context = case.holding((rule, other), one)
        count = max(1, one.charge.least, rule.when.least_quantity)
        items: tuple[QuoteItem, ...] = (quoted(one, count),)
        if rule.level is Level.QUOTE:
            apt = one.charge.period is rule.period and one.charge.list_price > 0
            items = smallest(rule, one) if apt else ()
            count = items[0].quantity if items else 0
        if context is None or not one.allows(count):
            continue
        example = case.example(context, items)
        charge = charge_of(example.priced, one.code)
        if charge is None:
            continue
        facts = {
            "rule": rule.id,
            "other": other.id,
            "charge": one.code,
            "quantity": str(count),
            "date": str(context.price_date),
            "amount": str(yuan(charge.net_amount)),
        }
        yield finding(_CODE, Severity.WARNING, rule.id, facts, example)
        return
