"""Requests and decisions as files: from the manager to the approver, and back.

A request file holds the submission as it was logged, signed by the author, and the revision that it
is about; the approver's program works the decision out of it as the manager's own would.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final, NamedTuple

import msgspec

from app.approval import deciding
from app.approval.deciding import Ruling
from app.approval.event import Person
from app.approval.life import life_of
from app.approval.signing.canonical import canonical, parsed
from app.approval.signing.granting import Decision, Request
from app.approval.signing.signed_file import Kind, opened, seal
from app.approval.state import CONSENTS, Deed
from app.approval.submitting import Doing, is_intact
from app.errors import SignatureRefused, StepRefused, UnknownFormat
from app.services.quote_life import decide, trusted_day
from app.services.signed_steps import decision_of, refuse_unless_answers
from app.storage.codec import ENTRY, REVISION
from catalog.known_type import known

if TYPE_CHECKING:
    from datetime import date, datetime

    from app.approval.event import Entry
    from app.approval.life import Life
    from app.approval.signing.keys import SigningKey
    from app.approval.signing.organisation import Organisation
    from app.quoting.revision import Revision
    from app.services.workspace import Workspace

_FORMAT: Final = "quotewright-request/1"
_AHEAD: Final = timedelta(days=1)
"""How far the clock of an approver may be ahead of ours."""


class _RequestFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    entry: str
    format: str
    revision: str


class Asked(NamedTuple):
    """What a request file asks.

    Attributes:
        entry: The submission as it was logged.
        revision: That it is about.
        request: What the author signed.
    """

    entry: Entry
    revision: Revision
    request: Request


def request_file(workspace: Workspace, quote_id: str) -> bytes:
    """The request of a submitted quote, for an approver elsewhere.

    Raises:
        SignatureRefused: It was not submitted, or without a signature.
    """
    history = workspace.life.history(quote_id)
    life = history.life
    revision = history.frozen.get(life.label)
    for entry in reversed(history.entries):
        event = entry.event
        same = (event.revision, event.fingerprint) == (life.label, life.fingerprint)
        if event.deed is Deed.SUBMITTED and same and event.proof and revision is not None:
            text = REVISION.encode(revision).decode()
            return canonical(_RequestFile(ENTRY.encode(entry).decode(), _FORMAT, text))
    raise SignatureRefused(reason="sign_no_request")


def is_request_file(data: bytes) -> bool:
    """Whether a file is a request with its revision; whether it holds is another question."""
    try:
        return msgspec.convert(parsed(data), known(_RequestFile)).format == _FORMAT
    except (msgspec.ValidationError, SignatureRefused):
        return False


def read_request(data: bytes, organisation: Organisation) -> Asked:
    """What a request file asks, once everything in it holds.

    Raises:
        SignatureRefused: It does not hold: signed by nobody known, or about something else than
            the revision that it shows.
    """
    try:
        file = msgspec.convert(parsed(data), known(_RequestFile))
        entry = ENTRY.decode(file.entry.encode())
        revision = REVISION.decode(file.revision.encode())
    except (msgspec.ValidationError, UnknownFormat) as fault:
        raise SignatureRefused(reason="sign_unreadable") from fault
    author = organisation.member(revision.quote.manager.id)
    if file.format != _FORMAT:
        raise SignatureRefused(reason="sign_wrong_kind")
    if author is None or not author.key or author.key in organisation.revoked:
        raise SignatureRefused(reason="sign_author_unknown")
    if (author.role, author.name) != (revision.quote.manager.role, revision.quote.manager.name):
        raise SignatureRefused(reason="sign_author_unknown")
    event = entry.event
    request = opened(event.proof.encode(), Kind.REQUEST, Request, author.key).body
    said = (request.quote, request.number, request.revision, request.nonce, request.author)
    quote = revision.quote
    true = (quote.id, quote.number, revision.label, event.operation, author.id)
    if said != true or event.fingerprint != request.fingerprint or event.quote != quote.id:
        raise SignatureRefused(reason="sign_other_revision")
    if not is_intact(revision, request.fingerprint):
        raise SignatureRefused(reason="sign_other_revision")
    return Asked(entry, revision, request)


def decide_request(
    asked: Asked, organisation: Organisation, ruling: Ruling, key: SigningKey, at: datetime
) -> bytes:
    """The signed decision file that answers a request.

    Args:
        asked: What is asked.
        organisation: That the approver goes by.
        ruling: What is answered.
        key: The approver's.
        at: The moment on the approver's clock, with its time zone.

    Raises:
        SignatureRefused: The key is nobody's in the organisation.
        StepRefused: The approver may not decide this, or the answer is not complete.
    """
    member = organisation.member(key.owner)
    if member is None or member.key != key.public or key.public in organisation.revoked:
        raise SignatureRefused(reason="sign_approver_unknown")
    matrix = organisation.matrix_on(at.date())
    life = life_of((asked.entry.event,))
    who = Person(member.id, member.name, member.role)
    doing = Doing(who, at, at.date(), "signed")
    answer = deciding.decide(life, asked.revision, ruling, matrix, doing)
    if answer.problems:
        raise StepRefused(answer.problems)
    by = (asked.request, organisation.policy_no, at)
    decision = decision_of(life, asked.revision, answer.events[0], matrix, by, key)
    return seal(Kind.DECISION, decision, key)


def import_decision(workspace: Workspace, data: bytes, now: datetime) -> Life:
    """Log a decision that came as a file; it is judged again at every print.

    Raises:
        SignatureRefused: It does not hold, or answers something else than what waits.
        StepRefused: Nothing waits for it.
        StorageError: The database failed.
    """
    first = opened(data, Kind.DECISION, Decision)
    decision = first.body
    history = workspace.life.history(decision.quote)
    if not history.entries:
        raise SignatureRefused(reason="sign_quote_unknown")
    organisation = workspace.signing.organisation(history.log)
    approver = organisation.member(decision.approver)
    if approver is None or approver.key != first.key or first.key in organisation.revoked:
        raise SignatureRefused(reason="sign_approver_unknown")
    refuse_unless_answers(decision, history, decision.quote)
    if decision.decided > now + _AHEAD:
        raise SignatureRefused(reason="sign_from_future")
    consents = decision.answer in CONSENTS
    if consents and _is_over(decision, organisation, trusted_day(history, now)):
        raise SignatureRefused(reason="sign_expired")
    ruling = Ruling(
        decision.answer,
        decision.reason,
        decision.conditions,
        decision.tolerances,
        decision.until if consents else None,
        data.decode(),
    )
    who = Person(approver.id, approver.name, approver.role)
    act = Doing(who, now, decision.decided.date(), f"decision-{first.signature[:32]}")
    return decide(workspace, decision.quote, ruling, act)


def _is_over(decision: Decision, organisation: Organisation, day: date) -> bool:
    """Whether the last day of a decision has passed, its own or the organisation's."""
    longest = decision.decided.date() + timedelta(days=organisation.max_days)
    return day > min(decision.until, longest, organisation.valid_until)
