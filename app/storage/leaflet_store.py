"""Leaflets: pictures and PDFs about offerings, kept by the hash of their content.

A catalogue names them by hash, so a version that is stored for ever finds the very file that it
was made with. What comes from outside is looked at before it is kept; nothing is unpacked.
"""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING

from app.errors import FileError
from app.storage.faults import storage_error
from app.storage.files import write_atomically
from app.storage.folders import leaflet_folder
from app.storage.foreign.leaflet_gate import media_type_of
from catalog.local_text import LocalText
from catalog.selling_points import Leaflet

if TYPE_CHECKING:
    from pathlib import Path

_HASH = re.compile(r"[0-9a-f]{64}")


class LeafletStore:
    """Keeps leaflets below the data folder; nothing is ever overwritten."""

    def __init__(self, folder: Path) -> None:
        """Keep them in a folder of the data folder, made with the first one."""
        self._folder = leaflet_folder(folder)

    def keep(self, name: str, data: bytes) -> Leaflet:
        """Look at a file and keep it; the same content again is the same leaflet.

        Args:
            name: Name of the file; without its ending it becomes the leaflet's.
            data: The whole content.

        Raises:
            FileRefused: It is too large, no PDF, PNG or JPEG, a picture too large to draw, tells
                where a photo was taken, or a PDF that does something when it is opened.
            StorageError: It could not be written.
        """
        media_type = media_type_of(name, data)
        leaflet = Leaflet(LocalText(name.rpartition(".")[0] or name), media_type, hash_of(data))
        file = self._file(leaflet.content)
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            if not file.exists():
                write_atomically(file, data)
        except FileError as failure:
            reason = failure.parameters["reason"]
            raise storage_error(file, reason, failure.parameters["detail"]) from failure
        except OSError as failure:
            raise storage_error(file, "not_written", failure.strerror) from failure
        return leaflet

    def read(self, content: str) -> bytes:
        """The file with a hash, checked against it.

        Raises:
            StorageError: It is missing (``document_missing``), as after an import from elsewhere,
                or was changed (``document_damaged``).
        """
        file = self._file(content)
        try:
            data = file.read_bytes()
        except FileNotFoundError as failure:
            raise storage_error(file, "document_missing") from failure
        except OSError as failure:
            raise storage_error(file, "cannot_open", failure.strerror) from failure
        if hash_of(data) != content:
            raise storage_error(file, "document_damaged")
        return data

    def _file(self, content: str) -> Path:
        if not _HASH.fullmatch(content):
            msg = f"{content[:80]!r} names no kept leaflet"
            raise ValueError(msg)
        return self._folder / content[:2] / content


def hash_of(data: bytes) -> str:
    """The name of a content: its SHA-256 in hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()
