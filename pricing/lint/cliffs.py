"""Cliffs: quantities from which on the whole quantity costs less than one unit fewer.

At list 100.00, 10 % off from 11 units and 20 % from 26, 25 units cost 2,250.00 and 26 units
2,080.00 (V5, V6): nobody should order 24 or 25. Graduated tiers have no cliffs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from catalog.money import yuan
from catalog.problem import Severity
from pricing.lint.case import charge_of, finding, quoted, thresholds
from pricing.lint.circumstances import terms_of
from pricing.rule import QuantityTiers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalog.money import Fen
    from pricing.context import PricingContext
    from pricing.lint.case import LintCase, Sold
    from pricing.lint.finding import LintFinding
    from pricing.rule import PriceRule

_CODE = "lint.cliff"


class _Cliff(NamedTuple):
    """A threshold at which a charge becomes cheaper in all."""

    one: Sold
    context: PricingContext
    less: Fen


def cliff_findings(case: LintCase) -> Iterator[LintFinding]:
    """One finding for each rule and threshold: on the charge where the cliff is highest."""
    for rule in case.rules:
        if isinstance(rule.alteration, QuantityTiers) and rule.alteration.graduated:
            bounds = thresholds(()) if not rule.when.least_quantity else (rule.when.least_quantity,)
        else:
            bounds = thresholds((rule,))
        for bound in bounds:
            cliffs = [
                cliff
                for one in case.scope(rule)
                if (cliff := _cliff(case, rule, one, bound)) is not None
            ]
            if cliffs:
                worst = max(cliffs, key=lambda cliff: cliff.less)
                yield from _shown(case, rule, bound, worst, len(cliffs))


def _cliff(case: LintCase, rule: PriceRule, one: Sold, bound: int) -> _Cliff | None:
    """The highest cliff at a quantity over the commitments for which the rule does something."""
    if not (one.allows(bound - 1) and one.allows(bound)):
        return None
    highest: _Cliff | None = None
    for term in terms_of((rule,)):
        context = case.holding((rule,), one, term=term)
        if context is None:
            continue
        less = _amount(case, context, one, bound - 1) - _amount(case, context, one, bound)
        if less > (highest.less if highest is not None else 0):
            highest = _Cliff(one, context, less)
    return highest


def _amount(case: LintCase, context: PricingContext, one: Sold, count: int) -> Fen:
    priced = case.trial(context, one, count)
    return priced.net_amount if priced is not None else 0


def _first_dominated(case: LintCase, cliff: _Cliff, bound: int) -> int:
    """The smallest quantity just below the bound from which on all cost more than the bound.

    Between two thresholds more units never cost less, so halving finds it.
    """
    one, context = cliff.one, cliff.context
    target = _amount(case, context, one, bound)
    below = [count for count in thresholds(case.touching(one)) if count < bound]
    low, high = max(1, one.charge.least, *below), bound - 1
    while low < high:
        middle = (low + high) // 2
        if _amount(case, context, one, middle) > target:
            high = middle
        else:
            low = middle + 1
    return low


def _shown(
    case: LintCase, rule: PriceRule, bound: int, cliff: _Cliff, charges: int
) -> Iterator[LintFinding]:
    one, context = cliff.one, cliff.context
    few = case.example(context, (quoted(one, bound - 1),))
    more = case.example(context, (quoted(one, bound),))
    dearer, cheaper = charge_of(few.priced, one.code), charge_of(more.priced, one.code)
    if dearer is None or cheaper is None:
        return
    first = _first_dominated(case, cliff, bound)
    facts = {
        "rule": rule.id,
        "charge": one.code,
        "charges": str(charges),
        "quantity": str(bound),
        "amount": str(yuan(cheaper.net_amount)),
        "fewer": str(bound - 1),
        "fewer_amount": str(yuan(dearer.net_amount)),
        "less": str(yuan(dearer.net_amount - cheaper.net_amount)),
        "dominated": str(first) if first == bound - 1 else f"{first}-{bound - 1}",
    }
    yield finding(_CODE, Severity.WARNING, rule.id, facts, few, more)
