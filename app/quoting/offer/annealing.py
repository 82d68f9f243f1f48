"""annealed(): a better choice from a greedy one, by many small steps that may cost more at first.

One more of something, one less, or none of it; often beside it one more or one less of something
that covers the same need. What makes the offer dearer is done too, the rarer the dearer it gets,
and less and less often towards the end. The best that was seen stands.
"""

from __future__ import annotations

from math import exp
from typing import TYPE_CHECKING

from app.quoting.offer.problem import Choice, Goal
from app.quoting.offer.standing import Standing
from app.quoting.offer.valuing import valued

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.quoting.offer.problem import OfferProblem
    from app.quoting.offer.standing import Changes

_STEPS = 400
"""Steps for each thing that may be in the offer."""
_WARM, _COOLED = 0.05, 0.3
"""What a step may cost more at first, as a share of what a need costs, and what is left of that."""
_LOOK = 128
"""Steps between two looks at the time."""
_MORE, _LESS = 0.3, 0.75
_SWAPPED, _FILLED, _ONE = 0.6, 0.5, 0.7
"""How often something is taken out for what comes, comes for what goes, and is one less only."""


def annealed(
    problem: OfferProblem,
    choice: Choice,
    share: Callable[[], float],
    draw: Callable[[], float],
    *,
    steps: int = _STEPS,
) -> Choice:
    """A choice that costs no more; the same where most is earned, or needs are split by site.

    Args:
        problem: What is asked.
        choice: To be improved.
        share: How much of the time is gone; asked between steps. It ends with 1.
        draw: Random numbers from 0 to 1.
        steps: For each thing that may be in the offer.
    """
    if problem.goal is not Goal.LEAST_COST or any(need.pool for need in problem.needs):
        return choice
    standing = Standing(problem)
    if not standing.ones or not standing.load(choice.counts):
        return choice
    counts = _wandered(standing, share, draw, steps * len(standing.ones))
    found = valued(problem, counts) if counts is not None else choice
    return found if found.cost < choice.cost else choice


def _wandered(
    standing: Standing, share: Callable[[], float], draw: Callable[[], float], steps: int
) -> dict[str, int] | None:
    """The best counts that were seen."""
    best, seen = standing.cost, standing.choice()
    warm = max(_WARM * best / max(len(standing.touching), 1), 1.0)
    heat = warm
    for step in range(steps):
        if step % _LOOK == 0:
            gone = max(share(), step / steps)
            if gone >= 1:
                break
            heat = warm * _COOLED**gone
        changes = _step(standing, draw)
        more = standing.dearer(changes) if changes else None
        if more is None or (more > 0 and draw() >= exp(-more / heat)):
            continue
        standing.take(changes, more)
        if standing.cost < best and (counts := standing.choice()) is not None:
            best, seen = standing.cost, counts
    return seen


def _step(standing: Standing, draw: Callable[[], float]) -> Changes:
    """Something to change, with what goes with it; nothing where that may not be."""
    at = int(draw() * len(standing.ones))
    had, kind = standing.counts[at], draw()
    changes: Changes = {}
    if not had or kind < _MORE:
        count = had + 1 if had else standing.least[at]
        if not standing.after(changes, at, count):
            return {}
        if (other := _beside(standing, at, draw, _SWAPPED)) is not None:
            fewer = standing.counts[other] - 1
            if other not in changes and fewer >= 0:
                gone = fewer < standing.least[other] or draw() >= _ONE
                return _both(standing, changes, other, 0 if gone else fewer)
        return changes
    fewer = had - 1
    if kind >= _LESS or fewer < standing.least[at]:
        fewer = 0
    if not standing.after(changes, at, fewer):
        return {}
    if (other := _beside(standing, at, draw, _FILLED)) is not None and other not in changes:
        more = standing.counts[other] + 1
        return _both(standing, changes, other, max(more, standing.least[other]))
    return changes


def _beside(standing: Standing, at: int, draw: Callable[[], float], often: float) -> int | None:
    """Something that covers a need that another one covers."""
    covers = standing.covers[at]
    if draw() >= often or not covers:
        return None
    touching = standing.touching[covers[int(draw() * len(covers))][0]]
    return touching[int(draw() * len(touching))]


def _both(standing: Standing, changes: Changes, at: int, count: int) -> Changes:
    """A second change beside the first one, where that may be."""
    return changes if standing.after(changes, at, count) else {}
