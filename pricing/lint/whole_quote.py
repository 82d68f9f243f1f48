"""Promotions on the whole quote that bring a charge below its cost.

For each charge in a promotion's scope the smallest quote is tried that meets its conditions with
this charge alone. The policy's floor margin keeps promotions above cost, so without one is where
something is found.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from catalog.money import amount_of, unit_micro, yuan
from catalog.problem import Severity
from pricing.lint.case import charge_of, finding, quoted
from pricing.rule import Level
from pricing.stages import Stage
from pricing.tax import without_tax

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pricing.lint.case import LintCase, Sold
    from pricing.lint.finding import LintFinding
    from pricing.rule import PriceRule

_CODE = "lint.below_cost"


def whole_quote_findings(case: LintCase) -> Iterator[LintFinding]:
    """For each promotion on the whole quote the first charge that it brings below cost."""
    for rule in case.rules:
        if rule.level is Level.QUOTE:
            found = (one for sold in case.scope(rule) for one in _below(case, rule, sold))
            yield from islice(found, 1)


def _below(case: LintCase, rule: PriceRule, one: Sold) -> Iterator[LintFinding]:
    if one.charge.period is not rule.period or one.charge.list_price <= 0:
        return
    context = case.holding((rule,), one)
    if context is None:
        return
    count = max(1, rule.when.least_items)
    needed = -(
        -rule.when.least_total // max(1, amount_of(unit_micro(one.charge.list_price), count))
    )
    quantity = max(1, one.charge.least, needed)
    if not one.allows(quantity):
        return
    items = tuple(quoted(one, quantity, str(number)) for number in range(1, count + 1))
    example = case.example(context, items)
    charge = charge_of(example.priced, one.code)
    if charge is None:
        return
    steps = [step for step in charge.steps if step.stage is Stage.QUOTE_PROMOTION]
    if not steps or charge.net_ex_tax >= charge.cost_amount:
        return
    before = steps[0].result - steps[0].change
    if without_tax(before, charge.tax_rate) < charge.cost_amount:
        return
    facts = {
        "rules": ", ".join(step.source for step in steps),
        "charge": one.code,
        "charges": str(len(case.scope(rule))),
        "quantity": str(quantity),
        "date": str(context.price_date),
        "term": str(context.term),
        "list": str(yuan(charge.list_amount)),
        "amount": str(yuan(charge.net_amount)),
        "ex_tax": str(yuan(charge.net_ex_tax)),
        "cost": str(yuan(charge.cost_amount)),
    }
    yield finding(_CODE, Severity.WARNING, rule.id, facts, example)
