"""Unpack and check the parts of an office file whose directory is clean."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.parsers import expat

from app.storage.foreign.container_gate import is_table_part
from app.storage.foreign.findings import GateFinding, finding
from app.storage.foreign.part_gate import PartCheck, PartRefused
from app.storage.foreign.picture_gate import carries_exif, picture_size
from app.storage.foreign.sheet_gate import SheetScan
from app.storage.foreign.sniff import DAMAGE

if TYPE_CHECKING:
    import zipfile
    from collections.abc import Iterator

    from app.storage.foreign.limits import Limits

_MAIN_PART = {"docx": "word/document.xml", "xlsx": "xl/workbook.xml"}
_BLOCK = 1 << 18
_STRICT = re.compile(rb"purl\.oclc\.org/ooxml")
_XML = (".xml", ".rels", ".vml")
_XML_START = re.compile(rb"(?:\xef\xbb\xbf)?\s*<|\xff\xfe|\xfe\xff|\0<|<\0")
_HEAD = 4096
_FOREIGN_ENDING = re.compile(
    r"/embeddings/|\.(?:zip|exe|dll|js|vbs|bat|cmd|ps1|lnk|html?|mht|scr|com|jar|hta)$",
    re.IGNORECASE,
)


class Inspection:
    """Collects what is wrong with the parts of one archive.

    Attributes:
        refusals: Findings for which the file is refused.
        warnings: Findings that the user should know.
    """

    def __init__(self, archive: zipfile.ZipFile, kind: str, limits: Limits) -> None:
        """Take the open archive, and whether it must be ``docx`` or ``xlsx``."""
        self.refusals: list[GateFinding] = []
        self.warnings: list[GateFinding] = []
        self._archive = archive
        self._kind = kind
        self._main = _MAIN_PART[kind]
        self._limits = limits
        self._names = frozenset(name.lower() for name in archive.namelist())

    def run(self) -> None:
        """Check every part."""
        if self._main not in self._names:
            wrong = finding("gate.wrong_kind", file_kind="zip", wanted_kind=self._kind)
            self.refusals.append(wrong)
            return
        for member in self._archive.infolist():
            if _FOREIGN_ENDING.search(member.filename):
                self.refusals.append(
                    finding("gate.embedded_object", part=member.filename, target="")
                )
            if not member.is_dir():
                self._check_part(member)
        if any(name.endswith("vbaproject.bin") for name in self._names):
            self.refusals.append(finding("gate.macros", part="", target=""))
        if self._kind == "docx":
            # The library for text documents fails on these; workbooks are read without it.
            missing = [found for found in self.warnings if found.code == "gate.missing_part"]
            self.refusals.extend(missing)

    def _check_part(self, member: zipfile.ZipInfo) -> None:
        part = member.filename
        try:
            if self._kind == "xlsx" and is_table_part(part) and part.lower().endswith(".xml"):
                self._check_table(member)
            elif part.lower().endswith(_XML) or self._looks_like_xml(member):
                self._check_xml(member)
            else:
                self._check_other(member)
        except PartRefused as fault:
            self.refusals.append(fault.finding)
        except (*DAMAGE, expat.ExpatError):
            self.refusals.append(finding("gate.damaged_part", part=part))

    def _looks_like_xml(self, member: zipfile.ZipInfo) -> bool:
        """Libraries follow relations, not endings: XML under another name is XML to them."""
        with self._archive.open(member) as stream:
            head = stream.read(_HEAD)
        return _XML_START.match(head) is not None

    def _blocks(self, member: zipfile.ZipInfo) -> Iterator[bytes]:
        """The unpacked part; what is longer than declared is refused while it is unpacked."""
        count = 0
        with self._archive.open(member) as stream:
            while block := stream.read(_BLOCK):
                count += len(block)
                if count > member.file_size:
                    size = f"> {member.file_size} B"
                    raise PartRefused(finding("gate.zip_bomb", part=member.filename, size=size))
                yield block

    def _check_table(self, member: zipfile.ZipInfo) -> None:
        """A sheet or the table of texts: the start is parsed, the rest only searched.

        A document type declaration can only stand before the first element, and the reader of
        tables parses the rest strictly, with its own limits, in a process of its own.
        """
        scan = SheetScan(member.filename, self._limits)
        parser: expat.XMLParserType | None = _prolog_parser(member.filename)
        for block in self._blocks(member):
            if block[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\0" in block[:4]:
                raise PartRefused(
                    finding("gate.part_encoding", part=member.filename, encoding="UTF-16")
                )
            if parser is not None:
                try:
                    parser.Parse(block, False)
                except _PrologRead:
                    parser = None
            if found := scan.feed(block):
                raise PartRefused(found)

    def _check_xml(self, member: zipfile.ZipInfo) -> None:
        check = PartCheck(member.filename, self._names, self._limits)
        scan = SheetScan(member.filename, self._limits) if self._kind == "xlsx" else None
        first = b""
        for block in self._blocks(member):
            first = first or block[:_HEAD]
            check.feed(block)
            if scan is not None and (found := scan.feed(block)):
                raise PartRefused(found)
        check.feed(b"", last=True)
        self.refusals.extend(check.refusals)
        self.warnings.extend(check.warnings)
        if member.filename.lower() == self._main and _STRICT.search(first):
            self.refusals.append(finding("gate.strict_format", wanted=self._kind))

    def _check_other(self, member: zipfile.ZipInfo) -> None:
        head = b""
        for block in self._blocks(member):
            head = head or block
        size = picture_size(head)
        limits = self._limits
        if size is not None and (
            size[0] * size[1] > limits.picture_pixels or max(size) > limits.picture_side
        ):
            shown = f"{size[0]} x {size[1]}"
            self.refusals.append(finding("gate.huge_picture", part=member.filename, size=shown))
        if carries_exif(head):
            self.warnings.append(finding("gate.photo_data", part=member.filename))


class _PrologRead(Exception):
    """The first element was reached."""


def _prolog_parser(part: str) -> expat.XMLParserType:
    """A parser that refuses a document type declaration and stops at the first element."""

    def doctype(*_declaration: object) -> None:
        raise PartRefused(finding("gate.doctype", part=part))

    def declaration(_version: str, encoding: str | None, _standalone: int) -> None:
        if encoding is not None and encoding.lower() not in ("utf-8", "us-ascii", "ascii"):
            raise PartRefused(finding("gate.part_encoding", part=part, encoding=encoding))

    def start(_tag: str, _attributes: object) -> None:
        raise _PrologRead

    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = doctype
    parser.XmlDeclHandler = declaration
    parser.StartElementHandler = start
    return parser
