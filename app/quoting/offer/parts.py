"""parts(): the pieces of a problem that have nothing to do with each other.

Two candidates belong together when they cover one need, serve one usage, or when one asks about
the other. Each piece is solved by itself, and what is found for the whole is the sum; a limit on
what the customer pays holds everything together. Sites that have the same needs and the same
candidates become equal pieces, of which one is solved.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

import msgspec

from app.quoting.offer.problem import OfferProblem

if TYPE_CHECKING:
    from app.quoting.offer.problem import Candidate

_Shape: TypeAlias = "tuple[object, ...]"


class Part(msgspec.Struct, frozen=True):
    """A piece of a problem, or several that differ in nothing but names.

    Attributes:
        problem: The first of them.
        copies: For each of them, the first one included, how its candidates are called, in the
            order of the candidates of ``problem``.
    """

    problem: OfferProblem
    copies: tuple[tuple[str, ...], ...]


def parts(problem: OfferProblem) -> tuple[Part, ...]:
    """The pieces, equal ones together, the smallest first."""
    if problem.limit is not None:
        names = tuple(one.id for one in problem.candidates)
        return (Part(problem, (names,)),)
    found: dict[_Shape, list[OfferProblem]] = {}
    for piece in _pieces(problem):
        found.setdefault(_shape(piece), []).append(piece)
    made = [
        Part(same[0], tuple(tuple(one.id for one in piece.candidates) for piece in same))
        for same in found.values()
    ]
    return tuple(sorted(made, key=lambda part: len(part.problem.candidates)))


def _pieces(problem: OfferProblem) -> list[OfferProblem]:
    leader: dict[str, str] = {}

    def lead(name: str) -> str:
        leader.setdefault(name, name)
        while leader[name] != name:
            leader[name] = leader[leader[name]]
            name = leader[name]
        return name

    for need in problem.needs:
        own = lead(f"need {need.id}")
        if need.pool:
            leader[own] = lead(f"need {need.pool}")
    for usage in problem.usage:
        lead(f"usage {usage.id}")
    for one in problem.candidates:
        own = lead(f"candidate {one.id}")
        for name in _touched(one):
            leader[lead(name)] = own
            own = lead(own)
    groups: dict[str, tuple[list[str], list[str], list[str]]] = {}
    for kind, names in enumerate(
        (
            [need.id for need in problem.needs],
            [usage.id for usage in problem.usage],
            [one.id for one in problem.candidates],
        )
    ):
        for name in names:
            root = lead(f"{('need', 'usage', 'candidate')[kind]} {name}")
            groups.setdefault(root, ([], [], []))[kind].append(name)
    return [_only(problem, *map(frozenset, group)) for group in groups.values()]


def _touched(one: Candidate) -> list[str]:
    others = [*one.excludes, *(name for group in one.requires for name in group)]
    if one.within:
        others.append(one.within)
    return [
        *(f"need {name}" for name in one.covers),
        *(f"usage {name}" for name in (*one.allowances, *one.rates)),
        *(f"candidate {name}" for name in others),
    ]


def _only(
    problem: OfferProblem,
    needs: frozenset[str],
    usage: frozenset[str],
    candidates: frozenset[str],
) -> OfferProblem:
    return msgspec.structs.replace(
        problem,
        needs=tuple(need for need in problem.needs if need.id in needs),
        usage=tuple(one for one in problem.usage if one.id in usage),
        candidates=tuple(one for one in problem.candidates if one.id in candidates),
    )


def _shape(piece: OfferProblem) -> _Shape:
    """A piece with places in the place of names, for telling equal ones."""
    need = {one.id: at for at, one in enumerate(piece.needs)}
    usage = {one.id: at for at, one in enumerate(piece.usage)}
    place = {one.id: at for at, one in enumerate(piece.candidates)}
    return (
        tuple((one.quantity, one.most, need.get(one.pool, -1)) for one in piece.needs),
        tuple((one.months, one.rate) for one in piece.usage),
        tuple(
            (
                (one.cost, one.margin, one.fixed_cost, one.fixed_margin, one.least, one.most),
                (place.get(one.within, -1), one.per_one, one.named, bool(one.site)),
                tuple(sorted((need[name], units) for name, units in one.covers.items())),
                tuple(sorted((usage[name], units) for name, units in one.allowances.items())),
                tuple(sorted((usage[name], rate) for name, rate in one.rates.items())),
                tuple(sorted(place.get(name, -1) for name in one.excludes)),
                tuple(tuple(sorted(place.get(n, -1) for n in group)) for group in one.requires),
            )
            for one in piece.candidates
        ),
    )
