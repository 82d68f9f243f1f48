"""How large a Word template may be: told from its table of contents, before anything is unpacked.

A file that somebody sent may unpack to more than the memory holds, or carry a picture that does.
ZIP readers never hand out more of a part than the table of contents says, so it can be believed.
"""

from __future__ import annotations

import io
import struct
import zipfile
from typing import TYPE_CHECKING, Final

from app.errors import TemplateError
from catalog.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LARGEST_FILE: Final = 32 << 20
LARGEST_TEXT: Final = 8_000_000
"""Bytes of one part of text."""
LARGEST_PICTURE: Final = 20 << 20
LARGEST_AREA: Final = 40_000_000
"""Pixels of one picture: what a page needs for a fine print, and some more."""
_MOST_PARTS: Final = 2_000
_PNG: Final = b"\x89PNG\r\n\x1a\n"
_HEAD: Final = 1 << 18


def read_package(file: Path) -> bytes:
    """A template's bytes, when they are within bounds.

    Raises:
        TemplateError: Names the part that is too large.
        OSError: If it cannot be read.
        ValueError: If it is no Word document.
    """
    if file.stat().st_size > LARGEST_FILE:
        raise TemplateError(file.parent.name, [_too_large(file.name)])
    docx = file.read_bytes()
    if part := too_large(docx):
        raise TemplateError(file.parent.name, [_too_large(part)])
    return docx


def _too_large(part: str) -> Problem:
    return Problem("template.too_large", parameters={"reason": part})


def too_large(docx: bytes) -> str:
    """The part of a Word document that is larger than any template needs; empty for none.

    Raises:
        ValueError: If the bytes are no Word document.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(docx)) as archive:
            return next(_oversized(archive), "")
    except (zipfile.BadZipFile, NotImplementedError) as error:
        raise ValueError("not a Word document") from error


def _oversized(archive: zipfile.ZipFile) -> Iterator[str]:
    parts = archive.infolist()
    if len(parts) > _MOST_PARTS:
        yield f"{len(parts)} parts"
        return
    for part in parts:
        if part.flag_bits & 1:
            msg = f"{part.filename} is encrypted"
            raise ValueError(msg)
        is_text = part.filename.endswith((".xml", ".rels"))
        if part.file_size > (LARGEST_TEXT if is_text else LARGEST_PICTURE):
            yield part.filename
    for part in parts:
        with archive.open(part) as opened:
            head = opened.read(_HEAD)
        if part.filename.endswith(".xml") and b"<!DOCTYPE" in head:
            msg = f"{part.filename} declares entities"
            raise ValueError(msg)
        if part.filename.startswith("word/media/") and _area(head) > LARGEST_AREA:
            yield part.filename


def _area(head: bytes) -> int:
    """Pixels of a PNG or JPEG by its head; 0 for any other picture."""
    if head.startswith(_PNG) and len(head) >= 24:  # noqa: PLR2004 - signature and first chunk
        width, height = struct.unpack(">II", head[16:24])
        return int(width * height)
    if not head.startswith(b"\xff\xd8"):
        return 0
    at = 2
    while at + 9 <= len(head) and head[at] == 0xFF:  # noqa: PLR2004 - the mark of a segment
        code = head[at + 1]
        if 0xC0 <= code <= 0xCF and code not in {0xC4, 0xC8, 0xCC}:  # noqa: PLR2004 - frame headers
            height, width = struct.unpack(">HH", head[at + 5 : at + 9])
            return int(width * height)
        at += 2 + int.from_bytes(head[at + 2 : at + 4], "big")
    return 0
