"""find_tables(): the tables of a sheet, one above the other or side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from catalog.layout.found_table import FoundColumn, FoundTable
from catalog.layout.grid import Grid, GridRow, MergedRange
from catalog.layout.headers import Header, find_headers, looks_like_number
from catalog.pace import WHOLE, Pace, unpaced

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from catalog.layout.words import HeadingWords

_FEWEST_COLUMNS = 2


class SheetTables(msgspec.Struct, frozen=True):
    """What was found in a sheet.

    Attributes:
        tables: From the top; side by side from the left.
        outside: Rows with several cells that belong to no table, by number.
        foreign_unit: Unit told above a table, such as 万元, that is not the yuan.
        unit_row: Row that tells it; 0 when none does.
    """

    tables: tuple[FoundTable, ...]
    outside: tuple[int, ...] = ()
    foreign_unit: str = ""
    unit_row: int = 0


def find_tables(grid: Grid, words: HeadingWords, pace: Pace = unpaced) -> SheetTables:
    """Find the tables of a sheet; a sheet of sentences has none."""
    grid = _filled(grid)
    pace(0)
    headers = find_headers(grid, words)
    pace(WHOLE // 2)
    tables: list[FoundTable] = []
    kept: list[tuple[Header, list[Header]]] = []
    for header in headers:
        if kept and _texts(header) == _texts(kept[-1][0]):
            kept[-1][1].append(header)
        else:
            kept.append((header, []))
    for index, (header, repeats) in enumerate(kept):
        end = kept[index + 1][0].rows[0] if index + 1 < len(kept) else None
        body = _body(grid, header, repeats, end)
        repeated = tuple(number for again in repeats for number in again.rows)
        for columns in _side_by_side(grid, header, body, words):
            own = [row for row in body if any(_holds(row, one.number, grid) for one in columns)]
            tables.append(
                FoundTable(
                    grid.file, grid.sheet, header.rows, columns, tuple(own), repeated, grid.hidden
                )
            )
    first = kept[0][0].rows[0] if kept else None
    above = [row for row in grid.rows if first is None or row.number < first]
    unit, unit_row = _unit_above(grid.rows, tables, words)
    outside = tuple(row.number for row in above if _counts(row, words))
    return SheetTables(tuple(tables), outside, unit, unit_row)


def _holds(row: GridRow, column: int, grid: Grid) -> bool:
    return bool(row.cell(column).strip()) or (row.number, column) in grid.faults


def _texts(header: Header) -> tuple[tuple[int, str], ...]:
    return tuple(sorted(header.headings.items()))


def _counts(row: GridRow, words: HeadingWords) -> bool:
    """Whether a row outside holds figures, or so many cells that it may be one of a table."""
    texts = [text for text in row.cells if text.strip()]
    if any(words.is_note(text) for text in texts):
        return False
    return len(texts) > _FEWEST_COLUMNS or any(map(looks_like_number, texts))


def _unit_above(
    rows: Sequence[GridRow], tables: Sequence[FoundTable], words: HeadingWords
) -> tuple[str, int]:
    inside = {row.number for table in tables for row in table.rows}
    inside |= {number for table in tables for number in table.header_rows}
    for row in rows:
        if row.number not in inside:
            for text in row.cells:
                if unit := words.foreign_unit(text):
                    return unit, row.number
    return "", 0


def _body(
    grid: Grid, header: Header, repeats: Sequence[Header], end: int | None
) -> tuple[GridRow, ...]:
    left_out = {number for again in repeats for number in again.rows}
    return tuple(
        row
        for row in grid.rows
        if row.number > header.rows[-1]
        and (end is None or row.number < end)
        and row.number not in left_out
    )


def _side_by_side(
    grid: Grid, header: Header, body: Sequence[GridRow], words: HeadingWords
) -> Iterator[tuple[FoundColumn, ...]]:
    """The columns of each table: cut at empty columns, and where the first heading comes again."""
    filled = {at for row in body for at, text in enumerate(row.cells, 1) if text}
    runs: list[list[int]] = [[]]
    starts: set[str] = set()
    for at in range(min(header.headings), max(header.headings) + 1):
        heading = header.headings.get(at, "")
        if not heading and at not in filled:
            runs.append([])
            continue
        if runs[-1] and heading in starts:
            runs.append([])
        if not runs[-1]:
            starts = {heading}
        elif not any(words.field(one) for one in starts) and words.field(heading):
            starts.add(heading)
        runs[-1].append(at)
    for part in _tables_of(runs, header, words):
        yield tuple(
            FoundColumn(at, header.headings.get(at, ""), at in grid.hidden_columns) for at in part
        )


def _tables_of(
    runs: Sequence[list[int]], header: Header, words: HeadingWords
) -> Iterator[list[int]]:
    """Runs of columns that are tables of their own: only where they name the same fields.

    An empty column inside one table cuts nothing, and a single column behind one belongs to the
    table before it.
    """
    known = [{words.field(header.headings.get(at, "")) for at in run} - {""} for run in runs]
    fields = [one for one in known if len(one) > 1]
    if not any(one & other for at, one in enumerate(fields) for other in fields[at + 1 :]):
        yield [at for run in runs for at in run]
        return
    parts: list[list[int]] = []
    for run, one in zip(runs, known, strict=True):
        if len(one) > 1 or not parts:
            parts.append(list(run))
        else:
            parts[-1].extend(run)
    yield from (part for part in parts if part)


def _filled(grid: Grid) -> Grid:
    """The sheet with the text of cells merged downwards in each of their rows."""
    tall = [merge for merge in grid.merged if merge.bottom > merge.top]
    if not tall:
        return grid
    by_row: dict[int, list[MergedRange]] = {}
    for merge in tall:
        for number in range(merge.top + 1, merge.bottom + 1):
            by_row.setdefault(number, []).append(merge)
    first = {row.number: row for row in grid.rows if any(row.number == m.top for m in tall)}
    rows = []
    for row in grid.rows:
        merges = by_row.get(row.number)
        rows.append(_filled_row(row, merges, first) if merges else row)
    return msgspec.structs.replace(grid, rows=tuple(rows))


def _filled_row(row: GridRow, merges: Sequence[MergedRange], first: dict[int, GridRow]) -> GridRow:
    cells = list(row.cells)
    for merge in merges:
        top = first.get(merge.top)
        text = top.cell(merge.left) if top else ""
        if text:
            cells.extend([""] * (merge.left - len(cells)))
            cells[merge.left - 1] = cells[merge.left - 1] or text
    return GridRow(row.number, tuple(cells), row.hidden)
