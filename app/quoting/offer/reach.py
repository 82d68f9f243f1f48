"""How often a candidate can be of any use: what the needs and its own limits allow."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.quoting.offer.problem import Candidate, Need, OfferProblem, Usage


def reach(problem: OfferProblem) -> dict[str, int]:
    """The largest useful count of each candidate; none where it is never of use.

    No more of one can help than covers every need and all usage by itself. What is offered only
    beside another one is counted first, because more of the other makes room for it.
    """
    needs = {need.id: need for need in problem.needs}
    usage = {one.id: one for one in problem.usage}
    own = {one.id: _own(one, needs, usage) for one in problem.candidates}
    wanted: dict[str, int] = {}
    for one in problem.candidates:
        if one.within and own[one.id]:
            for_room = -(-own[one.id] // one.per_one) if one.per_one else 1
            wanted[one.within] = max(wanted.get(one.within, 0), for_room)
        for name in (name for group in one.requires for name in group):
            wanted[name] = max(wanted.get(name, 0), 1)
    found = {}
    for one in problem.candidates:
        count = max(own[one.id], wanted.get(one.id, 0))
        count = max(count, one.least) if count else 0
        if one.least > 1 and one.cost < 0:
            # A stretch of quantities on which one more makes all of them cheaper.
            count = max(count, one.most) if count else 0
        count = min([count, *_limits(one, needs)])
        found[one.id] = count if count >= max(one.least, 1) else 0
    return found


def _own(one: Candidate, needs: Mapping[str, Need], usage: Mapping[str, Usage]) -> int:
    """Of what use it is by itself."""
    counts = [-(-needs[name].quantity // units) for name, units in one.covers.items() if units > 0]
    counts += [
        -(-max(usage[name].months, default=0) // units)
        for name, units in one.allowances.items()
        if units > 0 and name in usage
    ]
    if any(rate < usage[name].rate for name, rate in one.rates.items() if name in usage):
        counts.append(1)
    return max(counts, default=0)


def _limits(one: Candidate, needs: Mapping[str, Need]) -> list[int]:
    """What may not be exceeded."""
    limits = [one.most] if one.most else []
    limits += [
        needs[name].most // units
        for name, units in one.covers.items()
        if units > 0 and needs[name].most
    ]
    return limits
