"""approval_steps(): who must decide on a quote, in which order, and what in parallel.

Each criterion beyond the author's own authority needs the lowest level whose limit covers it.
Levels decide one after the other, the lowest first; a function that is asked besides decides in
parallel with the level of its criterion.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from app.quoting.authority.outcome import ApprovalStep, Approver
from catalog.local_text import LocalText

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from app.quoting.authority.matrix import AuthorityMatrix
    from app.quoting.authority.outcome import CriterionVerdict


class Author(NamedTuple):
    """Who has written a quote, and for whom.

    Attributes:
        person: Staff number.
        rank: Position of his level, -1 for none.
        team: Service centre of the customer; empty for none.
    """

    person: str
    rank: int
    team: str = ""


def approval_steps(
    matrix: AuthorityMatrix, found: Sequence[CriterionVerdict], author: Author, day: date
) -> tuple[ApprovalStep, ...]:
    """The decisions that criteria need, in their order.

    Args:
        matrix: Levels, functions and people.
        found: What every criterion says; none of them blocked.
        author: Who may not decide.
        day: Day of the decision.
    """
    levels: dict[int, list[str]] = {}
    asked: dict[tuple[int, str], list[str]] = {}
    for one in found:
        rank = matrix.rank(one.level)
        if rank > author.rank:
            levels.setdefault(rank, []).append(one.id)
        for function in one.functions:
            asked.setdefault((max(rank, author.rank), function), []).append(one.id)
    ranks = sorted({*levels, *(rank for rank, _ in asked)})
    steps = []
    for order, rank in enumerate(ranks, start=1):
        if rank in levels:
            steps.append(_by_level(matrix, rank, order, levels[rank], author, day))
        for (at, function), criteria in asked.items():
            if at == rank:
                steps.append(_by_function(matrix, function, order, criteria, author, day))
    return tuple(steps)


def _by_level(
    matrix: AuthorityMatrix,
    rank: int,
    order: int,
    criteria: list[str],
    author: Author,
    day: date,
) -> ApprovalStep:
    """The step of a level; where nobody of it can decide, of the next level that somebody has."""
    wanted = matrix.levels[rank]
    for level in matrix.levels[rank:]:
        approvers = _approvers(matrix, level.id, author, day)
        if approvers:
            instead = wanted.id if level is not wanted else ""
            return ApprovalStep(order, level.id, level.name, tuple(criteria), approvers, instead)
    return ApprovalStep(order, wanted.id, wanted.name, tuple(criteria))


def _by_function(
    matrix: AuthorityMatrix,
    function: str,
    order: int,
    criteria: list[str],
    author: Author,
    day: date,
) -> ApprovalStep:
    name = next((one.name for one in matrix.functions if one.id == function), LocalText())
    approvers = _approvers(matrix, function, author, day)
    return ApprovalStep(order, function, name, tuple(criteria), approvers)


def _approvers(
    matrix: AuthorityMatrix, role: str, author: Author, day: date
) -> tuple[Approver, ...]:
    """Everybody who may decide in a role, each once."""
    found: dict[str, Approver] = {}
    for person, holder in matrix.staff.deciding(role, author.person, day, author.team):
        instead = holder.name if holder is not person else ""
        known = found.get(person.id)
        if known is None or (known.stands_in_for and not instead):
            found[person.id] = Approver(person.id, person.name, instead)
    return tuple(found.values())
