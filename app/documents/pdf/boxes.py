"""Laid-out boxes with their heights, and the primitives that pages are made of.

All figures are points; tops are measured downwards from the top of the page.
"""

from __future__ import annotations

import msgspec

from app.documents.pdf.blocks import Cell, Floating, Paragraph, Picture, Row, Table
from app.documents.pdf.formats import Border
from app.documents.pdf.line_breaking import Line, Measure


class LineBox(msgspec.Struct, frozen=True, gc=False):
    """A line with its height; the baseline is ``baseline`` below its top."""

    line: Line
    height: float
    baseline: float


class ParagraphBox(msgspec.Struct, frozen=True):
    """A paragraph, or the part of one that stands on a page, broken into lines.

    Attributes:
        before, after: Space above and below, without borders.
        rim_top, rim_bottom: Room for the borders and their distance from the text.
        begins, ends: It holds the first or the last line of the paragraph.
        joined_above, joined_below: A neighbour continues the same borders.
    """

    paragraph: Paragraph
    measure: Measure
    lines: tuple[LineBox, ...]
    before: float
    after: float
    rim_top: float = 0.0
    rim_bottom: float = 0.0
    begins: bool = True
    ends: bool = True
    joined_above: bool = False
    joined_below: bool = False

    @property
    def inner_height(self) -> float:
        """Height of the lines and borders."""
        return self.rim_top + sum(line.height for line in self.lines) + self.rim_bottom

    @property
    def height(self) -> float:
        """Height with the space above and below."""
        return self.before + self.inner_height + self.after


class CellBox(msgspec.Struct, frozen=True):
    """A cell's content at the width of its columns.

    Attributes:
        column: First column of the grid that it covers.
        x, width: Place in the table, from its left edge.
        height: Of the content with the cell's margins.
    """

    cell: Cell
    column: int
    x: float
    width: float
    content: tuple[ParagraphBox | TableBox, ...]
    height: float


class RowBox(msgspec.Struct, frozen=True):
    """A row at its full height.

    Attributes:
        rim_top, rim_bottom: Its halves of the lines above and below it, inside the height.
    """

    row: Row
    cells: tuple[CellBox, ...]
    height: float
    keep_next: bool = False
    rim_top: float = 0.0
    rim_bottom: float = 0.0

    @property
    def rims(self) -> float:
        """What the lines take of the height."""
        return self.rim_top + self.rim_bottom


class TableBox(msgspec.Struct, frozen=True):
    """A table; ``x`` is its left edge in the column it stands in."""

    table: Table
    x: float
    columns: tuple[float, ...]
    rows: tuple[RowBox, ...]

    @property
    def height(self) -> float:
        """Height of all rows."""
        return sum(row.height for row in self.rows)


Box = ParagraphBox | TableBox


class Fill(msgspec.Struct, frozen=True, gc=False):
    """A filled rectangle."""

    x: float
    top: float
    width: float
    height: float
    colour: str


class Rule(msgspec.Struct, frozen=True, gc=False):
    """A straight line."""

    x1: float
    top1: float
    x2: float
    top2: float
    border: Border


class TextLine(msgspec.Struct, frozen=True, gc=False):
    """A line of text; its atoms are placed when the page is drawn and all numbers are known."""

    x: float
    top: float
    box: LineBox
    align: str
    measure: Measure


class PictureAt(msgspec.Struct, frozen=True, gc=False):
    """A picture outside of the lines."""

    x: float
    top: float
    picture: Picture


class Anchor(msgspec.Struct, frozen=True, gc=False):
    """A floating picture or box still to be placed: its paragraph begins at ``x``, ``top``."""

    x: float
    top: float
    floating: Floating


class Heading(msgspec.Struct, frozen=True, gc=False):
    """An entry of the outline that leads to ``top`` of its page."""

    top: float
    text: str
    level: int


Item = Fill | Rule | TextLine | PictureAt | Anchor | Heading
