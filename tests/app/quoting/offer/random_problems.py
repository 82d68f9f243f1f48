"""Small random problems, and all their answers tried one by one."""

from __future__ import annotations

from fractions import Fraction
from itertools import product
from random import Random
from typing import TYPE_CHECKING

from msgspec.structs import replace

from app.quoting.offer.problem import Candidate, Goal, Need, OfferProblem, Usage

if TYPE_CHECKING:
    from collections.abc import Iterator


def a_random_problem(seed: int) -> OfferProblem:
    """Up to three needs, up to three bundles, options, usage, exclusions and requirements.

    In two of five the first need is split by site, and some candidates are bound to one.
    """
    problem, apart = _anywhere(seed), Random(f"{seed} sites")  # noqa: S311 (a test's own numbers)
    return _split(problem, apart) if apart.random() < 0.4 else problem


def _split(problem: OfferProblem, chance: Random) -> OfferProblem:
    """The first need at one or two sites, a unit of it perhaps anywhere."""
    pool = problem.needs[0]
    left = pool.quantity - chance.choice((0, 0, 1))
    first = chance.randint(0, left)
    at = {site: units for site, units in (("a", first), ("b", left - first)) if units}
    sites = [Need(f"n0 @{site}", units, site=site, pool="n0") for site, units in at.items()]
    ones = []
    for one in problem.candidates:
        site = chance.choice(("", "a", "b")) if one.covers.get("n0") else ""
        covers = one.covers
        if site in at:
            covers = {**covers, f"n0 @{site}": covers["n0"]}
        ones.append(replace(one, site=site, covers=covers))
    return replace(problem, needs=(*problem.needs, *sites), candidates=tuple(ones))


def _anywhere(seed: int) -> OfferProblem:
    """What is asked where all sites are one."""
    chance = Random(seed)  # noqa: S311 (a test's own numbers)
    needs = tuple(
        Need(f"n{at}", chance.randint(1, 3), most=chance.choice((0, 0, 0, 4)))
        for at in range(chance.randint(1, 3))
    )
    months = tuple(chance.randint(0, 60) for _ in range(chance.randint(1, 3)))
    used = Usage("u", months, chance.choice((100_000, 110_000, 300_000)))
    usage = (used,) if chance.random() < 0.6 else ()
    candidates = [
        Candidate(
            f"single {need.id}",
            cost=chance.randint(5, 40) * 100,
            margin=chance.randint(1, 10) * 100,
            covers={need.id: 1},
            most=chance.choice((0, 0, 0, 2)),
            named=False,
        )
        for need in needs
        if chance.random() < 0.95
    ]
    bundles = [f"b{at}" for at in range(chance.randint(1, 3))]
    for name in bundles:
        others = [other for other in bundles if other != name]
        candidates.append(
            Candidate(
                name,
                cost=chance.randint(-2, 60) * 100,
                margin=chance.randint(-5, 20) * 100,
                covers={n.id: u for n in needs if (u := chance.randint(0, 2))},
                fixed_cost=chance.choice((0, 0, 500, 1_200)),
                fixed_margin=chance.choice((0, 0, -300, 200)),
                allowances={"u": chance.randint(1, 40)} if usage and chance.random() < 0.5 else {},
                rates={"u": 80_000} if usage and chance.random() < 0.4 else {},
                least=chance.choice((1, 1, 1, 2)),
                most=chance.choice((0, 0, 1, 2)),
                excludes=tuple(other for other in others if chance.random() < 0.2),
                requires=(tuple(others),) if others and chance.random() < 0.15 else (),
            )
        )
    if chance.random() < 0.5:
        need = chance.choice(needs)
        candidates.append(
            Candidate(
                "option",
                cost=chance.randint(1, 20) * 100,
                margin=chance.randint(0, 8) * 100,
                covers={need.id: 1},
                within=chance.choice(bundles),
                per_one=chance.choice((0, 1, 2)),
                named=False,
            )
        )
    goal = chance.choice((Goal.LEAST_COST, Goal.LEAST_COST, Goal.MOST_MARGIN))
    limit = chance.choice((None, chance.randint(20, 150) * 100))
    return OfferProblem(
        needs, tuple(candidates), usage, goal, horizon=chance.choice((1, 3)), limit=limit
    )


def all_answers(problem: OfferProblem, most: dict[str, int]) -> Iterator[tuple[int, int]]:
    """Cost and margin of every choice that keeps all that was asked."""
    ones = problem.candidates
    for counts in product(*(range(most[one.id] + 1) for one in ones)):
        taken = {one.id: count for one, count in zip(ones, counts, strict=True) if count}
        by_id = {one.id: one for one in ones}
        if all(_fits(by_id[name], count, taken) for name, count in taken.items()):
            covered = {
                need.id: sum(by_id[n].covers.get(need.id, 0) * c for n, c in taken.items())
                for need in problem.needs
            }
            enough = all(covered[n.id] >= n.quantity for n in problem.needs if not n.pool)
            enough = enough and _reaches(problem, by_id, taken)
            if enough and all(not n.most or covered[n.id] <= n.most for n in problem.needs):
                cost, margin = _sums(problem, taken)
                if problem.limit is None or cost <= problem.limit:
                    yield cost, margin


def _reaches(problem: OfferProblem, by_id: dict[str, Candidate], taken: dict[str, int]) -> bool:
    """Whether units can be dealt out, each to a site or to none, so that every site has its own."""
    sites = [need for need in problem.needs if need.pool]
    if not sites:
        return True
    free = sum(by_id[n].covers.get("n0", 0) * c for n, c in taken.items() if not by_id[n].site)
    bound = [
        sum(by_id[n].covers.get(need.id, 0) * c for n, c in taken.items() if by_id[n].site)
        for need in sites
    ]
    return any(
        sum(dealt) <= free
        and all(
            more + had >= need.quantity for more, had, need in zip(dealt, bound, sites, strict=True)
        )
        for dealt in product(*(range(need.quantity + 1) for need in sites))
    )


def _fits(one: Candidate, count: int, taken: dict[str, int]) -> bool:
    if count < one.least or (one.most and count > one.most):
        return False
    if any(other in taken for other in one.excludes):
        return False
    if not all(any(other in taken for other in group) for group in one.requires):
        return False
    if one.within:
        beside = taken.get(one.within, 0)
        return beside > 0 and (not one.per_one or count <= one.per_one * beside)
    return True


def _sums(problem: OfferProblem, taken: dict[str, int]) -> tuple[int, int]:
    by_id = {one.id: one for one in problem.candidates}
    cost = sum(by_id[n].cost * c + by_id[n].fixed_cost for n, c in taken.items())
    margin = sum(by_id[n].margin * c + by_id[n].fixed_margin for n, c in taken.items())
    for usage in problem.usage:
        included = sum(by_id[n].allowances.get(usage.id, 0) * c for n, c in taken.items())
        rate = min([usage.rate, *(by_id[n].rates.get(usage.id, usage.rate) for n in taken)])
        for units in usage.months:
            fen = Fraction(max(0, units - included) * rate, 10_000)
            assert fen.denominator == 1
            cost += problem.horizon * int(fen)
    return cost, margin


def useful(problem: OfferProblem) -> dict[str, int]:
    """How often each candidate may be taken: as often as could help, counted out by trying."""
    found = {}
    for one in problem.candidates:
        count = 0
        while count < 60 and _helps(problem, one, count):
            count += 1
        found[one.id] = count
    for one in problem.candidates:
        if one.within and found[one.id]:
            room = 1
            while one.per_one and room * one.per_one < found[one.id]:
                room += 1
            found[one.within] = max(found[one.within], room)
    asked = {name for one in problem.candidates for group in one.requires for name in group}
    for one in problem.candidates:
        count = max(found[one.id], 1 if one.id in asked else 0)
        count = max(count, one.least) if count else 0
        while count and not _within_limits(problem, one, count):
            count -= 1
        found[one.id] = count if count >= one.least else 0
    return found


def _helps(problem: OfferProblem, one: Candidate, had: int) -> bool:
    """Whether one more of it can be of use beside so many of it alone."""
    if any(one.covers.get(n.id, 0) and one.covers[n.id] * had < n.quantity for n in problem.needs):
        return True
    for usage in problem.usage:
        included = one.allowances.get(usage.id, 0)
        if included and any(included * had < units for units in usage.months):
            return True
        if not had and one.rates.get(usage.id, usage.rate) < usage.rate:
            return True
    return False


def _within_limits(problem: OfferProblem, one: Candidate, count: int) -> bool:
    if one.most and count > one.most:
        return False
    return all(not n.most or one.covers.get(n.id, 0) * count <= n.most for n in problem.needs)
