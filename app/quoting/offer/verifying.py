"""verify(): does an answer hold? Read from the problem's statement alone.

Nothing of this module is shared with what builds, solves or values a problem, not even the
rounding, so that a mistake there cannot hide here.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.quoting.offer.problem import Candidate, Choice, OfferProblem, Proof, Usage


def verify(problem: OfferProblem, choice: Choice, proof: Proof | None = None) -> tuple[str, ...]:
    """What is wrong with an answer, in words for who looks after the program; nothing if it holds.

    Args:
        problem: What was asked.
        choice: The answer.
        proof: What is claimed of it.
    """
    known = {one.id: one for one in problem.candidates}
    strange = [name for name in choice.counts if name not in known]
    if strange:
        return tuple(f"{name} is no candidate" for name in strange)
    offer = [(known[name], count) for name, count in choice.counts.items()]
    found = [*_coverage(problem, offer), *_places(problem, offer)]
    found += [*_limits(offer), *_company(offer)]
    found.extend(_sums(problem, choice, offer))
    if proof is not None:
        found.extend(_claims(problem, choice, proof))
    return tuple(found)


def _coverage(problem: OfferProblem, offer: list[tuple[Candidate, int]]) -> Iterator[str]:
    for need in (one for one in problem.needs if not one.pool):
        units = sum(one.covers.get(need.id, 0) * count for one, count in offer)
        if units < need.quantity:
            yield f"{need.id}: {units} of {need.quantity} covered"
        if need.most and units > need.most:
            yield f"{need.id}: {units} covered, {need.most} at most"


def _places(problem: OfferProblem, offer: list[tuple[Candidate, int]]) -> Iterator[str]:
    """Units one by one: what is at a site stays there, everything else goes where one is open."""
    for pool in sorted({need.pool for need in problem.needs if need.pool}):
        sites = [need for need in problem.needs if need.pool == pool]
        left = {need.id: need.quantity for need in sites}
        anywhere = 0
        for one, count in offer:
            if one.site:
                for name in left:
                    left[name] -= one.covers.get(name, 0) * count
            else:
                anywhere += one.covers.get(pool, 0) * count
        for name, units in left.items():
            for _ in range(max(units, 0)):
                if anywhere <= 0:
                    yield f"{name}: a unit is at no site"
                    break
                anywhere -= 1


def _limits(offer: list[tuple[Candidate, int]]) -> Iterator[str]:
    for one, count in offer:
        if count < max(one.least, 1):
            yield f"{one.id}: {count} taken, {max(one.least, 1)} at least"
        if one.most and count > one.most:
            yield f"{one.id}: {count} taken, {one.most} at most"


def _company(offer: list[tuple[Candidate, int]]) -> Iterator[str]:
    counts = {one.id: count for one, count in offer}
    for one, count in offer:
        for other in one.excludes:
            if other != one.id and counts.get(other):
                yield f"{one.id} stands beside {other}"
        for group in one.requires:
            if not any(counts.get(other) for other in group):
                yield f"{one.id} stands without any of {', '.join(group)}"
        if one.within:
            beside = counts.get(one.within, 0)
            if not beside:
                yield f"{one.id} stands without {one.within}"
            elif one.per_one and count > one.per_one * beside:
                yield f"{one.id}: {count} beside {beside} {one.within}"


def _sums(
    problem: OfferProblem, choice: Choice, offer: list[tuple[Candidate, int]]
) -> Iterator[str]:
    cost = margin = 0
    for one, count in offer:
        for _ in range(count):
            cost += one.cost
            margin += one.margin
        cost += one.fixed_cost
        margin += one.fixed_margin
    for usage in problem.usage:
        cost += problem.horizon * _used(usage, offer)
    if cost != choice.cost:
        yield f"the customer pays {cost} points, not {choice.cost}"
    if margin != choice.margin:
        yield f"we earn {margin} points, not {choice.margin}"
    if problem.limit is not None and cost > problem.limit:
        yield f"the customer pays {cost} points, {problem.limit} at most"


def _used(usage: Usage, offer: list[tuple[Candidate, int]]) -> int:
    """Fen of all months, each rounded half up."""
    rate, included = usage.rate, 0
    for one, count in offer:
        included += count * one.allowances.get(usage.id, 0)
        if usage.id in one.rates:
            rate = min(rate, one.rates[usage.id])
    fen = 0
    for units in usage.months:
        beyond = max(units - included, 0)
        fen += int(Fraction(beyond * rate, 10_000) + Fraction(1, 2))
    return fen


def _claims(problem: OfferProblem, choice: Choice, proof: Proof) -> Iterator[str]:
    value = choice.cost if problem.goal.value == "cost" else choice.margin
    if value != proof.value:
        yield f"the value is {value}, not {proof.value}"
    beaten = proof.bound > value if problem.goal.value == "cost" else proof.bound < value
    if beaten:
        yield f"the bound {proof.bound} is beaten by the value {value}"
