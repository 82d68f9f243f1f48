"""In which roles somebody may decide: by the list of staff, or by word where there is no list."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from app.approval.event import Person
    from app.quoting.authority import AuthorityMatrix


def acting_roles(
    matrix: AuthorityMatrix, person: Person, author: str, day: date, team: str = ""
) -> tuple[str, ...]:
    """Levels and functions in which a person may decide on what an author has written.

    Args:
        matrix: Where it lists people, they have the roles that it says, and those that they stand
            in for, whatever the person says of himself.
        person: Who wants to decide.
        author: Staff number of the author.
        day: Of the decision, for absences.
        team: Service centre of the customer; empty for none.
    """
    known = [level.id for level in matrix.levels] + [one.id for one in matrix.functions]
    if not matrix.staff.people:
        return (person.role,) if person.role in known else ()
    return tuple(
        role
        for role in known
        if any(one.person.id == person.id for one in matrix.staff.deciding(role, author, day, team))
    )


def closed(matrix: AuthorityMatrix, acting: Sequence[str], waiting: Iterable[str]) -> list[str]:
    """Of the roles that a quote waits for, those that a decision in some roles settles.

    A level settles every level up to itself; a function only itself.
    """
    rank = highest(matrix, acting)
    return [
        role
        for role in waiting
        if (matrix.rank(role) <= rank if matrix.rank(role) >= 0 else role in acting)
    ]


def highest(matrix: AuthorityMatrix, roles: Iterable[str]) -> int:
    """Rank of the highest level among roles; -1 when there is none."""
    return max((matrix.rank(role) for role in roles), default=-1)
