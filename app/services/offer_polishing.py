"""polished(): a better choice of a large problem, by solving small neighbourhoods of it exactly.

A search that is too large to be finished has its bound early and its best choice late. So choices
are looked for beside it: all that has to do with some needs is set free, everything else
stays as it is, and HiGHS solves what remains; the better of both stands.
"""

from __future__ import annotations

from time import monotonic, thread_time
from typing import TYPE_CHECKING

from app.quoting.offer.programme import Effort
from app.quoting.offer.valuing import valued

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.quoting.offer.formulating import Formulation
    from app.quoting.offer.problem import Choice, OfferProblem

_FIRST, _FEWEST, _STEP = 36, 12, 4
"""Candidates that are set free at first, at least, and more or less the next time."""
_SHORT, _MUCH, _LONG = 0.1, 0.3, 1.0
"""Seconds of the processor in which one is solved so easily that it may grow, so slowly that it
shrinks, and of the clock that it may take; how busy the machine is does not make it shrink."""


def polished(
    problem: OfferProblem,
    formed: Formulation,
    choice: Choice,
    ends: float,
    watch: Callable[[Choice], bool],
) -> Choice:
    """A choice that is at least as good.

    Args:
        problem: What is asked.
        formed: Its programme.
        choice: The best so far.
        ends: When the time is over, on the monotonic clock.
        watch: Told after each neighbourhood of the best choice; says whether to go on.
    """
    from app.services.highs import solve

    best, size, seed = choice, _FIRST, 0
    while problem.needs and monotonic() < ends:
        around = _around(problem, seed, size)
        seed += 1
        start = formed.start(best.counts)
        free = _free(problem, formed, around)
        fixed = {at: value for at, value in start.items() if at not in free}
        begun = thread_time()
        seconds = min(_LONG, max(ends - monotonic(), 0.05))
        effort = Effort(seconds, known=True)
        solved = solve(formed.programme, effort, start, fixed=fixed)
        if solved.values:
            new = valued(problem, formed.counts(solved.values))
            goal = problem.goal
            if goal.better(new.value(goal), best.value(goal)):
                best = new
        if not watch(best):
            break
        took = thread_time() - begun
        if solved.finished and took < _SHORT:
            size = min(size + _STEP, len(problem.candidates))
        elif took > _MUCH or not solved.finished:
            size = max(size - _STEP, _FEWEST)
    return best


def _around(problem: OfferProblem, seed: int, size: int) -> set[str]:
    """So many candidates that cover needs together, beginning with one need after another."""
    first = problem.needs[seed * 7 % len(problem.needs)].id
    seen, waiting, found = {first}, [first], set[str]()
    while waiting and len(found) < size:
        name = waiting.pop(0)
        for one in problem.candidates:
            if one.named and name in one.covers and len(found) < size:
                found.add(one.id)
                fresh = [other for other in one.covers if other not in seen]
                seen.update(fresh)
                waiting += fresh
    return found


def _free(problem: OfferProblem, formed: Formulation, around: set[str]) -> set[int]:
    """Their columns, and those of options and of single services."""
    names = {one.id for one in problem.candidates if not one.named} | around
    columns = {formed.count_of[name] for name in names if name in formed.count_of}
    return columns | {formed.taken_of[name] for name in names if name in formed.taken_of}
