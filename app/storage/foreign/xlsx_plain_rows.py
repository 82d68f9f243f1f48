"""Take rows that are written plainly out of a worksheet's text, before the parser gets the rest.

A parser's callbacks cost ten times as much as one expression over a whole row, and office programs
write nearly every row in the same plain form. What is taken here is a strict subset of XML; rows
in any other form, and everything around the rows, still go through the parser.
"""

from __future__ import annotations

import re
from functools import lru_cache
from operator import itemgetter
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from collections.abc import Callable

_ATTRIBUTES = r'(?: [A-Za-z0-9:]+="[^"<&]*")*'
_PLAIN = "[^<&\x00-\x08\x0b-\x1f\ufffe\uffff]*"
_TEXT = rf"{_PLAIN}(?:&(?:amp|lt|gt|quot|apos|#[0-9]{{1,7}});{_PLAIN})*"
_REFERENCE = re.compile("&(?:(amp|lt|gt|quot|apos)|#([0-9]{1,7}));")
_NAMED = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}
_ROW = re.compile(rf'<row r="([1-9][0-9]{{0,6}})"({_ATTRIBUTES})>')
_CELL = re.compile(
    r'(<c r="([A-Z]{1,3})([1-9][0-9]{0,6})"(?: s="([0-9]{1,5})")?(?: t="([A-Za-z]{1,9})")?(?:/>|>'
    rf"(<f{_ATTRIBUTES}(?:/>|>{_TEXT}</f>))?"
    rf"(?:(?:(<v>)|(<is><t>))({_TEXT})(?(7)</v>|</t></is>))?</c>))"
)
_BLANKS = (9, 10, 13)
_ALLOWED = ((0x20, 0xD7FF), (0xE000, 0xFFFD), (0x10000, 0x10FFFF))
_END = "</row>"
_ROW_START = "<row "
_LONGEST_ROW = 1 << 22
_WHOLE = itemgetter(0)
_KEPT_TEXTS = 50_000
"""Most texts with references that are kept."""
_PATIENCE = 50
"""Rows in another form, one after the other, after which no more plain ones are looked for."""


class PlainRow(msgspec.Struct):
    """A row in the plain form.

    Attributes:
        number: As written.
        attributes: The others, as written.
        cells: Whole text, letters, row number, style, type, formula, ``<v>``, ``<is><t>`` and
            value of each cell; empty where there is none.
    """

    number: str
    attributes: str
    cells: list[tuple[str, str, str, str, str, str, str, str, str]]


class RowFilter:
    """Sends plain rows one way and everything else the other, in the order of the text."""

    def __init__(self, take: Callable[[PlainRow], None], parse: Callable[[str], object]) -> None:
        """Take the receiver of plain rows, and that of the rest."""
        self._take = take
        self._parse = parse
        self._meanings = _Meanings()
        self._rest = ""
        self._looking = True
        self._others = 0
        self._first = True

    def feed(self, text: str) -> None:
        """Send on what is complete; keep the beginning of what is not."""
        text = self._rest + text
        # Comments, CDATA sections and processing instructions may hold what only looks like rows.
        if "<!" in text or text.find("<?", 1 if self._first else 0) >= 0:
            self._looking = False
        self._first = False
        position = 0
        while self._looking and (start := text.find(_ROW_START, position)) >= 0:
            if start > position:
                self._parse(text[position:start])
            position = start
            end = text.find(_END, start)
            if end < 0:
                break
            position = end + len(_END)
            self._send(text[start:end], text[start:position])
        kept = self._start_of_kept(text, position)
        if kept > position:
            self._parse(text[position:kept])
        self._rest = text[kept:]

    def close(self) -> None:
        """Send on what was kept."""
        if self._rest:
            self._parse(self._rest)
            self._rest = ""

    def _send(self, inside: str, whole: str) -> None:
        row = _plain_row(inside, self._meanings)
        if row is not None:
            self._others = 0
            self._take(row)
            return
        self._others += 1
        if self._others > _PATIENCE:
            self._looking = False
        self._parse(whole)

    def _start_of_kept(self, text: str, position: int) -> int:
        """Where the text begins that may be completed by what follows."""
        if not self._looking or len(text) - position > _LONGEST_ROW:
            return len(text)
        start = text.find(_ROW_START, position)
        if start < 0:
            start = text.rfind("<", max(position, len(text) - len(_ROW_START)))
        return len(text) if start < 0 else start


class _Meanings:
    """Texts behind references; a text met again is not worked out again."""

    def __init__(self) -> None:
        self._known: dict[str, str | None] = {}

    def of(self, raw: str) -> str | None:
        """The text meant, or None when it names a character that XML does not allow."""
        if raw in self._known:
            return self._known[raw]
        try:
            text: str | None = _REFERENCE.sub(_meant, raw)
        except _Forbidden:
            text = None
        if len(self._known) < _KEPT_TEXTS:
            self._known[raw] = text
        return text


def _plain_row(text: str, meanings: _Meanings) -> PlainRow | None:
    """The row, if it and all its cells have the plain form; without its end tag."""
    head = _ROW.match(text)
    if head is None:
        return None
    cells = _CELL.findall(text, head.end())
    if sum(map(len, map(_WHOLE, cells))) != len(text) - head.end():
        return None
    if "&" in text:
        for at, cell in enumerate(cells):
            if "&" in cell[-1]:
                meant = meanings.of(cell[-1])
                if meant is None:
                    return None
                cells[at] = (*cell[:-1], meant)
            if "&" in cell[5] and meanings.of(cell[5]) is None:
                return None
    return PlainRow(head.group(1), head.group(2), cells)


class _Forbidden(ValueError):
    """A character that XML does not allow, even by its number."""


@lru_cache(maxsize=_KEPT_TEXTS)
def _character(code: str) -> str:
    if not _may_occur(int(code)):
        raise _Forbidden(code)
    return chr(int(code))


def _meant(reference: re.Match[str]) -> str:
    """The character behind ``&amp;`` or ``&#32447;``."""
    name, code = reference.groups()
    return _NAMED[name] if name else _character(code)


def _may_occur(code: int) -> bool:
    """True for the characters that XML allows, even by their number."""
    return code in _BLANKS or any(first <= code <= last for first, last in _ALLOWED)
