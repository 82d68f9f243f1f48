"""Finding the rows of headings: which rows of a sheet name columns, and what they say of each.

A row of headings names fields we know and holds no number. Where a sheet has none, the first row
of texts above rows of numbers is taken for one; a person then says what its columns mean.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from catalog.layout.grid import Grid, GridRow, MergedRange
    from catalog.layout.words import HeadingWords

_NUMBER = re.compile(r"[¥$-]*\s*[0-9][0-9,.]*\s*(?:%|元)?")
_STARTS_NUMBER = frozenset(
    "0123456789-¥$\uff10\uff11\uff12\uff13\uff14\uff15\uff16\uff17\uff18\uff19\uffe5 "
)
_LONGEST = 60
"""Characters of the longest text that can be a heading."""
_LEAST = 3
_LOOKED_AT = 200
"""Rows from the top of which one may hold headings that we do not know."""


class Header(msgspec.Struct, frozen=True):
    """Rows of headings, one or two.

    Attributes:
        rows: Their numbers.
        headings: Text by column number; both rows joined by `` / ``.
    """

    rows: tuple[int, ...]
    headings: dict[int, str]


def looks_like_number(text: str) -> bool:
    """Whether a cell holds a number, an amount or a percentage, in any width."""
    if not text or text[0] not in _STARTS_NUMBER:  # asked of every cell
        return False
    return _NUMBER.fullmatch(unicodedata.normalize("NFKC", text).strip()) is not None


def find_headers(grid: Grid, words: HeadingWords) -> tuple[Header, ...]:
    """Every header of a sheet from the top; one that only repeats another is among them."""
    found: list[Header] = []
    rows = grid.rows
    known = _Known(words)
    index = 0
    while index < len(rows):
        if not known.is_heading(rows[index]):
            index += 1
            continue
        header, used = _with_neighbour(grid, index, after=found[-1] if found else None)
        found.append(header)
        index += used
    return tuple(found) or tuple(_unknown_header(grid))


class _Known:
    """Answers about cells, each text asked once: rows repeat their texts."""

    def __init__(self, words: HeadingWords) -> None:
        self._words = words
        self._fields: dict[str, str] = {}

    def field(self, text: str) -> str:
        """The field that a text names, or nothing."""
        field = self._fields.get(text)
        if field is None:
            known = len(text) <= _LONGEST
            field = self._fields[text] = self._words.field(text) if known else ""
        return field

    def is_heading(self, row: GridRow) -> bool:
        """Whether most of a row's cells name fields, and none is a number."""
        # A row of figures tells itself at once; blank cells are no numbers either. Only a month
        # such as 202608 is both a number and a heading.
        if any(looks_like_number(text) and not self.field(text) for text in row.cells):
            return False
        texts = [text for text in row.cells if text.strip()]
        if len(texts) < _LEAST - 1:
            return False
        fields = {self.field(text) for text in texts} - {""}
        enough = len(fields) >= _LEAST or (
            len(fields) == _LEAST - 1 and len(texts) <= 2 * len(fields)
        )
        return enough and self._words.heads(fields)


def _with_neighbour(grid: Grid, index: int, *, after: Header | None) -> tuple[Header, int]:
    """The header at a row, joined with the row below or above it where cells are merged."""
    row = grid.rows[index]
    below = grid.rows[index + 1] if index + 1 < len(grid.rows) else None
    if below is not None and _belongs_below(grid, row, below):
        return _joined(grid, row, below), 2
    above = grid.rows[index - 1] if index else None
    if (
        above is not None
        and (after is None or above.number not in after.rows)
        and above.number == row.number - 1
        and _groups(grid, above, row)
    ):
        return _joined(grid, above, row), 1
    headings = {at: text.strip() for at, text in enumerate(row.cells, 1) if text.strip()}
    return Header((row.number,), headings), 1


def _belongs_below(grid: Grid, row: GridRow, below: GridRow) -> bool:
    """Whether every cell of the next row stands under a wide or an empty heading."""
    if below.number != row.number + 1:
        return False
    texts = {at: text for at, text in enumerate(below.cells, 1) if text.strip()}
    if not texts or any(map(looks_like_number, texts.values())):
        return False
    wide = {
        at
        for merge in grid.merged
        if merge.top == merge.bottom == row.number
        for at in range(merge.left, merge.right + 1)
    }
    if not wide & set(texts):
        return False
    repeated = {at for at, text in texts.items() if text.strip() == row.cell(at).strip()}
    return all(at in wide or at in repeated or not row.cell(at).strip() for at in texts)


def _groups(grid: Grid, above: GridRow, row: GridRow) -> bool:
    """Whether the row above holds headings of groups: merged across several headings, not all."""
    if any(looks_like_number(text) for text in above.cells if text.strip()):
        return False
    runs = _runs([at for at, text in enumerate(row.cells, 1) if text.strip()])
    wide = [merge for merge in grid.merged if merge.top == merge.bottom == above.number]
    return any(
        sum(merge.left <= at <= merge.right for at in run) > 1
        for merge in wide
        for run in runs
        # What covers a whole table is its title.
        if not (merge.left <= run[0] and merge.right >= run[-1])
    )


def _runs(columns: Sequence[int]) -> list[list[int]]:
    """Columns that stand next to each other."""
    runs: list[list[int]] = []
    for column in columns:
        if runs and runs[-1][-1] == column - 1:
            runs[-1].append(column)
        else:
            runs.append([column])
    return runs


def _joined(grid: Grid, upper: GridRow, lower: GridRow) -> Header:
    merged = [merge for merge in grid.merged if merge.top <= upper.number <= merge.bottom]
    headings = {}
    for at in range(1, max(len(upper.cells), len(lower.cells), _rightmost(merged)) + 1):
        parts = [_shown(upper, at, merged), lower.cell(at).strip()]
        text = " / ".join(dict.fromkeys(part for part in parts if part))
        if text:
            headings[at] = text
    return Header((upper.number, lower.number), headings)


def _rightmost(merged: Sequence[MergedRange]) -> int:
    return max((merge.right for merge in merged), default=0)


def _shown(row: GridRow, column: int, merged: Sequence[MergedRange]) -> str:
    """The text that a reader sees in a cell, which may be merged with others."""
    for merge in merged:
        if merge.left <= column <= merge.right and merge.top == row.number:
            return row.cell(merge.left).strip()
    return row.cell(column).strip()


def _unknown_header(grid: Grid) -> Iterator[Header]:
    """The first row of texts right above a row with numbers, nearly as wide."""
    for row, below in zip(grid.rows[:_LOOKED_AT], grid.rows[1:], strict=False):
        texts = [text for text in row.cells if text.strip()]
        others = [text for text in below.cells if text.strip()]
        if (
            len(texts) >= _LEAST
            and len(others) * 2 >= len(texts)
            and all(len(text) <= _LONGEST and not looks_like_number(text) for text in texts)
            and any(map(looks_like_number, others))
        ):
            headings = {at: text.strip() for at, text in enumerate(row.cells, 1) if text.strip()}
            yield Header((row.number,), headings)
            return
