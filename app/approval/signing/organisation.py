"""The organisation: who may decide what, signed by the administrator's root key.

Nothing else says what a role, a limit or a public key is once an organisation is installed: the
authority matrix, the staff and whoever stands in for whom are read from here.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

import msgspec

from app.approval.signing.keys import is_public_key
from app.approval.signing.signed_file import Kind, Moment, Opened, opened, seal
from app.errors import SignatureRefused
from app.quoting.authority import Absence, AuthorityMatrix, Person, Staff, edition_on

if TYPE_CHECKING:
    from app.approval.signing.keys import SigningKey

MOST_DAYS: Final = 366
"""Longest time that an organisation may let a decision hold."""


class Member(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One of the staff.

    Attributes:
        id: Staff number.
        name: As people call him.
        role: Identifier of a level or a function.
        team: Team that he belongs to; empty for one who serves all teams.
        key: His public key; empty while he has none, and signs nothing.
    """

    id: str
    name: str
    role: str
    team: str = ""
    key: str = ""


class Organisation(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What the administrator has signed.

    Attributes:
        name: Of the company.
        policy_no: Grows with every edition; an older one is refused.
        issued: When it was signed.
        valid_until: Last day on which it holds.
        max_days: Longest time that a decision holds, in days.
        members: Everybody.
        absences: Who stands in for whom, and when.
        authority: Editions of the authority matrix, without staff.
        revoked: Public keys that count for nothing any more.
        catalogs: Digest of each price list by version; empty where price lists are not pinned.
        policies: Digest of each pricing policy by version; empty likewise.
    """

    name: str
    policy_no: int
    issued: Moment
    valid_until: date
    max_days: int
    members: tuple[Member, ...]
    absences: tuple[Absence, ...] = ()
    authority: tuple[AuthorityMatrix, ...] = ()
    revoked: tuple[str, ...] = ()
    catalogs: dict[str, str] = {}
    policies: dict[str, str] = {}

    def member(self, staff_number: str) -> Member | None:
        """The member with a staff number."""
        return next((one for one in self.members if one.id == staff_number), None)

    def editions(self) -> tuple[AuthorityMatrix, ...]:
        """Editions of the authority matrix, each with all of the staff."""
        people = tuple(Person(one.id, one.name, one.role, one.team) for one in self.members)
        staff = Staff(people, self.absences)
        return tuple(msgspec.structs.replace(one, staff=staff) for one in self.authority)

    def matrix_on(self, day: date) -> AuthorityMatrix:
        """The authority matrix in force on a day."""
        return edition_on(self.editions(), day)


def sign_organisation(organisation: Organisation, root: SigningKey) -> bytes:
    """The organisation file.

    Raises:
        SignatureRefused: It contradicts itself.
    """
    _refuse_faults(organisation)
    return seal(Kind.ORGANISATION, organisation, root)


def read_organisation(data: bytes, root: str, seen: int = 0) -> Opened[Organisation]:
    """The organisation of a file.

    Args:
        data: The file.
        root: Public root key that was pinned at the first installation.
        seen: Highest ``policy_no`` that was ever seen.

    Raises:
        SignatureRefused: It is not signed by the root key, is older than one seen, or contradicts
            itself. Whether it has expired is asked at each print.
    """
    file = opened(data, Kind.ORGANISATION, Organisation, root)
    if file.body.policy_no < seen:
        raise SignatureRefused(reason="sign_policy_old")
    _refuse_faults(file.body)
    return file


def _refuse_faults(organisation: Organisation) -> None:
    """Refuse what would let two people be one, or a decision hold for ever."""
    members = organisation.members
    keys = [one.key for one in members if one.key]
    ids = [one.id for one in members]
    sound = (
        len(set(keys)) == len(keys)
        and len(set(ids)) == len(ids)
        and all(one.strip() for one in ids)
        and all(map(is_public_key, (*keys, *organisation.revoked)))
        and organisation.policy_no > 0
        and 0 < organisation.max_days <= MOST_DAYS
        and organisation.authority
        and all(matrix.staff == Staff() for matrix in organisation.authority)
    )
    if not sound:
        raise SignatureRefused(reason="sign_organisation_faulty")
