"""Pages of a PDF as pictures, and their text with the place of every character."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

import msgspec

from app.documents.pdfium import opened

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import pypdfium2

_BAND: Final = 512
"""Rows of a strip."""

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


class Band(NamedTuple):
    """A strip of a page as a picture, as wide as the page.

    Attributes:
        top: Pixels of the page above it.
        width: In pixels.
        height: In pixels.
        stride: Bytes of a row.
        data: Blue, green, red and an unused byte for every pixel, row by row.
    """

    top: int
    width: int
    height: int
    stride: int
    data: bytes


def page_sizes(pdf: bytes) -> tuple[tuple[float, float], ...]:
    """Width and height of every page in points."""
    with opened(pdf) as document:
        return tuple(document.get_page_size(number) for number in range(len(document)))


def page_bands(pdf: bytes, number: int, dots: int) -> Iterator[Band]:
    """A page for a printer, strip by strip, so that memory stays small at any resolution.

    Args:
        pdf: The file.
        number: The page, counted from 0.
        dots: Pixels per inch.
    """
    import pypdfium2
    import pypdfium2.raw as pdfium

    with opened(pdf) as document:
        page = document[number]
        width, height = (max(1, round(side * dots / 72)) for side in page.get_size())
        for top in range(0, height, _BAND):
            bitmap = pypdfium2.PdfBitmap.new_native(
                width, min(_BAND, height - top), pdfium.FPDFBitmap_BGRx
            )
            bitmap.fill_rect((255, 255, 255, 255), 0, 0, bitmap.width, bitmap.height)
            pdfium.FPDF_RenderPageBitmap(
                bitmap.raw, page.raw, 0, -top, width, height, 0, pdfium.FPDF_PRINTING
            )
            yield Band(top, bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))
            bitmap.close()
        page.close()
