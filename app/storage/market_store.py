"""MarketStore: the tables of the market; each edit is stored at once and can be taken back.

A table that nobody has edited is not stored: what comes with the program holds then.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec
from sqlalchemy import delete, select, update

from app.errors import RecordChangedElsewhere, UnknownFormat
from app.quoting.market.values import Market
from app.storage.codec import pack, unpack
from app.storage.customer_log import DONE, UNDONE, EditState
from app.storage.schema import MARKET_EDITS, MARKET_TABLES
from catalog.known_type import known

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Connection

    from app.storage.database import Database

_EDITS = MARKET_EDITS.c
_TABLES = MARKET_TABLES.c
_KEPT = 200
"""Edits that can be taken back."""


class MarketStore:
    """Reads the tables, commits edits of them, takes them back and does them again."""

    def __init__(self, database: Database) -> None:
        """Keep the database."""
        self._database = database

    def load(self, shipped: Market) -> Market:
        """Every table as it is now.

        Args:
            shipped: Those that come with the program; they stand in for tables nobody has edited.

        Raises:
            UnknownFormat: A stored table is damaged or of a newer program.
            StorageError: The database failed.
        """
        with self._database.reading() as connection:
            rows = connection.execute(select(MARKET_TABLES)).all()
        plain: dict[str, Any] = msgspec.to_builtins(shipped)
        try:
            for row in rows:
                plain[row.name] = msgspec.json.decode(unpack(row.content))["rows"]
            return msgspec.convert(plain, known(Market))
        except (msgspec.DecodeError, KeyError) as fault:
            raise UnknownFormat(record="market", place="", detail=str(fault)) from fault

    def commit(self, table: str, before: Market | None, after: Market, now: datetime) -> None:
        """Store a table after an edit, and the edit.

        Args:
            table: Which one.
            before: As the edit was made from; ``None`` replaces whatever is stored.
            after: As it becomes.
            now: The moment.

        Raises:
            RecordChangedElsewhere: Another window changed the table since.
            StorageError: The database failed.
        """
        content = _content(after, table)
        with self._database.writing() as connection:
            stored = _stored(connection, table)
            if stored == content:
                return
            if None not in (before, stored) and stored != _content(before, table):
                raise RecordChangedElsewhere(record=table)
            _put(connection, table, content)
            connection.execute(delete(MARKET_EDITS).where(_EDITS.state == UNDONE))
            connection.execute(
                MARKET_EDITS.insert().values(
                    name=table,
                    at=now,
                    state=DONE,
                    before=pack(stored) if stored is not None else None,
                    after=pack(content),
                )
            )
            recent = select(_EDITS.sequence).order_by(_EDITS.sequence.desc()).limit(_KEPT)
            connection.execute(
                delete(MARKET_EDITS).where(_EDITS.sequence.not_in(recent.scalar_subquery()))
            )

    def state(self) -> EditState:
        """What undo and redo would do: names of tables."""
        with self._database.reading() as connection:
            back, again = _next(connection, DONE), _next(connection, UNDONE)
            return EditState(back.name if back else None, again.name if again else None)

    def undo(self) -> str | None:
        """Take the last edit back; gives its table, ``None`` when there is none.

        Raises:
            RecordChangedElsewhere: The table was changed otherwise since.
            StorageError: The database failed.
        """
        return self._move(DONE)

    def redo(self) -> str | None:
        """Do again what was taken back last; gives its table, ``None`` when there is none.

        Raises:
            RecordChangedElsewhere: The table was changed otherwise since.
            StorageError: The database failed.
        """
        return self._move(UNDONE)

    def _move(self, state: str) -> str | None:
        with self._database.writing() as connection:
            row = _next(connection, state)
            if row is None:
                return None
            old, new = (row.after, row.before) if state == DONE else (row.before, row.after)
            if _stored(connection, row.name) != (unpack(old) if old is not None else None):
                raise RecordChangedElsewhere(record=row.name)
            _put(connection, row.name, unpack(new) if new is not None else None)
            connection.execute(
                update(MARKET_EDITS)
                .where(_EDITS.sequence == row.sequence)
                .values(state=UNDONE if state == DONE else DONE)
            )
            return str(row.name)


def _content(market: Market | None, table: str) -> bytes:
    return msgspec.json.encode({"rows": getattr(market, table)})


def _stored(connection: Connection, table: str) -> bytes | None:
    """A table as it is stored; ``None`` where nobody has edited it."""
    content = connection.execute(
        select(_TABLES.content).where(_TABLES.name == table)
    ).scalar_one_or_none()
    return unpack(content) if content is not None else None


def _put(connection: Connection, table: str, content: bytes | None) -> None:
    connection.execute(delete(MARKET_TABLES).where(_TABLES.name == table))
    if content is not None:
        connection.execute(MARKET_TABLES.insert().values(name=table, content=pack(content)))


def _next(connection: Connection, state: str) -> Any:  # noqa: ANN401 -- a row
    """The edit that undo takes back (the newest done), or redo does again (the oldest undone)."""
    place = _EDITS.sequence.desc() if state == DONE else _EDITS.sequence
    return connection.execute(
        select(MARKET_EDITS).where(_EDITS.state == state).order_by(place).limit(1)
    ).one_or_none()
