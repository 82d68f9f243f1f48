"""What must stay together: lines of a paragraph, a heading and what it heads. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.documents.pdf.boxes import Box, ParagraphBox, TableBox
from app.documents.pdf.stacking import fitting_lines
from app.documents.pdf.table_pages import TableFlow

if TYPE_CHECKING:
    from collections.abc import Sequence

_PAIR: Final = 2  # lines that may not stand alone at the top or the foot of a page


def lines_to_place(box: ParagraphBox, room: float, *, fresh: bool) -> int:
    """Return how many lines of a paragraph go on the page; 0 moves it to the next one.

    Args:
        box: The paragraph, or what is left of it.
        room: Height left on the page in points.
        fresh: Nothing stands on the page, so at least one line must be placed.
    """
    total = len(box.lines)
    count = fitting_lines(box, room)
    if count < total:
        resolved = box.paragraph.format
        if resolved.keep_lines:
            count = 0
        elif resolved.widow_control:
            if total - count == 1:
                count -= 1
            if box.begins and count < _PAIR:
                count = 0
        count = max(count, 0)
    if count == 0 and fresh:
        return max(fitting_lines(box, room), 1)
    return count


def height_of_chain(boxes: Sequence[Box], position: int) -> float:
    """Return the height that must be free for a paragraph to begin on a page.

    A paragraph kept with the next one needs room for itself and the beginning of what follows.
    """
    needed, first = 0.0, True
    for box in boxes[position:]:
        if isinstance(box, TableBox):
            return needed + TableFlow(box).needed()
        if not box.paragraph.format.keep_next:
            return 0.0 if first else needed + _beginning(box)
        if box.paragraph.format.page_break_before and not first:
            return needed
        needed += box.height
        first = False
    return needed


def _beginning(box: ParagraphBox) -> float:
    lines = box.lines
    whole = box.paragraph.format.keep_lines or len(lines) <= _PAIR + 1
    shown = lines if whole and len(lines) <= _PAIR + 1 else lines[:_PAIR]
    if box.paragraph.format.keep_lines:
        shown = lines
    return box.before + box.rim_top + sum(line.height for line in shown)
