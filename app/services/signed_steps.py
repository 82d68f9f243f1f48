"""Signatures under the steps of a quote's life, and the gate where only signed decisions count.

Without an organisation nothing here changes anything. With one, a submission carries the author's
signed request and an answer the approver's signed decision.
"""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING, Final

import msgspec

from app.approval import gate
from app.approval.life import after
from app.approval.signing.evidence import Evidence, trusted_moment
from app.approval.signing.granting import Decision, Request, limits_for
from app.approval.signing.proving import proven, refuse_replayed, uncovered
from app.approval.signing.signed_file import Kind, opened, seal
from app.approval.signing.ticket import Ticket, short_code, signed_ticket
from app.approval.state import CONSENTS, Deed
from app.approval.submitting import Answer
from app.errors import SignatureRefused, StepRefused
from app.quoting.freezing import family_of
from app.services.organisation_file import is_pinned
from catalog.problem import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date, datetime
    from typing import TypeAlias

    from app.approval.event import Entry, Event
    from app.approval.life import Life
    from app.approval.signing.keys import SigningKey
    from app.approval.submitting import Doing
    from app.quoting.authority import AuthorityMatrix
    from app.quoting.revision import Revision
    from app.services.workspace import Workspace
    from app.storage.life_store import History

    Signer: TypeAlias = Callable[[Life, Revision, Answer, AuthorityMatrix], Answer]
    """Puts a signature under an answer to a submission."""

_PATIENCE: Final = timedelta(minutes=5)
"""How far a clock may be put back without a word."""


def proof_of_request(workspace: Workspace, revision: Revision, act: Doing) -> str:
    """The signed request that goes with a submission; empty where nothing is signed.

    Raises:
        StepRefused: The author's key is locked, or is somebody else's.
        SignatureRefused: The organisation file does not hold.
    """
    log = workspace.life.history(revision.quote.id).log
    if not workspace.signing.required(log):
        return ""
    organisation = workspace.signing.organisation(log)
    key = _own_key(workspace, act)
    if key.owner != revision.quote.manager.id:
        raise StepRefused((_refused("sign_not_author", revision.quote.manager.name),))
    request = Request(
        quote=revision.quote.id,
        number=revision.quote.number,
        revision=revision.label,
        fingerprint=revision.fingerprint,
        nonce=act.operation,
        log_head=log[-1].digest if log else "",
        policy_no=organisation.policy_no,
        author=act.person.id,
        signed=act.at,
        ticket=signed_ticket(
            _ticket(revision, act.operation, revision.quote.valid_until, organisation.policy_no),
            key,
        ),
    )
    return seal(Kind.REQUEST, request, key).decode()


def with_proof(answer: Answer, proof: str) -> Answer:
    """An answer whose first event carries a signed file."""
    if not (answer.events and proof):
        return answer
    first, *others = answer.events
    return Answer((msgspec.structs.replace(first, proof=proof), *others))


def decision_signer(workspace: Workspace, quote_id: str, act: Doing, proof: str) -> Signer:
    """What signs the answer of somebody with the key that he has unlocked.

    Args:
        workspace: The user's data.
        quote_id: Which quote.
        act: Who, when.
        proof: A decision that is signed already; it is kept as it is.

    Raises:
        StepRefused: The key is locked, or is somebody else's.
        SignatureRefused: The organisation file does not hold.
    """
    log = workspace.life.history(quote_id).log
    if proof or not workspace.signing.required(log):
        return lambda _life, _revision, answer, _matrix: answer
    number = workspace.signing.organisation(log).policy_no
    key = _own_key(workspace, act)

    def sign(life: Life, revision: Revision, answer: Answer, matrix: AuthorityMatrix) -> Answer:
        if answer.problems:
            return answer
        request = request_of(life, log)
        by = (request, number, act.at)
        signed = decision_of(life, revision, answer.events[0], matrix, by, key)
        return with_proof(answer, seal(Kind.DECISION, signed, key).decode())

    return sign


def request_of(life: Life, log: tuple[Entry, ...]) -> Request:
    """The signed request of what was submitted last.

    Raises:
        StepRefused: It was submitted without one.
    """
    for entry in reversed(log):
        event = entry.event
        same = (event.revision, event.fingerprint) == (life.label, life.fingerprint)
        if event.deed is Deed.SUBMITTED and same and event.proof:
            return opened(event.proof.encode(), Kind.REQUEST, Request).body
    raise StepRefused((_refused("sign_no_request", life.requester.name if life.requester else ""),))


def decision_of(
    life: Life,
    revision: Revision,
    event: Event,
    matrix: AuthorityMatrix,
    by: tuple[Request, int, datetime],
    key: SigningKey,
) -> Decision:
    """What an approver signs.

    Args:
        life: Before the decision.
        revision: That it is about.
        event: The decision as it would be logged.
        matrix: Authority of the organisation.
        by: The request, the number of the organisation, the moment on the approver's clock.
        key: The approver's, for what is printed.
    """
    request, number, at = by
    consents = event.deed in CONSENTS
    decided = after(life, event).decisions
    until = event.until or at.date()
    return Decision(
        quote=request.quote,
        number=request.number,
        revision=request.revision,
        fingerprint=revision.fingerprint,
        nonce=request.nonce,
        log_head=request.log_head,
        policy_no=number,
        approver=event.person.id,
        answer=event.deed,
        limits=limits_for(revision.verdict, matrix, event.tolerances) if consents else {},
        tolerances=event.tolerances,
        conditions=event.conditions,
        left_out=tuple(sorted(decided[-1].left_out)) if consents and decided else (),
        reason=event.reason,
        decided=at,
        until=until,
        ticket=signed_ticket(_ticket(revision, request.nonce, until, number), key)
        if consents
        else "",
    )


def clock_notes(history: History, now: datetime) -> tuple[Problem, ...]:
    """That the computer's clock stands before what was logged, which is taken instead."""
    if history.latest is None or history.latest - now <= _PATIENCE:
        return ()
    day = str(history.latest.astimezone(now.tzinfo).date())
    return (Problem("release.clock_back", Severity.WARNING, parameters={"date": day}),)


def _ticket(revision: Revision, nonce: str, until: date, number: int) -> Ticket:
    return Ticket(
        number=revision.quote.number,
        revision=revision.label,
        code=short_code(revision.fingerprint, nonce),
        total=revision.priced.totals.contract.net_amount,
        until=until,
        policy_no=number,
    )


def signed_life(
    workspace: Workspace,
    life: Life,
    frozen: Mapping[str, Revision],
    revision: Revision,
    act: Doing,
) -> Life:
    """Where a quote stands by the decisions whose signatures hold; none where they do not suffice.

    What the gate would refuse is asked anew, whatever the log says that it covers.

    Raises:
        SignatureRefused: The organisation file does not hold.
    """
    log = workspace.life.log() if life.decisions else ()
    if not (life.decisions and workspace.signing.required(log)):
        return life
    organisation = workspace.signing.organisation(log)
    matrix = organisation.matrix_on(act.day)
    families = partial(family_of, workspace.catalog_of(revision.quote))
    evidence = Evidence(organisation, log, act.at, families)
    decisions, faults = proven(life, frozen, matrix, evidence)
    if faults or uncovered(revision, decisions, matrix, act.day):
        return msgspec.structs.replace(life, decisions=())
    return life


def signed_hindrances(
    workspace: Workspace, revision: Revision, now: datetime, history: History
) -> tuple[Problem, ...]:
    """Why a revision may not be put on final paper where only signed decisions count."""
    try:
        organisation = workspace.signing.organisation(history.log)
    except SignatureRefused as refused:
        return (_refused(refused.parameters["reason"], ""),)
    editions = organisation.editions()
    if editions != workspace.rules.editions:
        return (_refused("sign_restart", ""),)
    if not is_pinned(organisation, workspace, revision):
        return (_refused("sign_prices_changed", ""),)
    families = partial(family_of, workspace.catalog_of(revision.quote))
    evidence = Evidence(organisation, history.log, now, families)
    day = trusted_moment(evidence).astimezone(now.tzinfo).date()
    return gate.may_print(
        history.life,
        revision,
        history.frozen,
        organisation.matrix_on(day),
        evidence,
        history.broken,
    )


def refuse_unless_answers(decision: Decision, history: History, quote_id: str) -> Request:
    """The request that a decision answers, which must be the one that waits.

    Raises:
        SignatureRefused: It answers another one.
    """
    request = refuse_replayed(decision, quote_id, history.log)
    waiting = (history.life.label, history.life.fingerprint)
    if (decision.revision, decision.fingerprint) != waiting:
        raise SignatureRefused(reason="sign_other_submission")
    return request


def _own_key(workspace: Workspace, act: Doing) -> SigningKey:
    key = workspace.signing.key_of(act.person.id, act.at)
    if key is None:
        raise StepRefused((_refused("sign_key_locked", act.person.name),))
    return key


def _refused(reason: str, name: str) -> Problem:
    return Problem("release.signature", parameters={"name": name, "reason": reason})
