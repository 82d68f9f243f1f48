"""Quotes and customers that the user keeps at hand: a small file beside the settings.

It is a convenience: one that cannot be read counts as empty, and the next pin writes it anew.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import msgspec

from app.errors import FileError
from app.storage.faults import storage_error
from app.storage.files import write_atomically
from app.storage.folders import pins_file
from catalog.known_type import known

if TYPE_CHECKING:
    from pathlib import Path

PinKind = Literal["quotes", "customers"]


class Pins(msgspec.Struct, frozen=True):
    """What is pinned, by identifier, the one pinned last at the end.

    Attributes:
        quotes: Quotes.
        customers: Customers.
    """

    quotes: tuple[str, ...] = ()
    customers: tuple[str, ...] = ()

    def toggled(self, kind: PinKind, identifier: str) -> Pins:
        """The same with one record pinned, or not any more."""
        held = getattr(self, kind)
        rest = tuple(one for one in held if one != identifier)
        after = rest if identifier in held else (*rest, identifier)
        return msgspec.structs.replace(self, **{kind: after})


class PinStore:
    """Reads and writes the pins of one data folder."""

    def __init__(self, folder: Path) -> None:
        """Keep the data folder; it is made at the first save."""
        self._file = pins_file(folder)

    def load(self) -> Pins:
        """What is pinned."""
        try:
            return msgspec.json.decode(self._file.read_bytes(), type=known(Pins))
        except (OSError, msgspec.DecodeError, UnicodeDecodeError):
            return Pins()

    def save(self, pins: Pins) -> None:
        """Keep other pins.

        Raises:
            StorageError: The file could not be written.
        """
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            write_atomically(self._file, msgspec.json.encode(pins))
        except FileError as failure:
            reason = failure.parameters["reason"]
            raise storage_error(self._file, reason, failure.parameters["detail"]) from failure
        except OSError as failure:
            raise storage_error(self._file, "folder", failure.strerror) from failure
