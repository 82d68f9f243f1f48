"""Put pictures into the PDF: files that PDF can hold as they are go in without decoding."""

from __future__ import annotations

import io
import struct
import zlib
from typing import TYPE_CHECKING, Final

from PIL import Image
from reportlab.pdfbase import pdfdoc

if TYPE_CHECKING:
    from collections.abc import Iterator

_PNG: Final = b"\x89PNG\r\n\x1a\n"
_COLOURS: Final = {0: ("DeviceGray", 1), 2: ("DeviceRGB", 3), 3: ("Indexed", 1)}
_JPEG_MODES: Final = {"RGB": "DeviceRGB", "L": "DeviceGray"}
_BYTE: Final = 8
_OPAQUE: Final = 255


class PictureStore:
    """The pictures of one document, each written once."""

    def __init__(self, document: pdfdoc.PDFDocument) -> None:
        """Write into a PDF document."""
        self._document = document
        self._known: dict[str, str] = {}

    def add(self, part: str, data: bytes) -> str:
        """Return the name that a picture is drawn by; empty when it cannot be read."""
        if part not in self._known:
            stream = self._stream(data)
            self._known[part] = f"Picture{len(self._known) + 1}" if stream is not None else ""
            if stream is not None:
                self._document.addForm(self._known[part], stream)
        return self._known[part]

    def _stream(self, data: bytes) -> pdfdoc.PDFStream | None:
        passed = _png_as_is(data)
        if passed is not None:
            return passed
        try:
            image = Image.open(io.BytesIO(data))
            if image.format == "JPEG" and image.mode in _JPEG_MODES:
                return _image(
                    image.size,
                    _JPEG_MODES[image.mode],
                    data,
                    {"Filter": pdfdoc.PDFName("DCTDecode")},
                )
            return self._decoded(image)
        except (OSError, ValueError):
            return None

    def _decoded(self, image: Image.Image) -> pdfdoc.PDFStream:
        """Write pixels, and transparency as a mask of its own."""
        mask = None
        if image.mode in {"RGBA", "LA", "PA"} or "transparency" in image.info:
            full = image.convert("RGBA")
            mask = full.getchannel("A")
            if mask.getextrema()[0] == _OPAQUE:  # nothing is transparent
                mask = None
            image = full.convert("RGB")
        grey = image.mode in {"1", "L"}
        image = image.convert("L" if grey else "RGB")
        extra = {"Filter": pdfdoc.PDFName("FlateDecode")}
        if mask is not None:
            flat = _image(mask.size, "DeviceGray", zlib.compress(mask.tobytes()), dict(extra))
            extra["SMask"] = self._document.Reference(flat)
        space = "DeviceGray" if grey else "DeviceRGB"
        return _image(image.size, space, zlib.compress(image.tobytes()), extra)


def _image(
    size: tuple[int, int],
    space: object,
    content: bytes,
    extra: dict[str, object],
    bits: int = _BYTE,
) -> pdfdoc.PDFStream:
    stream = pdfdoc.PDFStream(content=content)
    entries: dict[str, object] = {
        "Type": pdfdoc.PDFName("XObject"),
        "Subtype": pdfdoc.PDFName("Image"),
        "Width": size[0],
        "Height": size[1],
        "ColorSpace": pdfdoc.PDFName(space) if isinstance(space, str) else space,
        "BitsPerComponent": bits,
    }
    for name, entry in (entries | extra).items():
        stream.dictionary[name] = entry
    return stream


def _png_as_is(data: bytes) -> pdfdoc.PDFStream | None:
    """Pass a PNG's own compressed rows through; None for one with transparency or interlacing."""
    if not data.startswith(_PNG):
        return None
    chunks = list(_chunks(data))
    width, height, bits, colour, _, _, interlaced = struct.unpack(">2I5B", chunks[0][1])
    kinds = {kind for kind, _ in chunks}
    if colour not in _COLOURS or interlaced or bits > _BYTE or b"tRNS" in kinds:
        return None
    name, channels = _COLOURS[colour]
    space: object = name
    if colour == 3:  # noqa: PLR2004 - palette
        palette = next(body for kind, body in chunks if kind == b"PLTE")
        space = pdfdoc.PDFArray(
            [
                pdfdoc.PDFName("Indexed"),
                pdfdoc.PDFName("DeviceRGB"),
                len(palette) // 3 - 1,
                pdfdoc.PDFString(palette),
            ]
        )
    content = b"".join(body for kind, body in chunks if kind == b"IDAT")
    parameters = {"Predictor": 15, "Colors": channels, "BitsPerComponent": bits, "Columns": width}
    extra = {
        "Filter": pdfdoc.PDFName("FlateDecode"),
        "DecodeParms": pdfdoc.PDFDictionary(parameters),
    }
    return _image((width, height), space, content, extra, bits)


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    position = len(_PNG)
    while position + _BYTE <= len(data):
        length, kind = struct.unpack_from(">I4s", data, position)
        yield kind, data[position + 8 : position + 8 + length]
        position += 12 + length
