"""Fill pages: page breaks, lines and paragraphs kept together, tables, sections, furniture."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import msgspec

from app.documents.pdf.blocks import PageSetup, Section
from app.documents.pdf.boxes import (
    Anchor,
    Box,
    Fill,
    Heading,
    Item,
    ParagraphBox,
    PictureAt,
    Rule,
    TableBox,
    TextLine,
)
from app.documents.pdf.floating import place_floating
from app.documents.pdf.footnotes import (
    NoteArea,
    lines_of_rows,
    lines_with_notes,
    room_for_rows,
)
from app.documents.pdf.keeping import height_of_chain
from app.documents.pdf.stacking import paragraph_items, split_paragraph
from app.documents.pdf.table_drawing import box_items, segment_items
from app.documents.pdf.table_pages import TableFlow
from app.documents.pdf.tables import lay_out, stack_height

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.documents.pdf.atoms import AtomMaker

_SLACK: Final = 0.05


class Page(msgspec.Struct, frozen=True):
    """A finished page.

    Attributes:
        items: What is drawn, in order.
        section: Position of its section in the document.
        number, form: Its page number and how that is written.
    """

    setup: PageSetup
    items: tuple[Item, ...]
    section: int
    number: int
    form: str


class _Furniture(msgspec.Struct, frozen=True):
    """Header and footer of one kind of page, laid out, and the room they leave for the text."""

    header: tuple[Item, ...]
    footer: tuple[Item, ...]
    top: float
    bottom: float


class PageFiller:
    """Fills pages with the sections of a document."""

    def __init__(self, maker: AtomMaker) -> None:
        """Begin without pages."""
        self._maker = maker
        self._pages: list[Page] = []
        self._items: list[Item] = []
        self._section = -1
        self._current = Section((), PageSetup(), {}, {})
        self._furniture: dict[str, _Furniture] = {}
        self._y = self._top = self._bottom = self._foot = 0.0
        self._body_begins = 0
        self._footer: tuple[Item, ...] = ()
        self._first = self._forced = True
        self._number = 0
        self._open = False
        self._notes = NoteArea(maker)

    def fill(self, sections: Iterable[Section]) -> list[Page]:
        """Return the pages of all sections; an empty document has one page."""
        for index, section in enumerate(sections):
            self._begin_section(index, section)
            boxes = lay_out(section.blocks, section.setup.text_width, self._maker)
            for position, box in enumerate(boxes):
                self._place(box, boxes, position)
        self._finish_page()
        while self._notes.left_over:
            self._new_page()
            self._finish_page()
        return self._pages

    def _begin_section(self, index: int, section: Section) -> None:
        continues = (
            section.start == "continuous" and self._open and section.setup == self._current.setup
        )
        if self._open and not continues:
            self._finish_page()
        self._section, self._current = index, section
        self._furniture = {}
        if section.first_page is not None:
            self._number = section.first_page - 1
        if continues:
            return
        self._first = True
        if section.start in {"oddPage", "evenPage"} and self._pages:
            wanted = 1 if section.start == "oddPage" else 0
            if (self._number + 1) % 2 != wanted:
                self._new_page()
                self._finish_page()
                self._first = True
        self._new_page()

    def _new_page(self) -> None:
        if self._open:
            self._finish_page()
        self._number += 1
        kind = self._kind()
        if kind not in self._furniture:
            self._furniture[kind] = _furniture(self._current, kind, self._maker)
        furniture = self._furniture[kind]
        self._items, self._footer = list(furniture.header), furniture.footer
        self._y = self._top = furniture.top
        room = furniture.bottom - furniture.top
        self._foot = furniture.bottom
        self._bottom = self._foot - self._notes.next_page(self._current.setup.text_width, room)
        self._body_begins = len(self._items)
        self._forced = not self._pages or self._first
        self._first = False
        self._open = True

    def _kind(self) -> str:
        if self._first and self._current.title_page:
            return "first"
        if self._current.even_odd and self._number % 2 == 0:
            return "even"
        return "default"

    def _finish_page(self) -> None:
        if not self._open:
            return
        section = self._current
        spare = max(self._bottom - self._y, 0.0)
        shift = {"center": spare / 2, "bottom": spare}.get(section.align, 0.0)
        if shift:
            body = [shifted(item, shift) for item in self._items[self._body_begins :]]
            self._items[self._body_begins :] = body
        notes = self._notes.items(section.setup.left, self._foot)
        items = _in_order([*self._items, *notes, *self._footer], section.setup, self._maker)
        self._pages.append(
            Page(section.setup, tuple(items), self._section, self._number, section.number_form)
        )
        self._open = False

    @property
    def _fresh(self) -> bool:
        return self._y <= self._top + _SLACK

    @property
    def _room(self) -> float:
        return self._bottom - self._y

    def _place(self, box: Box, boxes: tuple[Box, ...], position: int) -> None:
        if (
            isinstance(box, ParagraphBox)
            and box.paragraph.format.page_break_before
            and not self._fresh
        ):
            self._new_page()
            self._forced = True
        if not self._fresh:
            page = self._bottom - self._top
            chain = height_of_chain(boxes, position, page)
            if chain > self._room + _SLACK and chain <= page:
                self._new_page()
        if isinstance(box, TableBox):
            self._place_table(TableFlow(box))
        else:
            self._place_paragraph(box)

    def _place_table(self, flow: TableFlow) -> None:
        left = self._current.setup.left
        while not flow.done:
            room = room_for_rows(flow.rest, self._room, self._notes)
            segment = flow.take(room, fresh=self._fresh)
            if segment is None:
                self._new_page()
                continue
            self._items += segment_items(segment, left, self._y)
            self._y += segment.height
            self._bottom -= self._notes.take(lines_of_rows(segment.rows), self._room)
            if not flow.done:
                self._new_page()

    def _place_paragraph(self, box: ParagraphBox) -> None:
        left = self._current.setup.left
        while True:
            if self._fresh and not self._forced and box.before:
                # Word drops the space above a paragraph that a page happens to begin with.
                box = msgspec.structs.replace(box, before=0.0)
            count = lines_with_notes(box, self._room, self._notes, fresh=self._fresh)
            if count == 0:
                self._new_page()
                continue
            ends_page = any(line.line.breaks_page for line in box.lines[:count])
            if ends_page:
                count = 1 + next(n for n, b in enumerate(box.lines) if b.line.breaks_page)
            part, rest = (box, None) if count == len(box.lines) else split_paragraph(box, count)
            self._items += paragraph_items(part, left, self._y)
            self._y += part.height
            self._bottom -= self._notes.take(part.lines, self._room)
            if ends_page:
                self._new_page()
                self._forced = True
            if rest is None:
                return
            if not ends_page:
                self._new_page()
            box = rest


def _furniture(section: Section, kind: str, maker: AtomMaker) -> _Furniture:
    setup, width = section.setup, section.setup.text_width
    header = lay_out(section.headers.get(kind, ()), width, maker)
    footer = lay_out(section.footers.get(kind, ()), width, maker)
    header_end = setup.header + stack_height(header)
    footer_start = setup.height - setup.footer - stack_height(footer)
    return _Furniture(
        tuple(box_items(header, setup.left, setup.header)),
        tuple(box_items(footer, setup.left, footer_start)),
        max(setup.top, header_end) if header else setup.top,
        min(setup.height - setup.bottom, footer_start) if footer else setup.height - setup.bottom,
    )


def shifted(item: Item, shift: float) -> Item:
    """Move a primitive down by ``shift`` points."""
    if isinstance(item, Rule):
        return msgspec.structs.replace(item, top1=item.top1 + shift, top2=item.top2 + shift)
    return msgspec.structs.replace(item, top=item.top + shift)


def _in_order(items: list[Item], setup: PageSetup, maker: AtomMaker) -> list[Item]:
    """Put what stands behind the text first and what floats at its place."""
    behind: list[Item] = []
    front: list[Item] = []
    over: list[Item] = []
    for item in sorted(items, key=_height):
        if isinstance(item, Anchor):
            into = behind if item.floating.behind else over
            into += _in_order(list(place_floating(item, setup, maker)), setup, maker)
        elif isinstance(item, Fill | Rule | TextLine | PictureAt | Heading):
            front.append(item)
    return behind + front + over


def _height(item: Item) -> int:
    """What floats comes after the rest, in the order of its heights."""
    return item.floating.order if isinstance(item, Anchor) else -1
