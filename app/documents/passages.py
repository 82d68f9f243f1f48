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


def _passages(holder: etree._Element) -> Iterator[list[str]]:
    for child in holder:
        if child.tag == f"{_W}p":
            yield [squeezed(_text(child))]
        elif child.tag == f"{_W}tbl":
            for row in child.iter(f"{_W}tr"):
                yield [squeezed(_text(paragraph)) for paragraph in row.iter(f"{_W}p")]


def _text(paragraph: etree._Element) -> str:
    pieces: list[str] = []
    for node in paragraph.iter(f"{_W}t", f"{_W}tab", f"{_W}br"):
        pieces.append(node.text or "" if node.tag == f"{_W}t" else " ")
    return "".join(pieces)


def _parse(xml: bytes) -> etree._Element:
    return etree.fromstring(xml, etree.XMLParser(resolve_entities=False, no_network=True))
