"""The text of a written document, passage by passage, read by our own eyes and no filling library.

A passage is a paragraph outside tables or one row of a table: the smallest stretch of a document
in which figures belong together.
"""

from __future__ import annotations

import io
import re
import unicodedata
import zipfile
from typing import TYPE_CHECKING, Final

from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Iterator

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_READ: Final = re.compile(r"word/(document|header\d*|footer\d*|footnotes)\.xml")
_FIELD: Final = "\ufffc"  # stands for an object in running text
_SPACE: Final = re.compile(r"[\s\u200a\u2028]+")


def squeezed(text: str) -> str:
    """A text as it is compared: NFC, without white space.

    Not NFKC: a Kangxi radical in place of a character is a fault that must be found.
    """
    return _SPACE.sub("", unicodedata.normalize("NFC", text))


def docx_parts(docx: bytes) -> dict[str, list[str]]:
    """The paragraphs of every part that people read, by the part's name without extension.

    Raises:
        ValueError: If the bytes are no Word document.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(docx)) as archive:
            files = {
                found.group(1): archive.read(name)
                for name in archive.namelist()
                if (found := _READ.fullmatch(name))
            }
    except zipfile.BadZipFile as error:
        raise ValueError("not a Word document") from error
    return {name: [_text(p) for p in _parse(data).iter(f"{_W}p")] for name, data in files.items()}


def passages(docx: bytes) -> list[list[str]]:
    """The passages of the body: each a list of paragraph texts, squeezed."""
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        body = _parse(archive.read("word/document.xml"))[0]
    return list(_passages(body))


def furniture_patterns(docx: bytes) -> list[re.Pattern[str]]:
    """What headers look like at the top of a page, footers at its foot, squeezed.

    Fields, such as the number of the page, match any number.
    """
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        texts = {
            name: squeezed("".join(_with_fields(_parse(archive.read(name)))))
            for name in archive.namelist()
            if re.fullmatch(r"word/(header|footer)\d*\.xml", name)
        }
    bodies = {name: re.escape(text).replace(_FIELD, r"\d+") for name, text in texts.items()}
    return [
        re.compile(f"^{body}" if "header" in name else f"{body}$")
        for name, body in bodies.items()
        if body
    ]


def _with_fields(part: etree._Element) -> Iterator[str]:
    """The texts of a part, with a mark where a field stands."""
    inside = False
    for node in part.iter(f"{_W}t", f"{_W}fldChar"):
        if node.tag == f"{_W}t":
            yield "" if inside else node.text or ""
        elif node.get(f"{_W}fldCharType") == "begin":
            inside = True
            yield _FIELD
        elif node.get(f"{_W}fldCharType") == "end":
            inside = False


def _passages(holder: etree._Element) -> Iterator[list[str]]:
    for child in holder:
        if child.tag == f"{_W}p":
            yield [squeezed(_text(child))]
        elif child.tag == f"{_W}tbl":
            for row in child.iter(f"{_W}tr"):
                yield [squeezed(_text(paragraph)) for paragraph in row.iter(f"{_W}p")]


def _text(paragraph: etree._Element) -> str:
    nodes = paragraph.iter(f"{_W}t", f"{_W}tab", f"{_W}br")
    return "".join((node.text or "") if node.tag == f"{_W}t" else " " for node in nodes)


def _parse(xml: bytes) -> etree._Element:
    return etree.fromstring(xml, etree.XMLParser(resolve_entities=False, no_network=True))
