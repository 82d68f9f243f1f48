"""Mappings that were confirmed by a person, by the fingerprint of the headings.

A file of its own beside the settings. It is a convenience: one that cannot be read counts as empty,
and the next confirmed mapping writes it anew.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

import msgspec

from app.errors import FileError
from app.storage.faults import storage_error
from app.storage.files import write_atomically
from catalog.known_type import known

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

Layout = TypeVar("Layout")

_MOST = 200
"""Layouts that are kept; the ones confirmed last stay."""


class LayoutStore(Generic[Layout]):
    """Reads and writes the confirmed mappings of one kind of file in one data folder."""

    def __init__(self, file: Path, layout: type[Layout]) -> None:
        """Keep where they lie, and what a mapping is; the folder is made at the first save."""
        self._file = file
        self._known: type[dict[str, Layout]] = dict[str, layout]  # type: ignore[valid-type] # a type at run time

    def load(self) -> dict[str, Layout]:
        """Every confirmed mapping, the one confirmed last at the end."""
        try:
            return msgspec.json.decode(self._file.read_bytes(), type=known(self._known))
        except (OSError, msgspec.DecodeError, UnicodeDecodeError):
            return {}

    def remember(self, confirmed: Mapping[str, Layout]) -> None:
        """Keep mappings beside those that are known.

        Raises:
            StorageError: The file could not be written.
        """
        known = {key: old for key, old in self.load().items() if key not in confirmed} | {
            **confirmed
        }
        kept = dict(list(known.items())[-_MOST:])
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            write_atomically(self._file, msgspec.json.format(msgspec.json.encode(kept)))
        except FileError as failure:
            reason = failure.parameters["reason"]
            raise storage_error(self._file, reason, failure.parameters["detail"]) from failure
        except OSError as failure:
            raise storage_error(self._file, "folder", failure.strerror) from failure
