"""Keeps the sales library, state below state, so that any of them can be put back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from app.quoting.sales_library import SalesLibrary
from app.storage.codec import SALES_LIBRARY, pack, unpack
from app.storage.schema import SALES_LIBRARIES

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from sqlalchemy import Connection

    from app.storage.database import Database


class SalesLibraryStore:
    """Keeps the sales library."""

    def __init__(self, database: Database) -> None:
        """Keep the database."""
        self._database = database

    def library(self) -> SalesLibrary:
        """The library as it is now; empty at first.

        Raises:
            StorageError: The database failed.
            UnknownFormat: A newer program wrote it.
        """
        with self._database.reading() as connection:
            return _newest(connection)

    def change(
        self, edit: Callable[[SalesLibrary], SalesLibrary], now: datetime
    ) -> tuple[SalesLibrary, SalesLibrary]:
        """Put the next state below the newest; what changes nothing adds nothing.

        Args:
            edit: Given the newest library, the next one; what it raises changes nothing.
            now: The moment.

        Returns:
            The library before and after.

        Raises:
            StorageError: The database failed.
        """
        with self._database.writing() as connection:
            before = _newest(connection)
            after = edit(before)
            if after != before:
                content = pack(SALES_LIBRARY.encode(after))
                connection.execute(SALES_LIBRARIES.insert().values(at=now, content=content))
        return before, after


def _newest(connection: Connection) -> SalesLibrary:
    columns = SALES_LIBRARIES.c
    newest = select(columns.content).order_by(columns.sequence.desc()).limit(1)
    content = connection.execute(newest).scalar()
    return SalesLibrary() if content is None else SALES_LIBRARY.decode(unpack(content))
