"""Read a contract for comparing: its passages with numbers and references, and where they stand."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING, Final, NamedTuple

from app.documents.paragraph_units import units_of
from app.documents.pdf.body_reader import flat_children
from app.documents.pdf.docx_reader import Package
from app.documents.pdf.numbering import Numbering
from app.documents.pdf.ooxml import MC, W, child
from app.documents.pdf.styles import Styles, TableContext
from app.quoting.contract_text import ContractText, Passage, Reference

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from lxml.etree import _Element

_AROUND: Final = re.compile(r"[A-Za-z\s第条]+")
_BESIDE: Final = re.compile(r"word/(header|footer|footnotes|endnotes)\d*\.xml")
_OUTSIDE: Final = TableContext("")


class Place(NamedTuple):
    """Where a passage stands: its paragraph or row, and the paragraphs of its texts."""

    block: _Element
    paragraphs: list[_Element]
    cells: tuple[int, ...]


class _Known(NamedTuple):
    """What a paragraph is in its document."""

    number: str
    heading: bool


def read_contract(docx: bytes) -> ContractText:
    """The text of a contract; tracked changes in it count as accepted.

    Raises:
        ValueError: The bytes are no Word document.
    """
    package = Package(docx)
    root = package.root(package.main)
    body = child(root, "body")
    if body is None:
        raise ValueError("the document has no body")
    found = list(places_in(body))
    passages = passages_at(package, body, found)
    return ContractText(tuple(passages), tuple(_beside(package)))


def places_in(holder: _Element) -> Iterator[Place]:
    """The passages among the children of an element, those in its text boxes behind them."""
    for block in flat_children(holder):
        if block.tag == f"{W}p":
            yield Place(block, [block], ())
            yield from _boxed(block)
        elif block.tag == f"{W}tbl":
            for row in block.iter(f"{W}tr"):
                if next(row.iterancestors(f"{W}tbl"), None) is block:
                    yield _row(row)


def passages_at(package: Package, body: _Element, places: Sequence[Place]) -> Iterator[Passage]:
    """What stands at places of a body; numbers are counted through the whole body."""
    known = _known(package, body)
    labels = {
        mark.get(f"{W}name", ""): known[paragraph].number
        for paragraph in known
        for mark in paragraph.iter(f"{W}bookmarkStart")
    }
    for place in places:
        texts, references = [], []
        for number, paragraph in enumerate(place.paragraphs):
            text, found = _read(paragraph, number, labels)
            texts.append(text)
            references += found
        own = known.get(place.block, _Known("", heading=False))
        yield Passage(tuple(texts), place.cells, own.number, own.heading, tuple(references))


def _row(row: _Element) -> Place:
    cells, paragraphs = [], []
    for cell in row.iter(f"{W}tc"):
        if next(cell.iterancestors(f"{W}tr"), None) is row:
            inside = list(cell.iter(f"{W}p"))
            cells.append(len(inside))
            paragraphs += inside
    return Place(row, paragraphs, tuple(cells))


def _boxed(paragraph: _Element) -> Iterator[Place]:
    for box in paragraph.iter(f"{W}txbxContent"):
        if next(box.iterancestors(f"{MC}Fallback"), None) is None:
            yield from places_in(box)


def _known(package: Package, body: _Element) -> dict[_Element, _Known]:
    """The number of each paragraph, counted from the first."""
    numbering = Numbering(package.sibling("numbering", "word/numbering.xml"))
    styles = Styles(package, numbering)
    found = {}
    for paragraph in body.iter(f"{W}p"):
        resolved = styles.paragraph(child(paragraph, "pPr"), _OUTSIDE)
        listed = numbering.level(resolved.list_id, resolved.list_level) is not None
        number = numbering.next_label(resolved.list_id, resolved.list_level) if listed else ""
        found[paragraph] = _Known(number, heading=resolved.outline_level is not None)
    return found


def _read(
    paragraph: _Element, place: int, labels: Mapping[str, str]
) -> tuple[str, list[Reference]]:
    """The text of a paragraph and the numbers of other clauses in it."""
    text, references = "", []
    for unit in units_of(paragraph):
        label = labels.get(unit.to.partition(" ")[2], "") if unit.to else ""
        # What only pretends to be the number of a clause is text that somebody wrote.
        if label and unit.text in (label, _AROUND.sub("", label)):
            references.append(Reference(place, len(text), len(text) + len(unit.text), unit.to))
        text += unit.text
    return text, references


def _beside(package: Package) -> Iterator[str]:
    """What headers, footers and notes say; page numbers, which follow by themselves, are dots."""
    for name in package.parts:
        root = package.root(name) if _BESIDE.fullmatch(name) else None
        for paragraph in () if root is None else root.iter(f"{W}p"):
            text = "".join("…" if unit.to else unit.text for unit in units_of(paragraph)).strip()
            if text:
                yield text


def with_part(docx: bytes, name: str, data: bytes) -> bytes:
    """A document with another content in one of its parts."""
    target = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(docx)) as archive,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as written,
    ):
        for entry in archive.infolist():
            written.writestr(entry, data if entry.filename == name else archive.read(entry))
    return target.getvalue()
