"""Pages of a PDF as pictures, and their text with the place of every character."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from app.documents.pdfium import opened

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pypdfium2

Box = tuple[float, float, float, float]
"""Left, top, right and bottom in points from the top left corner of a page."""


class PageText(msgspec.Struct, frozen=True):
    """What one page says.

    Attributes:
        width: In points.
        height: In points.
        text: Every character in reading order; lines end with a line feed.
        boxes: Where each character of the text stands; all zero for a line feed.
    """

    width: float
    height: float
    text: str
    boxes: tuple[Box, ...]


class PagePicture(msgspec.Struct, frozen=True):
    """One page as a picture.

    Attributes:
        page: Counted from 0.
        scale: Pixels per point.
        width: In pixels.
        height: In pixels.
        stride: Bytes of a row.
        data: Blue, green, red and an unused byte for every pixel, row by row.
    """

    page: int
    scale: float
    width: int
    height: int
    stride: int
    data: bytes


def read_pages(pdf: bytes, draft_mark: str = "") -> tuple[PageText, ...]:
    """The text of every page.

    Args:
        pdf: The file.
        draft_mark: Word across every page that is no part of the text.
    """
    with opened(pdf) as document:
        return tuple(_read(document, number, draft_mark) for number in range(len(document)))


def _read(document: pypdfium2.PdfDocument, number: int, draft_mark: str) -> PageText:
    import pypdfium2.raw as pdfium

    page = document[number]
    text_page = page.get_textpage()
    width, height = page.get_size()
    rect = pdfium.FS_RECTF()
    characters: list[str] = []
    boxes: list[Box] = []
    for place in range(text_page.count_chars()):
        character = chr(pdfium.FPDFText_GetUnicode(text_page.raw, place))
        if character == "\r":  # PDFium ends its lines with both
            continue
        # PDFium marks a hyphen at the end of a line with U+FFFE.
        characters.append("-" if character == "\ufffe" else character)
        if character == "\n":
            boxes.append((0.0, 0.0, 0.0, 0.0))
            continue
        pdfium.FPDFText_GetLooseCharBox(text_page.raw, place, rect)
        boxes.append((rect.left, height - rect.top, rect.right, height - rect.bottom))
    text_page.close()
    page.close()
    text = "".join(characters)
    if draft_mark and text.endswith(draft_mark):
        text = text.removesuffix(draft_mark).rstrip("\n")
    return PageText(width, height, text, tuple(boxes[: len(text)]))


def draw_pages(pdf: bytes, pages: Sequence[int], scale: float) -> tuple[PagePicture, ...]:
    """Pictures of some pages.

    Args:
        pdf: The file.
        pages: Counted from 0; those that are not there are left out.
        scale: Pixels per point.
    """
    with opened(pdf) as document:
        return tuple(
            _draw(document, number, scale) for number in pages if 0 <= number < len(document)
        )


def _draw(document: pypdfium2.PdfDocument, number: int, scale: float) -> PagePicture:
    page = document[number]
    bitmap = page.render(scale=scale, rev_byteorder=False, prefer_bgrx=True)
    picture = PagePicture(
        number, scale, bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer)
    )
    bitmap.close()
    page.close()
    return picture
