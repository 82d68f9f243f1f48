"""Read one paragraph: its runs, fields, links, bookmarks and pictures, in reading order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import msgspec

from app.documents.pdf.blocks import (
    Bookmark,
    Break,
    Floating,
    Inline,
    Picture,
    Tab,
    Text,
)
from app.documents.pdf.drawings import read_drawing
from app.documents.pdf.fields import Instruction, link_target, page_field, parse_instruction
from app.documents.pdf.formats import ParagraphFormat
from app.documents.pdf.numbering import symbol
from app.documents.pdf.ooxml import MC, R, W, child
from app.documents.pdf.paragraph_properties import LEADERS
from app.documents.pdf.run_properties import unsupported_looks
from app.documents.pdf.styles import TableContext
from app.documents.pdf.text_boxes import read_text_box

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml.etree import _Element

    from app.documents.pdf.blocks import Block, TextBox
    from app.documents.pdf.docx_reader import Package
    from app.documents.pdf.formats import RunFormat
    from app.documents.pdf.notes_reader import Notes
    from app.documents.pdf.report import Report
    from app.documents.pdf.styles import Styles

_CONTAINERS: Final = {W + n for n in ("ins", "smartTag", "customXml", "moveTo", "dir", "bdo")}
_UNSUPPORTED: Final = {
    "commentReference": "",
    "object": "embedded object",
    "ruby": "phonetic guide",
    "oMath": "formula",
    "oMathPara": "formula",
    "altChunk": "embedded document",
    "subDoc": "embedded document",
    "annotationRef": "",
}
_NOTES: Final = {
    "footnoteReference": "footnote",
    "endnoteReference": "endnote",
    "footnoteRef": "footnote",
    "endnoteRef": "endnote",
}
_CONTROLS: Final = {code: " " if code in {10, 13} else None for code in range(32)}
_GLYPHS: Final = {"noBreakHyphen": "\u2011", "softHyphen": "", "cr": "\n"}


class _OpenField:
    """A complex field between its begin and end marks."""

    def __init__(self) -> None:
        self.text = ""
        self.in_result = False
        self.replaced = False

    @property
    def instruction(self) -> Instruction:
        return parse_instruction(self.text)


class ParagraphReader:
    """Reads the content of paragraphs of one part; fields may run over several paragraphs.

    Attributes:
        contents: The contents field that the paragraph just read has a part of, if any.
        read_blocks: Reads the blocks of a text box.
        notes: Reads the notes that marks lead to; None where none may stand.
        note_label: What the mark of the note itself shows, inside a note.
    """

    def __init__(
        self,
        package: Package,
        part: str,
        styles: Styles,
        report: Report,
        read_blocks: Callable[[_Element], tuple[Block, ...]],
    ) -> None:
        """Begin outside of any field."""
        self.read_blocks = read_blocks
        self.notes: Notes | None = None
        self.note_label = ""
        self._package = package
        self._part = part
        self._styles = styles
        self._report = report
        self._fields: list[_OpenField] = []
        self._out: list[Inline] = []
        self._resolved = ParagraphFormat()
        self._table = TableContext("")
        self._where = ""
        self.contents: Instruction | None = None

    def read(
        self, paragraph: _Element, resolved: ParagraphFormat, table: TableContext, where: str
    ) -> tuple[Inline, ...]:
        """Return the content of a paragraph set in a format, perhaps inside a table."""
        self._out, self._resolved, self._table, self._where = [], resolved, table, where
        self.contents = next(
            (f.instruction for f in self._fields if f.instruction.name == "TOC"), None
        )
        self._children(paragraph, "")
        return tuple(self._out)

    @property
    def unclosed(self) -> tuple[str, ...]:
        """Names of fields that have begun and not ended."""
        return tuple(field.instruction.name for field in self._fields)

    @property
    def inside_contents(self) -> bool:
        """Whether the paragraph just read ends inside the result of a contents field."""
        return any(field.instruction.name == "TOC" for field in self._fields if field.in_result)

    def _children(self, element: _Element, link: str) -> None:
        for item in element:
            tag = item.tag
            if tag == W + "r":
                self._run(item, link)
            elif tag == W + "hyperlink":
                self._children(item, self._hyperlink(item) or link)
            elif tag in _CONTAINERS:
                self._children(item, link)
            elif tag == W + "sdt":
                content = child(item, "sdtContent")
                if content is not None:
                    self._children(content, link)
            elif tag == W + "bookmarkStart":
                self._out.append(Bookmark(item.get(W + "name", "")))
            elif tag == W + "fldSimple":
                self._simple_field(item, link)
            elif isinstance(tag, str):
                self._note_unsupported(tag.rpartition("}")[2])

    def _hyperlink(self, item: _Element) -> str:
        target = self._package.target(self._part, item.get(R + "id"))
        anchor = item.get(W + "anchor")
        if target:
            return f"{target}#{anchor}" if anchor else target
        return f"#{anchor}" if anchor else ""

    def _simple_field(self, item: _Element, link: str) -> None:
        instruction = parse_instruction(item.get(W + "instr", ""))
        if instruction.name == "TOC":
            self.contents = instruction
        run = item.find(W + "r")
        field = page_field(instruction, self._format(run), link)
        if field is None:
            self._children(item, link_target(instruction) or link)
        else:
            self._out.append(field)

    def _format(self, run: _Element | None) -> RunFormat:
        resolved = self._resolved
        form = self._styles.run(child(run, "rPr"), resolved.style, self._table)
        if resolved.parts_latin and resolved.parts_digits:
            return form
        return msgspec.structs.replace(
            form, parts_latin=resolved.parts_latin, parts_digits=resolved.parts_digits
        )

    def _run(self, run: _Element, link: str) -> None:
        form = self._format(run)
        for look in unsupported_looks(run):
            self._note(look)
        link = next((t for f in self._fields if (t := link_target(f.instruction))), link)
        for item in run:
            tag = str(item.tag)
            name = tag.rpartition("}")[2]
            if name == "fldChar":
                self._field_mark(item.get(W + "fldCharType", ""), form, link)
            elif name == "instrText":
                if self._fields:
                    self._fields[-1].text += item.text or ""
            elif any(field.replaced or not field.in_result for field in self._fields):
                continue
            elif not form.hidden:
                self._item(item, name, form, link)

    def _item(self, item: _Element, name: str, form: RunFormat, link: str) -> None:
        if name == "t":
            self._text(item.text or "", form, link)
        elif name in {"tab", "ptab"}:
            leader = LEADERS.get(item.get(W + "leader") or "", "")
            self._out.append(Tab(form, link, item.get(W + "alignment") or "", leader))
        elif name == "br":
            kind = item.get(W + "type")
            if kind == "column":
                self._report.add("column break", self._where)
            self._out.append(Break("page" if kind == "page" else "line", form))
        elif name == "cr":
            self._out.append(Break("line", form))
        elif name in {"drawing", "pict"} or item.tag == MC + "AlternateContent":
            self._graphics(item, link)
        elif name == "sym":
            code = int(item.get(W + "char", "0"), 16)
            self._text(symbol(chr(code), item.get(W + "font", "")), form, link)
        elif name in _NOTES:
            self._note_mark(item, name, form)
        elif name in _GLYPHS:
            self._text(_GLYPHS[name], form, link)
        else:
            self._note_unsupported(name)

    def _note_mark(self, item: _Element, name: str, form: RunFormat) -> None:
        kind = _NOTES[name]
        if name.endswith("Ref"):
            self._out.append(Text(self.note_label, form))
        elif self.notes is None:
            self._note(f"{kind} outside the text")
        else:
            self._out.append(self.notes.mark(kind, item, form, self._where))

    def _text(self, text: str, form: RunFormat, link: str) -> None:
        for position, part in enumerate(text.split("\t")):
            if position:
                self._out.append(Tab(form, link))
            words = part.translate(_CONTROLS)
            if words:
                self._out.append(Text(words.upper() if form.capitals else words, form, link))

    def _field_mark(self, kind: str, form: RunFormat, link: str) -> None:
        if kind == "begin":
            self._fields.append(_OpenField())
        elif kind == "separate" and self._fields:
            self._begin_result(form, link)
        elif kind == "end" and self._fields:
            if not self._fields[-1].in_result:  # a field that was never updated has no result
                self._begin_result(form, link)
            self._fields.pop()

    def _begin_result(self, form: RunFormat, link: str) -> None:
        field, outer = self._fields[-1], self._fields[:-1]
        field.in_result = True
        if field.instruction.name == "TOC":
            self.contents = field.instruction
        number = page_field(field.instruction, form, link)
        if number is not None and not any(f.replaced or not f.in_result for f in outer):
            field.replaced = True
            self._out.append(number)

    def _graphics(self, item: _Element, link: str) -> None:
        drawings = [item] if item.tag == W + "drawing" else list(item.iter(W + "drawing"))
        if not drawings:
            self._report.add("drawing in the old format (VML)", self._where)
        for drawing in drawings[:1]:  # the alternatives of one drawing: the first is the newest
            read = read_drawing(drawing, self._package, self._part, self._note, self._text_box)
            if isinstance(read, Picture) and link:
                read = msgspec.structs.replace(read, link=link)
            if isinstance(read, Picture | Floating):
                self._out.append(read)

    def _text_box(self, holder: _Element) -> TextBox | None:
        return read_text_box(holder, self._styles.theme, self.read_blocks, self._note)

    def _note(self, what: str) -> None:
        self._report.add(what, self._where)

    def _note_unsupported(self, name: str) -> None:
        what = _UNSUPPORTED.get(name)
        if what:
            self._report.add(what, self._where)
