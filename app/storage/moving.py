"""Moves a data folder: everything is copied, the copy of the database checked, then it holds."""

from __future__ import annotations

import contextlib
import shutil
from typing import TYPE_CHECKING, Final

from app.storage.backup import copy_database
from app.storage.faults import storage_error
from app.storage.files import writing_reason
from app.storage.folders import database_file

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime
    from pathlib import Path

_STAYS: Final = frozenset(("profiles.json", "profiles", "window.lock"))
"""What belongs to the place and not to the data."""


def copy_data(source: Path, target: Path) -> None:
    """Copy the data of a folder into another one; nothing may have them open.

    Args:
        source: The data folder.
        target: Not there, or empty; what was copied is taken away again where something fails.

    Raises:
        StorageError: The target holds something or lies in the data (``not_empty``), something
            could not be read or written, or the copy of the database is not whole.
    """
    inside = source.resolve() in (target.resolve(), *target.resolve().parents)
    if inside or (target.exists() and any(target.iterdir())):
        raise storage_error(target, "not_empty", "")
    with contextlib.ExitStack() as undo:
        undo.callback(shutil.rmtree, target, ignore_errors=True)
        with _told(target):
            target.mkdir(parents=True, exist_ok=True)
            database = database_file(source)
            if database.exists():
                copy_database(source, target)
            for part in source.iterdir():
                if part.is_dir() and part.name not in _STAYS:
                    shutil.copytree(part, target / part.name)
                elif part.name not in _STAYS and not part.name.startswith(database.name):
                    shutil.copy2(part, target / part.name)
        undo.pop_all()


@contextlib.contextmanager
def _told(target: Path) -> Iterator[None]:
    """Failures of the disk as ``StorageError``."""
    try:
        yield
    except (OSError, shutil.Error) as failure:
        reason = writing_reason(failure) if isinstance(failure, OSError) else "not_written"
        raise storage_error(target, reason, failure) from failure


def set_moved_aside(source: Path, now: datetime) -> None:
    """Call the database that was left ``moved-<moment>.db``: nobody goes on with it by mistake."""
    with contextlib.suppress(OSError):
        old = database_file(source)
        old.replace(old.with_name(f"moved-{now:%Y%m%d-%H%M%S}.db"))
