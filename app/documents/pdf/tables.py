"""Lay out a table: the widths of its columns, the content of its cells, the heights of its rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import msgspec

from app.documents.pdf.blocks import Block, Paragraph, Row, Table
from app.documents.pdf.boxes import Box, CellBox, ParagraphBox, RowBox, TableBox
from app.documents.pdf.column_widths import column_widths
from app.documents.pdf.paragraph_layout import lay_out_paragraph
from app.documents.pdf.row_edges import edge_rooms, edge_widths

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.documents.pdf.atoms import AtomMaker

_NARROWEST: Final = 6.0  # points of text width that a cell always has


def lay_out(blocks: Sequence[Block], width: float, maker: AtomMaker) -> tuple[Box, ...]:
    """Lay out paragraphs and tables one below the other in a column of ``width`` points."""
    boxes: list[Box] = []
    for block in blocks:
        if isinstance(block, Table):
            boxes.append(lay_out_table(block, width, maker))
        else:
            boxes.append(lay_out_paragraph(block, width, maker))
    return close_up(boxes)


def close_up(boxes: Sequence[Box]) -> tuple[Box, ...]:
    """Apply what neighbours do to each other: shared space and joined borders."""
    out = list(boxes)
    for n in range(1, len(out)):
        upper, lower = out[n - 1], out[n]
        if not isinstance(upper, ParagraphBox) or not isinstance(lower, ParagraphBox):
            continue
        one, two = upper.paragraph.format, lower.paragraph.format
        if one.style == two.style:
            if one.contextual_spacing:
                upper = msgspec.structs.replace(upper, after=0.0)
            if two.contextual_spacing:
                lower = msgspec.structs.replace(lower, before=0.0)
        if not lower.paragraph.adds_space:  # the larger of the two spaces counts
            lower = msgspec.structs.replace(lower, before=max(lower.before - upper.after, 0.0))
        if one.borders and one.borders == two.borders and one.indents == two.indents:
            upper = msgspec.structs.replace(upper, rim_bottom=0.0, joined_below=True)
            lower = msgspec.structs.replace(lower, rim_top=0.0, joined_above=True)
        out[n - 1], out[n] = upper, lower
    return tuple(out)


def lay_out_table(table: Table, width: float, maker: AtomMaker) -> TableBox:
    """Lay out a table that stands in a column of ``width`` points."""
    columns = column_widths(table, width, maker)
    cells = [_cells(row, columns, maker) for row in table.rows]
    above, below = edge_rooms(edge_widths(table, cells))
    rows = [_row(row, cells[n], above[n], below[n]) for n, row in enumerate(table.rows)]
    _grow_for_merged(rows)
    total = sum(columns)
    first = table.rows[0].cells if table.rows else ()
    # Old documents let the text of the first cell, not its border, stand at the margin.
    overhang = first[0].margins.left if first and table.hangs_out else 0.0
    left = {"center": (width - total) / 2, "right": width - total}.get(
        table.align, table.indent - overhang
    )
    return TableBox(table, left, columns, tuple(rows))


def _cells(row: Row, columns: tuple[float, ...], maker: AtomMaker) -> tuple[CellBox, ...]:
    cells: list[CellBox] = []
    column = row.before
    for cell in row.cells:
        end = min(column + cell.span, len(columns))
        x, width = sum(columns[:column]), sum(columns[column:end])
        inner = max(width - cell.margins.left - cell.margins.right, _NARROWEST)
        content = () if cell.continues else lay_out(cell.blocks, inner, maker)
        height = stack_height(content) + cell.margins.top + cell.margins.bottom
        cells.append(CellBox(cell, column, x, width, content, height))
        column = end
    return tuple(cells)


def _row(row: Row, cells: tuple[CellBox, ...], rim_top: float, rim_bottom: float) -> RowBox:
    tallest = max((c.height for c in cells if not (c.cell.restarts or c.cell.continues)), default=0)
    height = row.height if row.exact else max(row.height, tallest + rim_top + rim_bottom)
    keep = any(
        isinstance(block, Paragraph) and block.format.keep_next
        for cell in row.cells[:1]
        for block in cell.blocks[:1]
    )
    return RowBox(row, cells, height, keep, rim_top, rim_bottom)


def stack_height(content: Sequence[Box]) -> float:
    """Return the height of boxes one below the other."""
    return sum(box.height for box in content)


def merged_rows(rows: Sequence[RowBox], start: int, cell: CellBox) -> int:
    """Return how many rows a cell reaches over, its own included."""
    if not cell.cell.restarts:
        return 1
    end = start + 1
    while end < len(rows) and any(
        c.cell.continues and c.column == cell.column for c in rows[end].cells
    ):
        end += 1
    return end - start


def _grow_for_merged(rows: list[RowBox]) -> None:
    """Make the last row under a merged cell taller when its content needs more room."""
    for start in range(len(rows)):
        for cell in rows[start].cells:
            if not cell.cell.restarts:
                continue
            count = merged_rows(rows, start, cell)
            last = rows[start + count - 1]
            rims = rows[start].rim_top + last.rim_bottom
            missing = cell.height + rims - sum(row.height for row in rows[start : start + count])
            if missing > 0 and not last.row.exact:
                rows[start + count - 1] = msgspec.structs.replace(
                    last, height=last.height + missing
                )
