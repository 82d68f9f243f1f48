"""The text of a paragraph of a Word document, with the runs that hold it, to be cut at a character.

A field, such as the number of another clause, is one unit and never cut.
"""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Final

from lxml import etree

from app.documents.pdf.fields import parse_instruction
from app.documents.pdf.ooxml import W

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

_HOLDERS: Final = frozenset(
    W + name
    for name in ("hyperlink", "smartTag", "customXml", "sdt", "sdtContent", "dir", "bdo", "ins")
)
_CHARACTERS: Final = {"tab": "\t", "ptab": "\t", "cr": "\n", "noBreakHyphen": "\u2011"}
_NUMBERED: Final = frozenset(("REF", "NOTEREF", "PAGEREF", "PAGE", "NUMPAGES", "SECTIONPAGES"))
"""Fields that show a number; the text of any other is text like all text."""
_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"


class Unit:
    """A stretch of a paragraph.

    Attributes:
        elements: Its runs, neighbours with one parent.
        text: What they show.
        to: What its number leads to, for the result of a field; otherwise empty.
    """

    def __init__(self, elements: list[_Element], text: str, to: str = "") -> None:
        """Keep what it consists of."""
        self.elements = elements
        self.text = text
        self.to = to


def units_of(paragraph: _Element) -> list[Unit]:
    """The units of a paragraph in reading order; what shows nothing has an empty text."""
    return list(_units(paragraph))


def split_unit(unit: Unit, at: int) -> tuple[Unit, Unit]:
    """Cut a unit before a character; both halves look as it did, and a field is text then."""
    run, *rest = unit.elements
    if rest or run.tag != f"{W}r":
        plain = run_of(unit.text, look_of(unit), deleted=False)
        run.addprevious(plain)
        for one in unit.elements:
            holder = one.getparent()
            if holder is not None:
                holder.remove(one)
        run = plain
    second = copy.deepcopy(run)
    run.addnext(second)
    _shortened(run, 0, at)
    _shortened(second, at, len(unit.text))
    return Unit([run], unit.text[:at]), Unit([second], unit.text[at:])


def look_of(unit: Unit) -> _Element | None:
    """The properties of the first run of a unit."""
    run = next((run for one in unit.elements for run in one.iter(f"{W}r")), None)
    return None if run is None else run.find(f"{W}rPr")


def run_of(text: str, look: _Element | None, *, deleted: bool) -> _Element:
    """A run that shows a text; tabs and ends of lines are written as such."""
    run = etree.Element(f"{W}r")
    if look is not None:
        run.append(copy.deepcopy(look))
    for line, piece in enumerate(text.split("\n")):
        if line:
            etree.SubElement(run, f"{W}br")
        for stop, words in enumerate(piece.split("\t")):
            if stop:
                etree.SubElement(run, f"{W}tab")
            if words:
                node = etree.SubElement(run, f"{W}delText" if deleted else f"{W}t")
                node.set(_SPACE, "preserve")
                node.text = words
    return run


def _units(holder: _Element) -> Iterator[Unit]:
    children = list(holder)
    place = 0
    while place < len(children):
        one = children[place]
        place += 1
        if one.tag in _HOLDERS:
            yield from _units(one)
        elif one.tag == f"{W}fldSimple":
            yield from _simple_field(one)
        elif one.tag == f"{W}r":
            end = _end_of_field(children, place - 1)
            field = None if end is None else _field(children[place - 1 : end])
            if field is not None and field.to:
                yield field
                place = end or place
            else:
                yield Unit([one], _shown(one))


def _simple_field(field: _Element) -> Iterator[Unit]:
    to = _target(field.get(f"{W}instr", ""))
    if to:
        yield Unit([field], "".join(_shown(run) for run in field.iter(f"{W}r")), to)
    else:
        yield from _units(field)


def _end_of_field(children: list[_Element], start: int) -> int | None:
    """Behind the last run of the field that begins in a run; None where none does or ends here."""
    depth, begun = 0, False
    for place in range(start, len(children)):
        for mark in children[place].iter(f"{W}fldChar"):
            kind = mark.get(f"{W}fldCharType")
            depth += {"begin": 1, "end": -1}.get(kind or "", 0)
            begun = begun or kind == "begin"
        if not begun or depth < 0:
            return None
        if not depth:
            return place + 1
    return None


def _field(elements: list[_Element]) -> Unit:
    """A complex field with its result."""
    depth, shows, instruction, shown = 0, True, "", ""
    for element in elements:
        for node in element.iter():
            if node.tag == f"{W}fldChar":
                kind = node.get(f"{W}fldCharType")
                depth += {"begin": 1, "end": -1}.get(kind or "", 0)
                shows = kind != "begin"
            elif node.tag == f"{W}instrText":
                instruction += (node.text or "") if depth == 1 else ""
            elif shows:
                shown += _character(node)
    return Unit(elements, shown, _target(instruction))


def _target(instruction: str) -> str:
    """A field by its name and what it leads to, without how its number is written."""
    read = parse_instruction(instruction)
    return f"{read.name} {read.argument}" if read.name in _NUMBERED else ""


def _shown(run: _Element) -> str:
    return "".join(_character(node) for node in run)


def _character(node: _Element) -> str:
    if node.tag == f"{W}t":
        return node.text or ""
    name = str(node.tag).removeprefix(W)
    if name == "br":
        return "" if node.get(f"{W}type") in {"page", "column"} else "\n"
    if name == "sym":
        return chr(int(node.get(f"{W}char", "20"), 16))
    return _CHARACTERS.get(name, "")


def _shortened(run: _Element, start: int, end: int) -> None:
    """Keep only some of the characters of a run."""
    at = 0
    for node in list(run):
        if node.tag == f"{W}rPr":
            continue
        text = _character(node)
        first, last = max(start - at, 0), min(end - at, len(text))
        at += len(text)
        outside = last < first or (last == first and (text or start))
        if outside:
            run.remove(node)
        elif node.tag == f"{W}t":
            node.text = text[first:last]
            node.set(_SPACE, "preserve")
