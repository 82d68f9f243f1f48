"""What the row views show: frozen display values, every text already formatted."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

Kind = Literal["section", "bundle", "item", "charge"]
Tone = Literal["normal", "strong", "muted", "warn", "bad"]
Align = Literal["left", "right", "center"]


class ColumnSpec(Struct, frozen=True):
    """One column.

    Attributes:
        id: Name by which a page knows the column.
        title: Text of the header.
        width: Logical pixels; 0 takes what the others leave (exactly one column does).
        align: Where texts of the column stand.
        min_window: The column is hidden while the window is narrower, in logical pixels.
        sortable: Whether a click on the header asks to sort by the column.
    """

    id: str
    title: str
    width: int
    align: Align = "right"
    min_window: int = 0
    sortable: bool = False


class Cell(Struct, frozen=True):
    """One figure or short text of a row.

    Attributes:
        text: What is shown, formatted.
        unit: Shown after the text, quieter; ``%`` stands close and equally strong.
        tone: How much it says; ``warn`` and ``bad`` without a meter become a chip with a sign.
        editable: Whether the user may type into the cell.
        meter: Length of the small bar under the text in per mille; -1 draws none.
        hint: Tool tip, and what a screen reader says after the text.
    """

    text: str
    unit: str = ""
    tone: Tone = "normal"
    editable: bool = False
    meter: int = -1
    hint: str = ""

    @property
    def full_text(self) -> str:
        """The text with its unit, as it is read aloud and copied."""
        gap = "" if self.unit in {"", "%"} else " "
        return f"{self.text}{gap}{self.unit}"


class QuoteRow(Struct, frozen=True):
    """One row of the quote tree.

    Attributes:
        key: Names the row for as long as the quote lives; unique in the whole tree.
        kind: How the row is drawn; a bundle begins folded, a section unfolded.
        icon: Name of an icon of ``resources/icons``; empty draws none.
        title: First column, first text.
        subtitle: First column, second and quieter text; a section shows it behind the title.
        badge: Short mark behind the title, or empty.
        cells: The columns after the first, in order; missing ones stay blank.
        children: Rows below this one.
    """

    key: str
    kind: Kind
    icon: str
    title: str
    subtitle: str = ""
    badge: str = ""
    cells: tuple[Cell, ...] = ()
    children: tuple[QuoteRow, ...] = ()


class TableRow(Struct, frozen=True):
    """One row of a flat table; the fields mean what they mean in ``QuoteRow``."""

    key: str
    title: str
    icon: str = ""
    subtitle: str = ""
    badge: str = ""
    cells: tuple[Cell, ...] = ()


Row = QuoteRow | TableRow
EMPTY_CELL = Cell("")


def cell_of(row: Row, column: int) -> Cell:
    """Return the cell of a column after the first; an empty one where the row has none."""
    return row.cells[column - 1] if 0 < column <= len(row.cells) else EMPTY_CELL


def looks_equal(first: Row, second: Row) -> bool:
    """Whether two rows are drawn the same, whatever is below them."""
    return (
        first.cells == second.cells
        and first.title == second.title
        and first.subtitle == second.subtitle
        and first.badge == second.badge
        and first.icon == second.icon
    )
