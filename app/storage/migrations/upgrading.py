"""Brings a database to the schema of this program, as a whole or not at all.

A new database gets its tables directly. Alembic is imported only for one that is behind: all
steps run statement by statement in one transaction, after a backup beside the file.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import msgspec
from sqlalchemy import Connection, inspect, text

from app.errors import NewerData, UnknownFormat
from app.storage.backup import back_up_before_upgrade
from app.storage.schema import METADATA, VERSIONS

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

_VERSION_TABLE = "alembic_version"


class Transactions(Protocol):
    """An open database.

    Attributes:
        folder: Its data folder.
    """

    folder: Path

    def reading(self) -> AbstractContextManager[Connection]:
        """A block that reads."""

    def writing(self) -> AbstractContextManager[Connection]:
        """A block that is written as a whole or not at all."""


class SchemaHistory(msgspec.Struct, frozen=True):
    """Which schemas there have been, and how to get from one to the next.

    Attributes:
        versions: Schema versions, oldest first; each is an Alembic revision.
        scripts: Folder with Alembic's ``env.py`` and ``versions``.
        create: Makes the newest schema in an empty database.
    """

    versions: tuple[str, ...]
    scripts: Path
    create: Callable[[Connection], None]


OUR_HISTORY = SchemaHistory(VERSIONS, Path(__file__).parent, METADATA.create_all)


def bring_up_to_date(database: Transactions, history: SchemaHistory = OUR_HISTORY) -> None:
    """Give the database the newest schema.

    Raises:
        UnknownFormat: The schema is newer than the program, or the file is not our database;
            parameters ``record``, ``place``, ``detail``. Nothing was changed.
        StorageError: The database failed. Nothing was changed.
    """
    with database.reading() as connection:
        found = _known_version(connection, history)
    if found == history.versions[-1]:
        return
    if found is not None:
        back_up_before_upgrade(database.folder, found)
    with database.writing() as connection:
        # Another process may have done it while we waited for the lock.
        found = _known_version(connection, history)
        if found is None:
            _create(connection, history)
        elif found != history.versions[-1]:
            _upgrade(connection, history)


def version_of(connection: Connection) -> str | None:
    """Schema version of a database; ``None`` when it is empty.

    Raises:
        UnknownFormat: It has tables, but not ours.
    """
    tables = inspect(connection).get_table_names()
    if not tables:
        return None
    if _VERSION_TABLE in tables:
        found = connection.execute(text("SELECT version_num FROM alembic_version")).scalars().all()
        if len(found) == 1:
            return str(found[0])
    raise UnknownFormat(record="database", place="schema", detail="not a Quotewright database")


def _known_version(connection: Connection, history: SchemaHistory) -> str | None:
    found = version_of(connection)
    if found is not None and found not in history.versions:
        detail = f"{found}, this program knows {history.versions[-1]}"
        raise NewerData(record="database", place="schema", detail=detail)
    return found


def _create(connection: Connection, history: SchemaHistory) -> None:
    history.create(connection)
    connection.execute(
        text("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY)")
    )
    connection.execute(
        text("INSERT INTO alembic_version (version_num) VALUES (:version)"),
        {"version": history.versions[-1]},
    )


def _upgrade(connection: Connection, history: SchemaHistory) -> None:
    """Run the steps inside the transaction that the connection is in."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    # The parser of Alembic's settings takes a percent sign for the start of a reference.
    config.set_main_option("script_location", str(history.scripts).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, history.versions[-1])
