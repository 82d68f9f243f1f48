"""with_corners(): headings whose corner was left blank get the word that fits what stands below."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from catalog.layout.grid import GridRow
from pricing.bill_reading.bill_words import heading_number
from pricing.bill_reading.months import is_month

if TYPE_CHECKING:
    from collections.abc import Sequence

    from catalog.layout.grid import Grid
    from pricing.bill_reading.bill_words import BillWords

_LOOKED_AT = 30
"""Rows below a corner that tell what it is about."""


def with_corners(grid: Grid, words: BillWords) -> Grid:
    """The sheet with a heading in each blank corner; the same sheet where there is none.

    Args:
        grid: A sheet in which no table was understood.
        words: Words of bills.
    """
    rows = list(grid.rows)
    at = 0
    while at < len(rows):
        corner = _corner(rows[at], words)
        depth = 1
        while at + depth < len(rows) and corner and _corner(rows[at + depth], words) == corner:
            depth += 1
        text = _heading(rows[at + depth :], corner, words) if corner else ""
        if text:
            for place in range(at, at + depth):
                rows[place] = _filled(rows[place], corner, text)
        at += depth
    if tuple(rows) == grid.rows:
        return grid
    return msgspec.structs.replace(grid, rows=tuple(rows))


def _corner(row: GridRow, words: BillWords) -> int:
    """The column before the first of a row of headings, from 1; 0 for any other row."""
    texts = [text.strip() for text in row.cells]
    first = next((at for at, text in enumerate(texts) if text), 0)
    named = [text for text in texts if text]
    known = all(words.field(text) or words.adds_up(text) for text in named)
    return first if known and any(map(words.field, named)) else 0


def _heading(below: Sequence[GridRow], corner: int, words: BillWords) -> str:
    """What the rows below are about, in the first word of bills for it; empty for nothing."""
    texts = [text for row in below[:_LOOKED_AT] if (text := row.cell(corner).strip())]
    told = [text for text in texts if not words.adds_up(text)]
    if not told:
        return ""
    field = "component"
    if all(map(is_month, told)):
        field = "month"
    elif all(map(heading_number, told)):
        field = "number"
    return words.bill_words.field[field].headings[0]


def _filled(row: GridRow, corner: int, text: str) -> GridRow:
    cells = list(row.cells)
    cells[corner - 1] = text
    return GridRow(row.number, tuple(cells), row.hidden)
