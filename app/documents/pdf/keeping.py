"""How much must begin on a page together: a heading and what it heads. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.documents.pdf.boxes import Box, TableBox
from app.documents.pdf.stacking import beginning
from app.documents.pdf.table_pages import TableFlow

if TYPE_CHECKING:
    from collections.abc import Sequence


def height_of_chain(boxes: Sequence[Box], position: int) -> float:
    """Return the height that must be free for a paragraph to begin on a page.

    A paragraph kept with the next one needs room for itself and the beginning of what follows.
    """
    needed, first = 0.0, True
    for box in boxes[position:]:
        if isinstance(box, TableBox):
            return needed + TableFlow(box).needed()
        if not box.paragraph.format.keep_next:
            return 0.0 if first else needed + beginning(box)
        if box.paragraph.format.page_break_before and not first:
            return needed
        needed += box.height
        first = False
    return needed
