"""Leaflets for customers as a Word document: what is said of each offering, a page each."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Final, NamedTuple

from docx import Document
from docx.enum.text import WD_BREAK
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

if TYPE_CHECKING:
    from docx.document import Document as Written

_LATIN, _CHINESE = "Noto Sans", "Noto Sans SC"
_ACCENT: Final = RGBColor(0x2F, 0x5C, 0xE5)
_QUIET: Final = RGBColor(0x60, 0x68, 0x78)


class LeafletPage(NamedTuple):
    """A page: the offering's name, sentences to read first, pairs of heading and text, a foot."""

    name: str
    sentences: tuple[str, ...]
    points: tuple[tuple[str, str], ...]
    foot: str


def leaflet_document(title: str, pages: tuple[LeafletPage, ...]) -> bytes:
    """The leaflets as a .docx of A4 pages; the same pages give the same text."""
    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21.0), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.5)
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = _LATIN, Pt(12)
    normal.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), _CHINESE)
    document.core_properties.title = title
    document.core_properties.author = ""
    for place, page in enumerate(pages):
        if place:
            document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
        _write(document, page.name, 26, _ACCENT, bold=True)
        for sentence in page.sentences:
            _write(document, sentence, 14)
        for heading, text in page.points:
            _write(document, heading, 11, _QUIET, bold=True)
            _write(document, text, 12)
        _write(document, page.foot, 10, _QUIET)
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def _write(
    document: Written, text: str, size: float, colour: RGBColor | None = None, *, bold: bool = False
) -> None:
    run = document.add_paragraph().add_run(text)
    run.font.size, run.bold = Pt(size), bold
    if colour is not None:
        run.font.color.rgb = colour
