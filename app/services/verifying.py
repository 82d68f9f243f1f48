"""Verify a file: genuine or not, current or not, approved by whom; offline, by the organisation."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Final, NamedTuple

from app.approval.signing.envelope import Envelope
from app.approval.signing.granting import Decision, Request
from app.approval.signing.organisation import Organisation, read_organisation
from app.approval.signing.signed_file import Kind, Opened, kind_of, opened
from app.approval.signing.ticket import code_of
from app.errors import SignatureRefused
from app.services.signed_exchange import is_request_file, read_request

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.approval.signing.organisation import Member
    from app.translation import Words


class Line(NamedTuple):
    """One thing to tell: the key of a text below ``verify`` and what it names."""

    key: str
    parameters: dict[str, str]


_GENUINE: Final = Line("genuine", {})


class Verified(NamedTuple):
    """What was found out about a file.

    Attributes:
        genuine: The signature holds, and is of somebody who may sign this.
        current: It holds today.
        lines: What to tell, in order.
    """

    genuine: bool
    current: bool
    lines: tuple[Line, ...]

    def told(self, words: Words) -> Iterator[str]:
        """The lines in a language."""
        for line in self.lines:
            facts = dict(line.parameters)
            for name, table in (("reason", "reason"), ("answer", "deed")):
                text = f"{table}.{facts.get(name, '')}"
                if text in words:
                    facts[name] = words(text)
            yield words(f"verify.{line.key}", **facts)


def verify_file(data: bytes, organisation: Organisation, root: str, day: date) -> Verified:
    """What a signed file is worth.

    Args:
        data: An organisation, request or decision file.
        organisation: In force.
        root: The pinned public root key.
        day: Today.
    """
    try:
        if is_request_file(data):
            return _request(data, organisation, day)
        match kind_of(data):
            case Kind.ORGANISATION:
                return _organisation(data, root, organisation, day)
            case Kind.DECISION:
                return _decision(data, organisation, day)
            case Kind.ENVELOPE:
                return _envelope(data, organisation, day)
            case _:
                return _about(opened(data, Kind.REQUEST, Request), organisation, day)
    except SignatureRefused as refused:
        return Verified(False, False, (Line("not_genuine", refused.parameters),))


def _organisation(data: bytes, root: str, known: Organisation, day: date) -> Verified:
    found = read_organisation(data, root, known.policy_no).body
    facts = {"name": found.name, "no": str(found.policy_no)}
    current, line = until_line(found.valid_until, day)
    return Verified(True, current, (_GENUINE, Line("organisation", facts), line))


def _request(data: bytes, organisation: Organisation, day: date) -> Verified:
    asked = read_request(data, organisation)
    proof = asked.entry.event.proof.encode()
    found = _about(opened(proof, Kind.REQUEST, Request), organisation, day)
    current, line = until_line(asked.revision.quote.valid_until, day)
    return Verified(True, current, (*found.lines[:2], line, *found.lines[3:]))


def _about(file: Opened[Request], organisation: Organisation, day: date) -> Verified:
    request = file.body
    author = _signer(request.author, file.key, organisation)
    facts = {"number": request.number, "revision": request.revision, "name": author.name}
    current, line = until_line(organisation.valid_until, day)
    lines = (_GENUINE, Line("request", facts), line, *_lag(request.policy_no, organisation))
    return Verified(True, current, lines)


def _decision(data: bytes, organisation: Organisation, day: date) -> Verified:
    file = opened(data, Kind.DECISION, Decision)
    decision = file.body
    approver = _signer(decision.approver, file.key, organisation)
    facts = {
        "number": decision.number,
        "revision": decision.revision,
        "answer": decision.answer.value,
        "name": approver.name,
        "role": approver.role,
    }
    longest = decision.decided.date() + timedelta(days=organisation.max_days)
    current, line = until_line(min(decision.until, longest, organisation.valid_until), day)
    names = {one.id: one.name for one in organisation.matrix_on(decision.decided.date()).criteria}
    limits = [
        Line("limit", {"criterion": names[key].zh if key in names else key, "value": str(value)})
        for key, value in sorted(decision.limits.items())
    ]
    conditions = [Line("condition", {"condition": one}) for one in decision.conditions]
    lag = _lag(decision.policy_no, organisation)
    letters = [Line("letters", {"code": code_of(decision.ticket)})] if decision.ticket else []
    lines = (_GENUINE, Line("decision", facts), *letters, *limits, *conditions, line, *lag)
    return Verified(True, current, lines)


def _envelope(data: bytes, organisation: Organisation, day: date) -> Verified:
    file = opened(data, Kind.ENVELOPE, Envelope)
    envelope = file.body
    approver = _signer(envelope.approver, file.key, organisation)
    facts = {
        "customer": envelope.customer,
        "manager": envelope.manager,
        "name": approver.name,
        "role": approver.role,
    }
    limits = [
        Line("limit", {"criterion": name, "value": str(value)})
        for name, value in sorted({**envelope.families, **envelope.limits}.items())
    ]
    longest = envelope.decided.date() + timedelta(days=organisation.max_days)
    current, line = until_line(min(envelope.until, longest, organisation.valid_until), day)
    lag = _lag(envelope.policy_no, organisation)
    return Verified(True, current, (_GENUINE, Line("envelope", facts), *limits, line, *lag))


def _signer(staff_number: str, key: str, organisation: Organisation) -> Member:
    """Who signed, as the organisation knows him.

    Raises:
        SignatureRefused: It knows nobody by this key, or the key was revoked.
    """
    member = organisation.member(staff_number)
    if member is None or member.key != key:
        raise SignatureRefused(reason="sign_approver_unknown")
    if key in organisation.revoked:
        raise SignatureRefused(reason="sign_revoked")
    return member


def until_line(last: date | None, day: date) -> tuple[bool, Line]:
    """Whether something holds, and what to say; without a last day it does not."""
    current = last is not None and day <= last
    return current, Line("current" if current else "expired", {"date": str(last)})


def _lag(number: int, organisation: Organisation) -> tuple[Line, ...]:
    """What was signed under another edition of the organisation."""
    if number == organisation.policy_no:
        return ()
    facts = {"no": str(number), "now": str(organisation.policy_no)}
    return (Line("policy_old", facts),)
