"""Tracked changes inside a paragraph, and of whole paragraphs and rows."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING, Final

from lxml import etree

from app.documents.paragraph_units import Unit, look_of, run_of, split_unit, units_of
from app.documents.pdf.ooxml import W, child
from app.quoting.word_difference import PieceKind

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from lxml.etree import _Element

    from app.documents.contract_reading import Place
    from app.quoting.word_difference import Piece

_TEXT: Final = f"{W}t"
_BEHIND_ROW_MARKS: Final = frozenset(W + name for name in ("ins", "del", "trPrChange"))


class Marker:
    """Makes marks with author, date and numbers of their own.

    Attributes:
        mine: ``ins`` when the document is the newer one, whose own words were put in; else ``del``.
        theirs: The opposite, for words of the other document.
    """

    def __init__(self, author: str, date: str, first: int, *, base_is_new: bool) -> None:
        """Begin to count at a number that no other mark of the document has."""
        self.mine = "ins" if base_is_new else "del"
        self.theirs = "del" if base_is_new else "ins"
        self._author = author
        self._date = date
        self._next = first

    @classmethod
    def begun(cls, root: _Element, author: str, date: datetime, *, base_is_new: bool) -> Marker:
        """A marker for a document."""
        from datetime import UTC

        used = [int(known) for one in root.iter() if (known := one.get(f"{W}id", "")).isdecimal()]
        moment = date.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        return cls(author, moment, max([0, *used]) + 1, base_is_new=base_is_new)

    def mark(self, kind: str) -> _Element:
        """An empty mark."""
        made = etree.Element(f"{W}{kind}")
        made.set(f"{W}id", str(self._next))
        made.set(f"{W}author", self._author)
        made.set(f"{W}date", self._date)
        self._next += 1
        return made

    def wrap(self, elements: Sequence[_Element], kind: str) -> None:
        """Mark neighbours in place; deleted words are written as such."""
        if elements[0].tag == f"{W}fldSimple":  # no mark may stand around it, only inside
            elements = list(elements[0].iterchildren(f"{W}r"))
            if not elements:
                return
        holder = self.mark(kind)
        elements[0].addprevious(holder)
        for one in elements:
            holder.append(one)
        if kind == "del":
            for node in holder.iter(_TEXT, f"{W}instrText"):
                node.tag = f"{W}delText" if node.tag == _TEXT else f"{W}delInstrText"

    def mark_passage(self, place: Place) -> None:
        """Mark everything of a passage of the document."""
        self._mark_all(place, self.mine)

    def mark_foreign(self, place: Place) -> None:
        """Mark everything of a passage that was made of the other document."""
        self._mark_all(place, self.theirs)

    def _mark_all(self, place: Place, kind: str) -> None:
        if place.cells:
            properties = _first(place.block, "trPr", behind=f"{W}tblPrEx")
            _put(properties, self.mark(kind), _BEHIND_ROW_MARKS)
        for paragraph in place.paragraphs:
            end = _last_of_paragraph(_first(paragraph, "pPr"))
            end.insert(0, self.mark(kind))
            for unit in units_of(paragraph):
                self.wrap(unit.elements, kind)


def mark_words(paragraph: _Element, pieces: Sequence[Piece], marker: Marker) -> None:
    """Mark what differs in a paragraph of the document.

    Args:
        paragraph: Says what its own side of the pieces says.
        pieces: What was kept, taken out and put in.
        marker: Whose words are whose.
    """
    own = PieceKind.ADDED if marker.mine == "ins" else PieceKind.REMOVED
    other = PieceKind.REMOVED if own is PieceKind.ADDED else PieceKind.ADDED
    waiting = units_of(paragraph)
    near = next((unit for unit in waiting if unit.text), None)
    last: _Element | None = None
    for piece, following in zip_longest(pieces, pieces[1:]):
        if piece.kind is other:
            if following is not None and following.kind is own:  # looks as what takes its place
                near = next((unit for unit in waiting if unit.text), near)
            look = None if near is None else look_of(near)
            run = run_of(piece.text, look, deleted=marker.theirs == "del")
            _stand(paragraph, run, last, waiting)
            marker.wrap([run], marker.theirs)
            last = run.getparent()
            continue
        shown = piece.was if own is PieceKind.REMOVED and piece.was else piece.text
        taken = _taken(waiting, len(shown))
        for unit in taken:
            if piece.kind is own:
                marker.wrap(unit.elements, marker.mine)
            near = unit if unit.text else near
            end = unit.elements[-1]
            last = end.getparent() if piece.kind is own else end


def _taken(waiting: list[Unit], count: int) -> list[Unit]:
    """The next units with so many characters; what shows nothing goes with what follows it."""
    found: list[Unit] = []
    while count:
        unit = waiting.pop(0)
        if len(unit.text) > count:
            unit, rest = split_unit(unit, count)
            waiting.insert(0, rest)
        count -= len(unit.text)
        found.append(unit)
    return found


def _stand(
    paragraph: _Element, run: _Element, last: _Element | None, waiting: Sequence[Unit]
) -> None:
    """Put a run behind the last one, or before the first that shows something."""
    if last is not None:
        last.addnext(run)
        return
    first = next((unit for unit in waiting if unit.text), None)
    if first is not None:
        first.elements[0].addprevious(run)
    else:
        paragraph.append(run)


def _first(holder: _Element, name: str, behind: str = "") -> _Element:
    """The properties of an element, made where it has none."""
    known = child(holder, name)
    if known is not None:
        return known
    made = etree.Element(f"{W}{name}")
    holder.insert(sum(one.tag == behind for one in holder), made)
    return made


def _last_of_paragraph(properties: _Element) -> _Element:
    """The properties of the end of a paragraph, in their place near the end of its own."""
    known = child(properties, "rPr")
    if known is not None:
        return known
    made = etree.Element(f"{W}rPr")
    following = next(
        (one for one in properties if one.tag in (f"{W}sectPr", f"{W}pPrChange")), None
    )
    if following is None:
        properties.append(made)
    else:
        following.addprevious(made)
    return made


def _put(properties: _Element, mark: _Element, behind: frozenset[str]) -> None:
    following = next((one for one in properties if one.tag in behind), None)
    if following is None:
        properties.append(mark)
    else:
        following.addprevious(mark)
