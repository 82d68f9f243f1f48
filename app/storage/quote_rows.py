"""What the quote store gives back: values, no database in them."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum

import msgspec

from app.quoting.quote import Quote
from catalog.money import Fen


class QuoteFigures(msgspec.Struct, frozen=True):
    """Two sums that lists of quotes show; worked out by pricing, only kept here.

    Attributes:
        monthly: Monthly net amount in fen.
        contract: Contract value in fen.
    """

    monthly: Fen
    contract: Fen


class StoredQuote(msgspec.Struct, frozen=True):
    """A quote as stored.

    Attributes:
        quote: The value at the position of the edit log.
        revision: Rises with each change of the head; give it back with the next one.
        updated: When the head was last changed, in UTC.
        position: Position in the edit log.
    """

    quote: Quote
    revision: int
    updated: datetime
    position: int


class EditRow(msgspec.Struct, frozen=True):
    """One committed edit.

    Attributes:
        position: Its place in the log, from 0 for the value that the quote was created with.
        label: Identifier of what the user did; empty for the creation.
        merge_key: Edits of one key in a row are one edit; empty for those that never merge.
        at: When it was committed (merged: last committed), in UTC.
        truncated_by: Position of the edit that cut this one off after it was undone; ``None`` for
            an edit that undo and redo can still reach.
    """

    position: int
    label: str
    merge_key: str
    at: datetime
    truncated_by: int | None = None


class ChangeKind(StrEnum):
    """What changed the head of a quote."""

    CREATED = "created"
    EDITED = "edited"
    MERGED = "merged"
    MOVED = "moved"
    """Undo or redo."""


class Change(msgspec.Struct, frozen=True):
    """One change of the head; the log of changes only grows.

    Attributes:
        revision: Revision that it led to.
        kind: What it was.
        position: Position in the edit log afterwards.
        truncated: How many undone edits it cut off.
        at: When, in UTC.
    """

    revision: int
    kind: ChangeKind
    position: int
    truncated: int
    at: datetime


class QuoteRow(msgspec.Struct, frozen=True):
    """One quote, for a list.

    Attributes:
        id: Unique.
        number: As printed.
        title: Short name of the solution.
        customer: Identifier of the customer.
        customer_name: Name of the customer; empty when the customer is not stored.
        manager: Name of the author.
        valid_until: Last day on which the customer may accept.
        updated: When it was last changed, in UTC.
        monthly: Monthly net amount in fen, or ``None`` when it was not given.
        contract: Contract value in fen, or ``None`` when it was not given.
        label: Label of the newest frozen revision; empty when there is none.
        segment: Code of the customer's market segment; empty when the customer is not stored.
    """

    id: str
    number: str
    title: str
    customer: str
    customer_name: str
    manager: str
    valid_until: date
    updated: datetime
    monthly: Fen | None
    contract: Fen | None
    label: str
    segment: str = ""


class FrozenRow(msgspec.Struct, frozen=True):
    """One frozen revision, for a list.

    Attributes:
        label: A, B, C...
        fingerprint: SHA-256 over the canonical content, hexadecimal.
        at: When it was frozen, in UTC.
    """

    label: str
    fingerprint: str
    at: datetime
