"""What a choice costs the customer and earns us, to the point."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from app.quoting.offer.problem import Choice
from catalog.money import amount_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from app.quoting.offer.problem import Candidate, OfferProblem, Usage

Taken: TypeAlias = "Sequence[tuple[Candidate, int]]"
"""Candidates that are in an offer, with how often."""


def valued(problem: OfferProblem, counts: Mapping[str, int]) -> Choice:
    """The choice that takes each candidate so often; what the problem does not know is an error.

    Raises:
        KeyError: If the problem has no such candidate.
    """
    by_id = {one.id: one for one in problem.candidates}
    taken = [(by_id[name], count) for name, count in sorted(counts.items()) if count]
    cost = sum(one.cost * count + one.fixed_cost for one, count in taken)
    margin = sum(one.margin * count + one.fixed_margin for one, count in taken)
    cost += sum(usage_points(problem.horizon, usage, taken) for usage in problem.usage)
    return Choice({one.id: count for one, count in taken}, cost, margin)


def usage_points(horizon: int, usage: Usage, taken: Taken) -> int:
    """Points of what is used beyond all allowances, at the lowest rate that is offered."""
    included = sum(one.allowances.get(usage.id, 0) * count for one, count in taken)
    rate = min([usage.rate, *(one.rates.get(usage.id, usage.rate) for one, _ in taken)])
    return horizon * sum(
        amount_of(rate, units - included) for units in usage.months if units > included
    )
