"""The other steps of a quote's life: recall, revise, send, answer of the customer, end, issue."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import msgspec

from app.approval.event import Event, Person
from app.approval.state import Deed
from app.approval.submitting import Answer, not_possible
from catalog.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.approval.life import Life
    from app.approval.submitting import Doing

STEPS: Final = (
    Deed.RECALLED,
    Deed.REVISED,
    Deed.SENT,
    Deed.ACCEPTED,
    Deed.DECLINED,
    Deed.CANCELLED,
    Deed.CONTRACTED,
)
"""What ``step`` does."""

_WITH_REASON: Final = frozenset({Deed.CANCELLED, Deed.DECLINED})
_NEEDS_APPROVAL: Final = frozenset({Deed.SENT, Deed.ACCEPTED, Deed.CONTRACTED})


def step(life: Life, quote: str, author: Person, deed: Deed, doing: Doing, reason: str) -> Answer:
    """Do one of ``STEPS``.

    Args:
        life: Where the quote stands.
        quote: Its identifier.
        author: Who wrote it.
        deed: What is done.
        doing: Who, when.
        reason: Why; needed to cancel, and when a customer declines.
    """
    if deed not in STEPS:
        msg = f"{deed} is no step of this kind"
        raise ValueError(msg)
    problems = not_possible(life, deed, doing)
    if deed in _WITH_REASON and not reason.strip():
        problems.append(Problem("approval.reason_missing"))
    if deed is Deed.RECALLED and not problems and not _theirs(life, author, doing.person):
        problems.append(Problem("approval.not_yours", parameters={"name": author.name}))
    late = life.to_confirm is not None and doing.day > life.to_confirm
    if deed in _NEEDS_APPROVAL and late:
        name = life.named.name if life.named is not None else ""
        facts = {"name": name, "date": str(life.to_confirm)}
        problems.append(Problem("release.unconfirmed", parameters=facts))
    if problems:
        return Answer(problems=tuple(problems))
    return Answer((_event(life, quote, deed, doing, reason),))


def issued(life: Life, quote: str, papers: Sequence[str], doing: Doing) -> Answer:
    """Write down that final papers were handed out.

    Args:
        life: Where the quote stands.
        quote: Its identifier.
        papers: SHA-256 of each file.
        doing: Who, when.
    """
    if Deed.ISSUED not in life.possible(doing.day):
        state = f"state_{life.on(doing.day)}"
        return Answer(problems=(Problem("approval.not_now", parameters={"reason": state}),))
    event = _event(life, quote, Deed.ISSUED, doing, "")
    return Answer((msgspec.structs.replace(event, papers=tuple(papers)),))


def _theirs(life: Life, author: Person, person: Person) -> bool:
    return person.is_the_same_as(author) or (
        life.requester is not None and person.is_the_same_as(life.requester)
    )


def _event(life: Life, quote: str, deed: Deed, doing: Doing, reason: str) -> Event:
    return Event(
        quote=quote,
        deed=deed,
        person=doing.person,
        at=doing.at,
        operation=doing.operation,
        revision=life.label,
        fingerprint=life.fingerprint,
        reason=reason.strip(),
    )
