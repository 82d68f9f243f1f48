"""Leaflets are looked at, kept by their content, and found again by it."""

from __future__ import annotations

import hashlib
import struct
from typing import TYPE_CHECKING

import pytest

from app.errors import FileRefused, StorageError
from app.storage.foreign.leaflet_gate import LARGEST
from app.storage.leaflet_store import LeafletStore
from catalog.selling_points import Leaflet

if TYPE_CHECKING:
    from pathlib import Path

PDF = b"%PDF-1.4\n1 0 obj << /Type /Catalog >> endobj\n%%EOF\n"


def png(width: int, height: int) -> bytes:
    """The head of a PNG, which is all that is looked at."""
    return b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + struct.pack(">II", width, height) + b"\x08\x02\0\0\0"


def test_a_leaflet_is_found_by_its_content(tmp_path: Path) -> None:
    """Twice the same file is one leaflet, under any name."""
    store = LeafletStore(tmp_path)
    leaflet = store.keep("光纤专线.pdf", PDF)
    assert (leaflet.name.zh, leaflet.media_type) == ("光纤专线", "application/pdf")
    assert leaflet.content == hashlib.sha256(PDF).hexdigest()
    assert store.read(leaflet.content) == PDF
    again = store.keep("copy.pdf", PDF)
    assert isinstance(again, Leaflet)
    assert again.content == leaflet.content
    assert len([path for path in tmp_path.rglob("*") if path.is_file()]) == 1


def test_pictures_are_told_by_their_content(tmp_path: Path) -> None:
    """The ending of a name proves nothing."""
    assert LeafletStore(tmp_path).keep("poster.pdf", png(800, 600)).media_type == "image/png"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (PDF + bytes(LARGEST), "gate.file_too_large"),
        (PDF.replace(b"/Type", b"/OpenAction << /S /JavaScript >> /Type"), "gate.pdf_active"),
        (b"GIF89a" + bytes(20), "gate.no_leaflet"),
        (b"MZ\x90\0" + bytes(99), "gate.no_leaflet"),
        (b"\x89PNG\r\n\x1a\n", "gate.picture_unreadable"),
        (png(0, 5), "gate.picture_unreadable"),
        (png(30_000, 10), "gate.leaflet_picture_large"),
        (
            b"\xff\xd8\xff\xe1\0\x08Exif\0\0\xff\xc0\0\x0b\x08\0\x10\0\x10\x01\x01\x11\0",
            "gate.picture_tells_place",
        ),
    ],
)
def test_what_is_no_leaflet_is_refused(tmp_path: Path, data: bytes, code: str) -> None:
    """With the reason, and nothing is kept."""
    with pytest.raises(FileRefused) as refusal:
        LeafletStore(tmp_path).keep("a.pdf", data)
    assert [found.code for found in refusal.value.findings] == [code]
    assert list(tmp_path.iterdir()) == []


def test_a_leaflet_that_is_gone_or_changed_is_a_failure(tmp_path: Path) -> None:
    """A catalogue from elsewhere names files that are not here."""
    store = LeafletStore(tmp_path)
    with pytest.raises(StorageError) as failure:
        store.read("ab" * 32)
    assert failure.value.parameters["reason"] == "document_missing"
    leaflet = store.keep("a.pdf", PDF)
    (file,) = (path for path in tmp_path.rglob("*") if path.is_file())
    file.write_bytes(b"other")
    with pytest.raises(StorageError) as failure:
        store.read(leaflet.content)
    assert failure.value.parameters["reason"] == "document_damaged"
    with pytest.raises(ValueError, match="names no kept leaflet"):
        store.read("../secret")
