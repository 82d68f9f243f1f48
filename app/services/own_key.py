"""The user's own key: made, taken over, given another passphrase; it lies in the data folder.

The system's keyring is not asked: a file behind a passphrase works the same on every system, can
be backed up by copying it, and leaves nothing behind when it is deleted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from app.approval.signing.keys import COST, locked_key, mark_of, new_key, unlock
from app.errors import FileError, SignatureRefused
from app.services.signing_desk import make_folder
from app.storage.files import legal_file_name, write_atomically

if TYPE_CHECKING:
    from datetime import datetime, timedelta
    from pathlib import Path

    from app.services.workspace import Workspace

KEY_SUFFIX = ".qkey"


class OwnKey(NamedTuple):
    """What is known of somebody's key without its passphrase.

    Attributes:
        owner: Staff number.
        path: Where the key file lies, or would lie.
        public: Public key; empty while there is none.
        mark: Twenty letters by which people compare it.
        unlocked: Whether it is at hand.
        listed: Whether the installed organisation names this key as his.
    """

    owner: str
    path: Path
    public: str
    mark: str
    unlocked: bool
    listed: bool


def key_path(workspace: Workspace, owner: str) -> Path:
    """Where the key file of somebody lies."""
    return workspace.signing.folder / legal_file_name(owner, KEY_SUFFIX)


def own_key(workspace: Workspace, owner: str, now: datetime) -> OwnKey:
    """What is known of somebody's key."""
    path = key_path(workspace, owner)
    try:
        public = locked_key(path.read_bytes()).public
    except (OSError, SignatureRefused):
        return OwnKey(owner, path, "", "", unlocked=False, listed=False)
    try:
        member = workspace.signing.organisation().member(owner)
    except SignatureRefused:
        member = None
    listed = member is not None and member.key == public
    unlocked = workspace.signing.is_unlocked(owner, now)
    return OwnKey(owner, path, public, mark_of(public), unlocked, listed)


def make_key(workspace: Workspace, owner: str, passphrase: str) -> str:
    """Make a key; takes a second, for scrypt. Gives the public key.

    Raises:
        SignatureRefused: There is one already, or the passphrase is too short.
        FileError: The data folder cannot be written.
    """
    path = key_path(workspace, owner)
    if path.exists():
        raise SignatureRefused(reason="sign_key_exists")
    key = new_key(owner)
    data = key.lock(passphrase, COST)
    make_folder(path.parent)
    write_atomically(path, data)
    return key.public


def take_key(workspace: Workspace, owner: str, data: bytes) -> str:
    """Take over a key file that lies elsewhere, a backup say. Gives the public key.

    Raises:
        SignatureRefused: It is no key file, is somebody else's, or there is another one already.
        FileError: The data folder cannot be written.
    """
    found = locked_key(data)
    if found.owner != owner:
        raise SignatureRefused(reason="sign_key_of_other")
    path = key_path(workspace, owner)
    if path.exists() and path.read_bytes() != data:
        raise SignatureRefused(reason="sign_key_exists")
    make_folder(path.parent)
    write_atomically(path, data)
    return found.public


def change_passphrase(workspace: Workspace, owner: str, old: str, new: str) -> None:
    """Put the same key behind another passphrase; older copies still open with the old one.

    Raises:
        SignatureRefused: The old one is another, or the new one is too short.
        FileError: The key file cannot be read or written.
    """
    path = key_path(workspace, owner)
    write_atomically(path, unlock(_read(path), old).lock(new, COST))


def unlock_own(
    workspace: Workspace, owner: str, passphrase: str, now: datetime, keep_for: timedelta
) -> None:
    """Have somebody's key at hand; takes a second, for scrypt.

    Raises:
        SignatureRefused: The passphrase is another one.
        FileError: There is no key file.
    """
    workspace.signing.unlock(_read(key_path(workspace, owner)), passphrase, now, keep_for)


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError as failure:
        raise SignatureRefused(reason="sign_no_key_file") from failure
    except OSError as failure:
        raise FileError(file=path.name, reason="unreadable") from failure
