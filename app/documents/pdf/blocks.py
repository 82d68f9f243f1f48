"""What a document consists of, read and resolved: values between the reader and the layout."""

from __future__ import annotations

import msgspec

from app.documents.pdf.formats import Border, CellEdges, Margins, ParagraphFormat, RunFormat


class Text(msgspec.Struct, frozen=True, gc=False):
    """Characters of one format; ``link`` is an address, or ``#`` and the name of a bookmark."""

    text: str
    format: RunFormat
    link: str = ""


class Tab(msgspec.Struct, frozen=True, gc=False):
    """A tab character; with ``align`` it leads to that place of the line, not to a stop."""

    format: RunFormat
    link: str = ""
    align: str = ""
    leader: str = ""


class Break(msgspec.Struct, frozen=True, gc=False):
    """A forced break: ``line`` or ``page``."""

    kind: str
    format: RunFormat


class PageField(msgspec.Struct, frozen=True, gc=False):
    """A number known only when all pages are made.

    Attributes:
        kind: ``page``, ``pages``, ``section pages`` or ``reference``.
        target: The bookmark of a reference.
        form: How the number is written; empty as the section says.
    """

    kind: str
    format: RunFormat
    target: str = ""
    link: str = ""
    form: str = ""


class Bookmark(msgspec.Struct, frozen=True, gc=False):
    """A place that links and page references lead to."""

    name: str


class Picture(msgspec.Struct, frozen=True, gc=False):
    """A picture in the text; sizes in points.

    Attributes:
        part: The package part that holds the picture.
        crop: Shares cut off at left, top, right, bottom.
    """

    part: str
    width: float
    height: float
    crop: tuple[float, float, float, float] = (0, 0, 0, 0)
    link: str = ""


class Position(msgspec.Struct, frozen=True, gc=False):
    """Where an anchored picture stands on one axis.

    Attributes:
        relative: ``page``, ``margin``, ``column``, ``paragraph``, ``line``, ``character`` ...
        align: ``left``, ``center``, ``right``, ``top``, ``bottom``; empty when offset counts.
        offset: In points.
    """

    relative: str
    align: str = ""
    offset: float = 0.0


class TextBox(msgspec.Struct, frozen=True):
    """A box with text of its own; sizes in points.

    Attributes:
        grows: The height follows the text.
        fill: ``RRGGBB``; empty for none.
        inner: Distance of the text from the edges: left, top, right, bottom.
        align: Where the text stands in the height: ``top``, ``center`` or ``bottom``.
    """

    blocks: tuple[Paragraph | Table, ...]
    width: float
    height: float
    grows: bool = False
    fill: str = ""
    border: Border | None = None
    inner: tuple[float, float, float, float] = (7.2, 3.6, 7.2, 3.6)
    align: str = "top"


class Floating(msgspec.Struct, frozen=True):
    """A picture or box anchored to a paragraph.

    Attributes:
        behind: Drawn under the text.
        clears: Text continues below it.
        order: What has more of it covers what has less.
    """

    content: Picture | TextBox
    horizontal: Position
    vertical: Position
    behind: bool = False
    clears: bool = False
    order: int = 0


class NoteMark(msgspec.Struct, frozen=True):
    """The mark of a footnote; the note itself stands at the foot of the page.

    Attributes:
        text: The mark as written.
        note: What the note says, its own mark included.
        rule: The paragraphs that stand between the text and the notes.
    """

    text: str
    format: RunFormat
    note: tuple[Paragraph | Table, ...]
    rule: tuple[Paragraph | Table, ...] = ()


Inline = Text | Tab | Break | PageField | Bookmark | Picture | Floating | NoteMark


class Label(msgspec.Struct, frozen=True, gc=False):
    """The number or bullet of a list paragraph; ``follow`` is ``tab``, ``space`` or ``nothing``."""

    text: str
    format: RunFormat
    follow: str = "tab"
    align: str = "left"


class Paragraph(msgspec.Struct, frozen=True):
    """A paragraph.

    Attributes:
        mark: Format of the paragraph mark; the height of an empty paragraph follows it.
        grid: Pitch of the section's line grid in points; 0 without one.
        adds_space: Space above adds to the space below the paragraph before, as documents of old
            versions ask; otherwise the larger of the two stands between them.
        tab_step: Distance of the tab stops that every line has, in points.
        where: Part and first words, for findings.
    """

    format: ParagraphFormat
    mark: RunFormat
    content: tuple[Inline, ...] = ()
    label: Label | None = None
    grid: float = 0.0
    adds_space: bool = False
    tab_step: float = 36.0
    where: str = ""

    @property
    def text(self) -> str:
        """The words with their label, as in a table of contents."""
        words = "".join(
            item.text if isinstance(item, Text) else " "
            for item in self.content
            if isinstance(item, Text | Tab | Break)
        ).strip()
        if self.label is None or not self.label.text:
            return words
        gap = "" if self.label.follow == "nothing" else " "
        return f"{self.label.text}{gap}{words}"


class Cell(msgspec.Struct, frozen=True):
    """A cell.

    Attributes:
        blocks: Paragraphs and tables in it; empty for a cell continued from above.
        span: Columns of the grid it covers.
        continues: It belongs to the cell above (``vMerge``).
        restarts: Cells below may belong to it.
        width: Preferred width in points; 0 when none is given.
    """

    blocks: tuple[Paragraph | Table, ...]
    edges: CellEdges
    margins: Margins
    span: int = 1
    continues: bool = False
    restarts: bool = False
    shading: str = ""
    align: str = "top"
    width: float = 0.0


class Row(msgspec.Struct, frozen=True):
    """A table row.

    Attributes:
        before: Columns of the grid left free before the first cell.
        height: In points; ``exact`` tells whether content may not make it taller.
        header: Repeated on every page that the table reaches.
        whole: May not be split between pages.
    """

    cells: tuple[Cell, ...]
    before: int = 0
    height: float = 0.0
    exact: bool = False
    header: bool = False
    whole: bool = False


class Table(msgspec.Struct, frozen=True):
    """A table.

    Attributes:
        columns: Widths of the grid in points.
        width: Preferred width: points, or a share of the text width when ``relative``.
        fixed: Widths do not follow the content.
        borders: By side, with ``insideH`` and ``insideV``.
        indent: Distance of the first cell's left edge from the text's, in points.
        hangs_out: The margin of its first cell stands outside the text.
    """

    rows: tuple[Row, ...]
    columns: tuple[float, ...]
    borders: dict[str, Border]
    width: float = 0.0
    relative: bool = False
    fixed: bool = False
    align: str = "left"
    indent: float = 0.0
    hangs_out: bool = False


Block = Paragraph | Table


class PageSetup(msgspec.Struct, frozen=True):
    """Paper and margins of a section, in points."""

    width: float = 595.3
    height: float = 841.9
    top: float = 72.0
    bottom: float = 72.0
    left: float = 90.0
    right: float = 90.0
    header: float = 42.5
    footer: float = 49.6

    @property
    def text_width(self) -> float:
        """Width between the left and right margins."""
        return self.width - self.left - self.right


class Section(msgspec.Struct, frozen=True):
    """Pages of one kind.

    Attributes:
        headers, footers: Parts by kind of page: ``default``, ``first``, ``even``.
        start: How it begins: ``nextPage``, ``continuous``, ``oddPage``, ``evenPage``.
        first_page: number that page counting starts with again; None to go on counting.
        number_form: How page numbers are written.
        align: Vertical alignment of the text on the page.
    """

    blocks: tuple[Block, ...]
    setup: PageSetup
    headers: dict[str, tuple[Block, ...]]
    footers: dict[str, tuple[Block, ...]]
    title_page: bool = False
    even_odd: bool = False
    start: str = "nextPage"
    first_page: int | None = None
    number_form: str = "decimal"
    align: str = "top"
