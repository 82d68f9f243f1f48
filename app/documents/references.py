"""References to numbered paragraphs of a filled document: marks become bookmarks and REF fields.

What a field shows is worked out with the numbering that our PDF draws, so Word, WPS and the PDF
show the same number; and whoever edits the document in Word has fields that follow the numbering.
"""

from __future__ import annotations

import copy
import io
import re
import zipfile
from typing import TYPE_CHECKING, Final

from lxml import etree

from app.errors import TemplateError
from catalog.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from app.documents.pdf.blocks import Block

# Characters of the private use area: no keyboard types them, and no font draws them.
_OPEN, _CLOSE = "\ue0f0", "\ue0f1"
_MARK: Final = re.compile(f"{_OPEN}(mark|see|number):([a-z0-9_]+){_CLOSE}")
_PREFIX: Final = "article_"
_DOCUMENT: Final = "word/document.xml"
_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"
_FIRST_ID: Final = 9000
_AROUND: Final = re.compile(r"[A-Za-z\s第条]+")


def article_mark(name: str) -> str:
    """Begins the heading of an article that references lead to."""
    return f"{_OPEN}mark:{name}{_CLOSE}"


def reference_to(name: str) -> str:
    """Stands where the number of an article is to be shown, as 第五条."""
    return f"{_OPEN}see:{name}{_CLOSE}"


def number_of(name: str) -> str:
    """The same without the words around it, as 五."""
    return f"{_OPEN}number:{name}{_CLOSE}"


def with_references(docx: bytes, name: str) -> bytes:
    """A filled document with its marks resolved; the same bytes when it has none.

    Args:
        docx: As it was filled.
        name: What the template is called, for messages.

    Raises:
        TemplateError: If a reference leads to no numbered paragraph.
    """
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        text = archive.read(_DOCUMENT)
        if _OPEN.encode() not in text:
            return docx
        parts = {entry: archive.read(entry) for entry in archive.namelist()}
    root = etree.fromstring(text, etree.XMLParser(resolve_entities=False, no_network=True))
    _set_bookmarks(root)
    parts[_DOCUMENT] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    labels = _labels(_packed(parts))
    missing = _set_fields(root, labels)
    if missing:
        told = [Problem("template.no_article", parameters={"clause": one}) for one in missing]
        raise TemplateError(name, told)
    parts[_DOCUMENT] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return _packed(parts)


def numbered_articles(docx: bytes) -> frozenset[str]:
    """The articles of a document that references may lead to: numbered, with a bookmark."""
    return frozenset(
        name.removeprefix(_PREFIX)
        for name, label in _labels(docx).items()
        if name.startswith(_PREFIX) and label
    )


def _set_bookmarks(root: etree._Element) -> None:
    """Bookmarks in place of the marks of headings."""
    for count, node in enumerate(list(root.iter(f"{_W}t"))):
        found = _MARK.search(node.text or "")
        if found is None or found[1] != "mark":
            continue
        node.text = _MARK.sub("", node.text or "", count=1)
        paragraph = next(node.iterancestors(f"{_W}p"))
        start, end = etree.Element(f"{_W}bookmarkStart"), etree.Element(f"{_W}bookmarkEnd")
        for edge in (start, end):
            edge.set(f"{_W}id", str(_FIRST_ID + count))
        start.set(f"{_W}name", f"{_PREFIX}{found[2]}")
        paragraph.insert(1 if paragraph[0].tag == f"{_W}pPr" else 0, start)
        paragraph.append(end)


def _labels(docx: bytes) -> dict[str, str]:
    """The number of each paragraph with a bookmark, by the bookmark, as the PDF counts them."""
    from app.documents.pdf.body_reader import read_document
    from app.documents.pdf.docx_reader import Package
    from app.documents.pdf.report import Report

    sections = read_document(Package(docx), Report())
    return {name: text for section in sections for name, text in _labelled(section.blocks)}


def _labelled(found: Sequence[Block]) -> Iterator[tuple[str, str]]:
    from app.documents.pdf.blocks import Bookmark, Paragraph

    for block in found:
        if isinstance(block, Paragraph) and block.label is not None:
            for piece in block.content:
                if isinstance(piece, Bookmark):
                    yield piece.name, block.label.text


def _set_fields(root: etree._Element, labels: Mapping[str, str]) -> list[str]:
    """REF fields in place of the marks of references; the names that lead nowhere."""
    missing: list[str] = []
    for node in list(root.iter(f"{_W}t")):
        text = node.text or ""
        if not _MARK.search(text):
            continue
        run = node.getparent()
        if run is None or run.tag != f"{_W}r":
            continue
        look = run.find(f"{_W}rPr")
        made: list[etree._Element] = []
        at = 0
        for mark in _MARK.finditer(text):
            bookmark = f"{_PREFIX}{mark[2]}"
            label = labels.get(bookmark, "")
            if not label:
                missing.append(mark[2])
            alone = mark[1] == "number"
            shown = _AROUND.sub("", label) if alone else label
            made += _words(text[at : mark.start()], look)
            form = "\\r \\t" if alone else "\\r"
            made += _field(f" REF {bookmark} {form} \\h ", shown, look)
            at = mark.end()
        made += _words(text[at:], look)
        _split(run, node, made)
    return missing


def _split(run: etree._Element, node: etree._Element, made: list[etree._Element]) -> None:
    """Put runs in the place of one text of a run; what stands after it follows in a run."""
    rest = list(node.itersiblings())
    after = _run(run.find(f"{_W}rPr"))
    for sibling in rest:
        after.append(sibling)
    run.remove(node)
    holder = run.getparent()
    if holder is None:
        return
    place = holder.index(run) + 1
    for offset, one in enumerate([*made, *([after] if rest else [])]):
        holder.insert(place + offset, one)


def _words(text: str, look: etree._Element | None) -> list[etree._Element]:
    if not text:
        return []
    run = _run(look)
    _text(run, "t", text)
    return [run]


def _field(instruction: str, shown: str, look: etree._Element | None) -> list[etree._Element]:
    """The runs of a field: begin, instruction, separate, what it shows, end."""
    runs = [_run(look) for _ in range(5)]
    for run, kind in ((runs[0], "begin"), (runs[2], "separate"), (runs[4], "end")):
        etree.SubElement(run, f"{_W}fldChar").set(f"{_W}fldCharType", kind)
    _text(runs[1], "instrText", instruction)
    _text(runs[3], "t", shown)
    return runs


def _text(run: etree._Element, tag: str, text: str) -> None:
    element = etree.SubElement(run, f"{_W}{tag}")
    element.set(_SPACE, "preserve")
    element.text = text


def _run(look: etree._Element | None) -> etree._Element:
    run = etree.Element(f"{_W}r")
    if look is not None:
        run.append(copy.deepcopy(look))
    return run


def _packed(parts: Mapping[str, bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return target.getvalue()
