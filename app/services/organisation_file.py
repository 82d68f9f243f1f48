"""The administrator's part: an organisation written as TOML becomes a signed file.

::

    name = "中国电信某某分公司"
    policy_no = 3
    valid_until = 2027-06-30
    max_days = 60

    [[members]]
    id = "M102"
    name = "陈志远"
    role = "L3"
    key = "…64 hexadecimal digits…"

Limits are those in force in the administrator's own program.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import msgspec

from app.approval.signing.organisation import Member, Organisation, sign_organisation
from app.errors import SignatureRefused
from app.quoting.authority import Absence, Staff

if TYPE_CHECKING:
    from datetime import datetime

    from app.approval.signing.keys import SigningKey
    from app.services.workspace import Workspace


class _Written(msgspec.Struct, forbid_unknown_fields=True):
    name: str
    policy_no: int
    valid_until: date
    max_days: int
    members: tuple[Member, ...]
    absences: tuple[Absence, ...] = ()
    revoked: tuple[str, ...] = ()


def signed_organisation(
    workspace: Workspace, source: bytes, root: SigningKey, at: datetime
) -> bytes:
    """The organisation file.

    Args:
        workspace: Whose limits of authority are signed.
        source: The organisation in TOML.
        root: The administrator's root key.
        at: The moment, with its time zone.

    Raises:
        SignatureRefused: It is not written as it should be, or contradicts itself.
    """
    try:
        written = msgspec.toml.decode(source, type=_Written)
    except (msgspec.DecodeError, UnicodeDecodeError) as fault:
        raise SignatureRefused(reason="sign_unreadable") from fault
    rules = workspace.rules
    editions = rules.editions or (rules.authority,)
    organisation = Organisation(
        name=written.name,
        policy_no=written.policy_no,
        issued=at,
        valid_until=written.valid_until,
        max_days=written.max_days,
        members=written.members,
        absences=written.absences,
        authority=tuple(msgspec.structs.replace(one, staff=Staff()) for one in editions),
        revoked=written.revoked,
    )
    return sign_organisation(organisation, root)
