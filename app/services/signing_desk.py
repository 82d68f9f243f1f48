"""The signing desk: the organisation file, the pinned root key and the user's own key."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final

from app.approval.signing.evidence import seen_policy
from app.approval.signing.keys import is_public_key, locked_key, unlock
from app.approval.signing.organisation import Organisation, read_organisation
from app.errors import FileError, SignatureRefused
from app.quoting.authority import edition_on
from app.storage.files import write_atomically, writing_reason

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from app.approval.event import Entry
    from app.approval.signing.keys import SigningKey
    from app.quoting.freezing import Rulebook

AUTO_LOCK: Final = timedelta(minutes=10)
"""How long an unlocked key that nobody uses stays unlocked."""

_FOLDER: Final = "signing"
_ORGANISATION: Final = "organisation.qorg"
_ROOT: Final = "root.pub"
_SEEN: Final = "seen"


class SigningDesk:
    """Keeps what is signed with in the data folder; nothing of it is in the database."""

    def __init__(self, folder: Path) -> None:
        """Keep the data folder."""
        self._folder = folder / _FOLDER
        self._key: SigningKey | None = None
        self._used: datetime | None = None
        self._keep = AUTO_LOCK

    @property
    def folder(self) -> Path:
        """Where everything about signing lies."""
        return self._folder

    @property
    def root(self) -> str:
        """The pinned public root key; empty before the first organisation file."""
        return self._text(_ROOT)

    def required(self, log: Sequence[Entry]) -> bool:
        """Whether only signed decisions count: a root key is pinned, or something was signed."""
        return self._path(_ROOT).exists() or any(entry.event.proof for entry in log)

    def organisation(self, log: Sequence[Entry] = ()) -> Organisation:
        """The organisation as its file says now; nothing is remembered but its number.

        Args:
            log: The whole log, which knows the highest number that anything was signed by.

        Raises:
            SignatureRefused: There is none, or it does not hold.
        """
        root = self._text(_ROOT)
        data = self._bytes(_ORGANISATION)
        if not root or data is None:
            raise SignatureRefused(reason="sign_organisation_missing")
        seen = max(self.seen, seen_policy(log))
        return read_organisation(data, root, seen).body

    def install(self, data: bytes, root: str = "", log: Sequence[Entry] = ()) -> Organisation:
        """Take an organisation file; the first one pins the root key.

        Args:
            data: The file.
            root: Public root key, as told by the administrator; needed the first time.
            log: The whole log.

        Raises:
            SignatureRefused: It is not signed by the root key, or older than one seen.
            FileError: The data folder cannot be written.
        """
        pinned = self._text(_ROOT)
        if pinned and root and root != pinned:
            raise SignatureRefused(reason="sign_other_root")
        root = pinned or root
        if not is_public_key(root):
            raise SignatureRefused(reason="sign_other_root")
        seen = max(self.seen, seen_policy(log))
        found = read_organisation(data, root, seen).body
        make_folder(self._folder)
        write_atomically(self._path(_ROOT), root.encode())
        write_atomically(self._path(_ORGANISATION), data)
        write_atomically(self._path(_SEEN), str(found.policy_no).encode())
        return found

    def applied(self, rules: Rulebook) -> Rulebook:
        """Rules with the organisation's authority; as they are where no file holds."""
        try:
            editions = self.organisation().editions()
        except SignatureRefused:
            return rules
        today = datetime.now().astimezone().date()
        return rules._replace(authority=edition_on(editions, today), editions=editions)

    def unlock(
        self, data: bytes, passphrase: str, at: datetime, keep: timedelta = AUTO_LOCK
    ) -> SigningKey:
        """Unlock a key for a while; it is kept in memory only.

        Args:
            data: The key file.
            passphrase: That opens it.
            at: The moment.
            keep: How long it stays unlocked when nobody uses it.

        Raises:
            SignatureRefused: It is no key file, or the passphrase is another one.
        """
        self._key, self._used, self._keep = unlock(data, passphrase), at, keep
        return self._key

    def is_unlocked(self, owner: str, at: datetime) -> bool:
        """Whether the key of somebody is at hand; asking is no use of it."""
        known = self._key is not None and self._key.owner == owner and self._used is not None
        return known and self._holds(at)

    def key_of(self, owner: str, at: datetime) -> SigningKey | None:
        """The unlocked key of somebody; ``None`` when it is another's, or was left for long."""
        if self._key is None or self._used is None:
            return None
        if not self._holds(at):
            self.lock()
            return None
        if self._key.owner != owner:
            return None
        self._used = at
        return self._key

    def lock(self) -> None:
        """Forget the key."""
        self._key = self._used = None

    def _holds(self, at: datetime) -> bool:
        return self._used is not None and timedelta(0) <= at - self._used <= self._keep

    @property
    def seen(self) -> int:
        """Highest number of an organisation file that was ever installed; 0 for none."""
        text = self._text(_SEEN)
        return int(text) if text.isascii() and text.isdecimal() else 0

    def _path(self, name: str) -> Path:
        return self._folder / name

    def _bytes(self, name: str) -> bytes | None:
        try:
            return self._path(name).read_bytes()
        except FileNotFoundError:
            return None
        except OSError as failure:
            raise SignatureRefused(reason="sign_organisation_missing") from failure

    def _text(self, name: str) -> str:
        found = self._bytes(name)
        return "" if found is None else found.decode("ascii", "replace").strip()


def make_folder(folder: Path) -> None:
    """Have a folder.

    Raises:
        FileError: It cannot be made.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as failure:
        raise FileError(file=folder.name, reason=writing_reason(failure)) from failure


def owner_of(data: bytes) -> str:
    """Whose key a key file holds, without its passphrase.

    Raises:
        SignatureRefused: It is no key file.
    """
    return locked_key(data).owner
