"""Who is said to have decided on a paper: by the list of staff, or by word where there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.approval.event import Person
from catalog.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.documents.workbooks.decision_area import DecisionOnSheet
    from app.quoting.authority import AuthorityMatrix


def approver_of(
    decision: DecisionOnSheet, matrix: AuthorityMatrix, positions: Mapping[str, str]
) -> tuple[Person | None, tuple[Problem, ...]]:
    """Who decided, or why that cannot be told.

    Args:
        decision: What was filled in.
        matrix: Authority as it is now; where it lists people, only they decide.
        positions: Identifier of each level and function by the text that is offered for it.
    """
    if not decision.approver:
        return None, (Problem("returned.no_approver"),)
    if matrix.staff.people:
        found = [
            one
            for one in matrix.staff.people
            if one.name == decision.approver and decision.staff in ("", one.id)
        ]
        if len(found) != 1:
            facts = {"name": decision.approver, "number": decision.staff or "-"}
            return None, (Problem("returned.approver_unknown", parameters=facts),)
        known = found[0]
        return Person(known.id, known.name, known.role), ()
    if not decision.staff:
        return None, (Problem("returned.no_staff_number"),)
    role = positions.get(decision.position, decision.position.split(" ")[0])
    return Person(decision.staff, decision.approver, role), ()
