"""Pictures of the main screens as they are stored, and what differs from them.

They are drawn by the offscreen platform with the program's own fonts, so that every machine draws
the same. What is stored has few colours, chosen so that none is far from what it stands for; a
pixel that is further off than that has changed.
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
LARGEST: Final = 72_000
"""Bytes of a stored picture."""
_COLOURS: Final = 44
_APART: Final = 36
"""Levels of a channel by which a pixel has to be off; the colours are off by 30 at most."""


def store(shown: QWidget, name: str, folder: Path = STORED) -> None:
    """Store the picture of a screen anew."""
    folder.mkdir(exist_ok=True)
    few = _grabbed(shown).quantize(_COLOURS, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)
    few.save(folder / f"{name}.png", optimize=True)


def difference(shown: QWidget, name: str, folder: Path = STORED, seen: Path = SEEN) -> str:
    """What is different from the stored picture of a screen; empty when nothing is.

    Args:
        shown: The window or dialog.
        name: Of the picture.
        folder: Where pictures are stored.
        seen: A picture that differs is left there, with its differences in red beside it.
    """
    picture = _grabbed(shown)
    stored = folder / f"{name}.png"
    if not stored.is_file():
        return f"{name}: no picture is stored; make pictures"
    with Image.open(stored) as file:
        wanted = file.convert("RGB")
    if wanted.size != picture.size:
        _leave(picture, None, seen / name)
        return f"{name}: {picture.size} instead of {wanted.size}"
    off = _off(picture, wanted)
    count = off.histogram()[255]
    if not count:
        return ""
    _leave(picture, off, seen / name)
    return f"{name}: {count} pixels in {off.getbbox()}; see {seen / name}.png"


def _grabbed(shown: QWidget) -> Image.Image:
    image = shown.grab().toImage().convertToFormat(QImage.Format.Format_RGB888)
    size, data = (image.width(), image.height()), bytes(image.constBits())
    picture = Image.frombytes("RGB", size, data, "raw", "RGB", image.bytesPerLine())
    # At a scale above 1 as large as at 1: what moves is seen there too, and pictures stay small.
    logical = (shown.width(), shown.height())
    return picture if size == logical else picture.resize(logical, Image.Resampling.BOX)


def _off(one: Image.Image, other: Image.Image) -> Image.Image:
    """White where the pictures differ."""
    channels = ImageChops.difference(one, other).split()
    most = ImageChops.lighter(ImageChops.lighter(channels[0], channels[1]), channels[2])
    return most.point(lambda level: 255 if level > _APART else 0)


def _leave(picture: Image.Image, off: Image.Image | None, place: Path) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    picture.save(place.with_suffix(".png"))
    if off is not None:
        red = Image.new("RGB", picture.size, "red")
        Image.composite(red, picture, off).save(place.with_name(f"{place.name}-difference.png"))
