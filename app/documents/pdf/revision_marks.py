"""Tracked changes of Word: settled one way or the other, or made visible.

A paper shows what it says now: insertions stand, deletions are gone, as if everything had been
accepted. A comparison shows both, underlined and struck through.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from lxml import etree

from app.documents.pdf.ooxml import W, child

if TYPE_CHECKING:
    from lxml.etree import _Element

_ANY: Final = re.compile(rb"<w:(?:ins|del|moveFrom|moveTo|cellIns|cellDel)[ />]")
_IN: Final = (f"{W}ins", f"{W}moveTo")
_OUT: Final = (f"{W}del", f"{W}moveFrom")
_MARKS_OF: Final = (f"{W}rPr", f"{W}trPr", f"{W}numPr")
_EDGES: Final = tuple(
    f"{W}{kind}Range{edge}" for kind in ("moveFrom", "moveTo") for edge in ("Start", "End")
)
_DELETED_WORDS: Final = {f"{W}delText": f"{W}t", f"{W}delInstrText": f"{W}instrText"}
_LOOKS: Final = {
    "ins": (("u", "single"), ("color", "1F4E9E")),
    "del": (("strike", "1"), ("color", "B42318")),
}


def has_marks(xml: bytes) -> bool:
    """Whether a part may hold tracked changes."""
    return _ANY.search(xml) is not None


def accept(root: _Element) -> None:
    """Let every change stand: what was put in is text, what was taken out is gone."""
    _settle(root, stays=_IN, goes=_OUT)


def reject(root: _Element) -> None:
    """Take every change back; how the text looks is not brought back."""
    _settle(root, stays=_OUT, goes=_IN)


def show(root: _Element) -> None:
    """Make changes visible: underlined what was put in, struck through what was taken out.

    A paragraph that is gone has no number, so that the others have the numbers of the newer text.
    """
    for paragraph in root.iter(f"{W}p"):
        if child(paragraph, "pPr", "rPr", "del") is not None:
            _without_number(paragraph)
    for holders, kind in (
        (_changed(root, _IN, "ins"), "ins"),
        (_changed(root, _OUT, "del"), "del"),
    ):
        for run in [run for holder in holders for run in holder.iter(f"{W}r")]:
            _ink(run, kind)
    for change in list(root.iter(*_IN, *_OUT)):
        if _is_mark(change):
            _remove(change)
        else:
            _unwrap(change)
    _live_words(root)


def _changed(root: _Element, tags: tuple[str, ...], kind: str) -> list[_Element]:
    """What holds text that was put in, or taken out: changes within paragraphs, and whole rows."""
    rows = [row for row in root.iter(f"{W}tr") if child(row, "trPr", kind) is not None]
    return [*rows, *(one for one in root.iter(*tags) if not _is_mark(one))]


def _settle(root: _Element, *, stays: tuple[str, ...], goes: tuple[str, ...]) -> None:
    for change in [one for one in root.iter(*goes) if not _is_mark(one)]:
        _remove(change)
    for change in [one for one in root.iter(*stays) if not _is_mark(one)]:
        _unwrap(change)
    for row in list(root.iter(f"{W}tr")):
        properties = child(row, "trPr")
        if properties is not None and any(one.tag in goes for one in properties):
            _remove(row)
    gone = f"{W}cellDel" if f"{W}del" in goes else f"{W}cellIns"
    for mark in list(root.iter(gone)):
        _remove(next(mark.iterancestors(f"{W}tc")))
    for paragraph in list(root.iter(f"{W}p")):
        end = child(paragraph, "pPr", "rPr")
        if end is not None and any(one.tag in goes for one in end):
            _merge(paragraph)
    for left in list(root.iter(*_IN, *_OUT, *_EDGES, f"{W}cellIns", f"{W}cellDel")):
        _remove(left)
    for change in [one for one in root.iter() if str(one.tag).endswith("Change")]:
        _remove(change)
    _live_words(root)
    _complete(root)


def _is_mark(change: _Element) -> bool:
    """Whether it says something of a row or the end of a paragraph and holds no text."""
    parent = change.getparent()
    return parent is not None and parent.tag in _MARKS_OF


def _merge(paragraph: _Element) -> None:
    """A paragraph without its end flows into the next one, whose looks stay."""
    content = [one for one in paragraph if one.tag != f"{W}pPr"]
    worded = any(one.tag in (f"{W}t", f"{W}tab", f"{W}drawing") for one in paragraph.iter())
    following = paragraph.getnext()
    if following is not None and following.tag == f"{W}p":
        place = 1 if child(following, "pPr") is not None else 0
        for offset, one in enumerate(content):
            following.insert(place + offset, one)
        _remove(paragraph)
    elif not worded:
        _remove(paragraph)


def _complete(root: _Element) -> None:
    """Tables without rows go; a cell keeps a paragraph."""
    for table in list(root.iter(f"{W}tbl")):
        if next(table.iter(f"{W}tr"), None) is None:
            _remove(table)
    for row in list(root.iter(f"{W}tr")):
        if next(row.iter(f"{W}tc"), None) is None:
            _remove(row)
    for cell in root.iter(f"{W}tc"):
        if next(cell.iter(f"{W}p"), None) is None:
            etree.SubElement(cell, f"{W}p")


def _live_words(root: _Element) -> None:
    for node in root.iter(*_DELETED_WORDS):
        node.tag = _DELETED_WORDS[str(node.tag)]


def _without_number(paragraph: _Element) -> None:
    properties = paragraph[0]
    numbers = child(properties, "numPr")
    if numbers is None:
        style = child(properties, "pStyle")
        numbers = etree.Element(f"{W}numPr")
        properties.insert(0 if style is None else properties.index(style) + 1, numbers)
    for one in list(numbers):
        numbers.remove(one)
    etree.SubElement(numbers, f"{W}numId").set(f"{W}val", "0")


def _ink(run: _Element, kind: str) -> None:
    """Draw a run as changed; the line tells it, the colour only helps."""
    properties = child(run, "rPr")
    if properties is None:
        properties = etree.Element(f"{W}rPr")
        run.insert(0, properties)
    for name, value in _LOOKS[kind]:
        known = child(properties, name)
        if known is not None:
            properties.remove(known)
        etree.SubElement(properties, f"{W}{name}").set(f"{W}val", value)


def _unwrap(holder: _Element) -> None:
    parent = holder.getparent()
    if parent is None:
        return
    place = parent.index(holder)
    for offset, one in enumerate(list(holder)):
        parent.insert(place + offset, one)
    parent.remove(holder)


def _remove(element: _Element) -> None:
    """Take an element out; what was taken out with the element around it is gone already."""
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
