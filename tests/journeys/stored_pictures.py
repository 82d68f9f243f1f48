"""Pictures of the main screens as they are stored, and what differs from them.

They are drawn by the offscreen platform with the program's own fonts, so that every machine draws
the same. What is seen is reduced to as few colours as what is stored before they are compared.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PIL import Image, ImageChops
from PySide6.QtGui import QImage

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

STORED: Final = Path(__file__).parent / "pictures"
SEEN: Final = Path(__file__).parents[2] / "out" / "pictures"
UPDATES: Final = os.environ.get("PICTURES") == "update"
"""Whether pictures are stored anew instead of compared (`make pictures`)."""
LARGEST: Final = 60_000
"""Bytes of a stored picture."""
_COLOURS: Final = 32
_APART: Final = 40
"""Levels of a channel by which a pixel has to be off."""
_FEW: Final = 60
"""Pixels that may be off: less than one word that was changed."""


def difference(shown: QWidget, name: str) -> str:
    """What is different from the stored picture of a screen; empty when nothing is.

    A picture that differs is left in ``out/pictures``, with its differences in red beside it.

    Args:
        shown: The window or dialog.
        name: Of the picture.
    """
    reduced = _grabbed(shown).quantize(
        _COLOURS, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE
    )
    stored, picture = STORED / f"{name}.png", reduced.convert("RGB")
    if UPDATES:
        stored.parent.mkdir(exist_ok=True)
        reduced.save(stored, optimize=True)
        return ""
    if not stored.is_file():
        return f"{name}: no picture is stored; make pictures"
    with Image.open(stored) as file:
        wanted = file.convert("RGB")
    if wanted.size != picture.size:
        _leave(picture, None, name)
        return f"{name}: {picture.size} instead of {wanted.size}"
    off = _off(picture, wanted)
    count = off.histogram()[255]
    if count <= _FEW:
        return ""
    _leave(picture, off, name)
    return f"{name}: {count} pixels in {off.getbbox()}; see {SEEN / name}.png"


def _grabbed(shown: QWidget) -> Image.Image:
    image = shown.grab().toImage().convertToFormat(QImage.Format.Format_RGB888)
    size = (image.width(), image.height())
    return Image.frombytes(
        "RGB", size, bytes(image.constBits()), "raw", "RGB", image.bytesPerLine()
    )


def _off(one: Image.Image, other: Image.Image) -> Image.Image:
    """White where the pictures differ."""
    channels = ImageChops.difference(one, other).split()
    most = ImageChops.lighter(ImageChops.lighter(channels[0], channels[1]), channels[2])
    return most.point(lambda level: 255 if level > _APART else 0)


def _leave(picture: Image.Image, off: Image.Image | None, name: str) -> None:
    SEEN.mkdir(parents=True, exist_ok=True)
    picture.save(SEEN / f"{name}.png")
    if off is not None:
        red = Image.new("RGB", picture.size, "red")
        Image.composite(red, picture, off).save(SEEN / f"{name}-difference.png")
