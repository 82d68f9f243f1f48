"""Decide a submitted revision: approve, with conditions, take note, return, reject; fast track."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Final

import msgspec

from app.approval.event import Person, author_of
from app.approval.roles import acting_roles, closed
from app.approval.state import CONSENTS, REFUSALS, Deed
from app.approval.submitting import Answer, begun, is_intact, not_possible
from catalog.problem import Problem

if TYPE_CHECKING:
    from app.approval.life import Life
    from app.approval.submitting import Doing
    from app.quoting.authority import AuthorityMatrix
    from app.quoting.revision import Revision

DECISIONS: Final = (*CONSENTS, *REFUSALS)
"""What an approver can answer."""

MOST_DAYS_TO_CONFIRM: Final = 7
"""Longest time in which a fast track may be confirmed."""


class Ruling(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What an approver answers.

    Attributes:
        deed: One of ``DECISIONS``.
        reason: Why; needed for a return and a rejection.
        conditions: What is asked for; needed for an approval with conditions.
        tolerances: How much worse each criterion may get before the approver is asked again, in
            the unit of the criterion.
        until: Last day on which it holds; ``None`` for as long as the quote is valid.
        proof: Signature, where there is one.
    """

    deed: Deed
    reason: str = ""
    conditions: tuple[str, ...] = ()
    tolerances: dict[str, Decimal] = {}
    until: date | None = None
    proof: str = ""


def decide(
    life: Life, revision: Revision, ruling: Ruling, matrix: AuthorityMatrix, doing: Doing
) -> Answer:
    """Answer a submission, or confirm a fast track.

    Args:
        life: Where the quote stands.
        revision: The submitted revision as it was frozen.
        ruling: What is answered.
        matrix: Authority as it is now: who may decide what.
        doing: Who, when.
    """
    if ruling.deed not in DECISIONS:
        msg = f"{ruling.deed} is no decision"
        raise ValueError(msg)
    problems = not_possible(life, ruling.deed, doing)
    acting = acting_roles(
        matrix, doing.person, revision.quote.manager.id, doing.day, revision.customer.sales.team
    )
    settled = closed(matrix, acting, life.waiting)
    if not problems:
        problems = [
            *_no_right(life, revision, doing.person),
            *_beyond(life, doing.person, able=bool(settled)),
            *_incomplete(ruling),
            *_untrue(life, revision),
        ]
    if ruling.deed in CONSENTS and doing.day > revision.quote.valid_until:
        day = str(revision.quote.valid_until)
        problems.append(Problem("approval.quote_expired", parameters={"date": day}))
    if problems:
        return Answer(problems=tuple(problems))
    until = min(ruling.until or revision.quote.valid_until, revision.quote.valid_until)
    consents = ruling.deed in CONSENTS
    return Answer(
        (
            msgspec.structs.replace(
                begun(ruling.deed, revision, doing, ruling.reason),
                roles=tuple(settled),
                acting=acting,
                conditions=tuple(one.strip() for one in ruling.conditions if one.strip()),
                tolerances=ruling.tolerances if consents else {},
                until=until if consents else None,
                proof=ruling.proof,
            ),
        )
    )


def fast_track(
    life: Life,
    revision: Revision,
    named: Person,
    matrix: AuthorityMatrix,
    doing: Doing,
    *,
    reason: str,
    days: int,
) -> Answer:
    """Record a consent given by word of mouth, to be confirmed in writing.

    Args:
        life: Where the quote stands.
        revision: The submitted revision as it was frozen.
        named: Who gave the consent; it is he who has to confirm it.
        matrix: Authority as it is now: who may decide what.
        doing: Who writes it down, when.
        reason: Why it cannot wait, and how the consent was given.
        days: In how many days it has to be confirmed, 1 to 7.
    """
    problems = not_possible(life, Deed.FAST_TRACKED, doing)
    acting = acting_roles(
        matrix, named, revision.quote.manager.id, doing.day, revision.customer.sales.team
    )
    settled = closed(matrix, acting, life.waiting)
    if not problems:
        problems = [
            *_no_right(life, revision, named),
            *_beyond(life, named, able=len(settled) == len(life.waiting)),
            *_untrue(life, revision),
        ]
    if not reason.strip():
        problems.append(Problem("approval.reason_missing"))
    if not 1 <= days <= MOST_DAYS_TO_CONFIRM:
        most = str(MOST_DAYS_TO_CONFIRM)
        problems.append(Problem("approval.days_to_confirm", parameters={"most": most}))
    if life.owed:
        problems.append(Problem("approval.fast_track_owed"))
    if problems:
        return Answer(problems=tuple(problems))
    event = begun(Deed.FAST_TRACKED, revision, doing, reason)
    last = revision.quote.valid_until
    return Answer(
        (
            msgspec.structs.replace(
                event,
                named=named,
                until=last,
                confirm_by=min(doing.day + timedelta(days=days), last),
                roles=tuple(settled),
                acting=acting,
            ),
        )
    )


def _no_right(life: Life, revision: Revision, person: Person) -> list[Problem]:
    """Why a person may not decide this, whatever the level."""
    found = []
    if not (person.id.strip() and person.name.strip()):
        found.append(Problem("approval.nobody"))
    own = [author_of(revision.quote)]
    own.extend([life.requester] if life.requester is not None else [])
    if any(person.is_the_same_as(one) for one in own):
        found.append(Problem("approval.own_quote", parameters={"name": person.name}))
    if life.named is not None and not person.is_the_same_as(life.named):
        name = {"name": life.named.name}
        found.append(Problem("approval.other_confirms", parameters=name))
    return found


def _beyond(life: Life, person: Person, *, able: bool) -> list[Problem]:
    if able:
        return []
    facts = {"role": person.role or "-", "level": ", ".join(life.waiting) or "-"}
    return [Problem("approval.beyond_level", parameters=facts)]


def _incomplete(ruling: Ruling) -> list[Problem]:
    found = []
    if ruling.deed in REFUSALS and not ruling.reason.strip():
        found.append(Problem("approval.reason_missing"))
    conditional = ruling.deed is Deed.APPROVED_WITH_CONDITIONS
    if conditional and not any(one.strip() for one in ruling.conditions):
        found.append(Problem("approval.conditions_missing"))
    if any(not value.is_finite() or value < 0 for value in ruling.tolerances.values()):
        found.append(Problem("approval.tolerance_bad"))
    return found


def _untrue(life: Life, revision: Revision) -> list[Problem]:
    """A frozen revision that is not the one that was submitted."""
    if revision.label == life.label and is_intact(revision, life.fingerprint):
        return []
    return [Problem("approval.not_what_was_submitted", parameters={"label": life.label})]
