"""Leaflets beside backups: each file once, whatever number of backups name it.

The name of a leaflet is the hash of its content, so one that is there needs no second look, and
none is ever overwritten or thinned: a backup of any day finds what it names.
"""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING

from app.storage.files import write_atomically
from app.storage.folders import leaflet_folder

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_HASH = re.compile(r"[0-9a-f]{64}")
_BESIDE = "leaflets"


def back_up_leaflets(folder: Path, backups: Path) -> None:
    """Copy the leaflets of a data folder beside its backups, those that are not there.

    One that was damaged is left out: the backup would only pass the damage on.

    Args:
        folder: The data folder.
        backups: The folder of the backups.

    Raises:
        OSError: A file cannot be read or written.
        FileError: A file cannot be written.
    """
    _copy_missing(leaflet_folder(folder), backups / _BESIDE)


def restore_leaflets(folder: Path, backup: Path) -> None:
    """Put the leaflets beside a backup back into a data folder, those missing or damaged.

    Args:
        folder: The data folder.
        backup: The backup's file.

    Raises:
        OSError: A file cannot be read or written.
        FileError: A file cannot be written.
    """
    kept = leaflet_folder(folder)
    for file in _files(kept):
        if not _is_whole(file):
            file.unlink()
    _copy_missing(backup.parent / _BESIDE, kept)


def _copy_missing(source: Path, target: Path) -> None:
    for file in _files(source):
        copy = target / file.parent.name / file.name
        if copy.exists() or not _is_whole(file):
            continue
        copy.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(copy, file.read_bytes())


def _files(folder: Path) -> Iterator[Path]:
    """What has the name of a leaflet; unfinished files of a crash have not."""
    if folder.is_dir():
        yield from (file for file in sorted(folder.glob("*/*")) if _HASH.fullmatch(file.name))


def _is_whole(file: Path) -> bool:
    return hashlib.sha256(file.read_bytes()).hexdigest() == file.name
