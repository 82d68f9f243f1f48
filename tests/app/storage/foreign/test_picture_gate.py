"""Pictures are judged by the size that they unpack to."""

from __future__ import annotations

import struct
import zlib

import pytest

from app.storage.foreign.gate import GateReport, check_ooxml
from app.storage.foreign.picture_gate import picture_size
from tests.app.storage.foreign.office_files import (
    document_parts,
    packed,
)

_CELL = '<row r="1"><c r="A1"><v>1</v></c></row>'


def _codes(report: GateReport) -> set[str]:
    return {found.code for found in report.refusals}


def _document_with(name: str, content: str | bytes) -> bytes:
    return packed({**document_parts(), name: content})


def _png(width: int, height: int) -> bytes:
    header = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + struct.pack(">I", 13)
        + header
        + struct.pack(">I", zlib.crc32(header))
    )


def test_pictures_are_judged_by_the_size_they_unpack_to() -> None:
    """900 megapixels fit into 110 KB; a page-wide photo is fine."""
    for size, codes in (((30_000, 30_000), {"gate.huge_picture"}), ((2000, 1500), set())):
        data = _document_with("word/media/image1.png", _png(*size))
        assert _codes(check_ooxml(data, "docx")) == codes


def _jpeg(width: int, height: int, before: bytes = b"") -> bytes:
    frame = b"\xff\xc0" + struct.pack(">HBHH", 17, 8, height, width) + bytes(10)
    return b"\xff\xd8" + b"\xff\xe0\x00\x04ab" + before + frame


@pytest.mark.parametrize(
    ("data", "size"),
    [
        (_png(7, 5), (7, 5)),
        (b"GIF89a" + struct.pack("<HH", 7, 5), (7, 5)),
        (b"BM" + bytes(16) + struct.pack("<ii", 7, -5), (7, 5)),
        (_jpeg(7, 5), (7, 5)),
        (_jpeg(7, 5, before=b"\xff\xff\xd0"), (7, 5)),
        (_jpeg(7, 5)[:8], None),
        (b"\xff\xd8no marker here", None),
        (_png(7, 5)[:18], None),
        (b"II*\0", None),
    ],
)
def test_the_size_is_in_the_first_bytes(data: bytes, size: tuple[int, int] | None) -> None:
    """Of all four formats; a cut-off picture has none."""
    assert picture_size(data) == size
