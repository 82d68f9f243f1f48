"""The table of frozen revisions: rows are added and never changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import func, select

from app.storage import promotion_uses
from app.storage.codec import REVISION, pack, unpack
from app.storage.quote_rows import FrozenRow
from app.storage.schema import REVISIONS

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Connection

    from app.quoting.revision import Revision

_COLUMNS = REVISIONS.c


def add(
    connection: Connection,
    quote_id: str,
    revision: Revision,
    now: datetime,
    *,
    counted: bool = True,
) -> bool:
    """Add a revision; false when the label belongs to another one already.

    Args:
        connection: In a transaction.
        quote_id: Which quote.
        revision: With its label.
        now: The moment.
        counted: What it takes of promotions counts from now on; not for one that only waits for
            its approval.
    """
    stored = value(connection, quote_id, revision.label)
    if stored is not None:
        return stored == revision
    count = connection.execute(select(func.count()).where(_COLUMNS.quote == quote_id)).scalar_one()
    connection.execute(
        REVISIONS.insert().values(
            quote=quote_id,
            label=revision.label,
            sequence=count + 1,
            fingerprint=revision.fingerprint,
            at=now,
            content=pack(REVISION.encode(revision)),
        )
    )
    if counted:
        promotion_uses.add(connection, quote_id, revision)
    return True


def value(connection: Connection, quote_id: str, label: str) -> Revision | None:
    """A revision as it was frozen."""
    stored = connection.execute(
        select(_COLUMNS.content).where(_COLUMNS.quote == quote_id, _COLUMNS.label == label)
    ).scalar()
    return None if stored is None else REVISION.decode(unpack(stored))


def rows(connection: Connection, quote_id: str) -> tuple[FrozenRow, ...]:
    """Every revision of a quote in order of freezing."""
    found = connection.execute(
        select(_COLUMNS.label, _COLUMNS.fingerprint, _COLUMNS.at)
        .where(_COLUMNS.quote == quote_id)
        .order_by(_COLUMNS.sequence)
    )
    return tuple(FrozenRow(*row) for row in found)
