"""Leaflets and versions of templates beside backups: each once, however many backups name it.

The name of such a file is the hash of its content, so one that is there needs no second look, and
none is ever overwritten or thinned: a backup of any day finds what it names.
"""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING

from app.storage.files import write_atomically
from app.storage.folders import leaflet_folder, template_texts

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_HASH = re.compile(r"[0-9a-f]{64}")
_BESIDE = (("leaflets", leaflet_folder), ("templates", template_texts))
"""Folders beside the backups, and where their files lie in the data folder."""


def back_up_leaflets(folder: Path, backups: Path) -> None:
    """Copy leaflets and templates of a data folder beside its backups, those that are not there.

    One that was damaged is left out: the backup would only pass the damage on.

    Args:
        folder: The data folder.
        backups: The folder of the backups.

    Raises:
        OSError: A file cannot be read or written.
        FileError: A file cannot be written.
    """
    for beside, kept_in in _BESIDE:
        _copy_missing(kept_in(folder), backups / beside)


def restore_leaflets(folder: Path, backup: Path) -> None:
    """Put leaflets and templates beside a backup back into a data folder: missing or damaged ones.

    Args:
        folder: The data folder.
        backup: The backup's file.

    Raises:
        OSError: A file cannot be read or written.
        FileError: A file cannot be written.
    """
    for beside, kept_in in _BESIDE:
        kept = kept_in(folder)
        for file in _files(kept):
            if not _is_whole(file):
                file.unlink()
        _copy_missing(backup.parent / beside, kept)


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
