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

Limits are those that the administrator has published in his own program, or else those in force
there. Where ``members`` are left out, people and absences are those that he
has published too, with their public keys by staff number in a table ``[keys]``. Every price list
and pricing policy that lies there is pinned by its digest unless ``pin = false``.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import msgspec

from app.approval.signing.canonical import digest
from app.approval.signing.organisation import Member, Organisation, sign_organisation
from app.errors import RecordMissing, SignatureRefused
from app.quoting.authority import Absence, Staff
from app.services.editions_in_force import with_editions
from catalog.known_type import known

if TYPE_CHECKING:
    from datetime import datetime

    from app.approval.signing.keys import SigningKey
    from app.quoting.revision import Revision
    from app.services.workspace import Workspace
    from catalog.product_catalog import CatalogContent
    from pricing.policy import PricingPolicy


class _Written(msgspec.Struct, forbid_unknown_fields=True):
    name: str
    policy_no: int
    valid_until: date
    max_days: int
    members: tuple[Member, ...] = ()
    keys: dict[str, str] = {}
    absences: tuple[Absence, ...] | None = None
    revoked: tuple[str, ...] = ()
    pin: bool = True


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
        written = msgspec.toml.decode(source, type=known(_Written))
    except (msgspec.DecodeError, UnicodeDecodeError) as fault:
        raise SignatureRefused(reason="sign_unreadable") from fault
    rules, published = workspace.rules, workspace.authority.editions()
    if published:  # whatever organisation is installed here, the next one is made of these
        rules = with_editions(rules, workspace.shipped, published)
    editions = rules.editions or (rules.authority,)
    organisation = Organisation(
        name=written.name,
        policy_no=written.policy_no,
        issued=at,
        valid_until=written.valid_until,
        max_days=written.max_days,
        members=_members(written, rules.authority.staff),
        absences=_absences(written, rules.authority.staff),
        authority=tuple(msgspec.structs.replace(one, staff=Staff()) for one in editions),
        revoked=written.revoked,
        catalogs=_price_lists(workspace) if written.pin else {},
        policies=_policies(workspace) if written.pin else {},
    )
    return sign_organisation(organisation, root)


def _members(written: _Written, staff: Staff) -> tuple[Member, ...]:
    """The members that are written, or else the people that are published.

    Raises:
        SignatureRefused: Both are written, or a key is nobody's.
    """
    known = {person.id for person in staff.people}
    if written.members:
        if written.keys:
            raise SignatureRefused(reason="sign_organisation_faulty")
        return written.members
    if not written.keys.keys() <= known:
        raise SignatureRefused(reason="sign_organisation_faulty")
    return tuple(
        Member(one.id, one.name, one.role, one.team, written.keys.get(one.id, ""))
        for one in staff.people
    )


def _absences(written: _Written, staff: Staff) -> tuple[Absence, ...]:
    """The absences that are written; of published people those that are published."""
    if written.absences is not None:
        return written.absences
    return () if written.members else staff.absences


def is_pinned(organisation: Organisation, workspace: Workspace, revision: Revision) -> bool:
    """Whether a revision is priced with a price list and a policy that the organisation knows.

    A price list whose rows were changed in the database has another digest.
    """
    if not (organisation.catalogs or organisation.policies):
        return True
    priced = revision.priced
    try:
        catalog = content_digest(workspace.catalog_of(revision.quote).content)
        policy = content_digest(workspace.rules_of(revision.quote).pricing)
    except RecordMissing:
        return False
    return (
        organisation.catalogs.get(priced.catalog_version) == catalog
        and organisation.policies.get(priced.policy_version) == policy
    )


def content_digest(content: CatalogContent | PricingPolicy) -> str:
    """SHA-256 of a price list or a pricing policy, hexadecimal."""
    return digest("prices/1", msgspec.json.encode(content, order="deterministic")).hex()


def _price_lists(workspace: Workspace) -> dict[str, str]:
    versions = [row.version for row in workspace.catalogs.versions()]
    return {version: content_digest(workspace.catalogs.load(version)) for version in versions}


def _policies(workspace: Workspace) -> dict[str, str]:
    found = {
        version: content_digest(workspace.policies.load(version))
        for version in workspace.policies.versions()
    }
    now = workspace.rules.pricing
    return {**found, now.version: content_digest(now)}
