"""Write what differs between two contracts as tracked changes into a copy of one of them.

Word, WPS and LibreOffice show them with accept and refuse: accepting all gives the words of the
newer contract, refusing all those of the older one. Numbers of clauses are left to the numbering,
which follows whatever is decided.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from lxml import etree

from app.documents.contract_reading import Place, places_in, with_part
from app.documents.pdf.docx_reader import Package
from app.documents.pdf.ooxml import W, child
from app.documents.pdf.revision_marks import accept
from app.documents.redline_note import note_of
from app.documents.redline_passages import Shapes, shaped
from app.documents.redline_words import Marker, mark_words
from app.quoting.text_difference import EntryKind

if TYPE_CHECKING:
    from datetime import datetime

    from lxml.etree import _Element

    from app.quoting.text_difference import Entry, TextDifference

_BOTH: Final = frozenset((EntryKind.SAME, EntryKind.RENUMBERED, EntryKind.CHANGED))
_NEWER: Final = frozenset((EntryKind.ADDED, EntryKind.MOVED))


class Redline(NamedTuple):
    """What a marked document is made from.

    Attributes:
        old: The older contract; ``None`` when it came from outside, so that nothing of its file
            but its words gets into a paper of ours.
        new: The newer one; ``None`` likewise. One of them is given.
        difference: What differs between the two.
        author: Who stands beside the changes.
        date: When, with its time zone.
        note: Paragraphs that stand on top and say what is compared; the first is the title.
    """

    old: bytes | None
    new: bytes | None
    difference: TextDifference
    author: str
    date: datetime
    note: tuple[str, ...] = ()


def marked_document(made: Redline) -> bytes:
    """A copy of the newer contract, or of the older where that is ours, with tracked changes.

    Raises:
        ValueError: The bytes are no Word document.
    """
    base_is_new = made.new is not None
    base, other = (made.new, made.old) if made.new is not None else (made.old, None)
    if base is None:
        raise ValueError("neither contract is given")
    package = Package(base)
    root = package.root(package.main)
    body = child(root, "body")
    if root is None or body is None:
        raise ValueError("the document has no body")
    accept(root)
    marker = Marker.begun(root, made.author, made.date, base_is_new=base_is_new)
    shapes = Shapes.of(package, other, body)
    _Writer(made.difference, marker, shapes, body, base_is_new=base_is_new).write()
    for place, paragraph in enumerate(note_of(made.note)):
        body.insert(place, paragraph)
    text = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return with_part(base, package.main, text)


class _Writer:
    """Walks through the entries and marks the passages of the base."""

    def __init__(
        self,
        difference: TextDifference,
        marker: Marker,
        shapes: Shapes,
        body: _Element,
        *,
        base_is_new: bool,
    ) -> None:
        self._difference = difference
        self._marker = marker
        self._shapes = shapes
        self._body = body
        self._is_new = base_is_new
        self._places = list(places_in(body))
        self._after: _Element | None = None
        self._table: int | None = None

    def write(self) -> None:
        """Mark everything that differs."""
        for entry in self._difference.entries:
            here = self._place(entry)
            if here is None:
                self._insert(entry)
                continue
            if entry.kind is EntryKind.CHANGED:
                self._change(entry, here)
            elif entry.kind not in _BOTH:
                self._marker.mark_passage(here)
            self._after = here.block

    def _place(self, entry: Entry) -> Place | None:
        """Where an entry stands in the base; nowhere when only the other contract has it."""
        if entry.kind not in _BOTH and (entry.kind in _NEWER) is not self._is_new:
            return None
        number = entry.new if self._is_new else entry.old
        return None if number is None else self._places[number]

    def _change(self, entry: Entry, here: Place) -> None:
        for paragraph, pieces in zip(here.paragraphs, entry.pieces, strict=True):
            if pieces:
                mark_words(paragraph, pieces, self._marker)

    def _insert(self, entry: Entry) -> None:
        """Put a passage of the other contract behind the one before it."""
        number = entry.old if self._is_new else entry.new
        side = self._difference.old if self._is_new else self._difference.new
        if number is None:
            return
        passage = side.passages[number]
        made = shaped(passage, self._shapes, number, self._after)
        self._marker.mark_foreign(made)
        self._stand(made.block, number, row=passage.is_row)
        self._after = made.block

    def _stand(self, block: _Element, number: int, *, row: bool) -> None:
        """Give a new paragraph or row its place behind the last one."""
        last = self._after
        in_row = last is not None and last.tag == f"{W}tr"
        if row and not in_row:
            block = self._shapes.table_for(number, block)
        if last is None:
            self._body.insert(0, block)
        elif in_row and not row:
            _split_table(last)
            next(last.iterancestors(f"{W}tbl")).addnext(block)
        else:
            last.addnext(block)


def _split_table(row: _Element) -> None:
    """Let a table end behind a row; the rows that follow become a table of their own."""
    table = next(row.iterancestors(f"{W}tbl"))
    following = [one for one in row.itersiblings() if next(one.iter(f"{W}tr"), None) is not None]
    if not following:
        return
    second = etree.Element(f"{W}tbl")
    for name in ("tblPr", "tblGrid"):
        known = child(table, name)
        if known is not None:
            second.append(_copied(known))
    for one in following:
        second.append(one)
    table.addnext(second)


def _copied(element: _Element) -> _Element:
    import copy

    return copy.deepcopy(element)
