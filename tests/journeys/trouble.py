"""Real trouble: a disk without room, folders that cannot be written, a database held by others."""

from __future__ import annotations

import contextlib
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_HOLDING = """
import sqlite3, sys
held = sqlite3.connect(sys.argv[1], isolation_level=None)
held.execute(sys.argv[2])
held.execute("BEGIN EXCLUSIVE")
print("held", flush=True)
sys.stdin.read()
"""
_CHUNK = 1 << 14


@contextlib.contextmanager
def small_disk(folder: Path, megabytes: int) -> Iterator[Path]:
    """A disk of so many megabytes, mounted on a folder; the test is skipped where none may be."""
    folder.mkdir()
    if not _succeeds("mount", "-t", "tmpfs", "-o", f"size={megabytes}m", "tmpfs", str(folder)):
        pytest.skip("a disk may not be mounted here")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "--lazy", str(folder)], check=True)


@contextlib.contextmanager
def filled(disk: Path) -> Iterator[None]:
    """Leave no room on a disk."""
    ballast = disk / "ballast"
    with ballast.open("wb", buffering=0) as stream, contextlib.suppress(OSError):
        while True:
            stream.write(b"x" * _CHUNK)
    assert shutil.disk_usage(disk).free < _CHUNK
    try:
        yield
    finally:
        ballast.unlink()


@contextlib.contextmanager
def immutable(path: Path) -> Iterator[None]:
    """A file or folder that nobody can write, not even root; skipped where that cannot be."""
    if not _succeeds("chattr", "+i", str(path)):
        pytest.skip("nothing can be made immutable here")
    try:
        yield
    finally:
        subprocess.run(["chattr", "-i", str(path)], check=True)


@contextlib.contextmanager
def held_elsewhere(database: Path, *, alone: bool = False) -> Iterator[None]:
    """A database that another process is writing; ``alone`` lets nobody even read it."""
    mode = "PRAGMA locking_mode = " + ("EXCLUSIVE" if alone else "NORMAL")
    command = [sys.executable, "-c", _HOLDING, str(database), mode]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        try:
            yield
        finally:
            process.communicate()


def _succeeds(*command: str) -> bool:
    if shutil.which(command[0]) is None:
        return False
    return subprocess.run(command, check=False, capture_output=True).returncode == 0
