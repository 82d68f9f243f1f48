"""A customer's logo in the shape of the frame that waits for it in a template."""

from __future__ import annotations

import functools
import io
from typing import Final

from PIL import Image

LOGO_NAME: Final = "customer_logo"
"""Name that the placeholder picture in a template carries as its alternative text."""
_HIGH: Final = 420
"""Pixels of the frame's height: 15 mm at 700 dots per inch."""


@functools.lru_cache(maxsize=2)
def fitted_logo(picture: bytes, frame_emu: tuple[int, int]) -> bytes:
    """The logo whole and unbent, at the left of a white frame, as a PNG.

    Args:
        picture: PNG or JPEG that the gate has let pass.
        frame_emu: Width and height of the frame.
    """
    size = (max(1, _HIGH * frame_emu[0] // max(1, frame_emu[1])), _HIGH)
    with Image.open(io.BytesIO(picture)) as opened:
        logo = opened.convert("RGBA")
    scale = min(size[0] / logo.width, size[1] / logo.height)
    shape = (max(1, round(logo.width * scale)), max(1, round(logo.height * scale)))
    logo = logo.resize(shape, Image.Resampling.LANCZOS)
    frame = Image.new("RGBA", size, "white")
    frame.alpha_composite(logo, (0, (size[1] - logo.height) // 2))
    target = io.BytesIO()
    frame.convert("RGB").save(target, "PNG")
    return target.getvalue()
