"""How much must begin on a page together: a heading and what it heads. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.documents.pdf.boxes import Box, TableBox
from app.documents.pdf.stacking import beginning
from app.documents.pdf.table_pages import TableFlow

if TYPE_CHECKING:
    from collections.abc import Sequence


def height_of_chain(boxes: Sequence[Box], position: int, most: float) -> float:
    """Return the height that must be free for a box to begin on a page.

    A paragraph kept with the next one needs room for itself and the beginning of what follows; so
    does a table whose every row is kept with the next one, unless it does not fit on a page of
    ``most`` points with what stands before it. Inside a chain nothing more is asked for: it began
    here because it fits, or because no page could hold it.
    """
    box = boxes[position]
    if position and _kept(boxes[position - 1]):
        return TableFlow(box).needed() if isinstance(box, TableBox) else 0.0
    needed = 0.0
    for n in range(position, len(boxes)):
        box = boxes[n]
        if isinstance(box, TableBox):
            if not _kept(box) or needed + box.height > most:
                return needed + TableFlow(box).needed()
        elif not _kept(box):
            return needed + beginning(box) if n > position else 0.0
        elif box.paragraph.format.page_break_before and n > position:
            return needed
        needed += box.height
    return needed


def _kept(box: Box) -> bool:
    """Whether a box stays with the next one."""
    if isinstance(box, TableBox):
        return bool(box.rows) and all(row.keep_next for row in box.rows)
    return box.paragraph.format.keep_next
