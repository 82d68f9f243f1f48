"""Quotes on their way through approval, as lists; and one of them as its approver sees it."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

import msgspec

from app.approval.difference import Row, differences
from app.approval.event import Entry, Person
from app.approval.invalidation import Worse, reapproval
from app.approval.life import Life
from app.approval.roles import acting_roles, closed
from app.approval.state import QuoteState
from app.approval.submitting import granted_of
from app.errors import RecordMissing
from app.quoting.revision import Revision
from app.services.quote_life import matrix_on, trusted_day
from app.storage.quote_rows import QuoteRow
from catalog.money import Fen

if TYPE_CHECKING:
    from datetime import date, datetime

    from app.services.workspace import Workspace

_MOST = 100_000
"""Quotes that are looked at."""


class Group(StrEnum):
    """In which list a quote stands for somebody."""

    WAITING = "waiting"
    """It waits for his decision."""
    MINE = "mine"
    """He has submitted it, and it is not at its end."""
    DECIDED = "decided"
    """He has decided it."""
    OTHER = "other"


class ApprovalRow(msgspec.Struct, frozen=True):
    """One quote that something has happened to.

    Attributes:
        quote: As lists show it.
        life: Where it stands.
        state: On the day it was asked.
        groups: Lists it stands in for the person who asked.
        contract: Contract value in fen; ``None`` where nobody has worked it out.
    """

    quote: QuoteRow
    life: Life
    state: QuoteState
    groups: tuple[Group, ...]
    contract: Fen | None


class Case(msgspec.Struct, frozen=True):
    """A submitted quote as its approver sees it.

    Attributes:
        revision: As it was submitted and frozen.
        before: The revision that was decided last; ``None`` for the first submission.
        rows: What differs between the two.
        worse: What needs a decision, and by how much it got worse.
        life: Where the quote stands.
        entries: Its log.
    """

    revision: Revision
    before: Revision | None
    rows: tuple[Row, ...]
    worse: tuple[Worse, ...]
    life: Life
    entries: tuple[Entry, ...]


def approval_rows(workspace: Workspace, person: Person, day: date) -> tuple[ApprovalRow, ...]:
    """Every quote that something has happened to, the one changed last first.

    Args:
        workspace: The user's data.
        person: For whom they are grouped.
        day: On which states are told.
    """
    lives = workspace.life.lives()
    if not lives:
        return ()
    rows = (row for row in workspace.quotes.search("", _MOST) if row.id in lives)
    found = []
    for row in rows:
        life = lives[row.id]
        groups = _groups(workspace, row.id, life, person, day)
        contract = _contract(workspace, row, life)
        found.append(ApprovalRow(row, life, life.on(day), groups, contract))
    return tuple(sorted(found, key=lambda row: row.life.changed or row.quote.updated, reverse=True))


def _contract(workspace: Workspace, row: QuoteRow, life: Life) -> Fen | None:
    """Of what is waiting as it was submitted, of the others as lists show it."""
    if not life.waiting:
        return row.contract
    return workspace.quotes.revision(row.id, life.label).priced.totals.contract.net_amount


def _groups(
    workspace: Workspace, quote_id: str, life: Life, person: Person, day: date
) -> tuple[Group, ...]:
    found = []
    if life.waiting and _may_decide(workspace, quote_id, life, person, day):
        found.append(Group.WAITING)
    if life.requester is not None and life.requester.is_the_same_as(person):
        found.append(Group.MINE)
    if any(one.decider.is_the_same_as(person) for one in life.decisions):
        found.append(Group.DECIDED)
    return tuple(found) or (Group.OTHER,)


def _may_decide(workspace: Workspace, quote_id: str, life: Life, person: Person, day: date) -> bool:
    """Whether a quote waits for this person, who has neither written nor submitted it."""
    if life.state is not QuoteState.PENDING and life.to_confirm is None:
        return False
    if life.named is not None and not life.named.is_the_same_as(person):
        return False
    manager = workspace.quotes.load(quote_id).quote.manager
    own = [Person(manager.id, manager.name, manager.role)]
    own.extend([life.requester] if life.requester is not None else [])
    if any(person.is_the_same_as(one) for one in own):
        return False
    matrix = matrix_on(workspace, day)
    team = workspace.quotes.revision(quote_id, life.label).customer.sales.team
    return bool(closed(matrix, acting_roles(matrix, person, manager.id, day, team), life.waiting))


def case_of(workspace: Workspace, quote_id: str, now: datetime) -> Case:
    """A quote that was submitted, with what its approver has to know.

    Raises:
        RecordMissing: It was never submitted.
    """
    history = workspace.life.history(quote_id)
    revision = history.frozen.get(history.life.label)
    if revision is None:
        raise RecordMissing(record=quote_id)
    decided = [one.label for one in history.life.decisions if one.label != revision.label]
    before = history.frozen.get(decided[-1]) if decided else None
    day = trusted_day(history, now)
    matrix = matrix_on(workspace, day)
    granted = [
        one
        for one in granted_of(history.life, history.frozen, matrix)
        if one.revision.label != revision.label
    ]
    asked = reapproval(revision, granted, matrix, day)
    rows = differences(before, revision) if before is not None else ()
    return Case(revision, before, rows, asked.worse, history.life, history.entries)
