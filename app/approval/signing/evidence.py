"""Evidence: which signatures stand behind a quote's life, judged anew at every print.

The log says what happened, and whoever has the computer can write a log. With an organisation
installed only what is signed counts: the request by its author, each decision by its approver.
Roles and limits come from the organisation, fingerprints are taken again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeVar

import msgspec

from app.approval.signing.granting import Request
from app.approval.signing.signed_file import Kind, Moment, Opened, kind_of, opened
from app.approval.state import Deed
from app.errors import SignatureRefused
from catalog.known_type import known
from catalog.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import datetime

    from app.approval.event import Entry
    from app.approval.life import Life
    from app.approval.signing.organisation import Member, Organisation
    from app.quoting.revision import Revision

T = TypeVar("T")


def _no_family(_code: str) -> str:
    return ""


class Evidence(NamedTuple):
    """What signatures are judged by.

    Attributes:
        organisation: As its file says now.
        log: Every entry of the whole log.
        clock: What the computer's clock says.
        families: Product family of a charge by its code; empty for a bundle.
    """

    organisation: Organisation
    log: Sequence[Entry]
    clock: datetime
    families: Callable[[str], str] = _no_family


def trusted_moment(evidence: Evidence) -> datetime:
    """The moment to judge by: the latest of the clock and of everything that was dated.

    Times of signed files count whether or not the signatures hold: a time can only make an
    approval end sooner.
    """
    return max([evidence.clock, evidence.organisation.issued, *_dated(evidence.log)])


def seen_policy(log: Sequence[Entry]) -> int:
    """The highest number of an organisation that any signed request or decision went by."""
    return max((_glance(entry.event.proof).policy_no for entry in log), default=0)


def author_faults(life: Life, revision: Revision, evidence: Evidence) -> Iterator[Problem]:
    """Why the author's own signature does not stand behind what was submitted."""
    quote, organisation = revision.quote, evidence.organisation
    author = organisation.member(quote.manager.id)
    if author is None or author.role != quote.manager.role or author.name != quote.manager.name:
        yield fault("sign_author_unknown", quote.manager.name)
        return
    submission = _submission(life, quote.id, evidence.log)
    if submission is None:
        yield fault("sign_no_request", author.name)
        return
    event = submission.event
    try:
        request = opened_by(author, event.proof, Kind.REQUEST, Request, organisation).body
    except SignatureRefused as refused:
        yield fault(refused.parameters["reason"], author.name)
        return
    said = (request.quote, request.number, request.revision, request.fingerprint, request.nonce)
    true = (quote.id, quote.number, event.revision, event.fingerprint, event.operation)
    before = {entry.digest for entry in evidence.log if entry.sequence < submission.sequence}
    if said != true or request.author != author.id:
        yield fault("sign_other_revision", author.name)
    elif request.log_head not in before | {""}:
        yield fault("sign_log_rewritten", author.name)


def opened_by(
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


def signer_of(proof: str, organisation: Organisation) -> str:
    """Staff number of who signed a request, decision or envelope; empty where nobody did.

    Keys that were revoked are nobody's.
    """
    data = proof.encode()
    try:
        key = opened(data, kind_of(data), dict).key
    except SignatureRefused:
        return ""
    owners = [one.id for one in organisation.members if one.key == key]
    return owners[0] if owners and key not in organisation.revoked else ""


class _Dated(msgspec.Struct):
    """What any signed file says of time and organisation."""

    policy_no: int = 0
    signed: Moment | None = None
    decided: Moment | None = None


class _Proof(msgspec.Struct):
    body: _Dated


_PROOF = msgspec.json.Decoder(known(_Proof))


def _glance(proof: str) -> _Dated:
    """What can be read of a proof; nothing of what is no file."""
    try:
        return _PROOF.decode(proof).body
    except msgspec.DecodeError:
        return _Dated()


def _dated(log: Sequence[Entry]) -> Iterator[datetime]:
    for entry in log:
        yield entry.event.at
        glance = _glance(entry.event.proof)
        yield from (one for one in (glance.signed, glance.decided) if one is not None)


def fault(reason: str, name: str) -> Problem:
    """Why a signature of somebody does not hold."""
    return Problem("release.signature", parameters={"name": name, "reason": reason})
