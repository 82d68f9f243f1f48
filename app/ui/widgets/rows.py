"""What the row views show: frozen display values, every text already formatted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal, overload

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
        typed: What is typed into its cells: a figure, or any text.
        optional: The column is hidden until the user wants it.
    """

    id: str
    title: str
    width: int
    align: Align = "right"
    min_window: int = 0
    sortable: bool = False
    typed: Literal["figure", "text"] = "figure"
    optional: bool = False


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
    """One row of a flat table; the fields mean what they mean in ``QuoteRow``.

    Attributes:
        title_marks: Places of the title that were meant by what was typed, as start and end.
        subtitle_marks: The same of the subtitle.
    """

    key: str
    title: str
    icon: str = ""
    subtitle: str = ""
    badge: str = ""
    cells: tuple[Cell, ...] = ()
    title_marks: tuple[tuple[int, int], ...] = ()
    subtitle_marks: tuple[tuple[int, int], ...] = ()


class LazyRows(Sequence[TableRow]):
    """Rows that are made when they are first shown; their keys are known from the beginning."""

    def __init__(
        self,
        keys: Sequence[str],
        make: Callable[[int], TableRow],
        place_of: Callable[[str], int] | None = None,
    ) -> None:
        """Hold the keys, and what makes the row of a place.

        Args:
            keys: One a row.
            make: Makes the row of a place.
            place_of: The place of a key, -1 when there is none, if somebody knows it already.
        """
        self.keys = keys
        self._make = make
        self._rows: dict[int, TableRow] = {}
        self._places: dict[str, int] | None = None
        self._known = place_of

    def __len__(self) -> int:
        """How many rows there are."""
        return len(self.keys)

    @overload
    def __getitem__(self, place: int) -> TableRow: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[TableRow]: ...
    def __getitem__(self, place: int | slice) -> TableRow | Sequence[TableRow]:
        """The row at a place."""
        if isinstance(place, slice):
            return [self._row(at) for at in range(*place.indices(len(self.keys)))]
        return self._row(place if place >= 0 else place + len(self.keys))

    def place_of(self, key: str) -> int:
        """The place of a key; -1 when there is none."""
        if self._known is not None:
            return self._known(key)
        if self._places is None:
            self._places = {known: at for at, known in enumerate(self.keys)}
        return self._places.get(key, -1)

    def _row(self, place: int) -> TableRow:
        row = self._rows.get(place)
        if row is None:
            row = self._rows[place] = self._make(place)
        return row


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
