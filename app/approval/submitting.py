"""Submit a revision: to who must decide it, or approved at once where nobody needs to."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import msgspec

from app.approval.event import Asked, Event, Person
from app.approval.granted import Granted
from app.approval.invalidation import Reapproval, reapproval
from app.approval.state import Deed, QuoteState
from app.quoting.fingerprint import fingerprint
from catalog.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime

    from app.approval.life import Life
    from app.quoting.authority import AuthorityMatrix
    from app.quoting.revision import Revision


class Doing(NamedTuple):
    """Who does something, when, and under which identifier.

    Attributes:
        person: Who.
        at: The moment, UTC.
        day: The day on the person's calendar.
        operation: Unique identifier.
    """

    person: Person
    at: datetime
    day: date
    operation: str


class Answer(NamedTuple):
    """What an action comes to: events to be logged, or why it cannot be done; never both."""

    events: tuple[Event, ...] = ()
    problems: tuple[Problem, ...] = ()


def submit(
    life: Life,
    revision: Revision,
    frozen: Mapping[str, Revision],
    matrix: AuthorityMatrix,
    doing: Doing,
) -> Answer:
    """Hand in a revision for approval.

    Args:
        life: Where the quote stands.
        revision: Worked out, with label and fingerprint; it is frozen with the event.
        frozen: Revisions that earlier decisions were about, by label.
        matrix: Authority as it is now.
        doing: Who, when.
    """
    asked = reapproval(revision, granted_of(life, frozen, matrix), matrix, doing.day)
    problems = _hindrances(life, revision, doing, covered=not _deciding(revision, asked))
    if problems:
        return Answer(problems=tuple(problems))
    event = msgspec.structs.replace(
        begun(Deed.SUBMITTED, revision, doing),
        roles=_deciding(revision, asked),
        asked=tuple(Asked(one.key, one.roles) for one in asked.worse),
        carried=asked.carried,
    )
    return Answer((event, *_at_once(revision, asked, doing)))


def _deciding(revision: Revision, asked: Reapproval) -> tuple[str, ...]:
    """Levels and functions that have to decide; nobody when nothing needs a decision."""
    if revision.verdict.within_own or (asked.carried and not asked.worse):
        return ()
    steps = (step.instead_of or step.role for step in revision.verdict.steps)
    return asked.roles or tuple(dict.fromkeys(steps)) or (revision.verdict.level,)


def _at_once(revision: Revision, asked: Reapproval, doing: Doing) -> tuple[Event, ...]:
    """The approval that goes with the submission where nobody is to be asked."""
    last = revision.quote.valid_until
    if revision.verdict.within_own:
        own = begun(Deed.WITHIN_OWN, revision, doing)
        return (msgspec.structs.replace(own, until=last),)
    if asked.carried and not asked.worse:
        kept = begun(Deed.CARRIED_OVER, revision, doing)
        until = min(last, asked.until or last)
        return (msgspec.structs.replace(kept, carried=asked.carried, until=until),)
    return ()


def _hindrances(life: Life, revision: Revision, doing: Doing, *, covered: bool) -> list[Problem]:
    """Why a revision cannot be submitted now.

    What is approved can be submitted again when its decisions do not cover it any more, because
    the customer's other quotes have grown since.
    """
    found = not_possible(life, Deed.SUBMITTED, doing)
    if found:
        return found
    blocking = sum(problem.blocks for problem in revision.priced.problems)
    if blocking:
        found.append(Problem("approval.findings_block", parameters={"count": str(blocking)}))
    if revision.verdict.blocked:
        names = "; ".join(revision.verdict.blocked)
        found.append(Problem("approval.nobody_may_grant", parameters={"criteria": names}))
    if doing.day > revision.quote.valid_until:
        day = str(revision.quote.valid_until)
        found.append(Problem("approval.quote_expired", parameters={"date": day}))
    same = life.fingerprint == revision.fingerprint
    if covered and same and life.on(doing.day) in {QuoteState.APPROVED, QuoteState.SENT}:
        found.append(Problem("approval.unchanged", parameters={"label": life.label}))
    if revision.fingerprint in life.rejected:
        reason = life.rejected[revision.fingerprint]
        found.append(Problem("approval.rejected_before", parameters={"reason": reason}))
    return found


def granted_of(
    life: Life, frozen: Mapping[str, Revision], matrix: AuthorityMatrix
) -> tuple[Granted, ...]:
    """Earlier decisions with their revisions.

    One whose revision was tampered with is none, nor is one that nobody signed and that is worth
    more than counts without a signature.
    """
    return tuple(
        Granted(
            revision=revision,
            decider=decision.decider,
            until=decision.until,
            acting=decision.acting,
            tolerances=decision.tolerances,
            left_out=decision.left_out,
        )
        for decision in life.decisions
        if (revision := frozen.get(decision.label)) is not None
        and is_intact(revision, decision.fingerprint)
        and (not decision.unsigned or counts_unsigned(revision, matrix))
    )


def counts_unsigned(revision: Revision, matrix: AuthorityMatrix) -> bool:
    """Whether a decision that nobody signed counts for a revision.

    Its worth is taken before anything was given away by hand: no discount makes it small.
    """
    worth = revision.priced.totals.contract.published_amount
    return 0 < worth <= matrix.unsigned_limit


def is_intact(revision: Revision, expected: str) -> bool:
    """Whether a frozen revision still is what its fingerprint says."""
    found = fingerprint(revision.quote, revision.customer, revision.priced)
    return found == expected == revision.fingerprint


def begun(deed: Deed, revision: Revision, doing: Doing, reason: str = "") -> Event:
    """An event about a revision."""
    return Event(
        quote=revision.quote.id,
        deed=deed,
        person=doing.person,
        at=doing.at,
        operation=doing.operation,
        revision=revision.label,
        fingerprint=revision.fingerprint,
        reason=reason.strip(),
    )


def not_possible(life: Life, deed: Deed, doing: Doing) -> list[Problem]:
    """Why nobody, or nobody without a name, can do this now."""
    found = []
    if not (doing.person.id.strip() and doing.person.name.strip()):
        found.append(Problem("approval.nobody"))
    if deed not in life.possible(doing.day):
        state = f"state_{life.on(doing.day)}"
        found.append(Problem("approval.not_now", parameters={"reason": state}))
    return found
