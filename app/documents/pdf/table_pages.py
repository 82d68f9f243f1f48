"""Distribute a table's rows over pages: repeated headers, rows that split, merged cells."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import msgspec

from app.documents.pdf.boxes import Box, CellBox, RowBox, TableBox
from app.documents.pdf.stacking import beginning, split_boxes
from app.documents.pdf.tables import merged_rows, stack_height

if TYPE_CHECKING:
    from collections.abc import Sequence

_SLACK: Final = 0.05
# A row is only split when at least this much of it can stay on the page.
_LEAST_PART: Final = 24.0
# A header that would take more than this share of a page is not repeated.
_MOST_HEADER: Final = 0.6


class Segment(msgspec.Struct, frozen=True):
    """The rows of a table that stand on one page.

    Attributes:
        begins, ends: It holds the first or last row of the table.
    """

    table: TableBox
    rows: tuple[RowBox, ...]
    begins: bool
    ends: bool

    @property
    def height(self) -> float:
        """Height of the rows."""
        return sum(row.height for row in self.rows)


class TableFlow:
    """Hands out a table page by page."""

    def __init__(self, table: TableBox) -> None:
        """Begin with the first row."""
        self._table = table
        self._rest = list(table.rows)
        count = 0
        while count < len(table.rows) and table.rows[count].row.header:
            count += 1
        # A table of header rows only has nothing to repeat them for.
        self._header = list(table.rows[:count]) if count < len(table.rows) else []
        self._begun = False

    @property
    def done(self) -> bool:
        """Whether all rows are handed out."""
        return not self._rest

    @property
    def rest(self) -> list[RowBox]:
        """The rows still to be handed out."""
        return self._rest

    def needed(self) -> float:
        """Return the height without which the table should not begin on a page."""
        rows = self._table.rows
        count = len(self._header)
        last = count
        while last < len(rows) - 1 and rows[last].keep_next:
            last += 1
        body = rows[count : last + 1]
        if len(body) == 1 and not (body[0].row.whole or body[0].row.exact):
            return stack_height_of(rows[:count]) + _beginning_of_row(body[0])
        return stack_height_of(rows[: last + 1])

    def take(self, room: float, *, fresh: bool) -> Segment | None:
        """Take as many rows as fit into ``room`` points; None when not even one does.

        Args:
            room: Height left on the page.
            fresh: Nothing stands on the page yet, so something must be taken.
        """
        repeated = self._header if self._begun else []
        if stack_height_of(repeated) > room * _MOST_HEADER:
            repeated = []
        room -= stack_height_of(repeated)
        taken: list[RowBox] = []
        while self._rest and self._rest[0].height <= room + _SLACK:
            room -= self._rest[0].height
            taken.append(self._rest.pop(0))
        if self._rest and not self._split_next(taken, room):
            self._give_back(taken, fresh=fresh)
            if not taken and fresh:
                self._force(taken, room)
        if not taken:
            return None
        begins, self._begun = not self._begun, True
        taken = [*repeated, *taken]
        self._carry_merged(taken)
        return Segment(self._table, tuple(taken), begins, not self._rest)

    def _split_next(self, taken: list[RowBox], room: float) -> bool:
        """Add the part of the next row that fits, if it may be split."""
        row = self._rest[0]
        if row.row.whole or row.row.exact or row.row.header:
            return False
        parts = split_row(row, room, _LEAST_PART)
        if parts is not None:
            taken.append(parts[0])
            self._rest[0] = parts[1]
        return parts is not None

    def _give_back(self, taken: list[RowBox], *, fresh: bool) -> None:
        """Return rows that belong to the next one; header rows alone are no beginning."""
        headers = 0 if self._begun else len(self._header)
        keep = len(taken)
        while keep and (taken[keep - 1].keep_next or keep <= headers):
            keep -= 1
        if keep == 0 and fresh:
            return  # they would not fit together on any page
        self._rest[:0] = taken[keep:]
        del taken[keep:]

    def _force(self, taken: list[RowBox], room: float) -> None:
        """Take something of a row that is taller than a whole page."""
        parts = split_row(self._rest[0], room, 0.0)
        if parts is None:  # no line of it fits: let it run off the page rather than never end
            taken.append(self._rest.pop(0))
        else:
            taken.append(parts[0])
            self._rest[0] = parts[1]

    def _carry_merged(self, taken: list[RowBox]) -> None:
        """Hand what does not fit of merged cells on to their part on the next page."""
        if not self._rest:
            return
        for index, row in enumerate(taken):
            for cell in row.cells:
                if not cell.cell.restarts or index + merged_rows(taken, index, cell) < len(taken):
                    continue
                margins = cell.cell.margins.top + cell.cell.margins.bottom
                rims = row.rim_top + taken[-1].rim_bottom
                head, tail = split_boxes(
                    cell.content, stack_height_of(taken[index:]) - margins - rims, force=True
                )
                if self._continue_merged(cell, tail, margins):
                    own = _with_content(cell, head, margins)
                    taken[index] = _replace_cell(taken[index], cell.column, own)

    def _continue_merged(self, cell: CellBox, tail: list[Box], margins: float) -> bool:
        """Turn the next row's continuation of a merged cell into its new beginning."""
        following = self._rest[0]
        if not any(c.cell.continues and c.column == cell.column for c in following.cells):
            return False
        begun = _with_content(cell, tail, margins)
        self._rest[0] = _replace_cell(following, cell.column, begun)
        # Lines that did not fill the page before may need more room than the rows have left.
        last = merged_rows(self._rest, 0, begun) - 1
        rims = following.rim_top + self._rest[last].rim_bottom
        missing = begun.height + rims - stack_height_of(self._rest[: last + 1])
        if missing > 0 and not self._rest[last].row.exact:
            row = self._rest[last]
            self._rest[last] = msgspec.structs.replace(row, height=row.height + missing)
        return True


def split_row(row: RowBox, room: float, least: float) -> tuple[RowBox, RowBox] | None:
    """Split a row at ``room`` points; None when no line of it would fit or too little is left."""
    if room < least:
        return None
    upper: list[CellBox] = []
    lower: list[CellBox] = []
    for cell in row.cells:
        margins = cell.cell.margins.top + cell.cell.margins.bottom
        head, tail = split_boxes(cell.content, room - margins - row.rims, force=not least)
        if tail and not head and not cell.cell.restarts:
            return None
        upper.append(_with_content(cell, head, margins))
        lower.append(_with_content(cell, tail, margins))
    if not any(cell.content for cell in lower):
        return None
    rest = max(cell.height for cell in lower) + row.rims
    return (
        msgspec.structs.replace(row, cells=tuple(upper), height=room),
        msgspec.structs.replace(row, cells=tuple(lower), height=rest),
    )


def _beginning_of_row(row: RowBox) -> float:
    """Return the least height with which a row that may be split can stand on a page."""
    first = [
        beginning(cell.content[0]) + cell.cell.margins.top + cell.cell.margins.bottom
        for cell in row.cells
        if cell.content
    ]
    return min(row.height, max([*first, _LEAST_PART]) + row.rims)


def stack_height_of(rows: Sequence[RowBox]) -> float:
    """Return the height of rows one below the other."""
    return sum(row.height for row in rows)


def _with_content(cell: CellBox, content: list[Box], margins: float) -> CellBox:
    height = stack_height(content) + margins
    return msgspec.structs.replace(cell, content=tuple(content), height=height)


def _replace_cell(row: RowBox, column: int, cell: CellBox) -> RowBox:
    cells = tuple(cell if c.column == column else c for c in row.cells)
    return msgspec.structs.replace(row, cells=cells)
