"""Takes out quotes that nobody ever touched, and a catalogue that nothing is priced with.

What was edited, submitted, issued or frozen is never taken out: tables whose rows are only ever
added keep them. A quote of which there is nothing but its creation says nothing that is worth
keeping, so for that, and within one transaction, the guard of its event is lifted and set again.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from app.storage.schema import (
    CATALOG_DRAFTS,
    CATALOGS,
    DOCUMENT_TEMPLATES,
    DOCUMENTS,
    LIFE_ENTRIES,
    PROMOTION_USES,
    QUOTE_EDITS,
    QUOTE_EVENTS,
    QUOTES,
    REVISIONS,
    guard,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sqlalchemy import Connection, Table

    from app.storage.database import Database

_KEEPING = (REVISIONS, DOCUMENTS, LIFE_ENTRIES, PROMOTION_USES, DOCUMENT_TEMPLATES)
"""Tables in which a quote leaves something that stays."""


def untouched(database: Database, quotes: Iterable[str]) -> tuple[str, ...]:
    """Those of some quotes that were made and never touched; missing ones are left out.

    Raises:
        StorageError: The database failed.
    """
    with database.reading() as connection:
        return tuple(one for one in quotes if _is_untouched(connection, one))


def take_out(database: Database, quotes: Iterable[str]) -> tuple[str, ...]:
    """Take out those of some quotes that nobody touched; gives which.

    Raises:
        StorageError: The database failed; nothing was changed.
    """
    with database.writing() as connection:
        going = tuple(one for one in quotes if _is_untouched(connection, one))
        with _unguarded(connection, QUOTE_EVENTS):
            for quote in going:
                connection.execute(QUOTE_EVENTS.delete().where(QUOTE_EVENTS.c.quote == quote))
                connection.execute(QUOTE_EDITS.delete().where(QUOTE_EDITS.c.quote == quote))
                connection.execute(QUOTES.delete().where(QUOTES.c.id == quote))
        return going


def take_out_catalog(database: Database, version: str) -> bool:
    """Take out the only catalogue version, where neither a quote nor a draft is left.

    Returns:
        Whether it was taken out.

    Raises:
        StorageError: The database failed; nothing was changed.
    """
    with database.writing() as connection:
        versions = connection.execute(select(CATALOGS.c.version)).scalars().all()
        left = _count(connection, QUOTES) + _count(connection, CATALOG_DRAFTS)
        if list(versions) != [version] or left:
            return False
        with _unguarded(connection, CATALOGS):
            connection.execute(CATALOGS.delete().where(CATALOGS.c.version == version))
        return True


def _is_untouched(connection: Connection, quote: str) -> bool:
    row = connection.execute(
        select(QUOTES.c.revision, QUOTES.c.position).where(QUOTES.c.id == quote)
    ).first()
    if row is None or tuple(row) != (1, 0):
        return False
    edits = _count(connection, QUOTE_EDITS, quote), _count(connection, QUOTE_EVENTS, quote)
    return edits == (1, 1) and not any(_count(connection, one, quote) for one in _KEEPING)


def _count(connection: Connection, table: Table, quote: str = "") -> int:
    asked = select(func.count()).select_from(table)
    if quote:
        asked = asked.where(table.c.quote == quote)
    return int(connection.execute(asked).scalar_one())


@contextmanager
def _unguarded(connection: Connection, table: Table) -> Iterator[None]:
    """Rows may go while it lasts; where that fails the guard comes back with the transaction."""
    guarded = connection.dialect.name == "sqlite"
    if guarded:
        connection.exec_driver_sql(f"DROP TRIGGER IF EXISTS {table.name}_never_delete")
    yield
    if guarded:
        connection.exec_driver_sql(guard(table.name, "DELETE"))
