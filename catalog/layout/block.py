"""read_block(): a block of cells, such as one pasted from a spreadsheet, as rows of charges."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from catalog.layout.found_table import FoundColumn, FoundTable
from catalog.layout.grid import Grid, GridRow
from catalog.layout.mapped_rows import mapped_rows
from catalog.layout.mapping import ColumnMapping, propose_mapping, with_rules
from catalog.layout.tables import find_tables
from catalog.problem import Problem
from catalog.reading import TableRow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from catalog.layout.words import HeadingWords


class Block(msgspec.Struct, frozen=True):
    """What was read.

    Attributes:
        rows: One a charge, cells by field; numbered from 1 at the top of the block.
        problems: What was left aside, as hints and warnings.
        mapping: What the columns were taken for.
        unsure: Fields found by the look of their cells only; to be confirmed by a person.
        labels: How a finding names the column of each field.
    """

    rows: tuple[TableRow, ...]
    problems: tuple[Problem, ...] = ()
    mapping: ColumnMapping = ColumnMapping()
    unsure: tuple[str, ...] = ()
    labels: dict[str, str] = {}


def read_block(
    cells: Sequence[Sequence[str]], words: HeadingWords, *, fields: Sequence[str] = ()
) -> Block:
    """Read a block by its headings, or by position when it has none.

    Args:
        cells: Texts row by row, as a clipboard holds them.
        words: Headings and words of cells.
        fields: What the columns mean from the left when the block has no headings that we know,
            such as the columns on the screen from the selected cell on.
    """
    rows = tuple(
        GridRow(number, tuple(texts))
        for number, texts in enumerate(cells, 1)
        if any(text.strip() for text in texts)
    )
    grid = Grid("", "", rows)
    found = find_tables(grid, words).tables
    known = found and any(words.field(column.heading) for column in found[0].columns)
    if known or (found and not fields):
        table = found[0]
        proposed = propose_mapping(table, words)
        mapping, unsure = proposed.mapping, proposed.unsure
    else:
        width = max((len(row.cells) for row in rows), default=0)
        columns = tuple(FoundColumn(at, "") for at in range(1, width + 1))
        table, unsure = FoundTable("", "", (), columns, rows), ()
        by_place = {field: at for at, field in enumerate(fields) if field}
        mapping = with_rules(ColumnMapping(by_place), table)
    read = mapped_rows(grid, table, mapping, words)
    return Block(read.rows, read.problems, mapping, unsure, read.labels)
