"""Turn the part of a table that stands on a page into primitives: fills, content, borders."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING, Final

from app.documents.pdf.boxes import Box, CellBox, Fill, Item, ParagraphBox, Rule
from app.documents.pdf.stacking import paragraph_items
from app.documents.pdf.table_pages import Segment
from app.documents.pdf.tables import merged_rows

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from app.documents.pdf.formats import Border

_OUTER: Final = {"top": "insideH", "bottom": "insideH", "left": "insideV", "right": "insideV"}


def box_items(boxes: Sequence[Box], x: float, top: float) -> Iterator[Item]:
    """Yield the primitives of boxes one below the other, from ``top`` downwards."""
    for box in boxes:
        if isinstance(box, ParagraphBox):
            yield from paragraph_items(box, x, top)
        else:
            yield from segment_items(Segment(box, box.rows, begins=True, ends=True), x, top)
        top += box.height


def segment_items(segment: Segment, x: float, top: float) -> Iterator[Item]:
    """Yield the primitives of a table's rows; ``x`` is the left edge of the column of text."""
    x += segment.table.x
    rows = segment.rows
    tops = [top, *accumulate((row.height for row in rows), initial=top)][1:]
    edges: dict[tuple[str, int, int], tuple[bool, Border]] = {}
    content: list[Item] = []
    for index, row in enumerate(rows):
        for cell in row.cells:
            if cell.cell.continues and _is_covered(segment, index, cell):
                continue
            count = merged_rows(rows, index, cell)
            height = tops[index + count] - tops[index]
            if cell.cell.shading:
                yield Fill(x + cell.x, tops[index], cell.width, height, cell.cell.shading)
            rim = row.rim_top
            inner = height - rim - rows[index + count - 1].rim_bottom
            content += _cell_content(cell, x, tops[index] + rim, inner)
            _note_edges(edges, segment, cell, index, count)
    yield from content
    if rows and segment.begins:  # the outer lines stand inside the table
        tops[0] += rows[0].rim_top / 2
    if rows and segment.ends:
        tops[-1] -= rows[-1].rim_bottom / 2
    yield from _rules(edges, x, tops, [0.0, *accumulate(segment.table.columns)])


def _is_covered(segment: Segment, index: int, cell: CellBox) -> bool:
    """Tell whether a continuing cell has its beginning in this segment."""
    for row in reversed(segment.rows[:index]):
        above = next((c for c in row.cells if c.column == cell.column), None)
        if above is None or not (above.cell.continues or above.cell.restarts):
            return False
        if above.cell.restarts:
            return True
    return False


def _cell_content(cell: CellBox, x: float, top: float, height: float) -> Iterator[Item]:
    spare = max(height - cell.height, 0.0)
    shift = {"center": spare / 2, "bottom": spare}.get(cell.cell.align, 0.0)
    margins = cell.cell.margins
    yield from box_items(cell.content, x + cell.x + margins.left, top + margins.top + shift)


def _note_edges(
    edges: dict[tuple[str, int, int], tuple[bool, Border]],
    segment: Segment,
    cell: CellBox,
    index: int,
    count: int,
) -> None:
    """Note the four edges of a cell per unit of the grid; a cell's own line beats the table's."""
    borders, own = segment.table.table.borders, cell.cell.edges
    first, end = cell.column, cell.column + cell.cell.span
    last_row, last_column = len(segment.rows), len(segment.table.columns)
    outer = {
        "top": index == 0 and segment.begins,
        "bottom": index + count == last_row,
        "left": first == 0,
        "right": end >= last_column,
    }
    for side, is_outer in outer.items():
        explicit: Border | None = getattr(own, side)
        line = explicit or borders.get(side if is_outer else _OUTER[side])
        if line is None:
            continue
        if side in {"top", "bottom"}:
            at = index if side == "top" else index + count
            keys = [("h", at, column) for column in range(first, min(end, last_column))]
        else:
            at = first if side == "left" else min(end, last_column)
            keys = [("v", at, row) for row in range(index, index + count)]
        for key in keys:
            known = edges.get(key)
            candidate = (explicit is not None, line)
            if known is None or (candidate[0], line.width) > (known[0], known[1].width):
                edges[key] = candidate


def _rules(
    edges: dict[tuple[str, int, int], tuple[bool, Border]],
    x: float,
    tops: Sequence[float],
    columns: Sequence[float],
) -> Iterator[Item]:
    """Join edges of one look into long lines."""
    open_key: tuple[str, int] | None = None
    start = end = 0
    look: Border | None = None
    for (way, at, unit), (_own, line) in [*sorted(edges.items(), key=lambda item: item[0])]:
        if open_key == (way, at) and unit == end and line == look:
            end = unit + 1
            continue
        if open_key is not None and look is not None and look.width:
            yield _rule(open_key, start, end, look, x, tops, columns)
        open_key, start, end, look = (way, at), unit, unit + 1, line
    if open_key is not None and look is not None and look.width:
        yield _rule(open_key, start, end, look, x, tops, columns)


def _rule(
    key: tuple[str, int],
    start: int,
    end: int,
    line: Border,
    x: float,
    tops: Sequence[float],
    columns: Sequence[float],
) -> Rule:
    way, at = key
    half = line.width / 2  # lines meet at corners without a notch
    if way == "h":
        return Rule(x + columns[start] - half, tops[at], x + columns[end] + half, tops[at], line)
    return Rule(x + columns[at], tops[start] - half, x + columns[at], tops[end] + half, line)
