"""Which logged decisions are signed by who may decide, and what they leave uncovered."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from app.approval.event import Person
from app.approval.granted import Granted
from app.approval.roles import acting_roles, highest
from app.approval.signing.envelope import Envelope, outside
from app.approval.signing.evidence import fault, opened_by
from app.approval.signing.granting import Decision, Request, beyond_own, keeps
from app.approval.signing.signed_file import Kind, kind_of, opened
from app.approval.state import CONSENTS, Deed
from app.approval.submitting import is_intact
from app.errors import SignatureRefused

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date
    from decimal import Decimal

    from app.approval.event import Entry
    from app.approval.life import Decision as Logged
    from app.approval.life import Life
    from app.approval.signing.evidence import Evidence
    from app.approval.signing.organisation import Member
    from app.quoting.authority import AuthorityMatrix
    from app.quoting.revision import Revision
    from catalog.problem import Problem


class Proven(NamedTuple):
    """A decision or an envelope whose signature holds.

    Attributes:
        limits: What was granted for each criterion.
        granted: What it lets pass.
    """

    limits: Mapping[str, Decimal]
    granted: Granted


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
            problems.append(fault(refused.parameters["reason"], logged.decider.name))
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
        granting = [one.granted for one in holding if keeps(criterion, one.limits)]
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
            same = (request.nonce, request.log_head) == (decision.nonce, decision.log_head)
            own = event.quote == request.quote == quote and event.fingerprint == request.fingerprint
            if asked == answered and same and own:
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
    if logged.proof and kind_of(logged.proof.encode()) is Kind.ENVELOPE:
        return _by_envelope(logged, revision, (approver, matrix), evidence)
    decision = opened_by(approver, logged.proof, Kind.DECISION, Decision, organisation).body
    request = refuse_replayed(decision, revision.quote.id, evidence.log)
    _refuse_own(approver, revision, evidence)
    if approver.id == request.author:
        raise SignatureRefused(reason="sign_own_quote")
    if (decision.revision, decision.fingerprint) != (revision.label, revision.fingerprint):
        raise SignatureRefused(reason="sign_other_revision")
    if decision.approver != approver.id or decision.answer not in CONSENTS:
        raise SignatureRefused(reason="sign_no_consent")
    granted = _granted(revision, approver, matrix, decision, evidence)
    granted = msgspec.structs.replace(
        granted, tolerances=decision.tolerances, left_out=frozenset(decision.left_out)
    )
    return Proven(decision.limits, granted)


def _by_envelope(
    logged: Logged,
    revision: Revision,
    by: tuple[Member, AuthorityMatrix],
    evidence: Evidence,
) -> Proven:
    """An envelope in the place of a decision.

    Raises:
        SignatureRefused: It does not hold, or the revision lies outside.
    """
    approver, matrix = by
    known = evidence.organisation
    envelope = opened_by(approver, logged.proof, Kind.ENVELOPE, Envelope, known).body
    _refuse_own(approver, revision, evidence)
    if envelope.approver != approver.id or outside(envelope, revision, evidence.families):
        raise SignatureRefused(reason="sign_outside")
    return Proven(envelope.limits, _granted(revision, approver, matrix, envelope, evidence))


def _granted(
    revision: Revision,
    approver: Member,
    matrix: AuthorityMatrix,
    signed: Decision | Envelope,
    evidence: Evidence,
) -> Granted:
    """What somebody lets pass, in the roles that he had on the day on which he signed."""
    decided = signed.decided.date()
    latest = decided + timedelta(days=evidence.organisation.max_days)
    who = Person(approver.id, approver.name, approver.role)
    acting = acting_roles(
        matrix, who, revision.quote.manager.id, decided, revision.customer.sales.team
    )
    return Granted(revision, who, min(signed.until, latest), acting)


def _refuse_own(approver: Member, revision: Revision, evidence: Evidence) -> None:
    """Refuse what somebody decides about a quote of his own, under whatever number.

    Raises:
        SignatureRefused: The approver is the author.
    """
    author = evidence.organisation.member(revision.quote.manager.id)
    if author is None or approver.id == author.id or approver.key == author.key:
        raise SignatureRefused(reason="sign_own_quote")
