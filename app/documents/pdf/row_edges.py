"""How thick the lines between the rows of a table are: they take room of their own. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from app.documents.pdf.blocks import Table
    from app.documents.pdf.boxes import CellBox
    from app.documents.pdf.formats import Border


def edge_widths(table: Table, rows: Sequence[Sequence[CellBox]]) -> list[float]:
    """Return the width of the line above each row and below the last, in points.

    A cell's own line beats the table's; the thickest line of a row's edge counts.
    """
    widths: list[float] = []
    last = len(rows)
    for at in range(last + 1):
        outer = {0: "top", last: "bottom"}.get(at)
        drawn: dict[int, tuple[bool, float]] = {}
        for column, own in _lines(rows, at):
            line = own or table.borders.get(outer or "insideH")
            if line is not None:
                known = drawn.get(column, (False, 0.0))
                drawn[column] = max(known, (own is not None, _thickness(line)))
        widths.append(max((width for _, width in drawn.values()), default=0.0))
    return widths


def edge_rooms(widths: Sequence[float]) -> tuple[list[float], list[float]]:
    """Share the widths out: two rows have half of the line between them each.

    The lines around the table stand inside it, so the first and the last row have a whole one.
    """
    halves = [width / 2 for width in widths[1:-1]]
    return [*widths[:1], *halves], [*halves, *widths[-1:]]


def _lines(rows: Sequence[Sequence[CellBox]], at: int) -> Iterator[tuple[int, Border | None]]:
    """Yield each column with the line of the cells above and below the edge ``at``."""
    for row, side in ((at - 1, "bottom"), (at, "top")):
        for cell in rows[row] if 0 <= row < len(rows) else ():
            below = rows[row + 1] if side == "bottom" and row + 1 < len(rows) else ()
            if any(c.cell.continues and c.column == cell.column for c in below):
                continue  # a merged cell has no edge inside
            if side == "top" and cell.cell.continues:
                continue
            for column in range(cell.column, cell.column + cell.cell.span):
                yield column, getattr(cell.cell.edges, side)


def _thickness(line: Border) -> float:
    return line.width * 3 if line.kind == "double" and line.width else line.width
