"""Take a plain row at once when its columns are known and its cells say what they show.

A price list has the same columns in every row and repeats most of its texts, so what a cell shows
is looked up by everything that it is written with. A text that comes again is one object.
"""

from __future__ import annotations

from operator import add
from typing import TYPE_CHECKING, TypeAlias

from catalog.cell_text import CellFault

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.storage.foreign.xlsx_cell import CellReader
    from app.storage.foreign.xlsx_plain_rows import PlainRow

_MOST_SHAPES = 1000
_KEPT_TEXTS = 50_000
_Written: TypeAlias = tuple[str, str, str, str]
"""Type, style and value of a cell as written, and what opens the value; empty without one."""


class KnownRows:
    """Remembers columns and cells of one sheet."""

    def __init__(self, reader: CellReader) -> None:
        """Read what is new with this reader."""
        self._reader = reader
        self._shapes: dict[tuple[str, ...], tuple[int, ...]] = {}
        self._shown: dict[_Written, str] = {}

    def note(self, row: PlainRow, columns: Sequence[int]) -> None:
        """Know the columns of a row that was seen to be in order and within the limits."""
        if len(self._shapes) < _MOST_SHAPES:
            self._shapes[tuple([cell[1] for cell in row.cells])] = tuple(columns)

    def cells(self, row: PlainRow) -> list[str] | None:
        """What the cells show, from the first column on; ``None`` when they must be looked at.

        They must where the columns are new, where a formula or a faulty cell is among them, and
        where a cell says that it belongs to another row.
        """
        if not row.cells:
            return []
        _, letters, digits, styles, kinds, formulas, values, inlines, raws = zip(
            *row.cells, strict=True
        )
        columns = self._shapes.get(letters)
        if columns is None or any(formulas) or digits.count(row.number) != len(digits):
            return None
        written = zip(kinds, styles, raws, map(add, values, inlines), strict=True)
        texts = self._texts(list(written))
        if texts is None or columns[-1] == len(columns):
            return texts
        cells = [""] * columns[-1]
        for column, text in zip(columns, texts, strict=True):
            cells[column - 1] = text
        return cells

    def _texts(self, written: list[_Written]) -> list[str] | None:
        known = list(map(self._shown.get, written))
        if None not in known:
            return known  # type: ignore[return-value] # just seen
        texts = []
        for cell, found in zip(written, known, strict=True):
            text = found
            if text is None:
                kind, style, raw, has_value = cell
                try:
                    text = self._reader.text(kind or "n", style or "0", raw) if has_value else ""
                except CellFault:
                    return None
                if len(self._shown) < _KEPT_TEXTS:
                    self._shown[cell] = text
            texts.append(text)
        return texts
