"""The table of contents: stored entries keep their words; a field never updated is made anew.

A template's contents field usually holds only a note to press F9. Its place is then filled from the
headings, each with a placeholder for its page.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import msgspec

from app.documents.pdf.blocks import (
    Block,
    Bookmark,
    Break,
    PageField,
    Paragraph,
    Section,
    Tab,
    Table,
    Text,
)
from app.documents.pdf.formats import ParagraphFormat, Spacing, TabStop
from app.documents.pdf.ooxml import number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.documents.pdf.fields import Instruction
    from app.documents.pdf.styles import Styles

_DEFAULT_LEVELS: Final = "1-3"
_ANCHOR: Final = "_heading"


class _Place(msgspec.Struct, frozen=True):
    """Where entries go: the paragraphs stored there, and the levels asked for."""

    stored: tuple[Paragraph, ...]
    levels: tuple[int, int]


class ContentsTable:
    """Watches a story for contents fields while it is read, and fills them when it is complete."""

    def __init__(self, styles: Styles) -> None:
        """Begin without a contents field."""
        self._styles = styles
        self._stored: list[Paragraph] = []
        self._places: dict[str, _Place] = {}

    def absorb(
        self, paragraph: Paragraph, field: Instruction | None, *, inside: bool
    ) -> list[Block]:
        """Take a paragraph just read; hold it back while it belongs to a contents field.

        Args:
            paragraph: The next paragraph of the story.
            field: The contents field that it has a part of, if any.
            inside: Whether it ends inside that field.
        """
        if field is None:
            return [paragraph]
        self._stored.append(paragraph)
        if inside:
            return []
        stored, levels = tuple(self._stored), _levels(field)
        self._stored = []
        if any(
            isinstance(i, PageField) and i.kind == "reference" for p in stored for i in p.content
        ):
            return list(stored)
        name = f"{_ANCHOR}-contents-{len(self._places)}"
        self._places[name] = _Place(stored, levels)
        return [msgspec.structs.replace(stored[0], content=(Bookmark(name),))]

    def completed(self, sections: tuple[Section, ...]) -> tuple[Section, ...]:
        """Fill the places found with entries, and anchor the headings they lead to."""
        if self._stored and sections:  # a field that never ended held everything back
            rest = msgspec.structs.replace(
                sections[-1], blocks=(*sections[-1].blocks, *self._stored)
            )
            sections = (*sections[:-1], rest)
        if not self._places:
            return sections
        headings = [p for p in _paragraphs(sections) if p.format.outline_level is not None]
        anchors = {id(p): f"{_ANCHOR}{n}" for n, p in enumerate(headings) if p.text}
        return tuple(
            msgspec.structs.replace(
                section, blocks=tuple(self._with_entries(section.blocks, headings, anchors))
            )
            for section in sections
        )

    def _with_entries(
        self, blocks: tuple[Block, ...], headings: list[Paragraph], anchors: dict[int, str]
    ) -> Iterator[Block]:
        for block in blocks:
            if isinstance(block, Table):
                yield block
                continue
            first = block.content[0] if block.content else None
            place = self._places.get(first.name) if isinstance(first, Bookmark) else None
            if place is not None:
                yield from self._entries(place, headings, anchors)
            elif id(block) in anchors:
                anchor = Bookmark(anchors[id(block)])
                yield msgspec.structs.replace(block, content=(anchor, *block.content))
            else:
                yield block

    def _entries(
        self, place: _Place, headings: list[Paragraph], anchors: dict[int, str]
    ) -> Iterator[Paragraph]:
        low, high = place.levels
        for heading in headings:
            level = (heading.format.outline_level or 0) + 1
            if low <= level <= high and id(heading) in anchors:
                yield self._entry(place.stored[0], heading.text, level, "#" + anchors[id(heading)])
        leading = [i for i in place.stored[-1].content if isinstance(i, Break) and i.kind == "page"]
        if leading:  # a page break that stood in the field's last paragraph
            yield msgspec.structs.replace(place.stored[-1], content=tuple(leading))

    def _entry(self, model: Paragraph, words: str, level: int, link: str) -> Paragraph:
        style = self._styles.by_name(f"toc {level}")
        if style:
            resolved, form = self._styles.named_paragraph(style), self._styles.run(None, style)
        else:
            indent = msgspec.structs.replace(
                model.format.indents, left=21.0 * (level - 1), first=0.0
            )
            resolved = ParagraphFormat(indents=indent, spacing=Spacing(after=4.0))
            form = model.mark
        if not any(stop.align == "right" for stop in resolved.tabs):
            edge = TabStop(float("inf"), "right", ".")
            resolved = msgspec.structs.replace(resolved, tabs=(*resolved.tabs, edge))
        content = (
            Text(words, form, link),
            Tab(form, link),
            PageField("reference", form, link[1:], link),
        )
        return Paragraph(resolved, form, content, grid=model.grid, where=model.where)


def _levels(field: Instruction) -> tuple[int, int]:
    low, _, high = (field.switches.get("o") or _DEFAULT_LEVELS).partition("-")
    return number(low, 1), number(high, 3)


def _paragraphs(sections: tuple[Section, ...]) -> Iterator[Paragraph]:
    for section in sections:
        for block in section.blocks:
            if isinstance(block, Paragraph):
                yield block
