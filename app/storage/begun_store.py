"""Imports and batches that were begun and not ended: a small file beside the settings.

It is a convenience: one that cannot be read or written counts as empty, and loses nobody's work.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Literal

import msgspec

from app.errors import FileError
from app.storage.files import write_atomically
from app.storage.folders import begun_file
from catalog.known_type import known

if TYPE_CHECKING:
    from pathlib import Path

BegunKind = Literal["bills", "customers", "catalogue", "batch"]
_MOST = 20
"""More than that nobody takes up again; the oldest goes."""


class Begun(msgspec.Struct, frozen=True):
    """Work that was begun.

    Attributes:
        kind: What it is.
        subject: The customer whose bills they are, or the quote of a batch; may be empty.
        places: Files that are read, or the folder that papers are written into.
        at: When it was begun or last gone on with.
    """

    kind: BegunKind
    subject: str
    places: tuple[str, ...]
    at: datetime

    @property
    def key(self) -> str:
        """Names the work: the same begun again takes the place of the former."""
        where = self.places[0] if self.kind == "batch" and self.places else ""
        return f"{self.kind}:{self.subject}:{where}"


class BegunStore:
    """Reads and writes what was begun in one data folder."""

    def __init__(self, folder: Path) -> None:
        """Keep the data folder."""
        self._file = begun_file(folder)

    def load(self) -> tuple[Begun, ...]:
        """What was begun, the oldest first."""
        try:
            return msgspec.json.decode(self._file.read_bytes(), type=known(tuple[Begun, ...]))
        except (OSError, msgspec.DecodeError, UnicodeDecodeError):
            return ()

    def keep(self, work: Begun) -> None:
        """Remember work that was begun."""
        rest = tuple(one for one in self.load() if one.key != work.key)
        self._save((*rest, work)[-_MOST:])

    def forget(self, key: str) -> None:
        """The work is done, or wanted no more."""
        known = self.load()
        left = tuple(one for one in known if one.key != key)
        if left != known:
            self._save(left)

    def _save(self, begun: tuple[Begun, ...]) -> None:
        try:
            write_atomically(self._file, msgspec.json.encode(begun))
        except (FileError, OSError):
            return  # the work itself goes on; only the start page would not know of it
