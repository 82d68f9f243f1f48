"""What the log of a quote's life holds: events, each sealed into an entry of a chain."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING

import msgspec

from app.approval.state import Deed

if TYPE_CHECKING:
    from app.quoting.quote import Quote


class Person(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Somebody who does something.

    Attributes:
        id: Staff number.
        name: As called.
        role: Identifier of the level in the authority matrix.
    """

    id: str
    name: str
    role: str

    def is_the_same_as(self, other: Person) -> bool:
        """Whether this is one human being; without a number the name tells."""
        if self.id and other.id:
            return self.id == other.id
        return self.name == other.name


def author_of(quote: Quote) -> Person:
    """Who has written a quote."""
    manager = quote.manager
    return Person(manager.id, manager.name, manager.role)


class Carried(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One dimension whose earlier decision stands.

    Attributes:
        key: Which dimension, see ``app.approval.dimensions``.
        label: Revision that the decision was about.
        was: Value approved, as shown.
        value: Value now, as shown.
    """

    key: str
    label: str
    was: str
    value: str


class Asked(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One dimension that needs a decision, and the roles that have to take it."""

    key: str
    roles: tuple[str, ...]


class Event(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One thing that happened to a quote.

    Attributes:
        quote: Identifier of the quote.
        deed: What was done.
        person: Who did it.
        at: When, in UTC; never before the entry above it.
        revision: Letter of the revision that it is about; empty when about none.
        fingerprint: Of that revision.
        reason: Why, in the person's words.
        conditions: What an approver asks for.
        operation: Unique identifier; the same operation is logged once.
        roles: Submission: levels and functions that must decide. Decision: those it settles.
        acting: Decision: the roles in which the person may decide.
        asked: Submission: dimensions that need a decision; empty asks for all.
        carried: Submission: dimensions whose earlier decisions stand.
        tolerances: How much worse each criterion may get before the approver wants to be asked
            again, in the unit of the criterion.
        until: Last day on which an approval holds.
        confirm_by: Last day to confirm a fast track in writing.
        named: Who gave a decision by word of mouth, or by a paper that nobody signed.
        papers: Hashes of the files that were issued, or of the paper a decision was read from.
        clock_back: The computer's clock stood more than five minutes before the last entry.
        proof: Signature of the decision, where there is one.
    """

    quote: str
    deed: Deed
    person: Person
    at: datetime
    operation: str
    revision: str = ""
    fingerprint: str = ""
    reason: str = ""
    conditions: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    acting: tuple[str, ...] = ()
    asked: tuple[Asked, ...] = ()
    carried: tuple[Carried, ...] = ()
    tolerances: dict[str, Decimal] = {}
    until: date | None = None
    confirm_by: date | None = None
    named: Person | None = None
    papers: tuple[str, ...] = ()
    clock_back: bool = False
    proof: str = ""

    @property
    def unsigned(self) -> bool:
        """Whether it is a decision that was read from a paper that nobody signed."""
        return self.named is not None and bool(self.papers)


class Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An event in its place of the chain.

    Attributes:
        sequence: Place, from 1 without a gap over all quotes of a database.
        event: What happened.
        previous: Digest of the entry above; empty for the first.
        digest: SHA-256 over place, event and the digest above, hexadecimal.
    """

    sequence: int
    event: Event
    previous: str
    digest: str
