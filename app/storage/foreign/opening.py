"""Open a file of the user's; when the system refuses, say why and which program may hold it."""

from __future__ import annotations

import errno
from typing import TYPE_CHECKING

from app.errors import FileRefused, FileUnreadable
from app.storage.foreign.findings import GateFinding, finding
from app.storage.foreign.limits import LIMITS

if TYPE_CHECKING:
    from pathlib import Path

_HELD = frozenset((32, 33))
"""ERROR_SHARING_VIOLATION and ERROR_LOCK_VIOLATION of Windows."""
_BUSY = frozenset((errno.EBUSY, errno.ETXTBSY))
_FORBIDDEN = frozenset((errno.EACCES, errno.EPERM))
_GONE = frozenset((errno.ENOENT, errno.ENOTDIR, errno.ENAMETOOLONG, errno.ELOOP))
_PROGRAMS = {
    "word": (".docx", ".doc", ".docm", ".rtf"),
    "sheet": (".xlsx", ".xls", ".xlsm", ".csv", ".tsv"),
    "viewer": (".pdf", ".png", ".jpg", ".jpeg"),
    "editor": (".toml", ".json", ".txt"),
}


def read_foreign(path: Path, most: int = LIMITS.file) -> bytes:
    """The content of a file.

    Args:
        path: The file.
        most: Bytes that it may have.

    Raises:
        FileUnreadable: It cannot be opened; the finding says why.
        FileRefused: It is larger.
    """
    try:
        with path.open("rb") as stream:
            data = stream.read(most + 1)
    except (OSError, ValueError) as failure:  # a name with a null character is a ValueError
        raise FileUnreadable(path.name, opening_fault(path, failure)) from failure
    if len(data) > most:
        found = finding("gate.file_too_large", limit=f"{most >> 20} MB")
        raise FileRefused(path.name, (found,))
    return data


def opening_fault(path: Path, failure: Exception) -> GateFinding:
    """Why the system did not let a file be opened.

    Excel, WPS, Word and LibreOffice leave a small file beside the one that they have open, which
    tells what the system does not: that it is not forbidden but in use, and by what.
    """
    number = getattr(failure, "errno", None)
    if number in _GONE:
        return finding("file.missing")
    if number == errno.EISDIR or path.is_dir():
        return finding("file.folder")
    holder = _holder(path)
    held = getattr(failure, "winerror", None) in _HELD or number in _BUSY
    if held or (holder and number in _FORBIDDEN):
        return finding("file.in_use", program=holder or _usual_program(path))
    if number in _FORBIDDEN:
        return finding("file.forbidden", program=_usual_program(path))
    return finding("file.cannot_open", number=number if number is not None else "-")


def _holder(path: Path) -> str:
    """The program that says so by its file beside this one, or nothing."""
    beside = path.parent
    try:
        if (beside / f".~lock.{path.name}#").exists():
            return "libreoffice"
        # Word leaves out the first two characters of longer names.
        names = (f"~${path.name}", f"~${path.name[2:]}", f".~{path.name}")
        if any((beside / name).exists() for name in names):
            return _usual_program(path)
    except OSError:
        return ""
    return ""


def _usual_program(path: Path) -> str:
    """What files of this kind are usually opened with."""
    ending = path.suffix.lower()
    return next((name for name, endings in _PROGRAMS.items() if ending in endings), "other")
