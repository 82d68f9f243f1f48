"""When somebody last edited a quote, as far as the database knows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import func, select

from app.storage.schema import QUOTE_EVENTS

if TYPE_CHECKING:
    from datetime import datetime

    from app.storage.database import Database


def newest_edit(database: Database) -> datetime | None:
    """The latest moment of an edit, whichever quote it was of; ``None`` before the first.

    That a quote was created does not count: imported ones are as old as their file says.

    Raises:
        StorageError: The database failed.
    """
    with database.reading() as connection:
        found: datetime | None = connection.execute(
            select(func.max(QUOTE_EVENTS.c.at, type_=QUOTE_EVENTS.c.at.type)).where(
                QUOTE_EVENTS.c.revision > 1
            )
        ).scalar_one()
    return found
