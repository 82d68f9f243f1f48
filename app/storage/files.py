"""Files of the user's: written so that a crash leaves the old or the new one, and legally named."""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
import platform
import re
import secrets
import shutil
import sys
import time
import unicodedata
from typing import TYPE_CHECKING

from app.errors import FileError

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from pathlib import Path

_TEMPORARY = re.compile(r"\.quotewright-([0-9a-f]{8})-([0-9]+)-[0-9a-f]{8}\.tmp")
_ABANDONED_AFTER = 24 * 3600.0
"""Seconds after which a temporary file is nobody's, whatever process or computer made it."""
_REPLACE_ATTEMPTS = 6
"""Virus scanners hold a new file for a moment on Windows; a locked document stays locked."""
_REPLACE_PAUSE = 0.05

_FORBIDDEN = re.compile('[\x00-\x1f\x7f-\x9f<>:"/\\\\|?*\u2028\u2029\ufffe\uffff]')
_INVISIBLE = re.compile(
    "[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad\u061c\u180e\ufff9-\ufffb]"
)
_RESERVED = re.compile(
    r"(?:con|prn|aux|nul|conin\$|conout\$|com[0-9\u00b9\u00b2\u00b3]|lpt[0-9\u00b9\u00b2\u00b3])"
    r"\s*(?:\..*)?",
    re.IGNORECASE,
)
_NAME_BYTES = 180
"""Most bytes of a name in UTF-8; file systems stop at 255, and folders are long too."""
_NAME_CHARACTERS = 120
_NETWORK_SYSTEMS = frozenset(
    (
        *("9p", "afs", "ceph", "cifs", "coda", "glusterfs", "lustre", "ncpfs", "nfs", "nfs4"),
        *("smb2", "smb3", "smbfs", "vboxsf", "fuse.gvfsd-fuse", "fuse.rclone", "fuse.sshfs"),
    )
)


def write_atomically(path: Path, data: bytes) -> None:
    """Write a file so that, whatever happens, the path holds all of the old or all of the new.

    The bytes go to a temporary file in the same folder, are forced to the disk and then take the
    name; on POSIX the folder is forced too, without which a power cut undoes the renaming.

    Args:
        path: Where the file is to be; a symbolic link is followed. The folder must exist.
        data: The whole content.

    Raises:
        FileError: It could not be written; ``reason`` is ``disk_full``, ``locked_or_forbidden``,
            ``folder_missing`` or ``not_written``. The old file is untouched.
    """
    target = path.resolve()
    folder = target.parent
    try:
        _remove_abandoned(folder)
        temporary = folder / _temporary_name()
        try:
            _write_through(temporary, data)
            if target.exists():
                shutil.copymode(target, temporary)
            _replace(temporary, target)
        except BaseException:
            # The failure may be a full disk or an interrupt: the half-written file must go.
            with contextlib.suppress(OSError):
                temporary.unlink(missing_ok=True)
            raise
        _force_folder(folder)
    except OSError as failure:
        raise FileError(
            file=path.name, reason=writing_reason(failure), detail=failure.strerror or failure
        ) from failure


def legal_file_name(text: str, suffix: str, taken: Collection[str] = ()) -> str:
    """Make a file name that Windows, macOS and Linux all accept and show as it is.

    Args:
        text: What the file is about, such as a customer's name and a quote number.
        suffix: Ending with its dot, such as ``.docx``.
        taken: Names already in the folder; compared without regard to case and composition.

    Returns:
        The name with its suffix; ``(2)``, ``(3)``... is added while it is taken.
    """
    name = unicodedata.normalize("NFC", text.encode("utf-8", "replace").decode("utf-8"))
    name = _FORBIDDEN.sub("_", _INVISIBLE.sub("", name))
    name = re.sub(r"\s+", " ", name).strip(" .")
    name = _cut_to_length(name, suffix) or "_"
    if _RESERVED.fullmatch(name + suffix) or _RESERVED.fullmatch(name):
        name = "_" + name
    occupied = {_comparable(other) for other in taken}
    candidate, number = name, 1
    while _comparable(candidate + suffix) in occupied:
        number += 1
        candidate = f"{_cut_to_length(name, f' ({number})' + suffix)} ({number})"
    return candidate + suffix


def is_network_path(path: Path) -> bool:
    """True if the path is on another computer, where locks and forced writes cannot be trusted."""
    text = str(path)
    if text.startswith(("\\\\?\\UNC\\", "//?/UNC/")):
        return True
    if text.startswith(("\\\\", "//")) and not text.startswith(("\\\\?\\", "//?/", "\\\\.\\")):
        return True
    if sys.platform == "win32":
        import ctypes

        drive = os.path.splitdrive(path.resolve())[0]
        remote = 4  # DRIVE_REMOTE
        return bool(ctypes.windll.kernel32.GetDriveTypeW(drive + "\\") == remote)
    try:
        with open("/proc/mounts", encoding="utf-8", errors="replace") as table:  # noqa: PTH123 -- kernel table, not a user's file
            mounts = table.read()
    except OSError:
        return False
    return _mounted_from_network(str(path.resolve()), mounts)


def _mounted_from_network(path: str, mounts: str) -> bool:
    """True if the longest mount point above the path has a network file system."""
    best, remote = "", False
    for entry in mounts.splitlines():
        fields = entry.split(" ")
        if len(fields) < 3:  # noqa: PLR2004 -- device, mount point, file system
            continue
        point = re.sub(r"\\([0-7]{3})", lambda code: chr(int(code.group(1), 8)), fields[1])
        inside = path == point or path.startswith(point.rstrip("/") + "/")
        if inside and len(point) >= len(best):
            best, remote = point, fields[2] in _NETWORK_SYSTEMS
    return remote


def _temporary_name() -> str:
    return f".quotewright-{_this_computer()}-{os.getpid()}-{secrets.token_hex(4)}.tmp"


def _this_computer() -> str:
    """A short mark of this computer: process numbers mean nothing on another one."""
    return hashlib.sha256(platform.node().encode()).hexdigest()[:8]


def _remove_abandoned(folder: Path) -> None:
    for file, computer, process in _temporary_files(folder):
        with contextlib.suppress(OSError):
            old = time.time() - file.stat().st_mtime > _ABANDONED_AFTER
            if old or (computer == _this_computer() and not _is_alive(process)):
                file.unlink()


def _temporary_files(folder: Path) -> Iterator[tuple[Path, str, int]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if match := _TEMPORARY.fullmatch(entry.name):
                yield folder / entry.name, match.group(1), int(match.group(2))


def _is_alive(process: int) -> bool:
    if sys.platform == "win32":
        # Signal 0 would interrupt the process there; the age alone decides.
        return True
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (PermissionError, OverflowError):
        return True
    return True


def _write_through(file: Path, data: bytes) -> None:
    """Write a new file and wait until the disk has it."""
    flags = os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(file, flags, 0o666), "wb") as stream:
        stream.write(data)
        stream.flush()
        _force(stream.fileno())


def _force(descriptor: int) -> None:
    if sys.platform == "darwin":
        import fcntl

        # There fsync leaves the bytes in the drive's own memory.
        with contextlib.suppress(OSError):
            fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)
            return
    os.fsync(descriptor)


def _replace(temporary: Path, target: Path) -> None:
    attempts = _REPLACE_ATTEMPTS if sys.platform == "win32" else 1
    for attempt in range(1, attempts + 1):
        try:
            temporary.replace(target)
        except PermissionError:
            if attempt == attempts:
                raise
            time.sleep(_REPLACE_PAUSE)
        else:
            return


def _force_folder(folder: Path) -> None:
    if sys.platform == "win32":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except OSError as failure:
        # Some user-space file systems cannot force a folder; the file itself is safe.
        if failure.errno not in (errno.EINVAL, errno.ENOTSUP):
            raise
    finally:
        os.close(descriptor)


def writing_reason(failure: OSError) -> str:
    """Why a file or folder could not be written: a key of ``resources/locale/*/reasons.toml``."""
    if failure.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return "disk_full"
    if failure.errno in (errno.EACCES, errno.EPERM, errno.EROFS, errno.EBUSY, errno.ETXTBSY):
        return "locked_or_forbidden"
    if failure.errno in (errno.ENOENT, errno.ENOTDIR):
        return "folder_missing"
    return "not_written"


def _cut_to_length(name: str, ending: str) -> str:
    """The name shortened so that it and its ending fit, without a trailing dot or space."""
    room = _NAME_BYTES - len(ending.encode())
    cut = name[: _NAME_CHARACTERS - len(ending)]
    while len(cut.encode()) > room:
        cut = cut[:-1]
    return cut.strip(" .")


def _comparable(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()
