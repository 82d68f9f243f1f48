"""Adjustments by what is chosen of an item: values nobody can choose, and prices led below zero.

An amount a unit is taken off whatever the price is; where it is more than the price, the engine
charges nothing. That a value leads below cost, below the floor margin or below a guided band is
found with the other floors (``floors.py``), which try the cheapest values.
"""

from __future__ import annotations

from decimal import Decimal
from itertools import islice
from typing import TYPE_CHECKING

from catalog.money import amount_of, unit_micro, yuan
from catalog.problem import Severity
from pricing.adjustment import AttributeAdjustment
from pricing.lint.case import charge_of, charge_told, finding, quoted
from pricing.stages import Stage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pricing.lint.case import LintCase, Sold
    from pricing.lint.finding import LintFinding
    from pricing.rule import PriceRule

_UNKNOWN, _BELOW_ZERO = "lint.value_unknown", "lint.value_below_zero"


def value_findings(case: LintCase) -> Iterator[LintFinding]:
    """For each adjustment the values that no item can have, and those that take off too much."""
    for rule in case.rules:
        if isinstance(rule.alteration, AttributeAdjustment) and case.scope(rule):
            yield from _unknown(case, rule, rule.alteration)
            for value in rule.alteration.values:
                found = (one for sold in case.scope(rule) for one in _zero(case, rule, sold, value))
                yield from islice(found, 1)


def lowest_values(case: LintCase, one: Sold) -> dict[str, str]:
    """The values of a charge's characteristics that make it cheapest, where a rule looks at them.

    Adjustments follow one another and none turns the order of two prices round, so that each
    characteristic may be looked at by itself, at one unit of the list price.
    """
    listed = one.charge.list_price
    best: dict[str, tuple[Decimal, str]] = {}
    for rule in case.touching(one):
        if not isinstance(rule.alteration, AttributeAdjustment):
            continue
        for value, does in rule.alteration.values.items():
            name = rule.alteration.characteristic
            change = does.unit_amount
            if change is None:
                change = listed * (does.percent or Decimal(0)) / 100
            if _has(case, one, name, value) and change < best.get(name, (Decimal(0), ""))[0]:
                best[name] = (change, value)
    return {name: value for name, (_, value) in best.items()}


def _has(case: LintCase, one: Sold, name: str, value: str) -> bool:
    """Whether an item of the offering can have a value of a characteristic."""
    described = case.catalog.characteristics(one.offering.code)
    return any(known.id == name and known.fault(value) is None for known in described)


def _unknown(
    case: LintCase, rule: PriceRule, alteration: AttributeAdjustment
) -> Iterator[LintFinding]:
    """Values that no offering in the rule's scope knows; the engine warns of the item."""
    scope, name = case.scope(rule), alteration.characteristic
    # thousands of charges of one specification are asked once
    offerings = {one.offering.code: one for one in scope}.values()
    unknown = [
        value
        for value in alteration.values
        if not any(_has(case, one, name, value) for one in offerings)
    ]
    if not unknown:
        return
    one = scope[0]
    facts = {
        "rule": rule.id,
        "characteristic": name,
        "values": ", ".join(unknown),
        "charge": one.code,
        "charges": str(len(scope)),
    }
    context = case.holding((rule,), one)
    items = (quoted(one, max(1, one.charge.least), chosen={name: unknown[0]}),)
    examples = (case.example(context, items),) if context is not None else ()
    yield finding(_UNKNOWN, Severity.WARNING, rule.id, facts, *examples)


def _zero(case: LintCase, rule: PriceRule, one: Sold, value: str) -> Iterator[LintFinding]:
    """The quote in which a value takes more off each unit than the unit costs."""
    alteration = rule.alteration
    assert isinstance(alteration, AttributeAdjustment)  # noqa: S101 (as the caller has seen)
    off = alteration.values[value].unit_amount
    chosen = {alteration.characteristic: value}
    if off is None or off >= 0 or not _has(case, one, alteration.characteristic, value):
        return
    context = case.holding((rule,), one)
    quantity = max(1, one.charge.least, rule.when.least_quantity)
    if context is None or not one.allows(quantity):
        return
    if (trial := case.trial(context, one, quantity, chosen=chosen)) is None or trial.net_amount:
        return
    example = case.example(context, (quoted(one, quantity, chosen=chosen),))
    charge = charge_of(example.priced, one.code)
    steps = charge.steps if charge is not None else ()
    taken = -amount_of(unit_micro(off), quantity)
    for step in steps:
        if step.stage is Stage.ATTRIBUTE and step.source == rule.id and taken > -step.change:
            facts = {
                "rule": rule.id,
                "charge": charge_told(one, chosen),
                "quantity": str(quantity),
                "date": str(context.price_date),
                "amount": str(yuan(step.result - step.change)),
                "off": str(yuan(taken)),
            }
            yield finding(_BELOW_ZERO, Severity.WARNING, rule.id, facts, example)
