"""What stands on top of a marked document: which contracts are compared, and what was found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from app.documents.paragraph_units import run_of
from app.documents.pdf.ooxml import W

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.etree import _Element

_FILL = "EEF2F7"
_HALF_POINTS = (24, 18)
_GAP = "240"
"""Below the note, in twentieths of a point."""


def note_of(texts: Sequence[str]) -> list[_Element]:
    """The paragraphs of a note; they are the first of the document, and no text of a contract."""
    last = len(texts) - 1
    return [
        _paragraph(text, title=place == 0, last=place == last) for place, text in enumerate(texts)
    ]


def _paragraph(text: str, *, title: bool, last: bool) -> _Element:
    paragraph = etree.Element(f"{W}p")
    properties = etree.SubElement(paragraph, f"{W}pPr")
    numbers = etree.SubElement(properties, f"{W}numPr")
    etree.SubElement(numbers, f"{W}numId").set(f"{W}val", "0")
    shade = etree.SubElement(properties, f"{W}shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", _FILL)):
        shade.set(f"{W}{name}", value)
    space = etree.SubElement(properties, f"{W}spacing")
    for name, value in (("before", "0"), ("after", _GAP if last else "0")):
        space.set(f"{W}{name}", value)
    indent = etree.SubElement(properties, f"{W}ind")
    for name in ("firstLine", "firstLineChars"):
        indent.set(f"{W}{name}", "0")
    look = etree.Element(f"{W}rPr")
    if title:
        etree.SubElement(look, f"{W}b")
    etree.SubElement(look, f"{W}sz").set(f"{W}val", str(_HALF_POINTS[0 if title else 1]))
    paragraph.append(run_of(text, look, deleted=False))
    return paragraph
