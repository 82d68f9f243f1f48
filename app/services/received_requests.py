"""Requests that came as files: kept, listed among what waits, priced again, and answered."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

import msgspec

from app.approval import deciding
from app.approval.deciding import Ruling
from app.approval.difference import differences
from app.approval.event import Person
from app.approval.granted import Granted
from app.approval.invalidation import reapproval
from app.approval.life import Life, after, life_of
from app.approval.roles import acting_roles, closed
from app.approval.signing.granting import Decision
from app.approval.signing.signed_file import Kind, opened
from app.approval.state import CONSENTS, QuoteState
from app.approval.submitting import Doing
from app.errors import RecordMissing, SignatureRefused
from app.services.approvals import ApprovalRow, Case, Group
from app.services.request_review import Review, as_worked_out, review_request
from app.services.signed_exchange import Asked, decide_request, read_request
from app.storage.exchange_box import ExchangeBox
from app.storage.quote_rows import QuoteRow

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date, datetime

    from app.approval.signing.keys import SigningKey
    from app.approval.signing.organisation import Organisation
    from app.services.workspace import Workspace

REQUEST, DECISION = ".qreq", ".qdec"
PREFIX: Final = "request:"
"""Begins the identifier by which lists know a received request."""


class Received(NamedTuple):
    """A request that came as a file.

    Attributes:
        name: That the file is kept by.
        asked: What it says.
        decision: The answer; ``None`` while there is none.
    """

    name: str
    asked: Asked
    decision: Decision | None


def box_of(workspace: Workspace) -> ExchangeBox:
    """Where received files are kept."""
    return ExchangeBox(workspace.signing.folder / "received")


def read_asked(workspace: Workspace, data: bytes) -> Received:
    """A request that holds; one of another data folder is kept.

    Raises:
        SignatureRefused: It does not hold.
        FileError: The data folder cannot be written.
    """
    log = workspace.life.log()
    asked = read_request(data, workspace.signing.organisation(log))
    if any(entry.event.operation == asked.request.nonce for entry in log):
        return Received("", asked, None)
    name = box_of(workspace).keep(REQUEST, data)
    return Received(name, asked, _decision(workspace, name))


def take_request(workspace: Workspace, data: bytes) -> Received:
    """Keep a request that holds.

    Raises:
        SignatureRefused: It does not hold, or was made in this very data folder.
        FileError: The data folder cannot be written.
    """
    found = read_asked(workspace, data)
    if not found.name:
        raise SignatureRefused(reason="sign_request_own")
    return found


def received(workspace: Workspace) -> Iterator[Received]:
    """Every kept request that holds by the organisation as it is now, the latest first."""
    try:
        organisation = workspace.signing.organisation()
    except SignatureRefused:
        return
    for name, data in box_of(workspace).all(REQUEST):
        try:
            asked = read_request(data, organisation)
        except SignatureRefused:
            continue
        yield Received(name, asked, _decision(workspace, name))


def received_rows(workspace: Workspace, person: Person, day: date) -> tuple[ApprovalRow, ...]:
    """Received requests as lists of approvals show them."""
    return tuple(_row(workspace, one, person, day) for one in received(workspace))


def received_case(workspace: Workspace, identifier: str, now: datetime) -> tuple[Case, Review]:
    """A received request as its approver sees it, priced again with his own price list.

    Raises:
        RecordMissing: It is not kept any more, or does not hold.
    """
    return case_of_asked(workspace, _find(workspace, identifier), now)


def case_of_asked(workspace: Workspace, one: Received, now: datetime) -> tuple[Case, Review]:
    """A request as its approver sees it, priced again with his own price list."""
    organisation = workspace.signing.organisation()
    review = review_request(workspace, one.asked, organisation, now)
    revision = as_worked_out(one.asked.revision, review.own)
    matrix = organisation.matrix_on(now.date())
    granted = _granted(workspace, one, organisation)
    before = granted[-1].revision if granted else None
    rows = differences(before, revision) if before is not None else ()
    worse = reapproval(revision, granted, matrix, now.date()).worse
    life = _life(workspace, one)
    return Case(revision, before, rows, worse, life, (one.asked.entry,)), review


def answer_request(
    workspace: Workspace, identifier: str, ruling: Ruling, key: SigningKey, now: datetime
) -> bytes:
    """Sign the answer to a received request and keep it.

    Raises:
        RecordMissing: The request is not kept any more, or does not hold.
        SignatureRefused: The key is nobody's in the organisation.
        StepRefused: The approver may not decide this, or the answer is not complete.
    """
    return answer_asked(workspace, _find(workspace, identifier), ruling, key, now)


def answer_asked(
    workspace: Workspace, one: Received, ruling: Ruling, key: SigningKey, now: datetime
) -> bytes:
    """Sign the answer to a request, and keep it beside the request where that is kept.

    What a consent grants are the figures that are worked out here, with what is tolerated.

    Raises:
        SignatureRefused: The key is nobody's in the organisation.
        StepRefused: The approver may not decide this, or the answer is not complete.
    """
    organisation = workspace.signing.organisation()
    own = review_request(workspace, one.asked, organisation, now).own
    asked = one.asked._replace(revision=as_worked_out(one.asked.revision, own))
    data = decide_request(asked, organisation, ruling, key, now)
    if one.name:
        box_of(workspace).keep(DECISION, data, one.name)
    return data


def answer_of(workspace: Workspace, identifier: str) -> bytes | None:
    """The decision file that answers a received request; ``None`` while there is none."""
    return box_of(workspace).read(identifier.removeprefix(PREFIX), DECISION)


def _find(workspace: Workspace, identifier: str) -> Received:
    name = identifier.removeprefix(PREFIX)
    for one in received(workspace):
        if one.name == name:
            return one
    raise RecordMissing(record=name)


def _decision(workspace: Workspace, name: str) -> Decision | None:
    data = box_of(workspace).read(name, DECISION)
    if data is None:
        return None
    try:
        return opened(data, Kind.DECISION, Decision).body
    except SignatureRefused:
        return None


def _life(workspace: Workspace, one: Received) -> Life:
    """Where the quote stands by its request and the answer given here."""
    life, decision = life_of((one.asked.entry.event,)), one.decision
    if decision is None:
        return life
    matrix = workspace.signing.organisation().matrix_on(decision.decided.date())
    member = workspace.signing.organisation().member(decision.approver)
    who = Person(decision.approver, member.name if member else "", member.role if member else "")
    ruling = Ruling(
        decision.answer,
        decision.reason,
        decision.conditions,
        decision.tolerances,
        decision.until if decision.answer in CONSENTS else None,
    )
    act = Doing(who, decision.decided, decision.decided.date(), "signed")
    for event in deciding.decide(life, one.asked.revision, ruling, matrix, act).events:
        life = after(life, event)
    return life


def _granted(workspace: Workspace, one: Received, organisation: Organisation) -> list[Granted]:
    """Earlier requests about the same quote that were answered with a consent, in order."""
    quote, mine = one.asked.revision.quote.id, one.asked.request.signed
    earlier = [
        other
        for other in received(workspace)
        if other.decision is not None
        and other.decision.answer in CONSENTS
        and other.asked.revision.quote.id == quote
        and other.asked.request.signed < mine
    ]
    found = []
    for other in sorted(earlier, key=lambda it: it.asked.request.signed):
        decision = other.decision
        member = organisation.member(decision.approver) if decision is not None else None
        if decision is None or member is None:
            continue
        who = Person(member.id, member.name, member.role)
        decided = decision.decided.date()
        manager = other.asked.revision.quote.manager.id
        team = other.asked.revision.customer.sales.team
        acting = acting_roles(organisation.matrix_on(decided), who, manager, decided, team)
        granted = Granted(other.asked.revision, who, decision.until, acting)
        found.append(msgspec.structs.replace(granted, tolerances=decision.tolerances))
    return found


def _row(workspace: Workspace, one: Received, person: Person, day: date) -> ApprovalRow:
    revision, life = one.asked.revision, _life(workspace, one)
    quote, total = revision.quote, revision.priced.totals
    row = QuoteRow(
        id=f"{PREFIX}{one.name}",
        number=quote.number,
        title=quote.title,
        customer=quote.customer,
        customer_name=revision.customer.name,
        manager=quote.manager.name,
        valid_until=quote.valid_until,
        updated=one.asked.request.signed,
        monthly=total.monthly.net_amount,
        contract=total.contract.net_amount,
        label=revision.label,
    )
    if one.decision is not None:
        groups: tuple[Group, ...] = (Group.DECIDED,)
    else:
        groups = (Group.WAITING,) if _may_decide(workspace, one, life, person, day) else ()
    return ApprovalRow(row, life, life.on(day), groups or (Group.OTHER,), row.contract)


def _may_decide(workspace: Workspace, one: Received, life: Life, person: Person, day: date) -> bool:
    manager = one.asked.revision.quote.manager
    own = Person(manager.id, manager.name, manager.role)
    if life.state is not QuoteState.PENDING or person.is_the_same_as(own):
        return False
    matrix = workspace.signing.organisation().matrix_on(day)
    team = one.asked.revision.customer.sales.team
    return bool(closed(matrix, acting_roles(matrix, person, manager.id, day, team), life.waiting))
