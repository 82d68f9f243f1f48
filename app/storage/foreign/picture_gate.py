"""Size of a picture from its first bytes, without decoding it."""

from __future__ import annotations

import struct

_START_OF_FRAME = {0xC0, 0xC1, 0xC2, 0xC3, 0xC5, 0xC6, 0xC7, 0xC9, 0xCA, 0xCB, 0xCD, 0xCE, 0xCF}
_WITHOUT_LENGTH = {0x01, *range(0xD0, 0xD9)}


def picture_size(data: bytes) -> tuple[int, int] | None:
    """Width and height in pixels of a PNG, JPEG, GIF or BMP; None if it is none of them."""
    try:
        if data.startswith(b"\x89PNG\r\n\x1a\n"):
            width, height = struct.unpack_from(">II", data, 16)
        elif data.startswith((b"GIF87a", b"GIF89a")):
            width, height = struct.unpack_from("<HH", data, 6)
        elif data.startswith(b"BM"):
            width, height = struct.unpack_from("<ii", data, 18)
        elif data.startswith(b"\xff\xd8"):
            return _jpeg_size(data)
        else:
            return None
    except struct.error:
        return None
    return abs(width), abs(height)


def carries_exif(data: bytes) -> bool:
    """True if a photo tells where and with what it was taken."""
    return data.startswith(b"\xff\xd8") and b"Exif\0" in data[:4096]


def _jpeg_size(data: bytes) -> tuple[int, int] | None:
    position = 2
    while position + 9 < len(data):
        if data[position] != 0xFF:  # noqa: PLR2004 -- every JPEG segment starts with this byte
            return None
        marker = data[position + 1]
        if marker in _START_OF_FRAME:
            height, width = struct.unpack_from(">HH", data, position + 5)
            return width, height
        if marker in _WITHOUT_LENGTH or marker == 0xFF:  # noqa: PLR2004 -- fill byte
            position += 1 if marker == 0xFF else 2  # noqa: PLR2004 -- fill byte
            continue
        position += 2 + int(struct.unpack_from(">H", data, position + 2)[0])
    return None
