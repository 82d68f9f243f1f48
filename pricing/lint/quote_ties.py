"""Promotions on the whole quote of one priority and one width of scope: the identifier decides.

Three things may hang on it. Which of two that exclude each other is chosen, though they bring the
customer the same: then one uses up its budget and stands on the papers, and nobody has said which.
Which is chosen where promotions are chosen by priority and these have the same. And what a charge
costs where both stand: 10 % and then 50.00 off 1,000.00 is 850.00, 50.00 off and then 10 % 855.00.
"""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from catalog.money import yuan
from catalog.problem import Severity
from pricing.lint.case import charge_of, finding, touches
from pricing.lint.whole_quote import smallest
from pricing.promotion_choice import ChoicePolicy, conflict
from pricing.rule import Level

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalog.money import Fen
    from pricing.context import PricingContext
    from pricing.lint.case import LintCase, Sold
    from pricing.lint.finding import CounterExample, LintFinding
    from pricing.priced import PricedQuote
    from pricing.rule import PriceRule

_TIED, _SAME = "lint.rules_tied", "lint.promotions_same"
_TRIES = 3
"""Charges on which a pair of promotions is tried before it is taken to come to the same."""


def quote_tie_findings(case: LintCase) -> Iterator[LintFinding]:
    """For each promotion on the whole quote the first other one that it is tied with."""
    rules = [rule for rule in case.rules if rule.level is Level.QUOTE]
    done: set[str] = set()
    for first, second in combinations(rules, 2):
        if first.id in done or _key(first) != _key(second) or _is_clear(case, first, second):
            continue
        shared = [one for one in case.scope(first) if touches(second, one)]
        for one in [one for one in shared if one.charge.list_price > 0][:_TRIES]:
            found = _tie(case, one, first, second)
            if found is not None:
                done.add(first.id)
                yield found
                break


def _key(rule: PriceRule) -> tuple[int, int, str]:
    """What the order of promotions on the quote looks at before their identifiers."""
    return rule.priority, rule.scope.specificity, rule.period.value


def _is_clear(case: LintCase, first: PriceRule, second: PriceRule) -> bool:
    """Whether the price decides between two promotions, or they come to the same in any order.

    Of two that exclude each other the better one is chosen, unless they are alike; of two that
    stand together only a percentage and an amount depend on their order, or a limit.
    """
    if conflict(first, second):
        by_price = case.policy.rules.choice is not ChoicePolicy.PRIORITY
        return by_price and first.alteration != second.alteration
    alike = type(first.alteration) is type(second.alteration)
    return alike and not (first.limited or second.limited or first.cap or second.cap)


def _tie(case: LintCase, one: Sold, first: PriceRule, second: PriceRule) -> LintFinding | None:
    """What hangs on the identifiers of two promotions, shown on the smallest quotes for both."""
    context = case.holding((first, second), one)
    here = _both(case, context, one, first, second) if context is not None else ()
    if context is None or not here:
        return None
    figures = [_net(example.priced, one) for example in here]
    facts = {
        "rule": first.id,
        "other": second.id,
        "charge": one.code,
        "quantity": str(here[0].items[0].quantity),
        "date": str(context.price_date),
        "amount": str(yuan(figures[0])),
        "other_amount": str(yuan(figures[1])),
    }
    if figures[0] != figures[1] and not _is_rounding(first, second, figures):
        return finding(_TIED, Severity.WARNING, first.id, facts, *here)
    if not conflict(first, second) or not _is_one_of_two(here, one):
        return None
    # limits may come to the same once, and not on the next quote
    if not _is_one_of_two(_both(case, context, one, first, second, times=2), one):
        return None
    return finding(_SAME, Severity.WARNING, first.id, facts, *here)


def _both(
    case: LintCase,
    context: PricingContext,
    one: Sold,
    first: PriceRule,
    second: PriceRule,
    times: int = 1,
) -> tuple[CounterExample, ...]:
    """The smallest quote for two promotions, in their order and in the other; or nothing.

    Args:
        case: Lookups.
        context: In which both hold.
        one: The charge that is quoted.
        first: One promotion.
        second: The other one.
        times: How many times as many units.
    """
    if one.charge.period is not first.period:
        return ()
    count = max(first.when.least_items, second.when.least_items, 1)
    asked = max((first, second), key=lambda rule: rule.when.least_total)
    items = smallest(asked, one, times, count)
    if not items:
        return ()
    there = case.example(context, items)
    if charge_of(there.priced, one.code) is None:
        return ()
    return there, case.example(context, items, raised=second.id)


def _is_one_of_two(examples: tuple[CounterExample, ...], one: Sold) -> bool:
    """Whether the order decides which promotion is used, and not what the charge costs."""
    costs = {_net(example.priced, one) for example in examples}
    return len(costs) == 1 and len({frozenset(_used(example)) for example in examples}) > 1


def _is_rounding(first: PriceRule, second: PriceRule, figures: list[Fen]) -> bool:
    """Two percentages that both stand come to the same but for a fen, whatever their order."""
    alike = type(first.alteration) is type(second.alteration)
    return alike and not conflict(first, second) and abs(figures[0] - figures[1]) <= 1


def _used(example: CounterExample) -> set[str]:
    """Promotions that take something off."""
    return {use.rule for use in example.priced.promotions if use.taken}


def _net(priced: PricedQuote, one: Sold) -> Fen:
    charge = charge_of(priced, one.code)
    return charge.net_amount if charge is not None else 0
