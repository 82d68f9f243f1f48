"""Charges that cost a percentage of others: circles among them, and others that do not exist.

The engine leaves charges that depend themselves out of every base, so a circle prices nothing
twice; but each of its charges is then cheaper than its rule says, and nobody is told.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalog.money import yuan
from catalog.problem import Severity
from pricing.lint.case import Sold, charge_of, finding, quoted
from pricing.rule import PercentOfOthers

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from pricing.lint.case import LintCase
    from pricing.lint.finding import LintFinding
    from pricing.rule import PriceRule

_CYCLE, _NOTHING = "lint.dependent_cycle", "lint.dependent_on_nothing"


def cycle_findings(case: LintCase) -> Iterator[LintFinding]:
    """One finding for each circle, and for each rule whose others are not in the catalogue."""
    dependents = {
        one.code: (one, rule)
        for one in case.sold
        for rule in reversed(case.touching(one))
        if isinstance(rule.alteration, PercentOfOthers)
    }
    yield from _on_nothing(case)
    edges = {
        code: [
            other.code
            for other, _ in dependents.values()
            if other.code != code
            and other.charge.period is one.charge.period
            and _depends_on(rule, other)
        ]
        for code, (one, rule) in dependents.items()
    }
    for circle in circles(edges):
        yield _shown(case, [dependents[code] for code in circle])


def circles(edges: Mapping[str, Sequence[str]]) -> tuple[tuple[str, ...], ...]:
    """Groups of two or more nodes of which each can be reached from each other one.

    Tarjan's strongly connected components (SIAM Journal on Computing 1, 1972, p. 146).
    """
    index: dict[str, int] = {}
    low: dict[str, int] = {}
    stack: list[str] = []
    found: list[tuple[str, ...]] = []

    def visit(node: str) -> None:
        index[node] = low[node] = len(index)
        stack.append(node)
        for other in edges[node]:
            if other not in index:
                visit(other)
                low[node] = min(low[node], low[other])
            elif other in stack:
                low[node] = min(low[node], index[other])
        if low[node] == index[node]:
            start = stack.index(node)
            group = stack[start:]
            del stack[start:]
            if len(group) > 1:
                found.append(tuple(sorted(group)))

    for node in edges:
        if node not in index:
            visit(node)
    return tuple(sorted(found))


def _depends_on(rule: PriceRule, other: Sold) -> bool:
    alteration = rule.alteration
    return isinstance(alteration, PercentOfOthers) and alteration.others.covers(
        other.offering, other.charge
    )


def _on_nothing(case: LintCase) -> Iterator[LintFinding]:
    """Rules whose others are no charge of the same period: what depends on them costs nothing."""
    for rule in case.rules:
        if not isinstance(rule.alteration, PercentOfOthers):
            continue
        for one in case.scope(rule):
            others = (
                other
                for other in case.sold
                if other.code != one.code
                and other.charge.period is one.charge.period
                and _depends_on(rule, other)
            )
            context = case.holding((rule,), one)
            if next(others, None) is None and context is not None:
                example = case.example(context, (quoted(one, max(1, one.charge.least)),))
                facts = {"rule": rule.id, "charge": one.code}
                yield finding(_NOTHING, Severity.ERROR, rule.id, facts, example)
                break


def _shown(case: LintCase, circle: Sequence[tuple[Sold, PriceRule]]) -> LintFinding:
    """The circle with a quote of all its charges, in which none counts for another."""
    rules = tuple({rule.id: rule for _, rule in circle}.values())
    first = circle[0][0]
    facts = {"charges": ", ".join(one.code for one, _ in circle)}
    facts["rules"] = ", ".join(sorted(rule.id for rule in rules))
    context = case.holding(rules, first)
    if context is None:
        return finding(_CYCLE, Severity.WARNING, rules[0].id, {**facts, "amounts": "-"})
    items = tuple(
        quoted(one, max(1, one.charge.least), str(position))
        for position, (one, _) in enumerate(circle, start=1)
    )
    example = case.example(context, items)
    amounts = [charge_of(example.priced, one.code) for one, _ in circle]
    facts["amounts"] = ", ".join(str(yuan(c.net_amount)) for c in amounts if c is not None)
    return finding(_CYCLE, Severity.WARNING, rules[0].id, facts, example)
