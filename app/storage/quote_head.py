"""The head of a quote: the row that changes with each edit, and the revision that guards it."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import msgspec
from sqlalchemy import select

from app.errors import RecordChangedElsewhere, RecordMissing
from app.storage import customer_merges
from app.storage.edit_log import record_change
from app.storage.operations import remember_result
from app.storage.schema import QUOTES
from app.storage.text_search import searchable

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from app.quoting.quote import Quote
    from app.storage.quote_rows import Change


class Head(msgspec.Struct, frozen=True):
    """The changing part of a quote's row.

    Attributes:
        id: Identifier of the quote.
        number: As printed.
        revision: Rises with each change.
        position: Position in the edit log.
        updated: When it was last changed, in UTC.
    """

    id: str
    number: str
    revision: int
    position: int
    updated: datetime


def find_head(connection: Connection, quote_id: str) -> Head | None:
    """The head of a quote, or ``None`` when it is not stored."""
    columns = QUOTES.c
    row = connection.execute(
        select(
            columns.id, columns.number, columns.revision, columns.position, columns.updated
        ).where(columns.id == quote_id)
    ).one_or_none()
    return None if row is None else Head(*row)


def expected_head(connection: Connection, quote_id: str, expected_revision: int) -> Head:
    """The head of a quote if it still has the revision that a change was made from.

    Raises:
        RecordMissing: There is no such quote.
        RecordChangedElsewhere: It has another revision by now.
    """
    head = find_head(connection, quote_id)
    if head is None:
        raise RecordMissing(record=quote_id)
    if head.revision != expected_revision:
        raise RecordChangedElsewhere(record=head.number)
    return head


def insert_head(connection: Connection, quote: Quote, change: Change) -> None:
    """Add the head of a new quote, and log its creation."""
    connection.execute(
        QUOTES.insert(),
        {
            "id": quote.id,
            "created": change.at,
            "updated": change.at,
            "revision": change.revision,
            "position": change.position,
            **_search_columns(connection, quote),
        },
    )
    record_change(connection, quote.id, change)


def change_head(
    connection: Connection, head: Head, operation_id: str, change: Change, quote: Quote
) -> int:
    """Give the head its next revision, log what led to it, and remember the operation.

    Returns:
        The next revision.
    """
    revision = head.revision + 1
    connection.execute(
        QUOTES.update().where(QUOTES.c.id == head.id),
        {
            "revision": revision,
            "position": change.position,
            "updated": change.at,
            **_search_columns(connection, quote),
        },
    )
    record_change(connection, head.id, msgspec.structs.replace(change, revision=revision))
    remember_result(connection, operation_id, head.id, revision, change.at)
    return revision


def _search_columns(connection: Connection, quote: Quote) -> dict[str, object]:
    return {
        "number": quote.number,
        "title": quote.title,
        "customer": customer_merges.kept_of(connection, quote.customer),
        "manager": quote.manager.name,
        "valid_until": quote.valid_until,
        "search_text": searchable(quote.number, quote.title, quote.manager.name),
    }
