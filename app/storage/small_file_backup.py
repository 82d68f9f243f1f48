"""The user's small files beside each backup: answers to alerts, and what he keeps at hand.

They say something about records of the database, so they are of one moment with it: each backup has
its own, named like it, and they come back and are thinned together.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.storage.files import write_atomically
from app.storage.folders import alert_answers_file, pins_file

if TYPE_CHECKING:
    from pathlib import Path

_FILES = (alert_answers_file, pins_file)


def back_up_small_files(folder: Path, backup: Path) -> None:
    """Copy the small files of a data folder beside a backup.

    Args:
        folder: The data folder.
        backup: The backup's file, which need not be there yet.

    Raises:
        OSError: A file cannot be read or written.
        FileError: A file cannot be written.
    """
    for place in _FILES:
        file = place(folder)
        if file.exists():
            write_atomically(_beside(backup, file), file.read_bytes())


def restore_small_files(folder: Path, backup: Path, kept_as: str) -> None:
    """Put the small files beside a backup in the place of those of a data folder.

    Where the backup has none, none was there: what came later is kept aside as well.

    Args:
        folder: The data folder.
        backup: The backup's file.
        kept_as: How the names begin under which those that were there are kept.

    Raises:
        OSError: A file cannot be read or written.
        FileError: A file cannot be written.
    """
    if not _has_any(backup):
        return  # made by a program that kept them nowhere, or before there were any
    for place in _FILES:
        file, copy = place(folder), _beside(backup, place(folder))
        if file.exists():
            file.replace(file.with_name(f"{kept_as}.{file.name}"))
        if copy.exists():
            write_atomically(file, copy.read_bytes())


def remove_small_files(backup: Path) -> None:
    """Take away what lies beside a backup that is thinned out."""
    for place in _FILES:
        _beside(backup, place(backup.parent)).unlink(missing_ok=True)


def _has_any(backup: Path) -> bool:
    return any(_beside(backup, place(backup.parent)).exists() for place in _FILES)


def _beside(backup: Path, file: Path) -> Path:
    return backup.with_name(f"{backup.stem}.{file.name}")
