"""The gate for leaflets: a PDF or a picture that only shows something."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from app.errors import FileRefused
from app.storage.foreign.findings import finding
from app.storage.foreign.limits import LIMITS
from app.storage.foreign.picture_gate import carries_exif, picture_size
from app.storage.foreign.sniff import FileKind, sniff

if TYPE_CHECKING:
    from app.storage.foreign.findings import GateFinding

LARGEST = 5 << 20
"""Bytes; a leaflet is sent by mail."""
_PNG, _JPEG = b"\x89PNG", b"\xff\xd8\xff"
_ACTIVE = re.compile(rb"/(?:JavaScript|JS|Launch|EmbeddedFile|OpenAction|AA|XFA)\b")
"""What makes a PDF do something, or carry something else, when it is opened."""


def media_type_of(name: str, data: bytes) -> str:
    """What a leaflet is, by its content.

    Raises:
        FileRefused: As ``LeafletStore.keep`` says.
    """
    media_type, found = _looked_at(data)
    if found:
        raise FileRefused(name, found)
    return media_type


def _looked_at(data: bytes) -> tuple[str, list[GateFinding]]:
    """Media type, and why the file is refused."""
    if len(data) > LARGEST:
        return "", [finding("gate.file_too_large", limit=f"{LARGEST >> 20} MB")]
    kind = sniff(data)
    if kind is FileKind.PDF:
        active = _ACTIVE.search(data)
        return "application/pdf", [finding("gate.pdf_active")] if active else []
    if not data.startswith((_PNG, _JPEG)):
        return "", [_no_leaflet(kind)]
    size = picture_size(data)
    if size is None or not all(size):
        return "", [finding("gate.picture_unreadable")]
    found = []
    if size[0] * size[1] > LIMITS.picture_pixels or max(size) > LIMITS.picture_side:
        found.append(finding("gate.leaflet_picture_large", width=size[0], height=size[1]))
    if carries_exif(data):
        found.append(finding("gate.picture_tells_place"))
    return "image/png" if data.startswith(_PNG) else "image/jpeg", found


def _no_leaflet(kind: FileKind) -> GateFinding:
    if kind is FileKind.EMPTY:
        return finding("gate.empty_file")
    return finding("gate.no_leaflet", file_kind=kind.value)
