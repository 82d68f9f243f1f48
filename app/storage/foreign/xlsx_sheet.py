"""Read one sheet of a workbook in a single pass, every cell as text or as a fault.

Own reader rather than a library's: no library tells a formula without a value from an empty cell,
keeps the digits of a number, and sees hidden rows, in one pass (the benchmark has the time).
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import IO, TYPE_CHECKING
from xml.parsers import expat

from app.storage.foreign.table_file import Cell, FaultyCell, Row, Sheet
from app.storage.foreign.xlsx_cell import CellReader
from app.storage.foreign.xlsx_package import DamagedWorkbook
from catalog.cell_text import CellFault

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.storage.foreign.limits import Limits
    from app.storage.foreign.xlsx_package import Package, SheetEntry

_LETTERS = re.compile("[A-Z]{1,3}")
_CHUNK = 1 << 18
_MOST_MERGED = 20_000


def read_sheet(
    stream: IO[bytes],
    entry: SheetEntry,
    package: Package,
    limits: Limits,
    advanced: Callable[[int], None],
) -> Sheet:
    """Read a sheet.

    Args:
        stream: The sheet's part, unpacked.
        entry: Name and visibility.
        package: What the sheet shares with the others.
        limits: Bounds for rows, columns and characters.
        advanced: Called with the number of bytes read since the last call.

    Raises:
        DamagedWorkbook: Rows or cells contradict each other, or lie beyond the limits.
        expat.ExpatError: The part is not well-formed.
    """
    reader = _SheetReader(entry, package, limits)
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.characters
    while chunk := stream.read(_CHUNK):
        parser.Parse(chunk, False)
        advanced(len(chunk))
    parser.Parse(b"", True)
    return reader.sheet()


class _SheetReader:
    """State of the pass: the row and the cell being read."""

    def __init__(self, entry: SheetEntry, package: Package, limits: Limits) -> None:
        self._entry = entry
        self._reader = CellReader(package, limits.cell)
        self._limits = limits
        self._prefix: str | None = None
        self._columns: dict[str, int] = {}
        self._rows: list[Row] = []
        self._hidden_columns: set[int] = set()
        self._merged: list[str] = []
        self._row_number = 0
        self._row_text = "0"
        self._row_hidden = False
        self._cells: list[Cell] = []
        self._column = 0
        self._kind = "n"
        self._style = "0"
        self._formula = self._has_value = self._inside = self._reading = False
        self._pieces: list[str] = []

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """Take up a start tag."""
        if self._prefix is None:
            self._prefix = tag[: len(tag) - len("worksheet")]
        name = tag[len(self._prefix) :] if self._prefix else tag
        if name == "c":
            self._start_cell(attributes)
        elif name == "v":
            self._has_value = self._inside = True
        elif name == "row":
            self._start_row(attributes)
        elif name == "f":
            self._formula = True
        elif name == "t":
            self._inside = not self._reading
            self._has_value = True
        elif name == "rPh":
            self._reading = True
        elif name == "col":
            self._note_column(attributes)
        elif name == "mergeCell" and len(self._merged) < _MOST_MERGED:
            self._merged.append(attributes.get("ref", ""))

    def end(self, tag: str) -> None:
        """Take up an end tag."""
        name = tag[len(self._prefix) :] if self._prefix else tag
        if name in ("v", "t"):
            self._inside = False
        elif name == "c":
            self._end_cell()
        elif name == "row":
            self._end_row()
        elif name == "rPh":
            self._reading = False

    def characters(self, text: str) -> None:
        """Take up text; only values count."""
        if self._inside:
            self._pieces.append(text)

    def sheet(self) -> Sheet:
        """The sheet, its rows in order.

        Raises:
            DamagedWorkbook: A row number occurs twice.
        """
        rows = sorted(self._rows, key=lambda row: row.number)
        for above, below in pairwise(rows):
            if above.number == below.number:
                raise self._damaged(f"row {above.number} occurs twice")
        return Sheet(
            self._entry.name,
            tuple(rows),
            self._entry.hidden,
            tuple(sorted(self._hidden_columns)),
            tuple(self._merged),
        )

    def _damaged(self, detail: str) -> DamagedWorkbook:
        return DamagedWorkbook(self._entry.name, detail)

    def _start_row(self, attributes: dict[str, str]) -> None:
        text = attributes.get("r") or str(self._row_number + 1)
        if not (text.isascii() and text.isdecimal()) or text[0] == "0":
            raise self._damaged(f"row number {text[:20]}")
        self._row_number, self._row_text = int(text), text
        self._row_hidden = attributes.get("hidden") in ("1", "true")
        self._cells = []
        self._column = 0

    def _end_row(self) -> None:
        cells = self._cells
        while cells and cells[-1] == "":
            cells.pop()
        if cells:
            if self._row_number > self._limits.rows:
                raise self._damaged(f"more than {self._limits.rows} rows")
            self._rows.append(Row(self._row_number, tuple(cells), self._row_hidden))
            self._cells = []

    def _start_cell(self, attributes: dict[str, str]) -> None:
        reference = attributes.get("r")
        if reference is None:
            self._column += 1
        else:
            column = self._columns.get(reference[: -len(self._row_text)])
            if column is None or not reference.endswith(self._row_text):
                column = self._new_column(reference)
            if column <= self._column:
                raise self._damaged(f"cell {reference[:20]} occurs twice or out of order")
            self._column = column
        self._kind = attributes.get("t", "n")
        self._style = attributes.get("s", "0")
        self._formula = self._has_value = False
        self._pieces = []

    def _new_column(self, reference: str) -> int:
        letters = reference[: -len(self._row_text)]
        if not reference.endswith(self._row_text) or not _LETTERS.fullmatch(letters):
            raise self._damaged(f"cell {reference[:20]} in row {self._row_text}")
        column = 0
        for letter in letters:
            column = column * 26 + ord(letter) - 64
        self._columns[letters] = column
        return column

    def _end_cell(self) -> None:
        if not self._has_value and not self._formula:
            return
        text = self._pieces[0] if len(self._pieces) == 1 else "".join(self._pieces)
        cell = self._cell(text)
        if cell == "":
            return
        if self._column > self._limits.columns:
            raise self._damaged(f"more than {self._limits.columns} columns")
        gap = self._column - 1 - len(self._cells)
        if gap:
            self._cells.extend([""] * gap)
        self._cells.append(cell)

    def _cell(self, text: str) -> Cell:
        if self._formula and (not self._has_value or (text == "" and self._kind != "str")):
            return FaultyCell(self._row_number, self._column, "cell.formula_without_value")
        try:
            return self._reader.text(self._kind, self._style, text)
        except CellFault as fault:
            shown = fault.parameters["value"]
            return FaultyCell(self._row_number, self._column, fault.code, shown)

    def _note_column(self, attributes: dict[str, str]) -> None:
        if attributes.get("hidden") not in ("1", "true"):
            return
        first, last = attributes.get("min", ""), attributes.get("max", "")
        if first.isdecimal() and last.isdecimal():
            end = min(int(last), self._limits.columns)
            self._hidden_columns.update(range(max(1, int(first)), end + 1))
