"""The database file: opened, brought up to date, and written in one kind of transaction.

Write-ahead log with full synchronisation: what a ``writing`` block has committed survives a killed
process and a power cut. Each write begins with ``BEGIN IMMEDIATE``, so it never fails half-way for
a lock, and a second process waits its turn.
"""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from sqlalchemy import URL, create_engine, event, text

from app.storage.faults import storage_error, told_as_storage_error
from app.storage.files import is_network_path
from app.storage.folders import database_file
from app.storage.migrations.upgrading import bring_up_to_date
from app.storage.stray_log import refuse_stray_log

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sqlalchemy import Connection, Engine
    from sqlalchemy.engine.interfaces import DBAPIConnection
    from sqlalchemy.pool import ConnectionPoolEntry

BUSY_TIMEOUT = 8.0
"""Seconds to wait for another process that is writing."""

_PRAGMAS = (
    "journal_mode = WAL",
    "synchronous = FULL",
    "foreign_keys = ON",
    "trusted_schema = OFF",
    "cell_size_check = ON",
)


class Database:
    """One open database; may be used from any thread, one transaction per block.

    Attributes:
        folder: The data folder; backups and issued documents lie in it too.
        file: The database file.
    """

    def __init__(self, folder: Path, engine: Engine) -> None:
        """Hold what ``open`` made; call ``open``."""
        self.folder = folder
        self.file = database_file(folder)
        self._engine = engine

    @classmethod
    def open(cls, folder: Path, *, busy_timeout: float = BUSY_TIMEOUT) -> Database:
        """Open the database of a data folder; folder and tables are made when missing.

        An older schema is brought up to date after an automatic backup.

        Args:
            folder: The data folder; not on another computer.
            busy_timeout: Seconds to wait while another process writes.

        Raises:
            StorageError: ``reason`` is ``network_drive``, ``folder``, ``damaged``, ``stray_log``,
                ``locked``, ``read_only``, ``cannot_open``, ``disk_full`` or ``disk_fault``.
            UnknownFormat: A newer version of the program wrote it, or it is not our database.
        """
        if is_network_path(folder):
            raise storage_error(folder, "network_drive")
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as failure:
            raise storage_error(folder, "folder", failure.strerror) from failure
        refuse_stray_log(database_file(folder))
        database = cls(folder, _engine(database_file(folder), busy_timeout))
        try:
            database._prepare()
        except BaseException:
            # Whatever went wrong, no connection may keep the damaged or foreign file open.
            database.close()
            raise
        return database

    def close(self) -> None:
        """Close every connection; the last one folds the log into the file."""
        self._engine.dispose()

    def integrity(self) -> tuple[str, ...]:
        """What a full check of the file finds; empty when it is sound. Takes seconds when large.

        Raises:
            StorageError: The file is too damaged to be checked.
        """
        with self.reading() as connection:
            found = connection.execute(text("PRAGMA integrity_check")).scalars().all()
            orphans = connection.execute(text("PRAGMA foreign_key_check")).all()
        faults = tuple(str(fault) for fault in found if fault != "ok")
        return faults + tuple(f"{row[0]} {row[1]} refers to a missing {row[2]}" for row in orphans)

    @contextlib.contextmanager
    def reading(self) -> Iterator[Connection]:
        """A block that reads one unchanging state of the database.

        Raises:
            StorageError: The database failed.
        """
        with (
            told_as_storage_error(self.file),
            self._engine.connect() as connection,
            connection.begin(),
        ):
            yield connection

    @contextlib.contextmanager
    def writing(self) -> Iterator[Connection]:
        """A block that is written as a whole or, on any exception, not at all.

        Raises:
            StorageError: The database failed; ``reason`` ``locked`` after the busy timeout.
        """
        with (
            told_as_storage_error(self.file),
            self._engine.connect().execution_options(writing=True) as connection,
            connection.begin(),
        ):
            yield connection

    def _prepare(self) -> None:
        with self.reading() as connection:
            found = connection.execute(text("PRAGMA quick_check(1)")).scalar_one()
        if found != "ok":
            raise storage_error(self.file, "damaged", found)
        bring_up_to_date(self)


def _engine(file: Path, busy_timeout: float) -> Engine:
    """Connections with our settings; the driver itself begins and commits nothing."""
    engine = create_engine(
        # As text the address would be taken apart at a question mark in a folder's name.
        URL.create("sqlite+pysqlite", database=str(file)),
        connect_args={"isolation_level": None, "timeout": busy_timeout},
    )
    event.listen(engine, "connect", _configure)
    event.listen(engine, "begin", _begin)
    return engine


def _configure(connection: DBAPIConnection, entry: ConnectionPoolEntry) -> None:
    del entry
    cursor = connection.cursor()
    try:
        for pragma in _PRAGMAS:
            cursor.execute(f"PRAGMA {pragma}")
    finally:
        cursor.close()


def _begin(connection: Connection) -> None:
    writing = connection.get_execution_options().get("writing", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")
