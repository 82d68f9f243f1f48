"""Needs at sites: what is bound to a site covers its need, and all else may go anywhere.

A need that is split by site is a pool, the sum of it all, and a need for each site that names the
pool. A candidate at a site covers both; one without a site covers the pool alone, and its units
stand for whatever a site lacks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.quoting.offer.problem import Candidate, Need, OfferProblem


def lacking(problem: OfferProblem, counts: Mapping[str, int]) -> dict[str, int]:
    """By pool the units that sites lack and that nothing without a site can stand for.

    Args:
        problem: What is asked.
        counts: How often each candidate is taken.
    """
    short: dict[str, int] = {}
    taken = [(one, counts[one.id]) for one in problem.candidates if counts.get(one.id)]
    for need in problem.needs:
        if need.pool:
            held = sum(one.covers.get(need.id, 0) * count for one, count in taken)
            short[need.pool] = short.get(need.pool, 0) + max(0, need.quantity - held)
    free = {
        name: sum(one.covers.get(name, 0) * count for one, count in taken if not one.site)
        for name in short
    }
    return {name: units - free[name] for name, units in short.items() if units > free[name]}


def without_sites(problem: OfferProblem) -> OfferProblem:
    """The same for someone to whom all sites are one; the same problem where nothing is split."""
    split = {need.id for need in problem.needs if need.pool}
    if not split:
        return problem
    ones = [_without(one, split) for one in problem.candidates]
    needs = tuple(need for need in problem.needs if not need.pool)
    return msgspec.structs.replace(problem, needs=needs, candidates=tuple(ones))


def _without(one: Candidate, split: set[str]) -> Candidate:
    kept = {name: units for name, units in one.covers.items() if name not in split}
    return one if kept == one.covers else msgspec.structs.replace(one, covers=kept)


def with_fillers(problem: OfferProblem, counts: Mapping[str, int]) -> dict[str, int] | None:
    """A choice for all sites as one, with single services for what a site lacks.

    ``None`` where no candidate without a site and without conditions can stand for it.
    """
    found = dict(counts)
    for name, units in lacking(problem, counts).items():
        single = _filler(problem, name)
        if single is None:
            return None
        found[single.id] = found.get(single.id, 0) + units
        if single.most and found[single.id] > single.most:
            return None
    most = {need.id: need.most for need in problem.needs if need.most}
    by_id = {one.id: one for one in problem.candidates}
    for name, limit in most.items():
        if sum(by_id[one].covers.get(name, 0) * count for one, count in found.items()) > limit:
            return None
    return found


def _filler(problem: OfferProblem, pool: str) -> Candidate | None:
    fitting = [
        one
        for one in problem.candidates
        if one.covers == {pool: 1}
        and one.least == 1
        and not (one.site or one.within or one.requires or one.excludes or one.fixed_cost)
    ]
    return min(fitting, key=lambda one: one.cost, default=None)


def pooled(needs: tuple[Need, ...]) -> tuple[Need, ...]:
    """Needs over all sites: those of one pool together, by the name of the pool."""
    found: dict[str, Need] = {}
    for need in needs:
        name = need.pool or need.id
        known = found.get(name)
        if known is None:
            found[name] = msgspec.structs.replace(need, id=name, pool="", site="")
        else:
            both = known.most + need.most if known.most and need.most else 0
            found[name] = msgspec.structs.replace(
                known, quantity=known.quantity + need.quantity, most=both
            )
    return tuple(found.values())


def demand(needs: tuple[Need, ...]) -> dict[str, dict[str, int]]:
    """Units by pool and site; the empty site is anywhere."""
    found: dict[str, dict[str, int]] = {}
    for need in needs:
        at = found.setdefault(need.pool or need.id, {})
        at[need.site] = at.get(need.site, 0) + need.quantity
    return found


def site_need(pool: str, site: str) -> str:
    """Identifier of what a site needs of a pool."""
    return f"{pool} @{site}"
