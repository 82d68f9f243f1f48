"""Promotions on the whole quote: below cost, below a guided band, or less than they promise.

For the charges in a promotion's scope that it leaves the least above cost, and the first guided
ones, the smallest quote is tried that meets its conditions with this charge alone, by itself and
beside the other rules that can hold there. What floors keep (the
band of a guided price, the policy's floor margin) other charges of the quote bear; where there are
none, the promotion takes less than it says. A bundle is tried alone as well: its components keep no
band, but then need its filing number.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from catalog.charge import PriceRegulation
from catalog.money import Fen, amount_of, unit_micro, yuan
from catalog.problem import Severity
from pricing.lint.case import charge_of, finding, quoted, touches
from pricing.lint.meetings import Meetings
from pricing.lint.quote_bundles import bundle_quotes
from pricing.rule import Level
from pricing.rule_functions import Facts, function_of
from pricing.stages import Stage
from pricing.tax import without_tax

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pricing.context import PricingContext
    from pricing.item import QuoteItem
    from pricing.lint.case import LintCase, Sold
    from pricing.lint.finding import CounterExample, LintFinding
    from pricing.priced import PricedCharge
    from pricing.rule import PriceRule

_COST, _CUT = "lint.below_cost", "lint.promotion_cut"
_CLOSEST, _GUIDED = 4, 2
"""Charges that quotes are made of for each promotion: closest to cost, and of guided price."""


def whole_quote_findings(case: LintCase) -> Iterator[LintFinding]:
    """For each promotion on the whole quote the first finding of each kind."""
    meetings = Meetings(case)
    for rule in case.rules:
        if rule.level is not Level.QUOTE:
            continue
        told: set[str] = set()
        for found in _of(case, meetings, rule):
            if found.problem.code not in told:
                told.add(found.problem.code)
                yield found
            if told >= {_COST, _CUT}:
                break
        yield from bundle_quotes(case, rule)


def _of(case: LintCase, meetings: Meetings, rule: PriceRule) -> Iterator[LintFinding]:
    """What is found on the charges of a promotion's scope that are worth a quote."""
    bearing = [
        one
        for one in case.scope(rule)
        if one.charge.period is rule.period and one.charge.list_price > 0
    ]
    guided = [one for one in bearing if one.charge.regulation is PriceRegulation.GUIDED]
    closest = sorted(bearing, key=lambda one: _left(case, rule, one))[:_CLOSEST]
    for one in dict.fromkeys((*closest, *guided[:_GUIDED])):
        for context in _contexts(case, meetings, rule, one):
            yield from _tried(case, rule, one, context)


def _left(case: LintCase, rule: PriceRule, one: Sold) -> Fraction:
    """What a promotion leaves above cost, without VAT, as a share of the price; without floors."""
    items = smallest(rule, one)
    context = case.holding((rule,), one) if items else None
    quantity = sum(item.quantity for item in items)
    charge = case.trial(context, one, quantity) if context is not None else None
    if charge is None or charge.net_amount <= 0:
        return Fraction(1)
    net = charge.net_amount
    left = function_of(rule, 0)(net, Facts(0, net, net, 0, 0))
    return Fraction(without_tax(left, charge.tax_rate) - charge.cost_amount, net)


def _contexts(
    case: LintCase, meetings: Meetings, rule: PriceRule, one: Sold
) -> Iterator[PricingContext]:
    """The plainest circumstances in which a promotion holds, and those with other rules."""
    plain = case.holding((rule,), one)
    if plain is None:
        return
    yield plain
    beside = [
        other
        for other in case.rules
        if other is not rule and other.level is Level.QUOTE and touches(other, one)
    ]
    group = meetings.grown(one, (rule,), (rule, *case.touching(one), *beside))
    together = case.holding(group, one)
    if together is not None and together != plain:
        yield together


def _tried(
    case: LintCase, rule: PriceRule, one: Sold, context: PricingContext
) -> Iterator[LintFinding]:
    items = smallest(rule, one)
    if not items:
        return
    example = case.example(context, items)
    charge = charge_of(example.priced, one.code)
    if charge is not None:
        yield from _below_cost(case, rule, example, charge)
        yield from _cut(case, rule, one, example)


def smallest(
    rule: PriceRule, one: Sold, times: int = 1, least_items: int = 1
) -> tuple[QuoteItem, ...]:
    """The smallest quote of one charge that meets a promotion's conditions; none when it cannot.

    Args:
        rule: A promotion on the whole quote.
        one: A charge in its scope with a list price.
        times: How many times as many units as it asks for.
        least_items: Items at least, where another promotion asks for more.
    """
    count = max(least_items, rule.when.least_items)
    of_one = max(1, amount_of(unit_micro(one.charge.list_price), count))
    needed = -(-rule.when.least_total // of_one)
    quantity = max(1, one.charge.least, needed) * times
    if not one.allows(quantity):
        return ()
    return tuple(quoted(one, quantity, str(number)) for number in range(1, count + 1))


def _below_cost(
    case: LintCase, rule: PriceRule, example: CounterExample, charge: PricedCharge
) -> Iterator[LintFinding]:
    """The finding where a share brings a charge below its cost."""
    steps = [step for step in charge.steps if step.stage is Stage.QUOTE_PROMOTION]
    if not steps or charge.net_ex_tax >= charge.cost_amount:
        return
    before = steps[0].result - steps[0].change
    if without_tax(before, charge.tax_rate) < charge.cost_amount:
        return
    if rule.id not in {step.source for step in steps}:
        return
    facts = {
        "rules": ", ".join(step.source for step in steps),
        "charge": charge.code,
        "charges": str(len(case.scope(rule))),
        "quantity": str(charge.quantity),
        "date": str(example.context.price_date),
        "term": str(example.context.term),
        "list": str(yuan(charge.list_amount)),
        "amount": str(yuan(charge.net_amount)),
        "ex_tax": str(yuan(charge.net_ex_tax)),
        "cost": str(yuan(charge.cost_amount)),
    }
    yield finding(_COST, Severity.WARNING, rule.id, facts, example)


def _cut(
    case: LintCase, rule: PriceRule, one: Sold, example: CounterExample
) -> Iterator[LintFinding]:
    """The finding where floors keep a promotion from taking all that it says."""
    use = next((use for use in example.priced.promotions if use.rule == rule.id), None)
    if use is None or use.limit != "floor":
        return
    beside = _beside(case, rule, one, example)
    facts = {
        "rule": rule.id,
        "charge": one.code,
        "quantity": str(example.items[0].charges[0].quantity),
        "date": str(example.context.price_date),
        "wanted": str(yuan(use.wanted)),
        "taken": str(yuan(use.taken)),
        "term": str(example.context.term),
    }
    yield finding(_CUT, Severity.HINT, rule.id, facts, example, *beside)


def _beside(
    case: LintCase, rule: PriceRule, one: Sold, example: CounterExample
) -> tuple[CounterExample, ...]:
    """The same quote beside a charge that bears what the floors keep; none when there is none."""
    kept = _net(example, one)
    for other in case.scope(rule):
        free = other.charge.regulation is PriceRegulation.MARKET and other.charge.list_price > 0
        if other.code == one.code or not free or other.charge.period is not rule.period:
            continue
        item = quoted(other, max(1, other.charge.least), "beside")
        both = case.example(example.context, (*example.items, item))
        use = next((use for use in both.priced.promotions if use.rule == rule.id), None)
        if use is not None and use.taken == use.wanted and _net(both, one) == kept:
            return (both,)
        return ()  # one charge is enough to try: a hint needs no search
    return ()


def _net(example: CounterExample, one: Sold) -> Fen:
    charge = charge_of(example.priced, one.code)
    return charge.net_amount if charge is not None else 0
