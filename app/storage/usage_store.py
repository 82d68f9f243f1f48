"""How often and how lately offerings were taken, by code: a small file beside the settings.

It is a convenience: one that cannot be read counts as empty, and the next use writes it anew.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from app.errors import FileError
from app.storage.faults import storage_error
from app.storage.files import write_atomically
from app.storage.folders import usage_file

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


class UsageStore:
    """Reads and writes the scores of one data folder."""

    def __init__(self, folder: Path) -> None:
        """Keep the data folder; it is made at the first save."""
        self._file = usage_file(folder)

    def load(self) -> dict[str, int]:
        """Score by code, the one used last at the end."""
        try:
            return msgspec.json.decode(self._file.read_bytes(), type=dict[str, int])
        except (OSError, msgspec.DecodeError, UnicodeDecodeError):
            return {}

    def save(self, scores: Mapping[str, int]) -> None:
        """Keep other scores.

        Raises:
            StorageError: The file could not be written.
        """
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            write_atomically(self._file, msgspec.json.encode({**scores}))
        except FileError as failure:
            reason = failure.parameters["reason"]
            raise storage_error(self._file, reason, failure.parameters["detail"]) from failure
        except OSError as failure:
            raise storage_error(self._file, "folder", failure.strerror) from failure
