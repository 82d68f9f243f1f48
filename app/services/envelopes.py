"""Envelopes: a corridor that an approver signs in advance, and what it says of a quote in hand."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from functools import partial
from secrets import token_hex
from typing import TYPE_CHECKING, Final, NamedTuple

import msgspec

from app.approval.deciding import Ruling
from app.approval.event import Person
from app.approval.roles import acting_roles, highest
from app.approval.signing.envelope import Envelope, outside
from app.approval.signing.granting import beyond_own, keeps
from app.approval.signing.signed_file import Kind, opened, seal
from app.approval.state import Deed
from app.approval.submitting import Doing
from app.errors import RecordMissing, SignatureRefused
from app.quoting.freezing import family_of
from app.services.quote_life import decide
from app.services.signed_steps import request_of
from app.storage.exchange_box import ExchangeBox
from catalog.known_type import known

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from app.approval.life import Life
    from app.approval.signing.keys import SigningKey
    from app.approval.signing.organisation import Member, Organisation
    from app.quoting.revision import Revision
    from app.services.workspace import Workspace
    from catalog.local_text import LocalText

SUFFIX: Final = ".qenv"


class Corridor(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What an approver writes of an envelope; see ``Envelope`` for what each part means."""

    manager: str
    customer: str
    credit_code: str
    families: dict[str, Decimal]
    free_months: int
    shortest: int
    longest: int
    limits: dict[str, Decimal]
    until: date
    conditions: tuple[str, ...] = ()


class Standing(NamedTuple):
    """What an envelope says of a quote in hand.

    Attributes:
        data: The envelope file.
        approver: Name of who signed it.
        until: Last day on which it lets anything pass.
        outside: In which respects the quote lies outside: names of respects as in ``outside``,
            families, or identifiers of criteria; empty when it lies inside.
        names: Names of the criteria among them.
    """

    data: bytes
    approver: str
    until: date
    outside: tuple[str, ...]
    names: dict[str, LocalText]


def written_corridor(source: bytes) -> Corridor:
    """A corridor written as TOML, with the fields of ``Corridor``.

    Raises:
        SignatureRefused: It is not written as it should be.
    """
    try:
        return msgspec.toml.decode(source, type=known(Corridor))
    except (msgspec.DecodeError, UnicodeDecodeError) as fault:
        raise SignatureRefused(reason="sign_unreadable") from fault


def sign_envelope(
    corridor: Corridor, organisation: Organisation, key: SigningKey, at: datetime
) -> bytes:
    """An envelope file from what the approver has written.

    Args:
        corridor: What is granted.
        organisation: That the approver goes by.
        key: The approver's.
        at: The moment on the approver's clock, with its time zone.

    Raises:
        SignatureRefused: The key is nobody's, or the envelope would be the signer's own.
    """
    member = organisation.member(key.owner)
    if member is None or member.key != key.public or key.public in organisation.revoked:
        raise SignatureRefused(reason="sign_approver_unknown")
    envelope = Envelope(
        nonce=token_hex(16),
        approver=member.id,
        policy_no=organisation.policy_no,
        decided=at,
        **{name: getattr(corridor, name) for name in Corridor.__struct_fields__},
    )
    return seal(Kind.ENVELOPE, envelope, key)


def use_envelope(workspace: Workspace, quote_id: str, data: bytes, now: datetime) -> Life:
    """Let an envelope answer a submitted quote; it is judged again at every print.

    Raises:
        SignatureRefused: It does not hold, or the quote lies outside.
        StepRefused: The quote waits for nobody, or for somebody higher.
        StorageError: The database failed.
    """
    history = workspace.life.history(quote_id)
    organisation = workspace.signing.organisation(history.log)
    envelope, approver, signature = _opened(data, organisation)
    revision = history.frozen.get(history.life.label)
    families = partial(family_of, workspace.catalog_of(workspace.quotes.load(quote_id).quote))
    if revision is None or outside(envelope, revision, families):
        raise SignatureRefused(reason="sign_outside")
    ruling = Ruling(Deed.APPROVED, until=envelope.until, proof=data.decode())
    who = Person(approver.id, approver.name, approver.role)
    nonce = request_of(history.life, history.log).nonce
    operation = f"envelope-{nonce[:16]}-{signature[:16]}"
    act = Doing(who, now, envelope.decided.date(), operation)
    return decide(workspace, quote_id, ruling, act)


def take_envelope(workspace: Workspace, data: bytes) -> Envelope:
    """Keep an envelope for the quotes to come.

    Raises:
        SignatureRefused: It does not hold.
        FileError: The data folder cannot be written.
    """
    organisation = workspace.signing.organisation(workspace.life.log())
    envelope, approver, _ = _opened(data, organisation)
    if approver.id == envelope.manager:
        raise SignatureRefused(reason="sign_own_quote")
    _box(workspace).keep(SUFFIX, data)
    return envelope


def envelope_standing(workspace: Workspace, revision: Revision, day: date) -> Standing | None:
    """What the kept envelopes say of a revision: one it is inside of, or the nearest miss.

    Args:
        workspace: The user's data.
        revision: Just worked out.
        day: Today.

    Returns:
        ``None`` where no envelope is for this customer and manager, or none holds any more.
    """
    try:
        organisation = workspace.signing.organisation()
        families = partial(family_of, workspace.catalog_of(revision.quote))
    except (SignatureRefused, RecordMissing):
        return None
    found = []
    for data, envelope, approver in _kept(workspace, organisation):
        until = min(
            envelope.until,
            envelope.decided.date() + timedelta(days=organisation.max_days),
            organisation.valid_until,
        )
        missed = outside(envelope, revision, families)
        if day > until or {"manager", "customer"} & set(missed):
            continue
        beyond = _beyond(envelope, approver, revision, organisation)
        names = {one.id: one.name for one in revision.verdict.criteria}
        found.append(Standing(data, approver.name, until, (*missed, *beyond), names))
    return min(found, key=lambda one: len(one.outside), default=None)


def _beyond(
    envelope: Envelope, approver: Member, revision: Revision, organisation: Organisation
) -> Iterator[str]:
    """Criteria that the envelope does not grant, or whose approver may not grant them."""
    decided = envelope.decided.date()
    matrix = organisation.matrix_on(decided)
    who = Person(approver.id, approver.name, approver.role)
    roles = acting_roles(
        matrix, who, revision.quote.manager.id, decided, revision.customer.sales.team
    )
    own = matrix.rank(revision.verdict.own_level)
    for one in beyond_own(revision.verdict, matrix):
        needed = matrix.rank(one.level)
        entitled = 0 <= needed <= max(own, highest(matrix, roles))
        if not (keeps(one, envelope.limits) and entitled and set(one.functions) <= set(roles)):
            yield one.id


def _kept(
    workspace: Workspace, organisation: Organisation
) -> Iterator[tuple[bytes, Envelope, Member]]:
    for _, data in _box(workspace).all(SUFFIX):
        try:
            envelope, approver, _ = _opened(data, organisation)
        except SignatureRefused:
            continue
        yield data, envelope, approver


def _opened(data: bytes, organisation: Organisation) -> tuple[Envelope, Member, str]:
    """An envelope with its approver and its signature.

    Raises:
        SignatureRefused: It does not hold.
    """
    file = opened(data, Kind.ENVELOPE, Envelope)
    approver = organisation.member(file.body.approver)
    if approver is None or approver.key != file.key or file.key in organisation.revoked:
        raise SignatureRefused(reason="sign_approver_unknown")
    return file.body, approver, file.signature


def _box(workspace: Workspace) -> ExchangeBox:
    return ExchangeBox(workspace.signing.folder / "envelopes")
