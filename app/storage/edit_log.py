"""The edit log of a quote: rows, the position in it, and what a new edit does to both.

Position 0 is the value that the quote was created with. Undo and redo move the position; a new
edit after an undo marks the undone rows as truncated, and never deletes them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from sqlalchemy import func, select

from app.quoting.quote import Quote
from app.storage.codec import QUOTE, pack, unpack
from app.storage.quote_rows import Change, ChangeKind, EditRow, QuoteFigures
from app.storage.schema import QUOTE_EDITS, QUOTE_EVENTS

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Connection

_EDITS = QUOTE_EDITS.c


class Edit(msgspec.Struct, frozen=True):
    """An edit to be logged.

    Attributes:
        label: Identifier of what the user did.
        merge_key: Edits of one key in a row are one edit; empty for those that never merge.
        quote: The value after the edit.
        figures: Sums of the value, where known.
    """

    label: str
    merge_key: str
    quote: Quote
    figures: QuoteFigures | None = None


def append(connection: Connection, position: int, edit: Edit, now: datetime) -> Change:
    """Log an edit made at a position; the change it returns has no revision yet.

    An edit merges into the newest row when that is the row edited and both have the same key.
    """
    newest = connection.execute(
        select(_EDITS.position, _EDITS.merge_key)
        .where(_EDITS.quote == edit.quote.id)
        .order_by(_EDITS.position.desc())
        .limit(1)
    ).one()
    if newest.position == position and edit.merge_key and newest.merge_key == edit.merge_key:
        connection.execute(
            QUOTE_EDITS.update()
            .where(_EDITS.quote == edit.quote.id, _EDITS.position == position)
            .values(label=edit.label, at=now, **_contents(edit))
        )
        return Change(0, ChangeKind.MERGED, position, 0, now)
    following = newest.position + 1
    truncated = 0
    if newest.position > position:
        truncated = _truncate(connection, edit.quote.id, position, following)
    insert(connection, following, edit, now)
    return Change(0, ChangeKind.EDITED, following, truncated, now)


def insert(connection: Connection, position: int, edit: Edit, now: datetime) -> None:
    """Add a row."""
    connection.execute(
        QUOTE_EDITS.insert(),
        {
            "quote": edit.quote.id,
            "position": position,
            "label": edit.label,
            "merge_key": edit.merge_key,
            "at": now,
            **_contents(edit),
        },
    )


def value_at(connection: Connection, quote_id: str, position: int) -> Quote | None:
    """The value at a position, truncated or not; ``None`` when there is no such row."""
    stored = connection.execute(
        select(_EDITS.content).where(_EDITS.quote == quote_id, _EDITS.position == position)
    ).scalar()
    return None if stored is None else QUOTE.decode(unpack(stored))


def reachable_values(connection: Connection, quote_id: str, last: int) -> tuple[Quote, ...]:
    """Values that undo and redo can reach, oldest first, at most the ``last`` ones."""
    stored = connection.execute(
        select(_EDITS.content)
        .where(_EDITS.quote == quote_id, _EDITS.truncated_by.is_(None))
        .order_by(_EDITS.position.desc())
        .limit(last)
    ).scalars()
    return tuple(QUOTE.decode(unpack(content)) for content in stored)[::-1]


def is_reachable(connection: Connection, quote_id: str, position: int) -> bool:
    """Whether undo or redo can lead to the position."""
    found = connection.execute(
        select(func.count()).where(
            _EDITS.quote == quote_id,
            _EDITS.position == position,
            _EDITS.truncated_by.is_(None),
        )
    ).scalar_one()
    return bool(found)


def rows(connection: Connection, quote_id: str) -> tuple[EditRow, ...]:
    """Every row of the log in order, without its value."""
    found = connection.execute(
        select(_EDITS.position, _EDITS.label, _EDITS.merge_key, _EDITS.at, _EDITS.truncated_by)
        .where(_EDITS.quote == quote_id)
        .order_by(_EDITS.position)
    )
    return tuple(EditRow(*row) for row in found)


def record_change(connection: Connection, quote_id: str, change: Change) -> None:
    """Add to the log of changes."""
    connection.execute(
        QUOTE_EVENTS.insert(),
        {
            "quote": quote_id,
            "revision": change.revision,
            "kind": change.kind.value,
            "position": change.position,
            "truncated": change.truncated,
            "at": change.at,
        },
    )


def changes(connection: Connection, quote_id: str) -> tuple[Change, ...]:
    """Every change of the head in order."""
    columns = QUOTE_EVENTS.c
    found = connection.execute(
        select(columns.revision, columns.kind, columns.position, columns.truncated, columns.at)
        .where(columns.quote == quote_id)
        .order_by(columns.revision)
    )
    return tuple(
        Change(row.revision, ChangeKind(row.kind), row.position, row.truncated, row.at)
        for row in found
    )


def _truncate(connection: Connection, quote_id: str, position: int, by: int) -> int:
    """Mark the rows that an edit after an undo cuts off; gives how many."""
    return connection.execute(
        QUOTE_EDITS.update()
        .where(
            _EDITS.quote == quote_id,
            _EDITS.position > position,
            _EDITS.truncated_by.is_(None),
        )
        .values(truncated_by=by)
    ).rowcount


def _contents(edit: Edit) -> dict[str, object]:
    figures = edit.figures
    return {
        "content": pack(QUOTE.encode(edit.quote)),
        "monthly": None if figures is None else figures.monthly,
        "contract": None if figures is None else figures.contract,
    }
