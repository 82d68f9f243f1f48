"""The widths of a table's columns: what the cells prefer, what fits, what a word needs at least."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.documents.pdf.blocks import Paragraph, Picture, Table

if TYPE_CHECKING:
    from app.documents.pdf.atoms import AtomMaker
    from app.documents.pdf.blocks import Cell

_TOLERANCE = 1.0


def column_widths(table: Table, available: float, maker: AtomMaker) -> tuple[float, ...]:
    """Return the width of each column of the grid in points.

    Args:
        table: The table.
        available: Width of the column of text it stands in.
        maker: Measures words where widths follow the content.
    """
    count = max(
        [len(table.columns)] + [row.before + sum(c.span for c in row.cells) for row in table.rows]
    )
    if not count:
        return ()
    widths = _preferred(table, count)
    known = sum(widths)
    if table.relative and table.width:
        target = table.width * available
    elif table.width and not table.fixed:
        target = table.width
    else:
        target = known or available
    if not all(widths):
        spare = max(target if known < target else available, known) - known
        blank = sum(1 for width in widths if not width)
        widths = [width or max(spare / blank, available / count / 2) for width in widths]
    if not table.fixed or table.relative:
        edge = available + 2 * _side_margin(table)
        target = min(target, edge) if not table.relative else target
        total = sum(widths)
        if abs(total - target) > _TOLERANCE and total:
            widths = [width * target / total for width in widths]
    return tuple(widths if table.fixed else _wide_enough(table, widths, maker))


def _preferred(table: Table, count: int) -> list[float]:
    """Take each column's width from its first cell that covers it alone, else from the grid."""
    widths = [0.0] * count
    for row in table.rows:
        column = row.before
        for cell in row.cells:
            if cell.span == 1 and cell.width and not widths[column]:
                widths[column] = cell.width
            column += cell.span
        if all(widths):
            return widths
    grid = (*table.columns, *([0.0] * (count - len(table.columns))))
    if all(grid):
        return list(grid)
    return [own or given for own, given in zip(widths, grid, strict=True)]


def _side_margin(table: Table) -> float:
    return table.rows[0].cells[0].margins.left if table.rows and table.rows[0].cells else 0.0


def _wide_enough(table: Table, widths: list[float], maker: AtomMaker) -> list[float]:
    """Widen columns whose longest word would break, at the cost of those with room to spare."""
    least = [0.0] * len(widths)
    for row in table.rows:
        column = row.before
        for cell in row.cells:
            if cell.span == 1 and not cell.continues:
                least[column] = max(least[column], _longest_word(cell, widths[column], maker))
            column += cell.span
    missing = sum(max(need - width, 0.0) for need, width in zip(least, widths, strict=True))
    spare = sum(max(width - need, 0.0) for need, width in zip(least, widths, strict=True))
    if not missing or not spare:
        return widths
    share = min(missing / spare, 1.0)
    given = min(spare / missing, 1.0)
    return [
        width + (need - width) * given if need > width else width - (width - need) * share
        for need, width in zip(least, widths, strict=True)
    ]


def _longest_word(cell: Cell, width: float, maker: AtomMaker) -> float:
    """Return the width that a cell needs so that no word or number of its breaks."""
    margins = cell.margins.left + cell.margins.right
    longest = 0.0
    for block in cell.blocks:
        if not isinstance(block, Paragraph):
            continue
        indents = block.format.indents
        side = margins + indents.left + indents.right
        for atom in maker.content(block):
            if atom.kind in {"text", "field"} and len(atom.text) > 1:
                longest = max(longest, atom.width + side)
            elif isinstance(atom.thing, Picture):
                longest = max(longest, min(atom.width, width) + side)
    return longest
