"""Signed files that came from others, kept as they came, each under the hash of its content.

They lie in the data folder beside the organisation file and not in the database: nothing about
them is believed, they are read and judged again each time.
"""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from app.errors import FileError
from app.storage.files import write_atomically, writing_reason

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_NAME_LETTERS = 32


class ExchangeBox:
    """Keeps files of several kinds, told apart by their suffix."""

    def __init__(self, folder: Path) -> None:
        """Keep the folder; it is made with the first file."""
        self._folder = folder

    def keep(self, suffix: str, data: bytes, name: str = "") -> str:
        """Keep a file; the same content again is the same file.

        Args:
            suffix: Of its kind, with the dot.
            data: The content.
            name: Of another file that it belongs to; its own when not given.

        Returns:
            The name that it is known by.

        Raises:
            FileError: The folder cannot be written.
        """
        known_by = name or sha256(data).hexdigest()[:_NAME_LETTERS]
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
        except OSError as failure:
            raise FileError(file=suffix, reason=writing_reason(failure)) from failure
        write_atomically(self._folder / f"{known_by}{suffix}", data)
        return known_by

    def read(self, name: str, suffix: str) -> bytes | None:
        """A file; ``None`` where there is none that can be read."""
        try:
            return (self._folder / f"{name}{suffix}").read_bytes()
        except OSError:
            return None

    def all(self, suffix: str) -> Iterator[tuple[str, bytes]]:
        """Every file of a kind with its name, the latest first."""
        files = self._folder.glob(f"*{suffix}") if self._folder.is_dir() else ()
        for file in sorted(files, key=lambda one: one.stat().st_mtime_ns, reverse=True):
            data = self.read(file.stem, suffix)
            if data is not None:
                yield file.stem, data
