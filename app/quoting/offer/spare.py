"""spare(): named candidates of a choice that could be left out with nothing put in their place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.quoting.offer.pooling import lacking

if TYPE_CHECKING:
    from app.quoting.offer.problem import Choice, OfferProblem


def spare(problem: OfferProblem, choice: Choice) -> tuple[str, ...]:
    """Without which the others cover all needs; what includes usage is never spare."""
    taken = [(one, choice.counts[one.id]) for one in problem.candidates if one.id in choice.counts]
    asked_for = {one.within for one, _ in taken}
    asked_for |= {name for one, _ in taken for group in one.requires for name in group}
    over = {
        need.id: sum(one.covers.get(need.id, 0) * count for one, count in taken) - need.quantity
        for need in problem.needs
        if not need.pool
    }
    counts = choice.counts
    return tuple(
        one.id
        for one, count in taken
        if one.named
        and one.id not in asked_for
        and not (one.allowances or one.rates)
        and all(over[need] >= units * count for need, units in one.covers.items() if need in over)
        and not lacking(problem, {**counts, one.id: 0})
    )
