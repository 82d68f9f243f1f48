"""Bounds of a problem in points: what is known without a search, and what a solver's bound says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.quoting.offer.formulating import SCALE
from app.quoting.offer.problem import Goal
from app.quoting.offer.reach import reach

if TYPE_CHECKING:
    from app.quoting.offer.problem import OfferProblem

_WHOLE_FEN = 10_000
"""0.000001 yuan in a fen."""


def plain_bound(problem: OfferProblem) -> int:
    """Points that no choice can beat, whatever it covers: only what is given away counts."""
    most = reach(problem)
    if problem.goal is Goal.LEAST_COST:
        each = [
            min(0, most[one.id] * one.cost + min(0, one.fixed_cost)) for one in problem.candidates
        ]
    else:
        each = [
            max(0, most[one.id] * one.margin + max(0, one.fixed_margin))
            for one in problem.candidates
        ]
    return sum(each)


def points_bound(problem: OfferProblem, solved: int | None) -> int:
    """A solver's bound of the programme in points of the problem's value.

    Usage is rounded to the fen by month, which the programme does not do: where a rate is not a
    whole number of fen, what rounding down may save is taken off.
    """
    if solved is None:
        return plain_bound(problem)
    if problem.goal is Goal.MOST_MARGIN:
        return -solved // SCALE
    off = 0
    for usage in problem.usage:
        rates = [usage.rate, *(one.rates.get(usage.id, usage.rate) for one in problem.candidates)]
        if any(rate % _WHOLE_FEN for rate in rates):
            off += problem.horizon * len(usage.months)
    return -(-solved // SCALE) - off
