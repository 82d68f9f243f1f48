"""Promotions on the whole quote of one priority and one width of scope: the identifier decides.

Three things may hang on it. Which of two that exclude each other is chosen, though they bring the
customer the same: then one uses up its budget and stands on the papers, and nobody has said which.
Which is chosen where promotions are chosen by priority and these have the same. And what a charge
costs where both stand: 10 % and then 50.00 off 1,000.00 is 850.00, 50.00 off and then 10 % 855.00.
"""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from catalog.money import amount_of, unit_micro, yuan
from catalog.problem import Severity
from pricing.lint.case import charge_of, finding, touches
from pricing.lint.whole_quote import smallest
from pricing.promotion_choice import conflict
from pricing.rule import Level

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalog.money import Fen
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
        if first.id in done or _key(first) != _key(second):
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


def _tie(case: LintCase, one: Sold, first: PriceRule, second: PriceRule) -> LintFinding | None:
    """What hangs on the identifiers of two promotions, shown on the smallest quotes for both."""
    context = case.holding((first, second), one)
    if context is None or one.charge.period is not first.period:
        return None
    count = max(first.when.least_items, second.when.least_items, 1)
    unit = unit_micro(one.charge.list_price)
    asked = max((first, second), key=lambda rule: rule.when.least_total)
    quotes = []
    for times in (1, 2):
        # a round amount may come to the same as a percentage once, and not on the next quote
        items = smallest(asked, one, times, count)
        if not items or amount_of(unit, items[0].quantity) <= 0:
            return None
        there = case.example(context, items)
        back = case.example(context, items, raised=second.id)
        quotes.append((there, back))
    (there, back), _ = quotes
    figures = [_net(example.priced, one) for example in (there, back)]
    facts = {
        "rule": first.id,
        "other": second.id,
        "charge": one.code,
        "quantity": str(there.items[0].quantity),
        "date": str(context.price_date),
        "amount": str(yuan(figures[0])),
        "other_amount": str(yuan(figures[1])),
    }
    if figures[0] != figures[1] and not _is_rounding(first, second, figures):
        return finding(_TIED, Severity.WARNING, first.id, facts, there, back)
    same = all(
        _used(a) != _used(b) and _net(a.priced, one) == _net(b.priced, one) for a, b in quotes
    )
    if same and conflict(first, second):
        return finding(_SAME, Severity.WARNING, first.id, facts, there, back)
    return None


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
