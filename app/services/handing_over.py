"""Files for others: written where the papers of a quote are, under a name that tells what it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.errors import FileError
from app.storage.files import legal_file_name, write_atomically, writing_reason

if TYPE_CHECKING:
    from pathlib import Path


def write_outgoing(folder: Path, name: str, suffix: str, data: bytes) -> Path:
    """Write a file for somebody else; the same one again takes its own place.

    Args:
        folder: Made where it is not there.
        name: Such as number and revision.
        suffix: With its dot.
        data: The content.

    Raises:
        FileError: It cannot be written.
    """
    path = folder / legal_file_name(name, suffix)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as failure:
        raise FileError(file=path.name, reason=writing_reason(failure)) from failure
    write_atomically(path, data)
    return path


def copy_file(path: Path, target: Path) -> None:
    """Write a copy to where the user wants it.

    Raises:
        FileError: It cannot be read or written.
    """
    try:
        data = path.read_bytes()
    except OSError as failure:
        raise FileError(file=path.name, reason="not_readable") from failure
    write_atomically(target, data)
