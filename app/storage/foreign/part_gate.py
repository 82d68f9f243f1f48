"""Check one XML part of an office file with a streaming parser that builds nothing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.parsers import expat

from app.storage.foreign.findings import GateFinding, finding
from app.storage.foreign.relation_gate import check_relation

if TYPE_CHECKING:
    from collections.abc import Collection

    from app.storage.foreign.limits import Limits

_FIELDS = frozenset(
    (
        *("AUTHOR", "CREATEDATE", "DATE", "DOCPROPERTY", "HYPERLINK", "NOTEREF", "NUMPAGES"),
        *("PAGE", "PAGEREF", "PRINTDATE", "REF", "SAVEDATE", "SECTION", "SECTIONPAGES", "SEQ"),
        *("STYLEREF", "SUBJECT", "SYMBOL", "TIME", "TITLE", "TOC"),
    )
)
_DIRECTION = re.compile("[\u202a-\u202e\u2066-\u2069\u061c]")
_REVISIONS = frozenset(("del", "ins", "moveFrom", "moveTo"))
_ENCODINGS = frozenset(("utf-8", "us-ascii", "ascii"))


class PartRefused(ValueError):
    """The part is not XML that may be parsed.

    Attributes:
        finding: Why.
    """

    def __init__(self, found: GateFinding) -> None:
        """Keep why."""
        super().__init__(found.code)
        self.finding = found


class PartCheck:
    """Takes the bytes of one XML part block by block.

    Attributes:
        refusals: Findings for which the file is refused.
        warnings: Findings that the user should know.
        types: Content type by part name or ending; only of ``[Content_Types].xml``.
    """

    def __init__(self, part: str, names: Collection[str], limits: Limits) -> None:
        """Take the part's name, all names in lower case, and the limits."""
        self.refusals: list[GateFinding] = []
        self.warnings: list[GateFinding] = []
        self.types: dict[str, str] = {}
        self._part = part
        self._names = names
        self._limits = limits
        self._depth = 0
        self._in_instruction = False
        self._instructions: list[str] = [""]
        self._noted: set[str] = set()
        parser = self._parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = self._doctype
        parser.XmlDeclHandler = self._declaration
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters

    def feed(self, block: bytes, *, last: bool = False) -> None:
        """Parse a block.

        Raises:
            PartRefused: Document type declaration, too deep, strange encoding, or no XML at all.
        """
        try:
            self._parser.Parse(block, last)
        except expat.ExpatError as failure:
            found = finding("gate.damaged_part", part=self._part)
            raise PartRefused(found) from failure

    def _doctype(self, *_declaration: object) -> None:
        raise PartRefused(finding("gate.doctype", part=self._part))

    def _declaration(self, _version: str, encoding: str | None, _standalone: int) -> None:
        if encoding is not None and encoding.lower() not in _ENCODINGS:
            raise PartRefused(finding("gate.part_encoding", part=self._part, encoding=encoding))

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth > self._limits.depth:
            raise PartRefused(finding("gate.nested_too_deep", part=self._part))
        prefix, _, name = tag.rpartition(":")
        if name in ("Default", "Override"):
            key = attributes.get("PartName") or attributes.get("Extension", "")
            self.types[key.lower()] = attributes.get("ContentType", "")
        elif name == "Relationship":
            refusal, warning = check_relation(self._part, attributes, self._names)
            self.refusals.extend([refusal] if refusal else [])
            self.warnings.extend([warning] if warning else [])
        elif name == "altChunk":
            self.refusals.append(finding("gate.imported_chunk", part=self._part, target=""))
        elif name == "OLEObject":
            self.refusals.append(finding("gate.embedded_object", part=self._part, target=""))
        elif name == "ddeLink":
            self.refusals.append(finding("gate.linked_workbook", part=self._part, target=""))
        elif name == "sheet" and attributes.get("state", "visible") != "visible":
            self.warnings.append(finding("gate.hidden_sheet", sheet=attributes.get("name", "")))
        elif prefix == "w":
            self._start_word(name, attributes)

    def _start_word(self, name: str, attributes: dict[str, str]) -> None:
        if name in ("instrText", "delInstrText"):
            self._in_instruction = True
        elif name == "fldChar":
            self._field_mark(attributes.get("w:fldCharType", ""))
        elif name == "fldSimple":
            self._check_field(attributes.get("w:instr", ""))
        elif name in _REVISIONS:
            self._note("gate.tracked_changes")
        elif name == "vanish" and attributes.get("w:val") not in ("0", "false"):
            self._note("gate.hidden_text")
        elif name == "comment":
            self._note("gate.comments")

    def _end(self, tag: str) -> None:
        self._depth -= 1
        if tag.endswith("nstrText"):
            self._in_instruction = False

    def _characters(self, text: str) -> None:
        if self._in_instruction:
            self._instructions[-1] += text
        if _DIRECTION.search(text):
            self._note("gate.direction_characters")

    def _field_mark(self, mark: str) -> None:
        """Fields nest; the instruction of one is complete at its separator or its end."""
        if mark == "begin":
            self._instructions.append("")
        elif mark in ("separate", "end"):
            self._check_field(self._instructions[-1])
            self._instructions[-1] = ""
            if mark == "end" and len(self._instructions) > 1:
                self._instructions.pop()

    def _check_field(self, instruction: str) -> None:
        word = (instruction.split() or [""])[0].upper()
        if word and not word.startswith("=") and word not in _FIELDS:
            self.refusals.append(finding("gate.forbidden_field", part=self._part, field=word))

    def _note(self, code: str) -> None:
        """Warn once per part."""
        if code not in self._noted:
            self._noted.add(code)
            self.warnings.append(finding(code, part=self._part))
