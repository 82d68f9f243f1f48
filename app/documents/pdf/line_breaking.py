"""Break atoms into lines: Chinese rules for marks, whole words and numbers, tabs, forced breaks."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

import msgspec

from app.documents.pdf.atoms import Atom
from app.documents.pdf.blocks import Tab
from app.documents.pdf.characters import CLOSERS, HANGING, may_break, needs_gap, overlap
from app.documents.pdf.formats import TabStop

if TYPE_CHECKING:
    from collections.abc import Sequence

_WORDS: Final = frozenset({"text", "field"})
_GAP: Final = 0.25  # em between Chinese and Latin letters
_SLACK: Final = 0.01  # points; sums of widths carry rounding errors


class Line(msgspec.Struct, frozen=True, gc=False):
    """A line of atoms, not yet placed.

    Attributes:
        start: Where it begins, in points from the left edge of the column.
        end: Where it must end.
        closes: Last line of the paragraph or before a forced break; it is not justified.
        breaks_page: A page break follows.
    """

    atoms: tuple[Atom, ...]
    start: float
    end: float
    closes: bool = False
    breaks_page: bool = False


class Measure(msgspec.Struct, frozen=True, gc=False):
    """The room that a paragraph's lines have, in points from the left edge of the column.

    Attributes:
        first: Where the first line begins.
        left, right: Where the other lines begin, and where all end.
        tabs: Stops in ascending order.
        tab_step: Distance of the stops after the last of these.
        hangs: A comma or full stop may stand beyond the right edge.
    """

    first: float
    left: float
    right: float
    tabs: tuple[TabStop, ...] = ()
    tab_step: float = 36.0
    hangs: bool = True


def break_lines(atoms: Sequence[Atom], measure: Measure) -> list[Line]:
    """Break a paragraph into lines; an empty paragraph gives one empty line."""
    breaker = _Breaker(measure)
    for atom in atoms:
        breaker.add(atom)
    return breaker.finish()


def distance(before: Atom, after: Atom) -> float:
    """Return what stands between two neighbours, in points: a gap, or an overlap if negative."""
    if not (before.chinese or after.chinese):
        return 0.0
    if before.kind not in _WORDS or after.kind not in _WORDS:
        return 0.0
    if _is_note(before) or _is_note(after):
        return 0.0  # the mark of a note stands close
    same = before.chinese == after.chinese
    if same and not before.format.squeezes:
        return 0.0
    apart = _distance(before.text[-1], after.text[0], same)
    if apart > 0 and not _parted(before, after):
        return 0.0
    return apart * (before.format.drawn_size if before.chinese else after.format.drawn_size)


def _parted(before: Atom, after: Atom) -> bool:
    """Whether the paragraph asks for the gap between a Chinese letter and what is none."""
    other = after.text[0] if before.chinese else before.text[-1]
    form = before.format
    return form.parts_digits if other.isdigit() else form.parts_latin


def _is_note(atom: Atom) -> bool:
    return atom.thing is not None and atom.kind == "text"


@lru_cache(maxsize=4096)
def _distance(before: str, after: str, same_script: bool) -> float:
    if same_script:
        return -overlap(before, after)
    return _GAP if needs_gap(before, after) else 0.0


@lru_cache(maxsize=8192)
def _may_break(before: str, after: str, chinese: bool) -> bool:
    return may_break(before, after, chinese=chinese)


def hanging(atom: Atom, *, hangs: bool) -> float:
    """Return how much of an atom may stand beyond the end of a line, in points.

    Args:
        atom: The last one of the line.
        hangs: Commas and full stops may stand there whole.
    """
    if atom.kind == "space" or (hangs and atom.chinese and atom.text in HANGING):
        return atom.width
    return squeezable(atom)


def squeezable(atom: Atom) -> float:
    """Return the blank half of a closing mark that the end of a line may cut off, in points."""
    blank = atom.chinese and atom.text in CLOSERS and atom.format.squeezes
    return atom.width * 0.5 if blank else 0.0


def stop_of(tab: Atom, position: float, measure: Measure) -> TabStop:
    """Return where a tab at ``position`` leads: to a place of the line, or to the next stop."""
    if not isinstance(tab.thing, Tab):
        return tab_stop(position, measure)
    places = {"center": (measure.left + measure.right) / 2, "right": measure.right}
    align = tab.thing.align
    return TabStop(places.get(align, measure.left), align, tab.thing.leader)


def tab_stop(position: float, measure: Measure) -> TabStop:
    """Return the stop that a tab at ``position`` leads to.

    The left indent acts as a stop for hanging first lines; beyond the last stop there is one every
    step. A stop beyond every margin stands at the right edge.
    """
    for stop in measure.tabs:
        if stop.position > position + _SLACK and stop.align != "bar":
            if stop.position == float("inf"):
                return TabStop(measure.right, stop.align, stop.leader)
            if measure.left > position + _SLACK and measure.left < stop.position:
                break
            return stop
    if measure.left > position + _SLACK:
        return TabStop(measure.left)
    return TabStop((int((position + _SLACK) / measure.tab_step) + 1) * measure.tab_step)


class _Breaker:
    """Builds lines one atom at a time, remembering the last place where a break is allowed."""

    def __init__(self, measure: Measure) -> None:
        self._measure = measure
        self._lines: list[Line] = []
        self._current: list[Atom] = []
        self._last: Atom | None = None
        self._width = self._limit = 0.0
        self._break_at = 0
        self._begin([])

    def add(self, atom: Atom) -> None:
        """Append an atom, ending the line before it does not fit any more."""
        kind = atom.kind
        if kind in {"break", "page break"}:
            self._close(self._current, closes=True, breaks_page=kind == "page break")
            self._begin([])
            return
        if kind in {"bookmark", "floating"}:
            self._current.append(atom)
            return
        if kind == "tab":
            self._tab(atom)
            return
        before = self._last
        gap = 0.0 if before is None else distance(before, atom)
        if before is not None and self._breakable(before, atom):
            self._break_at = len(self._current)
        width = self._width + gap + atom.width
        if width - self._hanging(atom) > self._limit + _SLACK and not self._make_room(atom):
            return
        if self._last is not None:  # the line may have been ended meanwhile
            gap = distance(self._last, atom)
            self._width += gap
        self._current.append(atom)
        self._width += atom.width
        self._last = atom

    def finish(self) -> list[Line]:
        """Close the last line; a page break at the very end needs no line after it."""
        if self._current or not (self._lines and self._lines[-1].breaks_page):
            self._close(self._current, closes=True)
        return self._lines

    @property
    def _start(self) -> float:
        return self._measure.left if self._lines else self._measure.first

    def _hanging(self, atom: Atom) -> float:
        return hanging(atom, hangs=self._measure.hangs)

    def _begin(self, atoms: list[Atom]) -> None:
        while atoms and atoms[0].kind == "space":
            del atoms[0]
        self._current = atoms
        self._limit = self._measure.right - self._start
        self._break_at = 0
        self._width = 0.0
        self._last = None
        for position, atom in enumerate(atoms):
            if atom.kind in {"bookmark", "floating"}:
                continue
            if self._last is not None:
                self._width += distance(self._last, atom)
                if self._breakable(self._last, atom):
                    self._break_at = position
            self._width += atom.width
            self._last = atom

    def _close(self, atoms: list[Atom], *, closes: bool = False, breaks_page: bool = False) -> None:
        line = Line(tuple(atoms), self._start, self._measure.right, closes, breaks_page)
        self._lines.append(line)

    def _breakable(self, before: Atom, after: Atom) -> bool:
        if before.kind == "tab" or after.kind == "tab":
            return before.kind == "tab"
        return _may_break(before.last, after.first, _wide(before) or _wide(after))

    def _make_room(self, atom: Atom) -> bool:
        """End the line at the last allowed place; tell whether the atom is still to be added."""
        if self._break_at:
            rest = self._current[self._break_at :]
            self._close(self._current[: self._break_at])
            self._begin(rest)
            self.add(atom)
            return False
        if self._last is None:
            return self._split(atom)
        if self._width + atom.width - self._hanging(atom) <= self._limit + _SLACK:
            return True
        if atom.kind == "text" and atom.first in CLOSERS:
            return True  # nothing to break at: better a mark in the margin than at a line's start
        self._close(self._current)
        self._begin([])
        self.add(atom)
        return False

    def _split(self, atom: Atom) -> bool:
        """Cut a word wider than the whole line; anything else may stick out."""
        if atom.kind != "text" or len(atom.text) < 2 or self._limit <= 0:  # noqa: PLR2004 - to cut
            return True
        each = atom.width / len(atom.text)
        count = min(max(int(self._limit / each), 1), len(atom.text) - 1)
        head = msgspec.structs.replace(atom, text=atom.text[:count], width=each * count)
        rest = msgspec.structs.replace(
            atom, text=atom.text[count:], width=each * (len(atom.text) - count)
        )
        self._current.append(head)
        self._close(self._current)
        self._begin([])
        self.add(rest)
        return False

    def _tab(self, atom: Atom) -> None:
        position = self._start + self._width
        stop = stop_of(atom, position, self._measure)
        if stop.position > self._measure.right + _SLACK and stop.align == "left" and self._current:
            self._close(self._current)
            self._begin([])
            stop = tab_stop(self._start, self._measure)
        self._current.append(atom)
        if stop.align == "left":
            self._width = stop.position - self._start
        # After a right or centred stop the text moves left into the room that the tab leaves.
        self._limit = max(self._limit, stop.position - self._start)
        self._break_at = 0
        self._last = None


def _wide(atom: Atom) -> bool:
    return atom.chinese or atom.kind == "picture"
