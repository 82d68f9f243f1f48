"""Where pages lie one below the other, and how large they are drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from PySide6.QtCore import QRectF

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.ui.widgets.page_words import Words

GAP = 12
"""Around and between pages, in logical pixels."""
LEAST, MOST = 0.25, 6.0
"""Smallest and largest zoom; 1 is the size of the paper."""
POINT = 96 / 72
"""Logical pixels of a point at full size."""
STEPS = (0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1.0, 1.25, 1.5, 2.0, 3.0, 4.0, 6.0)

Fit = Literal["width", "page", "free"]


class Stack(NamedTuple):
    """Pages at a zoom; rectangles in logical pixels of the whole."""

    zoom: float
    pages: tuple[QRectF, ...]
    width: float
    height: float

    def page_at(self, y: float) -> int:
        """The page at a height, or the nearest below a gap; 0 when there are no pages."""
        for number, rect in enumerate(self.pages):
            if y < rect.bottom() + GAP / 2:
                return number
        return max(len(self.pages) - 1, 0)

    def between(self, top: float, bottom: float) -> tuple[int, ...]:
        """The pages of which something lies between two heights."""
        return tuple(
            number
            for number, rect in enumerate(self.pages)
            if rect.bottom() > top and rect.top() < bottom
        )


def zoom_to_fit(pages: Sequence[Words], fit: Fit, free: float, room: tuple[float, float]) -> float:
    """How large pages are drawn.

    Args:
        pages: The widest and the tallest decide.
        fit: To the width, to one whole page, or as chosen.
        free: The zoom chosen.
        room: Width and height of the view in logical pixels.
    """
    if fit == "free" or not pages:
        return min(max(free, LEAST), MOST)
    wide = max(page.width for page in pages) * POINT
    zoom = (room[0] - 2 * GAP) / wide
    if fit == "page":
        zoom = min(zoom, (room[1] - 2 * GAP) / (max(page.height for page in pages) * POINT))
    return min(max(zoom, LEAST), MOST)


def stacked(pages: Sequence[Words], zoom: float, room: float) -> Stack:
    """Lay pages one below the other, in the middle of ``room`` logical pixels of width."""
    scale = zoom * POINT
    whole = max([page.width * scale for page in pages], default=0.0) + 2 * GAP
    middle = max(whole, room) / 2
    top, rects = float(GAP), []
    for page in pages:
        wide, high = round(page.width * scale), round(page.height * scale)
        rects.append(QRectF(round(middle - wide / 2), top, wide, high))
        top += high + GAP
    return Stack(zoom, tuple(rects), whole, top)


def next_zoom(zoom: float, by: int) -> float:
    """The step above (1) or below (-1) a zoom."""
    if by > 0:
        return next((step for step in STEPS if step > zoom * 1.01), STEPS[-1])
    return next((step for step in reversed(STEPS) if step < zoom * 0.99), STEPS[0])
