"""Keys on the command line: key files and the passphrases that open them."""

from __future__ import annotations

import sys
from getpass import getpass
from typing import TYPE_CHECKING

from app.errors import FileNotOpened

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from app.services.workspace import Workspace


def passphrase() -> str:
    """Asked for without an echo; without a terminal the first line of the standard input."""
    if sys.stdin.isatty():
        return getpass()
    return sys.stdin.readline().rstrip("\r\n")


def unlock_for(workspace: Workspace, key: Path | None, now: datetime) -> None:
    """Unlock a key file for what comes next; nothing without one."""
    if key is not None:
        workspace.signing.unlock(read_file(key), passphrase(), now)


def read_file(file: Path) -> bytes:
    """A file of the user's.

    Raises:
        FileNotOpened: It cannot be read.
    """
    try:
        return file.read_bytes()
    except OSError as failure:
        raise FileNotOpened(file=file.name) from failure
