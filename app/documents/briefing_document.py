"""What one takes along to a customer, as a Word document: internal, with room for notes."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Final, NamedTuple

from docx import Document
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

if TYPE_CHECKING:
    from docx.document import Document as Written

_LATIN, _CHINESE = "Noto Sans", "Noto Sans SC"
_QUIET: Final = RGBColor(0x60, 0x68, 0x78)
_RULE: Final = "_" * 72
_ROOM = 2
"""Lines for notes below a question that was not answered."""


class Asked(NamedTuple):
    """A question with what helps to ask it, and what was answered; empty where it was not."""

    text: str
    hint: str
    answer: str


class Part(NamedTuple):
    """A part of the briefing: lines, and questions to ask."""

    title: str
    lines: tuple[str, ...] = ()
    asked: tuple[Asked, ...] = ()


class Briefing(NamedTuple):
    """A briefing in one language: title, a line below it, and its parts."""

    title: str
    about: str
    parts: tuple[Part, ...]


def briefing_document(briefing: Briefing) -> bytes:
    """The briefing as a .docx of A4 pages; the same briefing gives the same text."""
    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21.0), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.0)
    section.top_margin = section.bottom_margin = Cm(1.8)
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = _LATIN, Pt(10)
    normal.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), _CHINESE)
    normal.paragraph_format.space_after = Pt(3)
    document.core_properties.title = briefing.title
    document.core_properties.author = ""
    _write(document, briefing.title, size=16, bold=True)
    _write(document, briefing.about, quiet=True)
    for part in briefing.parts:
        _write(document, part.title, size=12, bold=True, above=10, kept=True)
        for line in part.lines:
            _write(document, f"· {line}")
        for asked in part.asked:
            _ask(document, asked)
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def _ask(document: Written, asked: Asked) -> None:
    _write(document, asked.text, bold=True, above=4, kept=True)
    if asked.hint:
        _write(document, asked.hint, size=8.5, quiet=True, kept=True)
    if asked.answer:
        _write(document, asked.answer)
        return
    for _ in range(_ROOM):
        _write(document, _RULE, quiet=True)


def _write(
    document: Written,
    text: str,
    *,
    size: float = 10,
    bold: bool = False,
    quiet: bool = False,
    above: float = 0,
    kept: bool = False,
) -> None:
    paragraph = document.add_paragraph()
    paragraph.paragraph_format.space_before = Pt(above)
    paragraph.paragraph_format.keep_with_next = kept
    run = paragraph.add_run(text)
    run.font.size, run.bold = Pt(size), bold
    if quiet:
        run.font.color.rgb = _QUIET
