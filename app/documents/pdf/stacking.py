"""Turn boxes into primitives at their places, and split boxes where a page ends."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import msgspec

from app.documents.pdf.boxes import (
    Anchor,
    Box,
    Fill,
    Heading,
    Item,
    ParagraphBox,
    Rule,
    TextLine,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from app.documents.pdf.formats import Border

_SLACK: Final = 0.05  # points
PAIR: Final = 2  # lines: fewer may not stand alone at the top or the foot of a page


def paragraph_items(box: ParagraphBox, x: float, top: float) -> Iterator[Item]:
    """Yield the primitives of a paragraph whose space above begins at ``top``."""
    paragraph = box.paragraph
    top += box.before
    yield from _frame(box, x, top)
    if box.begins and paragraph.format.outline_level is not None and paragraph.text:
        yield Heading(top, paragraph.text, paragraph.format.outline_level)
    y = top + box.rim_top
    for line in box.lines:
        for atom in line.line.atoms:
            if atom.kind == "floating":
                yield Anchor(x, top, atom.thing)  # type: ignore[arg-type]  # the kind says so
        yield TextLine(x, y, line, paragraph.format.align, box.measure)
        y += line.height


def split_paragraph(box: ParagraphBox, count: int) -> tuple[ParagraphBox, ParagraphBox]:
    """Split a paragraph after ``count`` lines."""
    head = msgspec.structs.replace(
        box, lines=box.lines[:count], after=0.0, rim_bottom=0.0, ends=False
    )
    tail = msgspec.structs.replace(
        box, lines=box.lines[count:], before=0.0, rim_top=0.0, begins=False
    )
    return head, tail


def fitting_lines(box: ParagraphBox, room: float) -> int:
    """Return how many lines of a paragraph fit into ``room`` points, its space above included."""
    used = box.before + box.rim_top
    for count, line in enumerate(box.lines):
        used += line.height
        if used > room + _SLACK:
            return count
    return len(box.lines)


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
            if box.begins and count < PAIR:
                count = 0
        count = max(count, 0)
    if count == 0 and fresh:
        return max(fitting_lines(box, room), 1)
    return count


def beginning(box: Box) -> float:
    """Return the height of the least part of a box that may stand at the foot of a page."""
    if not isinstance(box, ParagraphBox):
        return box.rows[0].height if box.rows else 0.0
    lines = box.lines
    if not box.paragraph.format.keep_lines and len(lines) > PAIR + 1:
        lines = lines[:PAIR]
    return box.before + box.rim_top + sum(line.height for line in lines)


def split_boxes(
    boxes: Sequence[Box], room: float, *, force: bool = False
) -> tuple[list[Box], list[Box]]:
    """Split a stack into what fits into ``room`` points and the rest; tables split between rows.

    Args:
        boxes: Boxes one below the other.
        room: Height for the first part.
        force: Rather leave a single line than nothing.
    """
    head: list[Box] = []
    for position, box in enumerate(boxes):
        # Space below the last line may be lost at the foot of a page.
        needed = box.height - (box.after if isinstance(box, ParagraphBox) else 0.0)
        if needed <= room + _SLACK:
            head.append(box)
            room -= box.height
            continue
        rest = list(boxes[position + 1 :])
        if isinstance(box, ParagraphBox):
            count = lines_to_place(box, room, fresh=False)
            if force and not head and not count:
                count = fitting_lines(box, room)
            if 0 < count < len(box.lines):
                upper, lower = split_paragraph(box, count)
                return [*head, upper], [lower, *rest]
        else:
            count = 0
            while count < len(box.rows) and box.rows[count].height <= room + _SLACK:
                room -= box.rows[count].height
                count += 1
            if count:
                upper_table = msgspec.structs.replace(box, rows=box.rows[:count])
                lower_table = msgspec.structs.replace(box, rows=box.rows[count:])
                return [*head, upper_table], [lower_table, *rest]
        return head, [box, *rest]
    return head, []


def _frame(box: ParagraphBox, x: float, top: float) -> Iterator[Item]:
    """Yield shading and borders of a paragraph; they reach from its left to its right indent."""
    resolved, measure = box.paragraph.format, box.measure
    borders = {side: line for side, line in resolved.borders.items() if line.width}
    if not borders and not resolved.shading:
        return
    left, right = x + min(measure.left, measure.first), x + measure.right
    if "left" in borders:
        left -= borders["left"].space
    if "right" in borders:
        right += borders["right"].space
    height = box.inner_height
    if box.joined_above and box.begins:
        top, height = top - box.before, height + box.before
    if box.joined_below and box.ends:  # the space between joined paragraphs is inside the frame
        height += box.after
    if resolved.shading:
        yield Fill(left, top, right - left, height, resolved.shading)
    for side in _edges_drawn(box):
        if side in borders:
            yield _edge(side, borders[side], (left, top, right, top + height))


def _edges_drawn(box: ParagraphBox) -> Iterator[str]:
    """Name the edges that this part of a paragraph has; joined paragraphs share one frame."""
    yield from ("left", "right")
    if box.begins and not box.joined_above:
        yield "top"
    if box.ends:
        yield "between" if box.joined_below else "bottom"


def _edge(side: str, line: Border, frame: tuple[float, float, float, float]) -> Rule:
    left, top, right, bottom = frame
    if side == "top":
        return Rule(left, top, right, top, line)
    if side in {"left", "right"}:
        x = left if side == "left" else right
        return Rule(x, top, x, bottom, line)
    return Rule(left, bottom, right, bottom, line)
