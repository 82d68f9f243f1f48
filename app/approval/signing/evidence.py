"""Evidence: which signatures stand behind a quote's life, judged anew at every print.

The log says what happened, and whoever has the computer can write a log. With an organisation
installed only what is signed counts: the request by its author, each decision by its approver.
Roles and limits come from the organisation, fingerprints are taken again.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple, TypeVar

import msgspec

from app.approval.event import Entry, Person
from app.approval.granted import Granted
from app.approval.roles import acting_roles, highest
from app.approval.signing.granting import Decision, Request, beyond_own, keeps
from app.approval.signing.signed_file import Kind, Moment, Opened, opened
from app.approval.state import CONSENTS, Deed
from app.approval.submitting import is_intact
from app.errors import SignatureRefused
from catalog.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from app.approval.life import Decision as Logged
    from app.approval.life import Life
    from app.approval.signing.organisation import Member, Organisation
    from app.quoting.authority import AuthorityMatrix
    from app.quoting.revision import Revision

T = TypeVar("T")


class Evidence(NamedTuple):
    """What signatures are judged by.

    Attributes:
        organisation: As its file says now.
        log: Every entry of the whole log.
        clock: What the computer's clock says.
    """

    organisation: Organisation
    log: Sequence[Entry]
    clock: datetime


class Proven(NamedTuple):
    """A decision whose signature holds.

    Attributes:
        signed: What was signed.
        granted: What it lets pass.
    """

    signed: Decision
    granted: Granted


def trusted_moment(evidence: Evidence) -> datetime:
    """The moment to judge by: the latest of the clock and of everything that was dated.

    Times of signed files count whether or not the signatures hold: a time can only make an
    approval end sooner.
    """
    return max([evidence.clock, evidence.organisation.issued, *_dated(evidence.log)])


def seen_policy(log: Sequence[Entry]) -> int:
    """The highest number of an organisation that any signed request or decision went by."""
    return max((_policy_no(entry.event.proof) for entry in log), default=0)


def author_faults(life: Life, revision: Revision, evidence: Evidence) -> Iterator[Problem]:
    """Why the author's own signature does not stand behind what was submitted."""
    quote, organisation = revision.quote, evidence.organisation
    author = organisation.member(quote.manager.id)
    if author is None or author.role != quote.manager.role or author.name != quote.manager.name:
        yield _fault("sign_author_unknown", quote.manager.name)
        return
    submission = _submission(life, quote.id, evidence.log)
    if submission is None:
        yield _fault("sign_no_request", author.name)
        return
    event = submission.event
    try:
        request = _opened_by(author, event.proof, Kind.REQUEST, Request, organisation).body
    except SignatureRefused as refused:
        yield _fault(refused.parameters["reason"], author.name)
        return
    said = (request.quote, request.number, request.revision, request.fingerprint, request.nonce)
    true = (quote.id, quote.number, event.revision, event.fingerprint, event.operation)
    before = {entry.digest for entry in evidence.log if entry.sequence < submission.sequence}
    if said != true or request.author != author.id:
        yield _fault("sign_other_revision", author.name)
    elif request.log_head not in before | {""}:
        yield _fault("sign_log_rewritten", author.name)


def proven(
    life: Life, frozen: Mapping[str, Revision], matrix: AuthorityMatrix, evidence: Evidence
) -> tuple[list[Proven], list[Problem]]:
    """Logged decisions whose signatures hold, and why the others do not."""
    found: list[Proven] = []
    problems: list[Problem] = []
    for logged in life.decisions:
        revision = frozen.get(logged.label)
        if revision is None or not is_intact(revision, logged.fingerprint):
            continue
        try:
            found.append(_proven(logged, revision, matrix, evidence))
        except SignatureRefused as refused:
            problems.append(_fault(refused.parameters["reason"], logged.decider.name))
    return found, problems


def uncovered(
    revision: Revision, decisions: Sequence[Proven], matrix: AuthorityMatrix, day: date
) -> tuple[str, ...]:
    """Criteria that no decision grants whose approver may grant them, by identifier.

    Args:
        revision: In hand, worked out just now.
        decisions: Those whose signatures hold.
        matrix: Authority of the organisation.
        day: The trusted day.
    """
    holding = [one for one in decisions if day <= one.granted.until]
    missing = []
    for criterion in beyond_own(revision.verdict, matrix):
        granting = [one.granted for one in holding if keeps(criterion, one.signed.limits)]
        roles = [role for one in granting for role in one.acting]
        needed = matrix.rank(criterion.level)
        own = 0 <= needed <= matrix.rank(revision.verdict.own_level)
        entitled = needed >= 0 and (own or highest(matrix, roles) >= needed)
        if not entitled or not set(criterion.functions) <= set(roles):
            missing.append(criterion.id)
    return tuple(missing)


def refuse_replayed(decision: Decision, quote: str, log: Sequence[Entry]) -> Request:
    """The request that a decision answers.

    Raises:
        SignatureRefused: There is none in the log: it was made for another quote, another
            revision, or a request that is not the quote's own.
    """
    for entry in log:
        event = entry.event
        if event.deed is Deed.SUBMITTED and event.operation == decision.nonce:
            request = opened(event.proof.encode(), Kind.REQUEST, Request).body
            asked = (request.quote, request.number, request.revision, request.fingerprint)
            answered = (decision.quote, decision.number, decision.revision, decision.fingerprint)
            same = asked == answered and (event.quote, event.fingerprint) == (quote, asked[-1])
            if same and (request.nonce, request.log_head) == (decision.nonce, decision.log_head):
                return request
    raise SignatureRefused(reason="sign_replayed")


def _proven(
    logged: Logged, revision: Revision, matrix: AuthorityMatrix, evidence: Evidence
) -> Proven:
    """A decision, once everything about it holds.

    Raises:
        SignatureRefused: Something does not.
    """
    organisation = evidence.organisation
    approver = organisation.member(logged.decider.id)
    if approver is None:
        raise SignatureRefused(reason="sign_approver_unknown")
    decision = _opened_by(approver, logged.proof, Kind.DECISION, Decision, organisation).body
    request = refuse_replayed(decision, revision.quote.id, evidence.log)
    author = organisation.member(revision.quote.manager.id)
    if author is None or approver.id in (author.id, request.author) or approver.key == author.key:
        raise SignatureRefused(reason="sign_own_quote")
    if (decision.revision, decision.fingerprint) != (revision.label, revision.fingerprint):
        raise SignatureRefused(reason="sign_other_revision")
    if decision.approver != approver.id or decision.answer not in CONSENTS:
        raise SignatureRefused(reason="sign_no_consent")
    decided = decision.decided.date()
    latest = decided + timedelta(days=organisation.max_days)
    who = Person(approver.id, approver.name, approver.role)
    granted = Granted(
        revision=revision,
        decider=who,
        until=min(decision.until, latest),
        acting=acting_roles(matrix, who, author.id, decided),
        tolerances=decision.tolerances,
        left_out=frozenset(decision.left_out),
    )
    return Proven(decision, granted)


def _opened_by(
    member: Member, proof: str, kind: Kind, body_type: type[T], organisation: Organisation
) -> Opened[T]:
    """What a member has signed.

    Raises:
        SignatureRefused: He has not, or has no key that counts.
    """
    if not proof:
        raise SignatureRefused(reason="sign_missing")
    if not member.key:
        raise SignatureRefused(reason="sign_no_key")
    if member.key in organisation.revoked:
        raise SignatureRefused(reason="sign_revoked")
    return opened(proof.encode(), kind, body_type, member.key)


def _submission(life: Life, quote: str, log: Sequence[Entry]) -> Entry | None:
    """The entry in which a quote was handed in last."""
    handed_in = [
        entry
        for entry in log
        if entry.event.quote == quote
        and entry.event.deed is Deed.SUBMITTED
        and (entry.event.revision, entry.event.fingerprint) == (life.label, life.fingerprint)
    ]
    return handed_in[-1] if handed_in else None


class _Dated(msgspec.Struct):
    """What any signed file says of time and organisation."""

    policy_no: int = 0
    signed: Moment | None = None
    decided: Moment | None = None


class _Proof(msgspec.Struct):
    body: _Dated


def _glance(proof: str) -> _Dated:
    try:
        return msgspec.json.decode(proof, type=_Proof).body
    except msgspec.DecodeError:
        return _Dated()


def _dated(log: Sequence[Entry]) -> Iterator[datetime]:
    for entry in log:
        yield entry.event.at
        if entry.event.proof:
            glance = _glance(entry.event.proof)
            yield from (one for one in (glance.signed, glance.decided) if one is not None)


def _policy_no(proof: str) -> int:
    return _glance(proof).policy_no if proof else 0


def _fault(reason: str, name: str) -> Problem:
    return Problem("release.signature", parameters={"name": name, "reason": reason})
