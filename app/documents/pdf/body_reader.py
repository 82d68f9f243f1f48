"""Read the story of a document: blocks with their labels, sections with headers and footers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import msgspec

from app.documents.pdf.blocks import Block, Label, PageSetup, Paragraph, Section
from app.documents.pdf.contents_table import ContentsTable
from app.documents.pdf.notes_reader import Notes
from app.documents.pdf.numbering import Numbering
from app.documents.pdf.numerals import is_known
from app.documents.pdf.ooxml import R, W, attribute, child, flag, number, points, value
from app.documents.pdf.paragraph_reader import ParagraphReader
from app.documents.pdf.styles import Styles, TableContext
from app.documents.pdf.table_reader import read_table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from app.documents.pdf.docx_reader import Package
    from app.documents.pdf.formats import ParagraphFormat
    from app.documents.pdf.report import Report

_EXCERPT: Final = 16
_TAB_STEP: Final = 36.0
_WRAPPERS: Final = {W + "customXml", W + "smartTag", W + "ins", W + "moveTo"}
_UNSUPPORTED: Final = {
    "pgBorders": "page border",
    "lnNumType": "line numbers",
    "bidi": "right-to-left section",
}
_OUTSIDE: Final = TableContext("")


class StoryReader:
    """Reads the blocks of one part: the body, a header or a footer."""

    def __init__(
        self, package: Package, part: str, styles: Styles, numbering: Numbering, report: Report
    ) -> None:
        """Begin at the start of a part."""
        self._part = part
        self._styles = styles
        self._numbering = numbering
        self._report = report
        self._package = package
        self._inline = ParagraphReader(package, part, styles, report, self._box)
        self._adds_space = package.switched_on("compat", "doNotUseHTMLParagraphAutoSpacing")
        self._tab_step = points(package.setting("defaultTabStop"), _TAB_STEP) or _TAB_STEP
        self.grid = 0.0
        self.contents = ContentsTable(styles)

    def blocks(self, parent: _Element, table: TableContext = _OUTSIDE) -> tuple[Block, ...]:
        """Read the paragraphs and tables among the children of an element."""
        found: list[Block] = []
        for element in flat_children(parent):
            found += self.block(element, table)
        return tuple(found)

    def block(self, element: _Element, table: TableContext = _OUTSIDE) -> list[Block]:
        """Read one element: usually one block, none for what is no text."""
        if element.tag == W + "tbl":
            self._note_table(element)
            return [read_table(element, self._styles, self)]
        if element.tag == W + "p":
            paragraph, inline = self._paragraph(element, table), self._inline
            return self.contents.absorb(paragraph, inline.contents, inside=inline.inside_contents)
        if element.tag == W + "altChunk":
            self._report.add("embedded document", self._part)
        return []

    def _box(self, element: _Element) -> tuple[Block, ...]:
        """Read the blocks of a text box; what is being read around it stays as it is."""
        inside = StoryReader(self._package, self._part, self._styles, self._numbering, self._report)
        return inside.blocks(element)

    def _note_table(self, element: _Element) -> None:
        if child(element, "tblPr", "tblpPr") is not None:
            self.note("floating table", [element])
        if next(element.iter(W + "textDirection"), None) is not None:
            self.note("vertical text in a cell", [element])

    def take_notes(self, notes: Notes) -> None:
        """Let marks of notes lead to what these notes say."""
        self._inline.notes = notes

    def note_label(self, label: str) -> None:
        """Say what the mark of a note shows inside the note itself."""
        self._inline.note_label = label

    def finish(self) -> None:
        """Report fields that the part leaves open: what followed them may be missing."""
        for name in self._inline.unclosed:
            self._report.add(f"field never closed: {name}".rstrip(": "), self._part)

    def note(self, what: str, elements: list[_Element]) -> None:
        """Report what is not supported in a run of elements, at the first one with words."""
        places = (_excerpt(self._part, element) for element in elements)
        bare = self._part.rpartition("/")[2]
        self._report.add(what, next((place for place in places if place != bare), bare))

    def _paragraph(self, element: _Element, table: TableContext) -> Paragraph:
        properties = child(element, "pPr")
        resolved = self._styles.paragraph(properties, table)
        where = _excerpt(self._part, element)
        content = self._inline.read(element, resolved, table, where)
        if child(properties, "framePr") is not None:
            self._report.add("text frame", where)
        return Paragraph(
            resolved,
            self._styles.run(child(properties, "rPr"), resolved.style, table),
            content,
            self._label(resolved, properties, table, where),
            self.grid if resolved.snap_to_grid and not table.style else 0.0,
            self._adds_space,
            self._tab_step,
            where,
        )

    def _label(
        self,
        resolved: ParagraphFormat,
        properties: _Element | None,
        table: TableContext,
        where: str,
    ) -> Label | None:
        definition = self._numbering.level(resolved.list_id, resolved.list_level)
        if not resolved.list_id or definition is None:
            return None
        text = self._numbering.next_label(resolved.list_id, resolved.list_level)
        written = value(definition, "numFmt") or "decimal"
        if not is_known(written):
            self._report.add(f"list format {written}", where)
        form = self._styles.run(
            child(properties, "rPr"), resolved.style, table, child(definition, "rPr")
        )
        follow = value(definition, "suff") or "tab"
        return Label(text, form, follow, value(definition, "lvlJc") or "left")


def read_document(package: Package, report: Report) -> tuple[Section, ...]:
    """Read all sections of a document."""
    numbering = Numbering(package.sibling("numbering", "word/numbering.xml"))
    styles = Styles(package, numbering)
    body = child(package.root(package.main), "body")
    if body is None:
        raise ValueError("the document has no body")
    story = StoryReader(package, package.main, styles, numbering, report)

    def read_note(part: str, element: _Element, label: str) -> tuple[Block, ...]:
        reader = StoryReader(package, part, styles, numbering, report)
        reader.note_label(label)
        return reader.blocks(element)

    notes = Notes(package, report, read_note)
    story.take_notes(notes)
    sections: list[Section] = []
    pending: list[_Element] = []
    inherited: dict[tuple[str, str], tuple[Block, ...]] = {}
    for element in flat_children(body):
        ending = element if element.tag == W + "sectPr" else child(element, "pPr", "sectPr")
        if ending is not element:
            pending.append(element)
        if ending is None:
            continue
        for kind, use, part in _references(ending, package):
            inherited[kind, use] = _furniture(package, part, styles, numbering, report)
        sections.append(_section(ending, pending, story, inherited, package))
        pending = []
    if pending:  # a body without section properties of its own
        blocks = tuple(block for element in pending for block in story.block(element))
        sections.append(Section(blocks, PageSetup(), {}, {}))
    story.finish()
    if notes.at_end and sections:
        blocks = (*sections[-1].blocks, *notes.at_end)
        sections[-1] = msgspec.structs.replace(sections[-1], blocks=blocks)
    return story.contents.completed(tuple(sections))


def flat_children(parent: _Element) -> Iterator[_Element]:
    """Yield block elements, looking through content controls and revision marks."""
    for element in parent:
        if element.tag == W + "sdt":
            content = child(element, "sdtContent")
            if content is not None:
                yield from flat_children(content)
        elif element.tag in _WRAPPERS:
            yield from flat_children(element)
        else:
            yield element


def _references(properties: _Element, package: Package) -> Iterator[tuple[str, str, str]]:
    for element in properties:
        kind = str(element.tag).removeprefix(W)
        if kind in {"headerReference", "footerReference"}:
            part = package.target(package.main, element.get(R + "id"))
            yield kind[:6], element.get(W + "type", "default"), part


def _furniture(
    package: Package, part: str, styles: Styles, numbering: Numbering, report: Report
) -> tuple[Block, ...]:
    root = package.root(part)
    if root is None:
        return ()
    story = StoryReader(package, part, styles, numbering, report)
    blocks = story.blocks(root)
    story.finish()
    return blocks


def _section(
    properties: _Element,
    elements: list[_Element],
    story: StoryReader,
    furniture: dict[tuple[str, str], tuple[Block, ...]],
    package: Package,
) -> Section:
    grid = child(properties, "docGrid")
    snaps = attribute(grid, "type") in {"lines", "linesAndChars", "snapToChars"}
    story.grid = points(attribute(grid, "linePitch")) if snaps else 0.0
    if number(attribute(child(properties, "cols"), "num"), 1) > 1:
        story.note("several columns", elements)
    for name, what in _UNSUPPORTED.items():
        if child(properties, name) is not None:
            story.note(what, elements)
    numbers = child(properties, "pgNumType")
    start = attribute(numbers, "start")
    return Section(
        tuple(block for element in elements for block in story.block(element)),
        _page_setup(properties),
        {use: blocks for (kind, use), blocks in furniture.items() if kind == "header"},
        {use: blocks for (kind, use), blocks in furniture.items() if kind == "footer"},
        title_page=bool(flag(properties, "titlePg")),
        even_odd=package.switched_on("evenAndOddHeaders"),
        start=value(properties, "type") or "nextPage",
        first_page=None if start is None else number(start),
        number_form=attribute(numbers, "fmt") or "decimal",
        align=value(properties, "vAlign") or "top",
    )


def _page_setup(properties: _Element) -> PageSetup:
    size, margins, plain = child(properties, "pgSz"), child(properties, "pgMar"), PageSetup()

    def margin(name: str, default: float) -> float:
        return abs(points(attribute(margins, name), default))

    return PageSetup(
        points(attribute(size, "w"), plain.width),
        points(attribute(size, "h"), plain.height),
        margin("top", plain.top),
        margin("bottom", plain.bottom),
        margin("left", plain.left) + margin("gutter", 0.0),
        margin("right", plain.right),
        margin("header", plain.header),
        margin("footer", plain.footer),
    )


def _excerpt(part: str, element: _Element) -> str:
    """Name a place: the part and the first words of the paragraph."""
    words = ""
    for text in element.iter(W + "t"):
        words += text.text or ""
        if len(words) > _EXCERPT:
            break
    return f"{part.rpartition('/')[2]}: {words[:_EXCERPT]}".rstrip(": ")
