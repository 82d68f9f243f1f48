"""Bundles that a promotion on the whole quote brings below cost, or a component below its band.

A bundle bears no more than its largest extra discount. Its guided components keep no band within
it, but a bundle with one below needs its filing number, and the engine asks for it.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

import msgspec

from catalog.charge import ChargeType
from catalog.money import amount_of, unit_micro, yuan
from catalog.offering import ProductOffering
from catalog.problem import Severity
from pricing.item import QuoteItem
from pricing.lint.case import finding
from pricing.lint.circumstances import circumstances
from pricing.rule import When
from pricing.stages import Stage
from pricing.tax import without_tax

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalog.bundle import BundledOffering
    from catalog.money import Fen
    from pricing.context import PricingContext
    from pricing.lint.case import LintCase
    from pricing.lint.finding import CounterExample, LintFinding
    from pricing.priced import PricedCharge
    from pricing.rule import PriceRule

_COST, _BAND = "lint.below_cost", "lint.bundle_below_band"


def bundle_quotes(case: LintCase, rule: PriceRule) -> Iterator[LintFinding]:
    """For a promotion on the whole quote the first finding of each kind on a bundle."""
    quotes = [
        (bundle, example)
        for bundle in case.catalog.content.bundles
        if bundle.most_extra_discount > 0 and _lies_in(rule, bundle)
        for example in _quoted(case, rule, bundle)
    ]
    yield from islice((f for pair in quotes for f in _below_cost(rule, *pair)), 1)
    yield from islice((f for pair in quotes for f in _below_band(case, rule, *pair)), 1)


def _lies_in(rule: PriceRule, bundle: BundledOffering) -> bool:
    """A bundle lies in a scope that names it, or that names nothing; as ``quote_level.py`` asks."""
    scope = rule.scope
    named = not scope.offerings or bundle.code in scope.offerings
    monthly = not scope.types or ChargeType.RECURRING in scope.types
    return named and monthly and not (scope.charges or scope.families or scope.regulations)


def _quoted(case: LintCase, rule: PriceRule, bundle: BundledOffering) -> Iterator[CounterExample]:
    """The smallest quote of a bundle in which a promotion takes something off it."""
    context = _context(case, rule, bundle)
    if context is None:
        return
    count = max(1, rule.when.least_items)
    price = amount_of(unit_micro(bundle.price), count)
    needed = -(-rule.when.least_total // price) if price else 1
    items = tuple(
        QuoteItem(str(number), bundle.code, max(1, needed)) for number in range(1, count + 1)
    )
    example = case.example(context, items)
    if any(use.rule == rule.id and use.taken for use in example.priced.promotions):
        yield example


def _context(case: LintCase, rule: PriceRule, bundle: BundledOffering) -> PricingContext | None:
    """A customer who may have the bundle, on a day on which the promotion holds."""
    held = next(iter(case.sold), None)
    if held is None:
        return None
    stand_in = ProductOffering(
        bundle.code, bundle.name, "", bundle.segments, (held.charge,), valid=bundle.valid
    )
    asked = msgspec.structs.replace(rule, when=When(conditions=bundle.conditions))
    plain = msgspec.structs.replace(held.charge, least_term=0)
    return circumstances((rule, asked), stand_in, plain, case.day, term=bundle.term)


def _below_cost(
    rule: PriceRule, bundle: BundledOffering, example: CounterExample
) -> Iterator[LintFinding]:
    """The finding where the share of a promotion brings a bundle below its cost."""
    item = example.priced.items[0]
    parts = [charge for charge in item.charges if charge.period is rule.period]
    net, cost = sum(one.net_ex_tax for one in parts), sum(one.cost_amount for one in parts)
    if not net < cost <= sum(without_tax(_before(one), one.tax_rate) for one in parts):
        return
    facts = {
        "rules": rule.id,
        "charge": bundle.code,
        "charges": "1",
        "quantity": str(item.quantity),
        "date": str(example.context.price_date),
        "term": str(example.context.term),
        "list": str(yuan(sum(one.list_amount for one in parts))),
        "amount": str(yuan(sum(one.net_amount for one in parts))),
        "ex_tax": str(yuan(net)),
        "cost": str(yuan(cost)),
    }
    yield finding(_COST, Severity.WARNING, rule.id, facts, example)


def _below_band(
    case: LintCase, rule: PriceRule, bundle: BundledOffering, example: CounterExample
) -> Iterator[LintFinding]:
    """The finding where the engine asks for a filing number because of the promotion alone."""
    problems = example.priced.problems
    asked = {
        problem.parameters["charge"]
        for problem in problems
        if problem.code == "bundle.filing_number_missing"
    }
    kept = 100 - case.policy.guided_band
    for charge in example.priced.items[0].charges:
        if charge.code not in asked or _before(charge) * 100 < charge.list_amount * kept:
            continue
        facts = {
            "rule": rule.id,
            "bundle": bundle.code,
            "charge": charge.code,
            "date": str(example.context.price_date),
            "list": str(yuan(charge.list_amount)),
            "amount": str(yuan(charge.net_amount)),
            "band": str(case.policy.guided_band),
        }
        yield finding(_BAND, Severity.WARNING, rule.id, facts, example)


def _before(charge: PricedCharge) -> Fen:
    """What a charge came to before any promotion on the quote."""
    taken = sum(step.change for step in charge.steps if step.stage is Stage.QUOTE_PROMOTION)
    return charge.net_amount - taken
