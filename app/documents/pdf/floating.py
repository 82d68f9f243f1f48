"""Where an anchored picture stands on its page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.documents.pdf.boxes import Anchor, PictureAt

if TYPE_CHECKING:
    from app.documents.pdf.blocks import PageSetup, Position


def place_floating(anchor: Anchor, setup: PageSetup) -> PictureAt:
    """Place an anchored picture on a page of the given set-up."""
    picture = anchor.floating.picture
    x = _along(
        anchor.floating.horizontal,
        _horizontal_range(anchor.floating.horizontal.relative, anchor.x, setup),
        picture.width,
    )
    top = _along(
        anchor.floating.vertical,
        _vertical_range(anchor.floating.vertical.relative, anchor.top, setup),
        picture.height,
    )
    return PictureAt(x, top, picture)


def _along(position: Position, span: tuple[float, float], size: float) -> float:
    start, end = span
    if position.align in {"center", "centre"}:
        return (start + end - size) / 2
    if position.align in {"right", "bottom", "outside"}:
        return end - size
    if position.align:
        return start
    return start + position.offset


def _horizontal_range(relative: str, x: float, setup: PageSetup) -> tuple[float, float]:
    right = setup.width - setup.right
    ranges = {
        "page": (0.0, setup.width),
        "margin": (setup.left, right),
        "leftMargin": (0.0, setup.left),
        "rightMargin": (right, setup.width),
    }
    return ranges.get(relative, (x, max(right, x)))


def _vertical_range(relative: str, top: float, setup: PageSetup) -> tuple[float, float]:
    bottom = setup.height - setup.bottom
    ranges = {
        "page": (0.0, setup.height),
        "margin": (setup.top, bottom),
        "topMargin": (0.0, setup.top),
        "bottomMargin": (bottom, setup.height),
    }
    return ranges.get(relative, (top, bottom))
