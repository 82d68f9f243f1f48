"""Footnotes and endnotes: which part holds them, how they are counted, what they say."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.documents.pdf.blocks import NoteMark, Text
from app.documents.pdf.numerals import written
from app.documents.pdf.ooxml import W, child, value

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml.etree import _Element

    from app.documents.pdf.blocks import Block
    from app.documents.pdf.docx_reader import Package
    from app.documents.pdf.formats import RunFormat
    from app.documents.pdf.report import Report

_PARTS: Final = {"footnote": "footnotes", "endnote": "endnotes"}
_FORMS: Final = {"footnote": "decimal", "endnote": "lowerRoman"}


class Notes:
    """Reads the notes of one document in the order of their marks.

    Attributes:
        at_end: What the endnotes say, to stand at the end of the document.
    """

    def __init__(
        self,
        package: Package,
        report: Report,
        read: Callable[[str, _Element, str], tuple[Block, ...]],
    ) -> None:
        """Begin to count.

        Args:
            package: The document.
            report: Hears of what is counted otherwise than here.
            read: Reads the blocks of a part's element, given what the note's own mark shows.
        """
        self._package = package
        self._report = report
        self._read = read
        self._counts = dict.fromkeys(_PARTS, 0)
        self._known: dict[str, dict[str, _Element]] = {}
        self.at_end: list[Block] = []

    def mark(self, kind: str, reference: _Element, form: RunFormat, where: str) -> NoteMark | Text:
        """Return the mark of a ``footnote`` or ``endnote`` reference."""
        note = self._elements(kind).get(reference.get(W + "id", ""))
        if note is None:
            self._report.add(f"{kind} that is not in the file", where)
            return Text("", form)
        self._counts[kind] += 1
        label = written(self._counts[kind], self._form(kind)) or str(self._counts[kind])
        blocks = self._read(self._part(kind), note, label)
        if kind == "endnote":
            self.at_end += blocks
            return Text(label, form)
        return NoteMark(label, form, blocks, self._rule())

    def _rule(self) -> tuple[Block, ...]:
        for note in self._elements("footnote").values():
            if note.get(W + "type") == "separator":
                return self._read(self._part("footnote"), note, "")
        return ()

    def _form(self, kind: str) -> str:
        properties = f"{kind}Pr"
        settings = self._package.sibling("settings", "word/settings.xml")
        body = child(self._package.root(self._package.main), "body", "sectPr", properties)
        if value(body, "numRestart") not in {None, "continuous"}:
            self._report.add(f"{kind} numbers that begin again", self._part(kind))
        given = value(body, "numFmt") or value(child(settings, properties), "numFmt")
        return given or _FORMS[kind]

    def _part(self, kind: str) -> str:
        return f"word/{_PARTS[kind]}.xml"

    def _elements(self, kind: str) -> dict[str, _Element]:
        if kind not in self._known:
            root = self._package.sibling(_PARTS[kind], self._part(kind))
            self._known[kind] = {
                note.get(W + "id", ""): note
                for note in (() if root is None else root.iterfind(W + kind))
            }
        return self._known[kind]
