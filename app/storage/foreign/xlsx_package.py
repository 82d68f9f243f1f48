"""The parts of a workbook: which sheets there are, shared texts, number formats.

Everything is read with expat after the gate has refused document type declarations.
"""

from __future__ import annotations

import posixpath
import re
from typing import IO, TYPE_CHECKING
from xml.parsers import expat

import msgspec

from app.storage.foreign.findings import GateFinding, finding
from app.storage.foreign.number_format import GENERAL, NumberFormat, built_in_format, read_format

if TYPE_CHECKING:
    import zipfile

_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
_NO_TEXT = "\ufffd"


class DamagedWorkbook(ValueError):
    """The workbook contradicts itself.

    Attributes:
        finding: What contradicts what, and where.
    """

    def __init__(self, found: GateFinding) -> None:
        """Keep it for the message."""
        super().__init__(found.code)
        self.finding = found


class SheetEntry(msgspec.Struct, frozen=True):
    """A sheet as the workbook lists it: name on its tab, part, and whether it is hidden."""

    name: str
    part: str
    hidden: bool


class Package(msgspec.Struct, frozen=True):
    """What all sheets of a workbook share.

    Attributes:
        sheets: In the order of their tabs; charts are left out.
        texts: The shared texts by index.
        formats: Number format by style index.
        from_1904: Dates count from 1904.
    """

    sheets: tuple[SheetEntry, ...]
    texts: tuple[str, ...]
    formats: tuple[NumberFormat, ...]
    from_1904: bool


def read_package(archive: zipfile.ZipFile) -> Package:
    """Read the parts that all sheets share.

    Raises:
        DamagedWorkbook: A part is missing or contradicts another.
        expat.ExpatError: A part is not well-formed.
    """
    main, targets = main_part(archive)
    by_kind = related_parts(archive, main)
    sheets, from_1904 = [], False
    for tag, attributes in start_tags(archive, main):
        if tag == "workbookPr":
            from_1904 = attributes.get("date1904") in ("1", "true")
        elif tag == "sheet":
            kind, part = targets.get(_relation_of(attributes), ("", ""))
            if kind == "worksheet":
                if part not in archive.NameToInfo:
                    raise DamagedWorkbook(finding("file.part_missing", part=part))
                hidden = attributes.get("state", "visible") != "visible"
                sheets.append(SheetEntry(attributes.get("name", ""), part, hidden))
    texts = by_kind.get("sharedStrings")
    styles = by_kind.get("styles")
    return Package(
        tuple(sheets),
        _read_texts(archive, texts[0]) if texts else (),
        _read_formats(archive, styles[0]) if styles else (),
        from_1904,
    )


def plain_text(text: str) -> str:
    """The text with the escapes that workbooks use for control characters, as ``_x000D_``."""
    if "_x" not in text:
        return text
    return _ESCAPED.sub(lambda found: _character(int(found.group(1), 16)), text)


def _character(code: int) -> str:
    surrogate = 0xD800 <= code <= 0xDFFF  # noqa: PLR2004 -- the range that no text may hold
    return _NO_TEXT if surrogate else chr(code)


def main_part(archive: zipfile.ZipFile) -> tuple[str, dict[str, tuple[str, str]]]:
    """The workbook's part, and kind and part of each of its relations by identifier."""
    main = related_parts(archive, "")["officeDocument"][0]
    return main, _targets(archive, main)


def start_tags(archive: zipfile.ZipFile, part: str) -> list[tuple[str, dict[str, str]]]:
    """Every start tag of a small part without its prefix, with its attributes."""
    tags: list[tuple[str, dict[str, str]]] = []

    def start(tag: str, attributes: dict[str, str]) -> None:
        tags.append((tag.rpartition(":")[2], attributes))

    parser = expat.ParserCreate()
    parser.StartElementHandler = start
    with _opened(archive, part) as stream:
        parser.ParseFile(stream)
    return tags


def _opened(archive: zipfile.ZipFile, part: str) -> IO[bytes]:
    try:
        return archive.open(part)
    except KeyError:
        raise DamagedWorkbook(finding("file.part_missing", part=part)) from None


def _targets(archive: zipfile.ZipFile, part: str) -> dict[str, tuple[str, str]]:
    """Kind and part of each relation of a part, by the relation's identifier."""
    folder, name = posixpath.split(part)
    relations = posixpath.join(folder, "_rels", name + ".rels")
    if relations not in archive.NameToInfo:
        return {}
    found = {}
    for tag, attributes in start_tags(archive, relations):
        if tag == "Relationship" and attributes.get("TargetMode") != "External":
            kind = attributes.get("Type", "").rpartition("/")[2]
            target = posixpath.normpath(
                posixpath.join("/", folder, attributes.get("Target", ""))
            ).lstrip("/")
            found[attributes.get("Id", "")] = (kind, target)
    return found


def related_parts(archive: zipfile.ZipFile, part: str) -> dict[str, list[str]]:
    """Parts that a part is related to, by kind of relation."""
    by_kind: dict[str, list[str]] = {}
    for kind, target in _targets(archive, part).values():
        by_kind.setdefault(kind, []).append(target)
    if not part and "officeDocument" not in by_kind:
        raise DamagedWorkbook(finding("file.damaged"))
    return by_kind


def _relation_of(attributes: dict[str, str]) -> str:
    return next((value for name, value in attributes.items() if name.endswith(":id")), "")


def _read_formats(archive: zipfile.ZipFile, part: str) -> tuple[NumberFormat, ...]:
    own: dict[int, NumberFormat] = {}
    formats: list[NumberFormat] = []
    inside = False
    for tag, attributes in start_tags(archive, part):
        if tag == "numFmt" and attributes.get("numFmtId", "").isdecimal():
            own[int(attributes["numFmtId"])] = read_format(attributes.get("formatCode", ""))
        elif tag in ("cellXfs", "cellStyleXfs", "cellStyles", "dxfs"):
            inside = tag == "cellXfs"
        elif tag == "xf" and inside:
            text = attributes.get("numFmtId", "0")
            identifier = int(text) if text.isdecimal() else 0
            formats.append(own.get(identifier) or built_in_format(identifier))
    return tuple(formats) or (GENERAL,)


def _read_texts(archive: zipfile.ZipFile, part: str) -> tuple[str, ...]:
    reader = _TextReader()
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.characters
    with _opened(archive, part) as stream:
        parser.ParseFile(stream)
    return tuple(reader.texts)


class _TextReader:
    """Collects the shared texts: runs are joined, readings of characters are left out."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self._pieces: list[str] = []
        self._reading = self._inside = False

    def start(self, tag: str, _attributes: dict[str, str]) -> None:
        name = tag.rpartition(":")[2]
        if name == "si":
            self._pieces = []
        elif name == "rPh":
            self._reading = True
        elif name == "t":
            self._inside = not self._reading

    def end(self, tag: str) -> None:
        name = tag.rpartition(":")[2]
        if name == "t":
            self._inside = False
        elif name == "rPh":
            self._reading = False
        elif name == "si":
            self.texts.append(plain_text("".join(self._pieces)))

    def characters(self, text: str) -> None:
        if self._inside:
            self._pieces.append(text)
