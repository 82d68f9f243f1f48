"""Passages of the other contract, made anew to stand in a marked document.

Only words come from the other file. How they look comes from it as well where both were filled from
one template, otherwise from what stands near: a style of another document means something else.
"""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Final

from lxml import etree

from app.documents.contract_reading import Place, passages_at, places_in
from app.documents.paragraph_units import look_of, run_of, units_of
from app.documents.pdf.docx_reader import Package
from app.documents.pdf.ooxml import W, child

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.etree import _Element

    from app.quoting.contract_text import Passage

_LOOKS: Final = ("word/styles.xml", "word/numbering.xml")
_NOT_COPIED: Final = ("sectPr", "pPrChange", "framePr")


class Shapes:
    """How passages look: of the other contract where its styles are ours, and of the document."""

    def __init__(self, own: list[tuple[Passage, Place]], other: list[Place]) -> None:
        """Keep the passages of the document, and the places of the other contract if they serve."""
        self._own = [(passage, copy.deepcopy(place.block)) for passage, place in own]
        self._other = other

    @classmethod
    def of(cls, package: Package, other: bytes | None, body: _Element) -> Shapes:
        """What is there to look like.

        Args:
            package: The document.
            other: The other contract; ``None`` when nothing but its words may be used.
            body: Of the document.
        """
        places = list(places_in(body))
        own = list(zip(passages_at(package, body, places), places, strict=True))
        return cls(own, _places_of(package, other))

    def paragraph(self, passage: Passage, number: int) -> _Element | None:
        """A paragraph to look like."""
        if self._other:
            return self._other[number].block
        return self._like(passage)

    def row(self, passage: Passage, number: int, near: _Element | None) -> _Element | None:
        """A row to look like: with as many cells, if there is one."""
        if self._other:
            return self._other[number].block
        if near is not None and near.tag == f"{W}tr":
            cells = sum(1 for _ in near.iterchildren(f"{W}tc"))
            if cells == len(passage.cells):
                return near
        return self._like(passage)

    def table_for(self, number: int, row: _Element) -> _Element:
        """A table of its own around a row."""
        table = etree.Element(f"{W}tbl")
        known = None
        if self._other:
            known = next(self._other[number].block.iterancestors(f"{W}tbl"), None)
        for name in ("tblPr", "tblGrid"):
            part = child(known, name)
            table.append(etree.Element(f"{W}{name}") if part is None else copy.deepcopy(part))
        table.append(row)
        return table

    def _like(self, passage: Passage) -> _Element | None:
        alike = (block for own, block in self._own if _alike(own, passage))
        return next(alike, None)


def shaped(passage: Passage, shapes: Shapes, number: int, near: _Element | None) -> Place:
    """A passage of the other contract as a new paragraph or row.

    Args:
        passage: What it says.
        shapes: How such passages look.
        number: Its place among the passages of the other contract.
        near: The passage of the document that it comes behind.
    """
    if not passage.is_row:
        model = shapes.paragraph(passage, number)
        paragraph = _paragraph(passage.texts[0], model)
        return Place(paragraph, [paragraph], ())
    model = shapes.row(passage, number, near)
    row = etree.Element(f"{W}tr")
    known = [] if model is None else list(model.iterchildren(f"{W}tc"))
    for name in ("trPr",):
        part = child(model, name)
        if part is not None:
            row.append(_clean(part, ("ins", "del", "trPrChange")))
    texts = list(passage.texts)
    paragraphs: list[_Element] = []
    for place, count in enumerate(passage.cells):
        like = known[place] if place < len(known) else None
        paragraphs += _cell(row, texts[:count], like)
        del texts[:count]
    return Place(row, paragraphs, passage.cells)


def _cell(row: _Element, texts: Sequence[str], model: _Element | None) -> list[_Element]:
    cell = etree.SubElement(row, f"{W}tc")
    properties = child(model, "tcPr")
    if properties is not None:
        cell.append(_clean(properties, ("vMerge", "cellIns", "cellDel", "tcPrChange")))
    known = [] if model is None else list(model.iter(f"{W}p"))
    made = []
    for place, text in enumerate(texts):
        like = known[min(place, len(known) - 1)] if known else None
        made.append(_paragraph(text, like))
        cell.append(made[-1])
    return made


def _paragraph(text: str, model: _Element | None) -> _Element:
    paragraph = etree.Element(f"{W}p")
    properties, look = child(model, "pPr"), None
    if properties is not None:
        kept = _clean(properties, _NOT_COPIED)
        end = child(kept, "rPr")
        if end is not None:
            for name in ("ins", "del", "moveFrom", "moveTo"):
                for one in list(end.iterchildren(f"{W}{name}")):
                    end.remove(one)
        paragraph.append(kept)
    if model is not None:
        unit = next((unit for unit in units_of(model) if unit.text), None)
        look = None if unit is None else look_of(unit)
    if text:
        paragraph.append(run_of(text, look, deleted=False))
    return paragraph


def _clean(properties: _Element, without: tuple[str, ...]) -> _Element:
    made = copy.deepcopy(properties)
    for name in without:
        for one in list(made.iterchildren(f"{W}{name}")):
            made.remove(one)
    return made


def _alike(own: Passage, passage: Passage) -> bool:
    if passage.is_row:
        return len(own.cells) == len(passage.cells)
    numbered = bool(own.number) == bool(passage.number)
    return not own.is_row and own.heading == passage.heading and numbered and not own.blank


def _places_of(package: Package, other: bytes | None) -> list[Place]:
    """The places of the other contract, if it looks as the document does."""
    if other is None:
        return []
    opened = Package(other)
    if any(opened.data(part) != package.data(part) for part in _LOOKS):
        return []
    body = child(opened.root(opened.main), "body")
    return [] if body is None else list(places_in(body))
