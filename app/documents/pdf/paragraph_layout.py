"""Lay out one paragraph in a column: indents, label, lines and their heights."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

import msgspec

from app.documents.pdf.blocks import Floating, Paragraph, Text
from app.documents.pdf.boxes import LineBox, ParagraphBox
from app.documents.pdf.line_breaking import Line, Measure, break_lines
from app.documents.pdf.line_placing import natural_width

if TYPE_CHECKING:
    from app.documents.pdf.atoms import Atom, AtomMaker
    from app.documents.pdf.formats import Border, ParagraphFormat, RunFormat

_GRID_SLACK: Final = 0.1  # points; a line that much too tall still takes one line of the grid
_EXACT_RISE: Final = 0.8
_LINE_UNIT: Final = 15.6  # points that "one line" of spacing means without a grid


def lay_out_paragraph(paragraph: Paragraph, width: float, maker: AtomMaker) -> ParagraphBox:
    """Break a paragraph into lines for a column of ``width`` points."""
    resolved = paragraph.format
    atoms = maker.content(paragraph)
    measure = _measure(paragraph, width)
    if paragraph.label is not None:
        label = maker.label(paragraph.label, paragraph.where)
        atoms = [*label, *atoms]
        share = {"right": 1.0, "end": 1.0, "center": 0.5}.get(paragraph.label.align, 0.0)
        if share:  # the label ends, or has its middle, where the first line begins
            shift = natural_width(label) * share
            measure = msgspec.structs.replace(measure, first=measure.first - shift)
    lines = tuple(_line_box(line, paragraph, maker) for line in break_lines(atoms, measure))
    top, bottom = resolved.borders.get("top"), resolved.borders.get("bottom")
    spacing, unit = resolved.spacing, paragraph.grid or _LINE_UNIT
    cleared = max(
        (
            item.content.height + max(item.vertical.offset, 0.0)
            for item in paragraph.content
            if isinstance(item, Floating) and item.clears
        ),
        default=0.0,
    )
    before = spacing.before if spacing.before_lines is None else spacing.before_lines * unit
    return ParagraphBox(
        paragraph,
        measure,
        lines,
        before=before,
        after=spacing.after if spacing.after_lines is None else spacing.after_lines * unit,
        rim_top=_rim(top) + cleared,
        rim_bottom=_rim(bottom),
    )


def _rim(border: Border | None) -> float:
    return 0.0 if border is None or not border.width else border.width + border.space


def _measure(paragraph: Paragraph, width: float) -> Measure:
    """Work out indents; those counted in characters follow the size of the first words."""
    resolved: ParagraphFormat = paragraph.format
    indents = resolved.indents
    em = next(
        (i.format.size for i in paragraph.content if isinstance(i, Text)), paragraph.mark.size
    )
    left = indents.left_characters * em if indents.left_characters else indents.left
    right = indents.right_characters * em if indents.right_characters else indents.right
    first = indents.first_characters * em if indents.first_characters else indents.first
    return Measure(
        left + first, left, width - right, resolved.tabs, paragraph.tab_step, resolved.hangs
    )


def _line_box(line: Line, paragraph: Paragraph, maker: AtomMaker) -> LineBox:
    above, below, picture = _extent(line.atoms, paragraph.mark, maker)
    natural = above + below
    spacing = paragraph.format.spacing
    if spacing.rule == "exact":
        # Four fifths stand above the baseline, whatever the letters need.
        return LineBox(line, spacing.line, spacing.line * _EXACT_RISE)
    if spacing.rule == "atLeast":  # what is added stands above the text
        height = max(natural, spacing.line)
        return LineBox(line, height, height - below)
    if picture:
        return LineBox(line, natural, above)
    # A line of the grid holds its text in the middle; what a factor adds stands below the text,
    # and what it takes away is missing above.
    single = _on_grid(natural, paragraph.grid)
    baseline = (above + (single - natural) / 2) * min(spacing.line, 1.0)
    return LineBox(line, single * spacing.line, baseline)


def _on_grid(natural: float, pitch: float) -> float:
    """Round a height up to whole lines of the grid."""
    if not pitch:
        return natural
    return pitch * max(1, math.ceil((natural - _GRID_SLACK) / pitch))


def _extent(
    atoms: tuple[Atom, ...], mark: RunFormat, maker: AtomMaker
) -> tuple[float, float, bool]:
    """Return room above and below the baseline, and whether a picture decides it."""
    above = below = tallest = 0.0
    for atom in atoms:
        if atom.kind == "picture":
            tallest = max(tallest, atom.above)
        else:
            above, below = max(above, atom.above), max(below, atom.below)
    if not above:
        above, below = maker.height(mark, chinese=mark.chinese_hint)
        if tallest:  # alone in its line: no room for descenders is needed
            below = min(below, 2.0)
    return max(above, tallest), below, tallest > above
