"""What is signed about one revision: the author's request and an approver's decision."""

from __future__ import annotations

from datetime import date
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import TYPE_CHECKING, Final

import msgspec

from app.approval.signing.signed_file import Moment
from app.approval.state import Deed

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.quoting.authority import AuthorityMatrix, CriterionVerdict, Verdict

_HUNDREDTH: Final = Decimal("0.01")
_RAISED: Final = Decimal(1)
"""Stands for a flag that is raised."""
_VALUE: Final = "contract_value"


class Request(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What an author signs when he hands in a revision.

    Attributes:
        quote: Identifier of the quote.
        number: Of the quote, as printed.
        revision: Letter.
        fingerprint: Of the revision.
        nonce: Operation of the submission in the log; never the same twice.
        log_head: Digest of the last entry of the log before it; empty for the first.
        policy_no: Of the organisation that the author went by.
        author: Staff number.
        signed: When.
        ticket: What is printed on papers that need nobody else; empty for nothing.
    """

    quote: str
    number: str
    revision: str
    fingerprint: str
    nonce: str
    log_head: str
    policy_no: int
    author: str
    signed: Moment
    ticket: str = ""


class Decision(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What an approver signs.

    Attributes:
        quote: Identifier of the quote.
        number: Of the quote, as printed.
        revision: Letter.
        fingerprint: Of the revision.
        nonce: Of the request that it answers.
        log_head: Of that request.
        policy_no: Of the organisation that the approver went by.
        approver: Staff number.
        answer: What is decided.
        limits: The most (or least) granted for each criterion beyond the author's authority, in
            its unit; 1 for a flag.
        tolerances: How much worse each criterion may get before the approver is asked again.
        conditions: What is asked for.
        left_out: Keys of dimensions that others have decided.
        reason: In the approver's words.
        decided: When.
        until: Last day on which it holds.
        ticket: What is printed on the papers; empty for nothing.
    """

    quote: str
    number: str
    revision: str
    fingerprint: str
    nonce: str
    log_head: str
    policy_no: int
    approver: str
    answer: Deed
    limits: dict[str, Decimal]
    tolerances: dict[str, Decimal]
    conditions: tuple[str, ...]
    left_out: tuple[str, ...]
    reason: str
    decided: Moment
    until: date
    ticket: str = ""


def beyond_own(verdict: Verdict, matrix: AuthorityMatrix) -> tuple[CriterionVerdict, ...]:
    """Criteria that the author may not decide alone, and those that a function is asked about."""
    own = matrix.rank(verdict.own_level)
    return tuple(
        one for one in verdict.criteria if one.functions or not 0 <= matrix.rank(one.level) <= own
    )


def limits_for(
    verdict: Verdict, matrix: AuthorityMatrix, tolerances: Mapping[str, Decimal]
) -> dict[str, Decimal]:
    """What an approver grants who says yes: each value as it is, with what he tolerates.

    Values are rounded outwards to two decimals, as they are shown. A contract may become worth
    more as long as it needs no higher level.
    """
    found: dict[str, Decimal] = {}
    for one in beyond_own(verdict, matrix):
        if one.exact is None:
            found[one.id] = _RAISED
            continue
        tolerated = tolerances.get(one.id, Decimal(0))
        if one.smallest:
            found[one.id] = (one.exact - tolerated).quantize(_HUNDREDTH, ROUND_FLOOR)
        else:
            found[one.id] = (one.exact + tolerated).quantize(_HUNDREDTH, ROUND_CEILING)
        if one.id == _VALUE:
            found[one.id] = max(found[one.id], _most_of_level(one, matrix))
    return found


def keeps(one: CriterionVerdict, limits: Mapping[str, Decimal]) -> bool:
    """Whether a criterion is within what was granted; what is not named was not granted."""
    limit = limits.get(one.id)
    if limit is None or not limit.is_finite():
        return False
    if one.exact is None:
        return limit == _RAISED
    if not one.exact.is_finite():
        return False
    return one.exact >= limit if one.smallest else one.exact <= limit


def _most_of_level(one: CriterionVerdict, matrix: AuthorityMatrix) -> Decimal:
    """The limit of the level that a criterion needs; 0 where there is none."""
    criterion = next((known for known in matrix.criteria if known.id == one.id), None)
    rank = matrix.rank(one.level)
    if criterion is None or not 0 <= rank < len(criterion.limits):
        return Decimal(0)
    return criterion.limits[rank] or Decimal(0)
