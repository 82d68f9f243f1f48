"""thrifty(): how often a candidate can be worth its cost.

What one more of a bundle covers is also covered by single services at what each costs. From the
count on at which that is no dearer, an offer with one less and the singles in its place is at least
as good, so that no best offer needs to be looked for there. What has side effects is left as it
is: included usage, rates, options and requirements that hang on it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.quoting.offer.problem import Goal

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.quoting.offer.problem import Candidate, OfferProblem


def thrifty(problem: OfferProblem, reach: Mapping[str, int], *, drop: bool) -> dict[str, int]:
    """The largest count of each candidate that may be in a best offer.

    Args:
        problem: What is asked; only where the least cost is wanted is anything tightened.
        reach: How often each can be of use at all.
        drop: Leave out what is not worth its cost even once; not where an offer has to differ
            from others by what is in it.
    """
    if problem.goal is not Goal.LEAST_COST:
        return dict(reach)
    cost = {one.id: one.cost for one in problem.candidates}
    each = {need: cost[name] for need, name in singles_of(problem, reach).items()}
    asked_for = {one.within for one in problem.candidates}
    asked_for |= {name for one in problem.candidates for group in one.requires for name in group}
    wanted = {need.id: need.quantity for need in problem.needs if not need.pool}
    found = {}
    for one in problem.candidates:
        count = reach[one.id]
        if count and not (one.allowances or one.rates or one.id in asked_for or _is_single(one)):
            count = _worth(one, count, each, wanted, drop=drop)
        found[one.id] = count
    return found


def _is_single(one: Candidate) -> bool:
    """Whether it can stand for a unit of one need whatever else is there."""
    bound = one.fixed_cost or one.most or one.excludes or one.requires or one.within or one.site
    return (
        not (bound or one.allowances or one.rates)
        and one.least == 1
        and list(one.covers.values()) == [1]
    )


def singles_of(problem: OfferProblem, reach: Mapping[str, int]) -> dict[str, str]:
    """By need the cheapest candidate that can always stand for one more unit, and does no more."""
    touched = {one.within for one in problem.candidates}
    touched |= {name for one in problem.candidates for name in one.excludes}
    touched |= {name for one in problem.candidates for group in one.requires for name in group}
    found: dict[str, Candidate] = {}
    for one in problem.candidates:
        if _is_single(one) and reach[one.id] and one.id not in touched:
            (need,) = one.covers
            if need not in found or one.cost < found[need].cost:
                found[need] = one
    return {need: one.id for need, one in found.items()}


def _worth(
    one: Candidate, most: int, each: Mapping[str, int], wanted: Mapping[str, int], *, drop: bool
) -> int:
    """How many of it are each worth more than the singles in their place.

    Singles stand for a unit of a site too, as long as they may go anywhere.
    """
    covers = {name: units for name, units in one.covers.items() if units and name in wanted}
    if any(name not in each for name in covers):
        return most
    count = saved = 0
    while count < most:
        value = sum(
            each[name] * min(units, max(0, wanted[name] - units * count))
            for name, units in covers.items()
        )
        if value <= one.cost and count >= one.least:
            break
        saved += value - one.cost
        count += 1
    return 0 if drop and saved <= one.fixed_cost else count
