"""Where an anchored picture or box of text stands on its page, and what a box consists of."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.documents.pdf.blocks import Picture
from app.documents.pdf.boxes import Anchor, Fill, Item, PictureAt, Rule
from app.documents.pdf.table_drawing import box_items
from app.documents.pdf.tables import lay_out, stack_height

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.documents.pdf.atoms import AtomMaker
    from app.documents.pdf.blocks import PageSetup, Position, TextBox

_NARROWEST: Final = 6.0  # points of text width that a box always has


def place_floating(anchor: Anchor, setup: PageSetup, maker: AtomMaker) -> Iterator[Item]:
    """Yield what an anchored picture or box draws on a page of the given set-up."""
    floating = anchor.floating
    content = floating.content
    across = _horizontal_range(floating.horizontal.relative, anchor.x, setup)
    down = _vertical_range(floating.vertical.relative, anchor.top, setup)
    x = _along(floating.horizontal, across, content.width)
    if isinstance(content, Picture):
        yield PictureAt(x, _along(floating.vertical, down, content.height), content)
        return
    left, above, right, below = content.inner
    text = lay_out(content.blocks, max(content.width - left - right, _NARROWEST), maker)
    tall = stack_height(text) + above + below
    height = tall if content.grows else content.height
    top = _along(floating.vertical, down, height)
    yield from _frame(content, x, top, height)
    spare = max(height - tall, 0.0)
    shift = {"center": spare / 2, "bottom": spare}.get(content.align, 0.0)
    yield from box_items(text, x + left, top + above + shift)


def _frame(box: TextBox, x: float, top: float, height: float) -> Iterator[Item]:
    if box.fill:
        yield Fill(x, top, box.width, height, box.fill)
    if box.border is None or not box.border.width:
        return
    right, bottom, half = x + box.width, top + height, box.border.width / 2
    for edge in (top, bottom):
        yield Rule(x - half, edge, right + half, edge, box.border)
    for edge in (x, right):
        yield Rule(edge, top, edge, bottom, box.border)


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
