"""Save a file where another one may lie: that one is replaced only where somebody said so."""

from __future__ import annotations

import stat
from typing import TYPE_CHECKING

from app.errors import FileError
from app.storage.files import write_atomically

if TYPE_CHECKING:
    from pathlib import Path

IN_USE = "locked_or_forbidden"
"""Reason of a ``FileError`` where another program has the file open, or it is read-only."""


def in_use(path: Path) -> bool:
    """Whether a file is there that cannot be replaced: open in Word, or read-only."""
    try:
        if not path.stat().st_mode & stat.S_IWUSR:
            return True
        with path.open("r+b"):
            return False
    except FileNotFoundError:
        return False
    except OSError:
        return True


def free_path(path: Path) -> Path:
    """The path, or the next one with a number that no file has."""
    found, number = path, 2
    while found.exists():
        found = path.with_name(f"{path.stem} ({number}){path.suffix}")
        number += 1
    return found


def save(path: Path, data: bytes, *, replace: bool) -> Path:
    """Write a file; where it is there with this very content, nothing is written.

    Args:
        path: The file; its folder exists.
        data: The whole content.
        replace: Take the place of another content; otherwise, and where the other file is in use,
            a number is added to the name.

    Returns:
        What was written.

    Raises:
        FileError: It cannot be written under any name.
    """
    if _holds(path, data):
        return path
    if not replace or in_use(path):
        path = free_path(path)
    try:
        write_atomically(path, data)
    except FileError as failure:
        if failure.parameters["reason"] != IN_USE or not path.exists():
            raise
        path = free_path(path)  # it was opened in another program just now
        write_atomically(path, data)
    return path


def _holds(path: Path, data: bytes) -> bool:
    try:
        return path.stat().st_size == len(data) and path.read_bytes() == data
    except OSError:
        return False
