"""What saves the user's data: a backup a day, whole ones found and restored, a wrong clock."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from app.storage.backup import (
    Backup,
    back_up_daily,
    backups,
    fault_of,
    restore,
    set_aside,
)
from app.storage.folders import backup_folder
from app.storage.newest_edit import newest_edit
from app.storage.stray_log import STRAY_LOG

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from app.services.workspace import Workspace

__all__ = [
    "STRAY_LOG",
    "Backup",
    "back_up",
    "begin_anew",
    "bring_back",
    "clock_behind",
    "kept_backups",
    "leave_log",
    "newest_whole_backup",
]

_CLOCK_TOLERANCE: Final = timedelta(hours=1)
"""Computers that share a folder may differ by so much without anybody having set a clock."""


def back_up(folder: Path, now: datetime) -> None:
    """Make the backup of the day, if it is not there, and thin the older ones.

    Raises:
        StorageError: It could not be made.
    """
    back_up_daily(folder, now)


def kept_backups(folder: Path) -> tuple[Backup, ...]:
    """The daily backups there are, the newest first."""
    return backups(folder)


def newest_whole_backup(folder: Path) -> Backup | None:
    """The latest daily backup that opens and in which a full check finds nothing."""
    kept = backup_folder(folder)
    return next((one for one in backups(folder) if not fault_of(kept / one.name)), None)


def bring_back(folder: Path, backup: Backup, now: datetime) -> None:
    """Put a backup in the place of the data, which are kept beside it; nothing may be open.

    Raises:
        StorageError: The backup is damaged, or files could not be written.
    """
    restore(folder, backup_folder(folder) / backup.name, now)


def begin_anew(folder: Path, now: datetime) -> None:
    """Keep the data that cannot be opened under another name, so that empty ones are made.

    Raises:
        StorageError: Files could not be renamed.
    """
    set_aside(folder, now)


def leave_log(folder: Path, now: datetime) -> None:
    """Keep a file of changes that belongs to other data under another name, and the data.

    Raises:
        StorageError: Files could not be renamed.
    """
    set_aside(folder, now, log_only=True)


def clock_behind(workspace: Workspace, now: datetime) -> datetime | None:
    """When the newest edit was made, if this computer's clock says that it is still to come.

    Raises:
        StorageError: The database failed.
    """
    newest = newest_edit(workspace.database)
    return newest if newest is not None and newest - now > _CLOCK_TOLERANCE else None
