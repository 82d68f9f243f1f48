"""Backups: made while others write, checked by opening them, thinned with age, and restored.

A backup is one ordinary database file. It is written under a temporary name, checked, forced to
the disk and then renamed, so that every file with a backup's name is a whole one. The leaflets that
it names lie in a folder beside it, and the user's small files under its own name, before it has it.
"""

from __future__ import annotations

import contextlib
import errno
import os
import re
import shutil
import sqlite3
import sys
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

import msgspec

from app.errors import FileError
from app.storage.faults import storage_error, told_as_storage_error
from app.storage.folders import backup_folder, database_file
from app.storage.leaflet_backup import back_up_leaflets, restore_leaflets
from app.storage.schema import INSTALLATION
from app.storage.small_file_backup import (
    back_up_small_files,
    remove_small_files,
    restore_small_files,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

_DAILY = re.compile(r"quotewright-(\d{4})(\d{2})(\d{2})\.db")
_UNFINISHED = ".unfinished"
_LOGS = ("-wal", "-shm")

DAYS_KEPT = 14
"""Every backup of so many days is kept."""
MONTHS_KEPT = 12
"""Of each older month the last backup is kept, for so many months with one."""


class Backup(msgspec.Struct, frozen=True):
    """A daily backup.

    Attributes:
        day: When it was made.
        name: File name in the backup folder.
        size: Bytes.
    """

    day: date
    name: str
    size: int


def back_up_daily(folder: Path, now: datetime) -> Path | None:
    """Make the backup of the day and thin the older ones.

    Args:
        folder: The data folder; others may go on writing.
        now: The moment; its day names the backup.

    Returns:
        The backup, or ``None`` when the day has one already.

    Raises:
        StorageError: It could not be made; ``reason`` is ``backup_damaged``, ``disk_full``...
    """
    target = backup_folder(folder) / f"quotewright-{now:%Y%m%d}.db"
    if target.exists():
        return None
    _back_up(folder, target)
    for backup in surplus(backups(folder)):
        (backup_folder(folder) / backup.name).unlink(missing_ok=True)
        remove_small_files(backup_folder(folder) / backup.name)
    return target


def back_up_before_upgrade(folder: Path, version: str) -> Path:
    """Make a backup of a database whose schema is about to change; it is never thinned.

    Args:
        folder: The data folder.
        version: The schema version that it has now.

    Raises:
        StorageError: It could not be made.
    """
    number = 1
    while (target := backup_folder(folder) / f"before-upgrade-{version}-{number}.db").exists():
        number += 1
    _back_up(folder, target)
    return target


def backups(folder: Path) -> tuple[Backup, ...]:
    """Daily backups of a data folder, the newest first."""
    found = []
    for file in backup_folder(folder).glob("quotewright-*.db"):
        match = _DAILY.fullmatch(file.name)
        if match:
            with contextlib.suppress(ValueError):
                day = date(*(int(part) for part in match.groups()))
                found.append(Backup(day, file.name, file.stat().st_size))
    return tuple(sorted(found, key=lambda backup: backup.day, reverse=True))


def surplus(kept: Iterable[Backup]) -> tuple[Backup, ...]:
    """Backups that are old enough to go.

    Counted from the newest backup, not from today: a clock set wrong must not delete them all.
    """
    ordered = sorted(kept, key=lambda backup: backup.day, reverse=True)
    if not ordered:
        return ()
    since = ordered[0].day - timedelta(days=DAYS_KEPT)
    months: set[tuple[int, int]] = set()
    going = []
    for backup in ordered:
        if backup.day > since:
            continue
        month = (backup.day.year, backup.day.month)
        if month in months or len(months) >= MONTHS_KEPT:
            going.append(backup)
        months.add(month)
    return tuple(going)


def restore(folder: Path, backup: Path, now: datetime) -> None:
    """Put a backup in the place of the database; no ``Database`` may be open on the folder.

    The database that was there is kept beside it as ``replaced-<moment>.db`` with its log, and so
    are the small files. Leaflets beside the backup that are missing here, or damaged, come back
    with it, and so do the small files. The
    restored one gets a new mark in its quote numbers: it has forgotten which numbers were given
    out after the backup, and the backup may have come from another computer.

    Args:
        folder: The data folder.
        backup: A backup file.
        now: The moment.

    Raises:
        StorageError: The backup is damaged (``reason`` is ``backup_damaged``) and nothing was
            changed, or the files could not be written.
    """
    file = database_file(folder)
    fault = fault_of(backup)
    if fault:
        raise storage_error(backup, "backup_damaged", fault)
    with _told(file):
        restore_leaflets(folder, backup)
        replaced = f"replaced-{now:%Y%m%d-%H%M%S}"
        _keep_aside(file, f"{replaced}.db")
        # The log belongs to the old file: beside the new one it would be played into it.
        _copy(
            backup,
            file,
            change=_forget_installation,
            before_renaming=lambda: _remove_logs(file),
        )
        restore_small_files(folder, backup, replaced)


def set_aside(folder: Path, now: datetime, *, log_only: bool = False) -> None:
    """Rename a database that cannot be opened, with its log; no ``Database`` may be open on it.

    Args:
        folder: The data folder; the file is ``damaged-<moment>.db`` in it afterwards.
        now: The moment.
        log_only: Only the log, which belongs to another database.

    Raises:
        StorageError: It could not be renamed.
    """
    file = database_file(folder)
    with _told(file):
        for ending in _LOGS if log_only else (*_LOGS, ""):
            present = file.with_name(file.name + ending)
            if present.exists():
                present.replace(file.with_name(f"damaged-{now:%Y%m%d-%H%M%S}.db{ending}"))


def fault_of(file: Path) -> str:
    """What is wrong with a database file; empty when it opens and a full check finds nothing."""
    try:
        with contextlib.closing(_opened(file, "ro")) as connection:
            found = str(connection.execute("PRAGMA integrity_check(1)").fetchone()[0])
            versions = connection.execute("SELECT count(*) FROM alembic_version").fetchone()[0]
    except sqlite3.Error as failure:
        return str(failure)
    if found != "ok":
        return found
    return "" if versions == 1 else "no schema version"


def copy_database(folder: Path, target: Path) -> None:
    """Copy the database of a data folder into another one, whole and checked.

    Raises:
        StorageError: It could not be read or written, or the copy is not whole.
    """
    _copy(database_file(folder), database_file(target))


def _back_up(folder: Path, target: Path) -> None:
    def beside() -> None:
        back_up_leaflets(folder, target.parent)
        back_up_small_files(folder, target)

    _copy(database_file(folder), target, before_renaming=beside)


def _copy(
    source: Path,
    target: Path,
    *,
    change: Callable[[sqlite3.Connection], None] | None = None,
    before_renaming: Callable[[], None] = lambda: None,
) -> None:
    """Copy a database as it is at one moment, check the copy, and only then give it its name."""
    with _told(target):
        target.parent.mkdir(parents=True, exist_ok=True)
        unfinished = target.with_name(target.name + _UNFINISHED)
        try:
            unfinished.unlink(missing_ok=True)
            with (
                contextlib.closing(_opened(source, "rw")) as origin,
                contextlib.closing(_opened(unfinished, "rwc")) as copy,
            ):
                origin.backup(copy)
                # A copy that needs no log beside it is one file to keep, move and send.
                copy.execute("PRAGMA journal_mode = DELETE")
                if change is not None:
                    change(copy)
            fault = fault_of(unfinished)
            if fault:
                raise storage_error(target, "backup_damaged", fault)
            _force(unfinished)
            before_renaming()
            unfinished.replace(target)
            _force_folder(target.parent)
        finally:
            unfinished.unlink(missing_ok=True)


def _forget_installation(copy: sqlite3.Connection) -> None:
    with copy:
        copy.execute("DELETE FROM settings WHERE key = ?", (INSTALLATION,))


@contextlib.contextmanager
def _told(file: Path) -> Iterator[None]:
    """Failures of the database and of the disk as ``StorageError``."""
    with told_as_storage_error(file):
        try:
            yield
        except FileError as failure:
            reason, detail = failure.parameters["reason"], failure.parameters["detail"]
            raise storage_error(file, reason, detail) from failure
        except OSError as failure:
            reason = "disk_full" if failure.errno == errno.ENOSPC else "not_written"
            raise storage_error(file, reason, failure.strerror) from failure


def _opened(file: Path, mode: str) -> sqlite3.Connection:
    return sqlite3.connect(f"{file.absolute().as_uri()}?mode={mode}", uri=True)


def _keep_aside(file: Path, name: str) -> None:
    for ending in ("", *_LOGS):
        present = file.with_name(file.name + ending)
        if present.exists():
            shutil.copyfile(present, file.with_name(name + ending))


def _remove_logs(file: Path) -> None:
    for ending in _LOGS:
        file.with_name(file.name + ending).unlink(missing_ok=True)


def _force(file: Path) -> None:
    with file.open("rb+") as stream:
        os.fsync(stream.fileno())


def _force_folder(folder: Path) -> None:
    if sys.platform == "win32":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
