"""Where the tags of a Word template stand: paragraph, words around, and whether Word split them."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING, Final

import msgspec
from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.documents.pdf import FontSet

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PART: Final = re.compile(r"word/((?:document|header\d*|footer\d*))\.xml")
_TAG: Final = re.compile(r"\{[{%#].*?[}%#]\}", re.DOTALL)
_AROUND: Final = 40
_NEAR: Final = 80
_MARK: Final = "quotewright_place_"


class TagPlace(msgspec.Struct, frozen=True):
    """Where one tag stands.

    Attributes:
        paragraph: Number of its paragraph in its part, from 1.
        near: The words around it.
        split: It begins inside one thing (a link, a change that is being tracked) and ends in
            another, so that filling would tear them apart.
        text: The tag itself.
    """

    paragraph: int
    near: str
    split: bool
    text: str


def tag_places(docx: bytes) -> dict[str, list[TagPlace]]:
    """The tags of every part that is filled, in their order, by the part's name.

    Tags must be balanced within paragraphs; see ``app.documents.tags.unbalanced``.
    """
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        parts = {
            found.group(1): archive.read(name)
            for name in archive.namelist()
            if (found := _PART.fullmatch(name))
        }
    return {name: _places(_parse(data)) for name, data in parts.items()}


def pages_of(docx: bytes, fonts: FontSet) -> Mapping[int, int]:
    """The page of each paragraph of the body, both from 1, as the unfilled template lies.

    Raises:
        ValueError: If the document cannot be laid out.
    """
    from app.documents.pdf.atoms import AtomMaker
    from app.documents.pdf.body_reader import read_document
    from app.documents.pdf.docx_reader import Package
    from app.documents.pdf.page import PageFiller
    from app.documents.pdf.page_numbers import PageNumbers
    from app.documents.pdf.report import Report

    marked, count = _with_marks(docx)
    report = Report()
    maker = AtomMaker(fonts, report)
    pages = PageNumbers(PageFiller(maker).fill(read_document(Package(marked), report)), maker)
    return {number: pages.page_of(f"{_MARK}{number}") for number in range(1, count + 1)}


def _places(root: etree._Element) -> list[TagPlace]:
    """Tags by the running text of the part; each character knows its paragraph and its holder."""
    numbers = {paragraph: n for n, paragraph in enumerate(root.iter(f"{_W}p"), start=1)}
    texts: dict[etree._Element, list[tuple[str, object]]] = {}
    for node in root.iter(f"{_W}t"):
        paragraph = next(node.iterancestors(f"{_W}p"), None)
        if paragraph is not None:
            texts.setdefault(paragraph, []).append((node.text or "", _holder(node)))
    found: list[TagPlace] = []
    for paragraph in sorted(texts, key=numbers.__getitem__):
        pieces = texts[paragraph]
        text = "".join(piece for piece, _ in pieces)
        holders = [holder for piece, holder in pieces for _ in piece]
        found += [
            TagPlace(
                numbers[paragraph],
                text[max(0, tag.start() - _AROUND) :][:_NEAR].strip(),
                len(set(holders[tag.start() : tag.end()])) > 1,
                tag.group(),
            )
            for tag in _TAG.finditer(text)
        ]
    return found


def _holder(node: etree._Element) -> object:
    """What holds the run of a text: its paragraph, or a link, a tracked change, a content box."""
    run = node.getparent()
    return None if run is None else run.getparent()


def _with_marks(docx: bytes) -> tuple[bytes, int]:
    """The document with a bookmark in each paragraph of its body, and how many there are."""
    target = io.BytesIO()
    count = 0
    with (
        zipfile.ZipFile(io.BytesIO(docx)) as archive,
        zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as marked,
    ):
        for name in archive.namelist():
            data = archive.read(name)
            if name == "word/document.xml":
                root = _parse(data)
                for count, paragraph in enumerate(root.iter(f"{_W}p"), start=1):
                    mark = etree.Element(f"{_W}bookmarkStart")
                    mark.set(f"{_W}name", f"{_MARK}{count}")
                    first = len(paragraph) and paragraph[0].tag == f"{_W}pPr"
                    paragraph.insert(1 if first else 0, mark)
                data = etree.tostring(root, xml_declaration=True, encoding="UTF-8")
            marked.writestr(name, data)
    return target.getvalue(), count


def _parse(xml: bytes) -> etree._Element:
    return etree.fromstring(xml, etree.XMLParser(resolve_entities=False, no_network=True))
