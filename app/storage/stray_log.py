"""A file of changes (``-wal``) beside a database: does it belong there?

SQLite plays any such file into the database, also one that a copying or synchronising program
left there from another database, and writes it over the pages for good when it is closed. So the
state with the file is looked at by a connection that cannot write, before another one is opened.
"""

from __future__ import annotations

import contextlib
import sqlite3
from typing import TYPE_CHECKING

from app.storage.faults import reason_of, storage_error

if TYPE_CHECKING:
    from pathlib import Path

STRAY_LOG = "stray_log"
"""Reason of a ``StorageError``: the database is whole, and a file of changes is not its own."""


def refuse_stray_log(file: Path) -> None:
    """Look at what a file of changes would make of a database; without one nothing is done.

    Raises:
        StorageError: ``reason`` is ``stray_log``, or ``damaged`` where the database is not whole
            without the file either. Nothing was changed.
    """
    log = file.with_name(file.name + "-wal")
    if not file.exists() or not log.exists() or not log.stat().st_size:
        return
    fault = _fault(file, "mode=ro")
    if fault:
        reason = "damaged" if _fault(file, "immutable=1") else STRAY_LOG
        raise storage_error(file, reason, fault)


def _fault(file: Path, how: str) -> str:
    """What is wrong with a database; empty for one that is ours, still empty, or just locked."""
    address = f"{file.absolute().as_uri()}?{how}"
    try:
        with contextlib.closing(sqlite3.connect(address, uri=True, timeout=1)) as connection:
            found = str(connection.execute("PRAGMA quick_check(1)").fetchone()[0])
            names = {row[0] for row in connection.execute("SELECT name FROM sqlite_master")}
    except sqlite3.Error as failure:
        return "" if reason_of(failure) in ("locked", "cannot_open") else str(failure)
    if found != "ok":
        return found
    return "" if not names or "alembic_version" in names else "not a Quotewright database"
