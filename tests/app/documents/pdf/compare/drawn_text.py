"""The characters of a PDF in the order in which they are drawn, each with its place."""

from __future__ import annotations

import ctypes
import re
import unicodedata
from typing import Final

import msgspec
import pypdfium2
import pypdfium2.raw as pdfium

_LEADERS: Final = re.compile(r"[.·-]{4,}")
"""LibreOffice fills tabs with characters, ours with strokes: they are no words."""


class Drawn(msgspec.Struct, frozen=True, gc=False):
    """One character.

    Attributes:
        x, top: Its origin on the baseline, in points from the page's left and upper edges.
        size: Of its font, in points.
    """

    text: str
    page: int
    x: float
    top: float
    size: float


class DrawnText(msgspec.Struct, frozen=True):
    """What a PDF shows.

    Attributes:
        characters: Without white space and without the dots of leaders.
    """

    pages: int
    characters: tuple[Drawn, ...]

    @property
    def text(self) -> str:
        """All characters."""
        return "".join(one.text for one in self.characters)


def drawn_text(data: bytes) -> DrawnText:
    """Read the characters of a PDF."""
    document = pypdfium2.PdfDocument(data)
    found: list[Drawn] = []
    for number in range(len(document)):
        page = document[number]
        text = page.get_textpage()
        height = page.get_height()
        for index in range(text.count_chars()):
            if pdfium.FPDFText_IsGenerated(text, index) == 1:
                continue
            character = unicodedata.normalize("NFC", chr(pdfium.FPDFText_GetUnicode(text, index)))
            if character == "\x02":  # a hyphen at the end of a line
                character = "-"
            if character.isspace() or character == "\0":
                continue
            x, y = ctypes.c_double(), ctypes.c_double()
            pdfium.FPDFText_GetCharOrigin(text, index, x, y)
            size = pdfium.FPDFText_GetFontSize(text, index)
            found.append(Drawn(character, number, x.value, height - y.value, size))
        text.close()
        page.close()
    pages = len(document)
    document.close()
    return DrawnText(pages, _without_leaders(found))


def _without_leaders(characters: list[Drawn]) -> tuple[Drawn, ...]:
    text = "".join(one.text for one in characters)
    dropped: set[int] = set()
    for match in _LEADERS.finditer(text):
        stretch = range(*match.span())
        if len({round(characters[n].top, 1) for n in stretch}) == 1:
            dropped.update(stretch)
    return tuple(one for n, one in enumerate(characters) if n not in dropped)
