"""Steps in the life of a stored quote: submit, decide, recall, send and the rest; and the gate."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

import msgspec

from app.approval import course, deciding, gate, submitting
from app.approval.event import Person
from app.approval.log import trusted
from app.approval.submitting import Doing
from app.errors import RecordMissing
from app.quoting.authority.judging import judged_on
from app.quoting.fingerprint import fingerprint
from app.quoting.revision_label import next_label
from app.services.authority_editions import broken_editions
from app.services.signed_steps import (
    decision_signer,
    proof_of_request,
    signed_hindrances,
    signed_life,
    with_proof,
)

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime

    from app.approval.deciding import Ruling
    from app.approval.event import Entry
    from app.approval.life import Life
    from app.approval.state import Deed
    from app.quoting.authority import AuthorityMatrix
    from app.quoting.revision import Revision
    from app.services.workspace import Workspace
    from app.settings import Settings
    from app.storage.life_store import History
    from catalog.problem import Problem


def person_of(settings: Settings) -> Person:
    """Who the user is, by the settings."""
    return Person(settings.manager_id, settings.manager_name, settings.role)


def matrix_on(workspace: Workspace, day: date) -> AuthorityMatrix:
    """The authority matrix in force on a day."""
    return workspace.rules.authority_on(day)


def doing(person: Person, at: datetime, operation: str = "") -> Doing:
    """Somebody doing something at a moment, whose day is that of its time zone."""
    return Doing(person, at, at.date(), operation or uuid4().hex)


def labelled(workspace: Workspace, revision: Revision) -> Revision:
    """The revision with its fingerprint and letter: of the one frozen last, or else the next.

    Args:
        workspace: The user's data.
        revision: Worked out.
    """
    signed = fingerprint(revision.quote, revision.customer, revision.priced)
    newest = workspace.quotes.revisions(revision.quote.id)[-1:]
    same = [one.label for one in newest if one.fingerprint == signed]
    label = same[0] if same else next_label(newest[0].label if newest else "")
    return msgspec.structs.replace(revision, label=label, fingerprint=signed)


def submit(workspace: Workspace, revision: Revision, act: Doing) -> Life:
    """Hand in a revision; it is frozen, and approved at once where nobody needs to decide.

    Args:
        workspace: The user's data.
        revision: Worked out from the stored quote.
        act: Who, when.

    Raises:
        StepRefused: Says why not; nothing was written.
        StorageError: The database failed.
    """
    revision = _on_day(workspace, labelled(workspace, revision), act.day)
    matrix = matrix_on(workspace, act.day)
    proof = proof_of_request(workspace, revision, act)
    workspace.life.record(
        revision.quote.id,
        act.operation,
        lambda life, frozen: with_proof(
            submitting.submit(
                signed_life(workspace, life, frozen, revision, act), revision, frozen, matrix, act
            ),
            proof,
        ),
        freeze=revision,
    )
    return workspace.life.life(revision.quote.id)


def _on_day(workspace: Workspace, revision: Revision, day: date) -> Revision:
    """The revision with those who can decide on the day it is handed in, wherever it is from."""
    matrix = workspace.rules.authority_on(revision.quote.price_date)
    if matrix.version != revision.verdict.matrix_version:
        return revision
    verdict = judged_on(revision.verdict, matrix, revision.quote, day, revision.customer.sales.team)
    return msgspec.structs.replace(revision, verdict=verdict)


def decide(workspace: Workspace, quote_id: str, ruling: Ruling, act: Doing) -> Life:
    """Answer the submission of a quote, or confirm a fast track.

    Raises:
        StepRefused: Says why not; nothing was written.
        StorageError: The database failed.
    """
    matrix = matrix_on(workspace, act.day)
    sign = decision_signer(workspace, quote_id, act, proof=ruling.proof)

    def answered(life: Life, frozen: Mapping[str, Revision]) -> submitting.Answer:
        revision = _submitted(quote_id, life, frozen)
        return sign(life, revision, deciding.decide(life, revision, ruling, matrix, act), matrix)

    workspace.life.record(quote_id, act.operation, answered)
    return workspace.life.life(quote_id)


def fast_track(
    workspace: Workspace, quote_id: str, named: Person, act: Doing, *, reason: str, days: int
) -> Life:
    """Record a consent by word of mouth; ``named`` gave it, and confirms it within ``days``.

    Raises:
        StepRefused: Says why not; nothing was written.
        StorageError: The database failed.
    """
    matrix = matrix_on(workspace, act.day)
    workspace.life.record(
        quote_id,
        act.operation,
        lambda life, frozen: deciding.fast_track(
            life,
            _submitted(quote_id, life, frozen),
            named,
            matrix,
            act,
            reason=reason,
            days=days,
        ),
    )
    return workspace.life.life(quote_id)


def take_step(
    workspace: Workspace, quote_id: str, deed: Deed, act: Doing, *, reason: str = ""
) -> Life:
    """Recall, revise, send, accept, decline, cancel or contract a quote.

    Raises:
        StepRefused: Says why not; nothing was written.
        StorageError: The database failed.
    """
    manager = workspace.quotes.load(quote_id).quote.manager
    author = Person(manager.id, manager.name, manager.role)
    workspace.life.record(
        quote_id,
        act.operation,
        lambda life, _frozen: course.step(life, quote_id, author, deed, act, reason),
    )
    return workspace.life.life(quote_id)


def hindrances(
    workspace: Workspace, revision: Revision, now: datetime, history: History | None = None
) -> tuple[Problem, ...]:
    """Why a revision may not be put on final paper; empty when it may. Nothing is cached.

    Args:
        workspace: The user's data.
        revision: What is in hand, just worked out.
        now: The moment, with the user's time zone.
        history: What is known of the quote's life, where it was read just now.
    """
    known = history or workspace.life.history(revision.quote.id)
    if workspace.signing.required(known.log):
        return signed_hindrances(workspace, revision, now, known)
    day = trusted_day(known, now)
    matrix = matrix_on(workspace, day)
    broken = known.broken or broken_editions(workspace)
    return gate.hindrances(known.life, revision, known.frozen, matrix, day, broken)


def trusted_day(history: History, now: datetime) -> date:
    """The user's day, but none before what was logged."""
    return trusted(now, history.latest).astimezone(now.tzinfo).date()


def _submitted(quote_id: str, life: Life, frozen: Mapping[str, Revision]) -> Revision:
    """The revision that waits for an answer."""
    revision = frozen.get(life.label)
    if revision is None:
        raise RecordMissing(record=f"{quote_id} {life.label}".strip())
    return revision


def entries_of(workspace: Workspace, quote_id: str) -> tuple[Entry, ...]:
    """The log of a quote."""
    return workspace.life.history(quote_id).entries
