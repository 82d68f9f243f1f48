"""The large word across a page that says it is no final document."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.documents.pdf.font_embedding import EmbeddedFont
    from app.documents.pdf.fonts import FontSet

_SHARE: Final = 0.62  # of the page's diagonal that the word takes
_LARGEST: Final = 160.0
_FAMILY: Final = "黑体"


def draft_operators(
    mark: str,
    width: float,
    height: float,
    fonts: FontSet,
    font: Callable[[str], EmbeddedFont],
) -> str:
    """Return operators that write ``mark`` along the rising diagonal of a page, in light grey."""
    glyphs = [(character, fonts.find(character, _FAMILY, bold=True)) for character in mark]
    em = sum(glyph.width for _, glyph in glyphs)
    size = min(math.hypot(width, height) * _SHARE / max(em, 1.0), _LARGEST)
    angle = math.atan2(height, width)
    cosine, sine = math.cos(angle), math.sin(angle)
    # The middle of the word, a third of an em above its baseline, meets the middle of the page.
    back, down = em * size / 2, size * 0.36
    x = width / 2 - back * cosine + down * sine
    y = height / 2 - back * sine - down * cosine
    out = ["q 0.45 0.45 0.45 rg"]
    for character, glyph in glyphs:
        embedded = font(glyph.face)
        out.append(
            f"BT /{embedded.resource} {size:.1f} Tf {cosine:.5f} {sine:.5f} {-sine:.5f} "
            f"{cosine:.5f} {x:.2f} {y:.2f} Tm <{embedded.encode(character)}> Tj ET"
        )
        x += glyph.width * size * cosine
        y += glyph.width * size * sine
    return "\n".join([*out, "Q"])
