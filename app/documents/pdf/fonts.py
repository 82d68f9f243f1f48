"""The bundled faces: which one draws a character, how wide it is, how tall its line is.

A document names fonts that are not there (宋体, Calibri); a substitute draws the letters, but the
height of a line follows the font that was *named*, or pages would break elsewhere than in Word.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from app.documents.pdf.truetype import TrueType

if TYPE_CHECKING:
    import pathlib

_FILES: Final = {
    "sans": "NotoSansSC-Regular.ttf",
    "sans-bold": "NotoSansSC-Bold.ttf",
    "serif": "NotoSerifSC-Regular.ttf",
    "serif-bold": "NotoSerifSC-Bold.ttf",
    "symbols": "DejaVuSans-Symbols.ttf",
}
_SANS: Final = re.compile(
    r"黑|雅|等线|苹方|圆|hei|deng|sans|arial|calibri|verdana|tahoma|segoe|helvetica|aptos"
    r"|consol|inter|pingfang|gothic|roboto|candara|corbel",
    re.IGNORECASE,
)
# Height of a single-spaced line in em, by the family that the document names; the first match
# counts. Calibrated on Word: it gives Chinese families without own leading 1.3 em.
_LINE_HEIGHTS: Final = (
    (re.compile(r"noto sans|source han sans|思源黑体", re.IGNORECASE), 1.448),
    (re.compile(r"noto serif|source han serif|思源宋体", re.IGNORECASE), 1.437),
    (re.compile(r"雅黑|yahei", re.IGNORECASE), 1.32),
    (re.compile(r"calibri|aptos", re.IGNORECASE), 1.22),
    (re.compile(r"cambria|segoe|verdana|tahoma|consol|inter", re.IGNORECASE), 1.2),
    (re.compile(r"times|arial|helvetica|georgia|liberation|garamond", re.IGNORECASE), 1.15),
)
# Bullets that Chinese faces draw as specks in the middle of a full-width box.
_BETTER_AS_SYMBOL: Final = frozenset("•▪◦‣")
_CHINESE_LINE: Final = 1.3
# An em box reaches 0.88 above and 0.12 below the baseline in Chinese faces.
_EM_RISE: Final = 0.88


class LineMetrics(NamedTuple):
    """Room above and below the baseline of a single-spaced line, in em."""

    above: float
    below: float


class FoundGlyph(NamedTuple):
    """Where a character is drawn from.

    Attributes:
        face: Key of the face.
        width: Advance in em.
        missing: No bundled face has the character; an empty box is drawn.
    """

    face: str
    width: float
    missing: bool


class FontSet:
    """The faces of one folder; reusable for many documents and safe to share between threads.

    A face is read when its first character is asked for.
    """

    def __init__(self, folder: pathlib.Path) -> None:
        """Remember where the faces are; see :meth:`load`."""
        self._folder = folder
        self._faces: dict[str, TrueType] = {}

    @classmethod
    def load(cls, folder: pathlib.Path) -> FontSet:
        """Open the faces of a folder.

        Raises:
            FileNotFoundError: a bundled face is not there.
        """
        for file in _FILES.values():
            if not (folder / file).is_file():
                raise FileNotFoundError(folder / file)
        return cls(folder)

    def face(self, key: str) -> TrueType:
        """Return a face by its key, reading it the first time."""
        face = self._faces.get(key)
        if face is None:
            face = self._faces[key] = TrueType((self._folder / _FILES[key]).read_bytes())
        return face

    def find(self, character: str, family: str, *, bold: bool) -> FoundGlyph:
        """Find the face for a character: the family's, then the other family, then symbols."""
        code = ord(character)
        chain = _chain(family, bold=bold)
        for key in reversed(chain) if character in _BETTER_AS_SYMBOL else chain:
            face = self.face(key)
            glyph = face.glyphs.get(code)
            if glyph is not None:
                return FoundGlyph(key, face.widths[glyph] / 1000, missing=False)
        key = chain[0]
        return FoundGlyph(key, self.face(key).widths[0] / 1000, missing=True)


def is_sans(family: str) -> bool:
    """Tell whether a named family is drawn without serifs."""
    return bool(_SANS.search(family))


def line_metrics(family: str, *, chinese: bool) -> LineMetrics:
    """Return the line metrics of a *named* family, in em."""
    default = _CHINESE_LINE if chinese else 1.15
    height = next((tall for names, tall in _LINE_HEIGHTS if names.search(family)), default)
    if chinese:
        height = max(height, _CHINESE_LINE)
    leading = (height - 1) / 2
    return LineMetrics(_EM_RISE + leading, 1 - _EM_RISE + leading)


@lru_cache(maxsize=256)
def _chain(family: str, *, bold: bool) -> tuple[str, ...]:
    weight = "-bold" if bold else ""
    first, second = ("sans", "serif") if is_sans(family) else ("serif", "sans")
    return (first + weight, second + weight, "symbols")
