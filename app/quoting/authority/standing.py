"""still_needed(): which decisions a changed quote needs again, of those that it had.

An approval is kept for what it has approved: a value that has not become worse, or by no more than
the approver has allowed for. What is worse, or beyond authority for the first time, is asked for
again, and only of those whose criterion it is.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.quoting.authority.matrix import AuthorityMatrix
    from app.quoting.authority.outcome import ApprovalStep, CriterionVerdict, Verdict


class Approved(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What one approval has approved.

    Attributes:
        role: Level or function that has decided.
        values: Exact value of each criterion that it decided about; ``None`` for a flag.
        tolerance: How much worse a criterion may become, in its unit.
    """

    role: str
    values: dict[str, Decimal | None]
    tolerance: dict[str, Decimal] = {}


def approved_by(step: ApprovalStep, verdict: Verdict) -> Approved:
    """What an approval of a step approves."""
    values = {one.id: one.exact for one in verdict.criteria if one.id in step.criteria}
    return Approved(step.role, values)


def still_needed(
    matrix: AuthorityMatrix, verdict: Verdict, approved: Sequence[Approved]
) -> tuple[ApprovalStep, ...]:
    """The steps of a verdict that no approval covers, each with the criteria that are open.

    Args:
        matrix: Ranks the levels: a higher level's approval stands for a lower one's.
        verdict: On the quote as it is now.
        approved: Approvals that it had.
    """
    found = {one.id: one for one in verdict.criteria}
    steps = []
    for step in verdict.steps:
        able = [one for one in approved if _stands_for(matrix, one.role, step.role)]
        criteria = tuple(
            key for key in step.criteria if not any(_covers(one, found[key]) for one in able)
        )
        if criteria:
            steps.append(msgspec.structs.replace(step, criteria=criteria))
    return tuple(steps)


def _stands_for(matrix: AuthorityMatrix, role: str, asked: str) -> bool:
    needed = matrix.rank(asked)
    return matrix.rank(role) >= needed if needed >= 0 else role == asked


def _covers(approved: Approved, present: CriterionVerdict) -> bool:
    if present.id not in approved.values:
        return False
    before = approved.values[present.id]
    if present.exact is None or before is None:
        return present.exact is before
    allowed = approved.tolerance.get(present.id, Decimal(0))
    worse = before - present.exact if present.smallest else present.exact - before
    return worse <= allowed
