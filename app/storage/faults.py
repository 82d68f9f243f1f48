"""What the database says when it fails, as one expected failure with a reason the user can act on.

Every ``StorageError`` made here carries ``file``, ``reason`` and ``detail``. Reasons: ``locked``,
``disk_full``, ``read_only``, ``damaged``, ``cannot_open``, ``disk_fault``, ``constraint``,
``other``.
"""

from __future__ import annotations

import contextlib
import sqlite3
from typing import TYPE_CHECKING

from app.errors import StorageError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_PRIMARY = 0xFF
"""Extended result codes keep the primary code in their lowest byte."""

_REASONS = {
    sqlite3.SQLITE_BUSY: "locked",
    sqlite3.SQLITE_LOCKED: "locked",
    sqlite3.SQLITE_FULL: "disk_full",
    sqlite3.SQLITE_READONLY: "read_only",
    sqlite3.SQLITE_PERM: "read_only",
    sqlite3.SQLITE_CORRUPT: "damaged",
    sqlite3.SQLITE_NOTADB: "damaged",
    sqlite3.SQLITE_CANTOPEN: "cannot_open",
    sqlite3.SQLITE_IOERR: "disk_fault",
    sqlite3.SQLITE_CONSTRAINT: "constraint",
}


def storage_error(file: Path, reason: str, detail: object = "") -> StorageError:
    """A failure of the database in the one form that its text knows.

    Args:
        file: Database, backup or document concerned.
        reason: Short identifier, translated where it is shown.
        detail: What the database itself said, for a report.
    """
    return StorageError(file=file.name, reason=reason, detail=detail)


def reason_of(failure: BaseException) -> str:
    """Why the database failed, as a short identifier."""
    cause = _cause(failure)
    code = getattr(cause, "sqlite_errorcode", None)
    if code is None:
        # The header is checked by the driver too, which then gives no code.
        return "damaged" if type(cause) is sqlite3.DatabaseError else "other"
    return _REASONS.get(code & _PRIMARY, "other")


@contextlib.contextmanager
def told_as_storage_error(file: Path) -> Iterator[None]:
    """Turn failures of the database inside the block into ``StorageError``.

    Raises:
        StorageError: The database failed inside the block.
    """
    from sqlalchemy.exc import DBAPIError  # settings fail too, long before there is a database

    try:
        yield
    except (DBAPIError, sqlite3.Error) as failure:
        raise storage_error(file, reason_of(failure), _cause(failure)) from failure


def _cause(failure: BaseException) -> BaseException | None:
    """What the driver said, where the database library speaks for it."""
    from sqlalchemy.exc import DBAPIError

    return failure.orig if isinstance(failure, DBAPIError) else failure
