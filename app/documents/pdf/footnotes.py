"""The notes at the foot of a page: what they need, what goes on to the next page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.documents.pdf.blocks import NoteMark
from app.documents.pdf.boxes import Item, ParagraphBox, Rule
from app.documents.pdf.formats import Border
from app.documents.pdf.stacking import lines_to_place, split_boxes
from app.documents.pdf.table_drawing import box_items
from app.documents.pdf.tables import lay_out, stack_height

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from app.documents.pdf.atoms import AtomMaker
    from app.documents.pdf.boxes import Box, LineBox, RowBox

_RULE: Final = 144.0  # points; as long as Word draws it
_LEAST: Final = 12.0  # points between text and notes where the document does not say


class NoteArea:
    """The notes of the page that is being filled."""

    def __init__(self, maker: AtomMaker) -> None:
        """Begin without notes."""
        self._maker = maker
        self._laid_out: dict[tuple[int, float], tuple[Box, ...]] = {}
        self._marks: list[NoteMark] = []  # keeps the marks alive, whose identity is the key
        self._boxes: list[Box] = []
        self._carried: list[Box] = []
        self._rule: tuple[Box, ...] = ()
        self._width = 0.0

    @property
    def height(self) -> float:
        """What the notes of this page need, with the rule above them, in points."""
        return self._height_of(self._boxes)

    def needed(self, lines: Iterable[LineBox]) -> float:
        """Return what more the notes of some lines need, in points."""
        more = [box for mark in marks_of(lines) for box in self._lay_out(mark)]
        return self._height_of([*self._boxes, *more]) - self.height if more else 0.0

    def take(self, lines: Iterable[LineBox], room: float) -> float:
        """Add the notes of lines that were placed; return the height they take of ``room``.

        What does not fit goes on at the foot of the next page.
        """
        before = self.height
        for mark in marks_of(lines):
            boxes = self._lay_out(mark)
            if self._carried:  # notes stay in their order
                self._carried += boxes
                continue
            left = before + room - (self.height or self._head())
            head, tail = split_boxes(boxes, left)
            self._boxes += head
            self._carried += tail
        return self.height - before

    def next_page(self, width: float, most: float) -> float:
        """Begin another page with what was left over; return the height it takes."""
        self._width = width
        head, tail = split_boxes(self._carried, most - self._head(), force=True)
        self._boxes, self._carried = list(head), list(tail)
        return self.height

    @property
    def left_over(self) -> bool:
        """Whether a note still has to go on."""
        return bool(self._carried)

    def items(self, left: float, bottom: float) -> Iterator[Item]:
        """Yield what is drawn: the rule, and below it the notes, which end at ``bottom``."""
        if not self._boxes:
            return
        top = bottom - self.height
        middle = top + self._head() / 2
        yield Rule(left, middle, left + _RULE, middle, Border(0.5))
        yield from box_items(self._boxes, left, top + self._head())

    def _head(self) -> float:
        return max(stack_height(self._rule), _LEAST)

    def _height_of(self, boxes: Sequence[Box]) -> float:
        return stack_height(boxes) + self._head() if boxes else 0.0

    def _lay_out(self, mark: NoteMark) -> tuple[Box, ...]:
        key = (id(mark), self._width)
        if key not in self._laid_out:
            self._marks.append(mark)
            self._laid_out[key] = lay_out(mark.note, self._width, self._maker)
            self._rule = self._rule or lay_out(mark.rule, self._width, self._maker)
        return self._laid_out[key]


def marks_of(lines: Iterable[LineBox]) -> Iterator[NoteMark]:
    """Yield the marks of notes in some lines."""
    for line in lines:
        for atom in line.line.atoms:
            if isinstance(atom.thing, NoteMark):
                yield atom.thing


def lines_of_boxes(boxes: Iterable[Box]) -> Iterator[LineBox]:
    """Yield all lines of boxes, those in the cells of tables included."""
    for box in boxes:
        if isinstance(box, ParagraphBox):
            yield from box.lines
        else:
            yield from lines_of_rows(box.rows)


def lines_of_rows(rows: Iterable[RowBox]) -> Iterator[LineBox]:
    """Yield all lines of table rows."""
    for row in rows:
        for cell in row.cells:
            yield from lines_of_boxes(cell.content)


def lines_with_notes(box: ParagraphBox, room: float, area: NoteArea, *, fresh: bool) -> int:
    """Return how many lines of a paragraph go on the page with their notes; 0 moves it on."""
    count = lines_to_place(box, room, fresh=fresh)
    while count:
        needed = area.needed(box.lines[:count])
        if not needed:
            return count
        fitting = lines_to_place(box, room - needed, fresh=False)
        if fitting >= count:
            return count
        count = fitting
    return 1 if fresh else 0


def room_for_rows(rows: Sequence[RowBox], room: float, area: NoteArea) -> float:
    """Return the room that rows may use when their notes shall stand on the same page."""
    used, lines = 0.0, []
    for row in rows:
        lines += list(lines_of_rows([row]))
        needed = area.needed(lines)
        if used + row.height + needed > room:
            return room - needed
        used += row.height
    return room - area.needed(lines)
