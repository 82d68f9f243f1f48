"""Imported catalogue versions; once saved, a version never changes."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import msgspec
from sqlalchemy import select

from app.errors import RecordMissing
from app.storage.catalog_text import read_catalog
from app.storage.codec import CATALOG, pack, unpack
from app.storage.faults import storage_error
from app.storage.quick_catalog import keep_quick, read_quick
from app.storage.schema import CATALOGS
from catalog.pace import WHOLE, Pace, unpaced

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Connection

    from app.storage.database import Database
    from catalog.product_catalog import CatalogContent


class CatalogRow(msgspec.Struct, frozen=True):
    """One stored version, for a list.

    Attributes:
        version: Identifies it.
        title: For people.
        imported_on: Day of the import.
        offerings: How many single offerings it has.
        bundles: How many bundles it has.
    """

    version: str
    title: str
    imported_on: date
    offerings: int
    bundles: int


class CatalogStore:
    """Every catalogue version ever imported, so that an old quote can be priced as it was."""

    def __init__(self, database: Database) -> None:
        """Keep the database."""
        self._database = database

    def save(self, content: CatalogContent, pace: Pace = unpaced) -> None:
        """Keep a version; saving the same content again does nothing.

        Args:
            content: The version.
            pace: Hears how far the work is; what it raises before the end leaves nothing stored.

        Raises:
            StorageError: Another content has the version already (``reason`` is
                ``version_exists``), or the database failed.
        """
        pace(0)
        encoded = CATALOG.encode(content)
        pace(4000)
        packed = pack(encoded)
        pace(8000)
        with self._database.writing() as connection:
            add_version(connection, self._database.file, content, packed)
            pace(WHOLE)

    def load(self, version: str) -> CatalogContent:
        """Read a version.

        Raises:
            RecordMissing: There is no such version.
            StorageError: The database failed.
        """
        with self._database.reading() as connection:
            stored = connection.execute(
                select(CATALOGS.c.content).where(CATALOGS.c.version == version)
            ).scalar()
        if stored is None:
            raise RecordMissing(record=version)
        return read_catalog(unpack(stored))

    def latest(self) -> CatalogContent | None:
        """The version saved last, or ``None`` before the first import."""
        newest = self._newest()
        if newest is None:
            return None
        return read_quick(self._database.folder, newest[1]) or read_catalog(unpack(newest[1]))

    def make_quick(self, content: CatalogContent) -> None:
        """Have the version saved last read quickly the next time; takes a while, once a version.

        Args:
            content: The version saved last, as it was read; another one is left alone.

        Raises:
            StorageError: The database failed.
        """
        newest = self._newest()
        if newest is not None and newest[0] == content.version:
            keep_quick(self._database.folder, newest[1], content)

    def _newest(self) -> tuple[str, bytes] | None:
        """The version saved last, and its content as stored."""
        with self._database.reading() as connection:
            row = connection.execute(
                select(CATALOGS.c.version, CATALOGS.c.content)
                .order_by(CATALOGS.c.sequence.desc())
                .limit(1)
            ).one_or_none()
        return None if row is None else (row.version, row.content)

    def versions(self) -> tuple[CatalogRow, ...]:
        """Every version, the one saved last first."""
        columns = CATALOGS.c
        with self._database.reading() as connection:
            rows = connection.execute(
                select(
                    columns.version,
                    columns.title,
                    columns.imported_on,
                    columns.offerings,
                    columns.bundles,
                ).order_by(columns.sequence.desc())
            ).all()
        return tuple(CatalogRow(*row) for row in rows)


def add_version(
    connection: Connection, file: Path, content: CatalogContent, packed: bytes | None = None
) -> None:
    """Keep a version inside a transaction; the same content again does nothing.

    Args:
        connection: The transaction.
        file: The database, named in a failure.
        content: The version.
        packed: The version as it is stored, if somebody has packed it already.

    Raises:
        StorageError: Another content has the version already (``reason`` is ``version_exists``).
    """
    stored = connection.execute(
        select(CATALOGS.c.content).where(CATALOGS.c.version == content.version)
    ).scalar()
    if stored is not None:
        if read_catalog(unpack(stored)) != content:
            raise storage_error(file, "version_exists", content.version)
        return
    connection.execute(
        CATALOGS.insert().values(
            version=content.version,
            title=content.title,
            imported_on=content.imported_on,
            offerings=len(content.offerings),
            bundles=len(content.bundles),
            content=packed if packed is not None else pack(CATALOG.encode(content)),
        )
    )
