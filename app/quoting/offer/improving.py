"""improved(): a better choice from a greedy one, by covering a few needs at a time anew.

What covers one need is taken out and the needs that are open then are covered again; the better of
both stands. It starts the search with an answer that is often best already.
"""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from app.quoting.offer.greedy import Taking
from app.quoting.offer.problem import Choice, Goal
from app.quoting.offer.valuing import valued

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.quoting.offer.problem import OfferProblem


def improved(problem: OfferProblem, choice: Choice, enough: Callable[[], bool]) -> Choice:
    """A choice that costs no more; the same where most is earned.

    Args:
        problem: What is asked.
        choice: To be improved.
        enough: Asked between steps; whether there is no more time.
    """
    if problem.goal is not Goal.LEAST_COST:
        return choice
    taking = Taking(problem)
    if not taking.knows(choice.counts):
        return choice
    best, cost = dict(choice.counts), choice.cost
    better = True
    while better:
        better = False
        for need, wide, by_gain in product(problem.needs, (False, True), (False, True)):
            if enough():
                return valued(problem, best)
            taking.begin(taking.ruined(best, need.id, wide=wide))
            taking.take_savers(taking.touching(), by_gain=by_gain)
            if taking.fill() and (new := taking.cost()) < cost:
                best, cost, better = dict(taking.counts), new, True
    return valued(problem, best)
