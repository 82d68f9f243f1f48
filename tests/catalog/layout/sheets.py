"""Small sheets for the tests of layouts, and the words that come with the program."""

from __future__ import annotations

from app.services.layout_words import load_heading_words
from catalog.layout.grid import Grid, GridFault, GridRow, MergedRange, merged_range

WORDS = load_heading_words()


def sheet(
    *lines: str,
    merged: tuple[str, ...] = (),
    hidden: tuple[int, ...] = (),
    hidden_columns: tuple[int, ...] = (),
    faults: dict[tuple[int, int], GridFault] | None = None,
) -> Grid:
    """A sheet from lines of cells between bars; an empty line is an empty row."""
    rows = tuple(
        GridRow(number, tuple(cell.strip() for cell in line.split("|")), number in hidden)
        for number, line in enumerate(lines, 1)
        if line.replace("|", "").strip() or any(row == number for row, _ in faults or {})
    )
    return Grid("list.xlsx", "资费", rows, faults or {}, hidden_columns, tuple(map(span, merged)))


def span(text: str) -> MergedRange:
    """A merged range such as ``A1:C1``."""
    found = merged_range(text)
    assert found is not None
    return found
