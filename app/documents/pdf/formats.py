"""Resolved formatting: what style chains, themes and direct formatting amount to in the end."""

from __future__ import annotations

import msgspec


class RunFormat(msgspec.Struct, frozen=True, gc=False):
    """How characters look.

    Attributes:
        latin, chinese: Named font families for Latin and for East Asian characters.
        size: In points.
        underline: ``none`` or the kind of line, as in WordprocessingML.
        colour, highlight: ``RRGGBB``; an empty highlight means none.
        raised: ``superscript``, ``subscript`` or empty.
        spacing: Added after each character, in points.
        lift: Raises the text, in points.
        chinese_hint: Marks such as “ ” … are meant as Chinese ones.
        squeezes: Full-width marks give up their blank halves, as the document asks.
        parts_latin, parts_digits: A gap stands between Chinese and Latin letters, and between
            Chinese letters and digits, as the paragraph asks.
    """

    latin: str = "Times New Roman"
    chinese: str = "宋体"
    size: float = 10.0
    bold: bool = False
    italic: bool = False
    underline: str = "none"
    strike: bool = False
    colour: str = "000000"
    highlight: str = ""
    raised: str = ""
    spacing: float = 0.0
    lift: float = 0.0
    capitals: bool = False
    hidden: bool = False
    chinese_hint: bool = False
    squeezes: bool = True
    parts_latin: bool = True
    parts_digits: bool = True

    @property
    def drawn_size(self) -> float:
        """Size of the glyphs: raised and lowered text is smaller."""
        return self.size * 0.65 if self.raised else self.size

    @property
    def shift(self) -> float:
        """How far above the baseline the glyphs stand, in points."""
        raised = {"superscript": 0.35, "subscript": -0.12}.get(self.raised, 0.0)
        return self.lift + raised * self.size


class Border(msgspec.Struct, frozen=True, gc=False):
    """A line around a paragraph, cell or table.

    Attributes:
        width: In points; 0 means no line, and hides the line that an outer table would draw.
        colour: ``RRGGBB``.
        kind: ``single``, ``double``, ``dotted`` or ``dashed``.
        space: Distance from the text in points.
    """

    width: float
    colour: str = "000000"
    kind: str = "single"
    space: float = 0.0


class CellEdges(msgspec.Struct, frozen=True, gc=False):
    """The four lines around a cell; None where the table decides."""

    top: Border | None = None
    bottom: Border | None = None
    left: Border | None = None
    right: Border | None = None


class Margins(msgspec.Struct, frozen=True, gc=False):
    """Distance between the edges of a cell and its content, in points."""

    top: float = 0.0
    bottom: float = 0.0
    left: float = 5.4
    right: float = 5.4


class TabStop(msgspec.Struct, frozen=True, gc=False):
    """A tab stop at ``position`` points from the text's left edge."""

    position: float
    align: str = "left"
    leader: str = ""


class Spacing(msgspec.Struct, frozen=True, gc=False):
    """Vertical spacing of a paragraph.

    Attributes:
        before, after: In points.
        before_lines, after_lines: In lines of the grid; they win over points where given.
        line: A factor for the rule ``auto``, else points.
        rule: ``auto``, ``exact`` or ``atLeast``.
    """

    before: float = 0.0
    after: float = 0.0
    before_lines: float | None = None
    after_lines: float | None = None
    line: float = 1.0
    rule: str = "auto"


class Indents(msgspec.Struct, frozen=True, gc=False):
    """Horizontal indents in points, or in characters where a count of characters is given."""

    left: float = 0.0
    right: float = 0.0
    first: float = 0.0
    left_characters: float = 0.0
    right_characters: float = 0.0
    first_characters: float = 0.0


class ParagraphFormat(msgspec.Struct, frozen=True):
    """How a paragraph is set.

    Attributes:
        style: Identifier of the paragraph style.
        style_name: Its name, in lower case.
        align: ``left``, ``center``, ``right``, ``both`` or ``distribute``.
        borders: By side: ``top``, ``bottom``, ``left``, ``right``, ``between``.
        shading: ``RRGGBB`` or empty.
        hangs: A comma or full stop may stand beyond the end of a line.
        parts_latin, parts_digits: As in ``RunFormat``.
        outline_level: 0 for a heading of the first level; None for body text.
        list_id, list_level: The numbering instance and level; ``list_id`` is empty without one.
    """

    style: str = ""
    style_name: str = ""
    align: str = "left"
    indents: Indents = Indents()
    spacing: Spacing = Spacing()
    tabs: tuple[TabStop, ...] = ()
    borders: dict[str, Border] = {}
    shading: str = ""
    keep_next: bool = False
    keep_lines: bool = False
    page_break_before: bool = False
    widow_control: bool = True
    contextual_spacing: bool = False
    snap_to_grid: bool = True
    hangs: bool = True
    parts_latin: bool = True
    parts_digits: bool = True
    outline_level: int | None = None
    list_id: str = ""
    list_level: int = 0
