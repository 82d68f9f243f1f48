"""Read one sheet of a workbook in a single pass, every cell as text or as a fault.

Own reader rather than a library's: no library tells a formula without a value from an empty cell,
keeps the digits of a number, and sees hidden rows, in one pass (the benchmark has the time).
"""

from __future__ import annotations

import codecs
import re
from itertools import pairwise
from typing import IO, TYPE_CHECKING
from xml.parsers import expat

from app.storage.foreign.findings import finding
from app.storage.foreign.table_file import Cell, FaultyCell, Row, Sheet
from app.storage.foreign.xlsx_cell import CellReader
from app.storage.foreign.xlsx_known_rows import KnownRows
from app.storage.foreign.xlsx_package import DamagedWorkbook
from app.storage.foreign.xlsx_plain_rows import PlainRow, RowFilter
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
    rows = RowFilter(reader.take, lambda text: parser.Parse(text, False))
    decoder = codecs.getincrementaldecoder("utf-8-sig")()
    while chunk := stream.read(_CHUNK):
        rows.feed(decoder.decode(chunk))
        advanced(len(chunk))
    rows.feed(decoder.decode(b"", final=True))
    rows.close()
    parser.Parse("", True)
    return reader.sheet()


class _SheetReader:
    """State of the pass: the row and the cell being read."""

    def __init__(self, entry: SheetEntry, package: Package, limits: Limits) -> None:
        self._entry = entry
        self._reader = CellReader(package, limits.cell)
        self._known = KnownRows(self._reader)
        self._last_row, self._last_column = limits.rows, limits.columns
        self._prefix: str | None = None
        self._cell_tag = self._value_tag = ""
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
        """Take up a start tag; cells and values come a million times and go first."""
        if tag == self._cell_tag:
            self._start_cell(attributes)
        elif tag == self._value_tag:
            self._has_value = self._inside = True
        elif self._prefix is None:
            prefix = self._prefix = tag[: len(tag) - len("worksheet")]
            self._cell_tag, self._value_tag = prefix + "c", prefix + "v"
        else:
            self._start_other(tag[len(self._prefix) :], attributes)

    def end(self, tag: str) -> None:
        """Take up an end tag."""
        if tag == self._value_tag:
            self._inside = False
        elif tag == self._cell_tag:
            if self._has_value or self._formula:
                raw = "".join(self._pieces)
                self._add_cell(self._kind, self._style, raw, self._formula, self._has_value)
        else:
            name = tag[len(self._prefix or "") :]
            if name == "t":
                self._inside = False
            elif name == "row":
                self._end_row()
            elif name == "rPh":
                self._reading = False

    def _start_other(self, name: str, attributes: dict[str, str]) -> None:
        if name == "row":
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
                raise self._damaged("file.row_twice", row=above.number)
        return Sheet(
            self._entry.name,
            tuple(rows),
            self._entry.hidden,
            tuple(sorted(self._hidden_columns)),
            tuple(self._merged),
        )

    def _damaged(self, code: str, **parameters: object) -> DamagedWorkbook:
        return DamagedWorkbook(finding(code, part=self._entry.name, **parameters))

    def take(self, row: PlainRow) -> None:
        """Take up a whole row in the plain form."""
        hidden = ' hidden="1"' in row.attributes or ' hidden="true"' in row.attributes
        self._start_row({"r": row.number, "hidden": "1" if hidden else "0"})
        cells = self._known.cells(row)
        if cells is None:
            self._take_each(row)
        else:
            self._cells.extend(cells)
        self._end_row()

    def _take_each(self, row: PlainRow) -> None:
        known, number, read, cells = self._columns, self._row_text, self._reader.text, self._cells
        columns = []
        for _, letters, digits, style, kind, formula, value, inline, raw in row.cells:
            column = known.get(letters)
            if column is None or digits != number:
                column = self._new_column(letters + digits)
            if column <= self._column:
                raise self._damaged("file.cell_twice", cell=f"{letters}{digits}")
            self._column = column
            columns.append(column)
            has_value = bool(value or inline)
            if has_value and not formula and column == len(cells) + 1 <= self._last_column:
                try:
                    if text := read(kind or "n", style or "0", raw):
                        cells.append(text)
                except CellFault:
                    self._add_cell(kind or "n", style or "0", raw, False, True)
            elif has_value or formula:
                self._add_cell(kind or "n", style or "0", raw, bool(formula), has_value)
        if self._column <= self._last_column:
            self._known.note(row, columns)

    def _start_row(self, attributes: dict[str, str]) -> None:
        text = attributes.get("r") or str(self._row_number + 1)
        if not (text.isascii() and text.isdecimal()) or text[0] == "0":
            raise self._damaged("file.no_such_place", cell=text)
        self._row_number, self._row_text = int(text), text
        self._row_hidden = attributes.get("hidden") in ("1", "true")
        self._cells = []
        self._column = 0

    def _end_row(self) -> None:
        cells = self._cells
        while cells and cells[-1] == "":
            cells.pop()
        if cells:
            if self._row_number > self._last_row:
                raise self._damaged("file.too_many_rows", limit=self._last_row)
            self._rows.append(Row(self._row_number, tuple(cells), self._row_hidden))
            self._cells = []

    def _start_cell(self, attributes: dict[str, str]) -> None:
        reference = attributes.get("r")
        if reference is None:
            self._column += 1
        else:
            column = self._columns.get(reference.removesuffix(self._row_text))
            if column is None:
                column = self._new_column(reference)
            if column <= self._column:
                raise self._damaged("file.cell_twice", cell=reference)
            self._column = column
        self._kind = attributes.get("t", "n")
        self._style = attributes.get("s", "0")
        self._formula = self._has_value = False
        self._pieces.clear()

    def _new_column(self, reference: str) -> int:
        letters = reference.removesuffix(self._row_text)
        if not _LETTERS.fullmatch(letters):
            raise self._damaged("file.no_such_place", cell=reference)
        column = 0
        for letter in letters:
            column = column * 26 + ord(letter) - 64
        self._columns[letters] = column
        return column

    def _add_cell(self, kind: str, style: str, raw: str, formula: bool, has_value: bool) -> None:
        """Add the cell in the present column; one that shows nothing leaves no trace."""
        cell: Cell
        if formula and (not has_value or (raw == "" and kind != "str")):
            cell = FaultyCell(self._row_number, self._column, "cell.formula_without_value")
        else:
            try:
                cell = self._reader.text(kind, style, raw)
            except CellFault as fault:
                shown = fault.parameters["value"]
                cell = FaultyCell(self._row_number, self._column, fault.code, shown)
        if cell != "":
            if self._column > self._last_column:
                raise self._damaged("file.sheet_too_wide", limit=self._last_column)
            gap = self._column - 1 - len(self._cells)
            if gap:
                self._cells.extend([""] * gap)
            self._cells.append(cell)

    def _note_column(self, attributes: dict[str, str]) -> None:
        if attributes.get("hidden") not in ("1", "true"):
            return
        first, last = attributes.get("min", ""), attributes.get("max", "")
        if first.isdecimal() and last.isdecimal():
            end = min(int(last), self._last_column)
            self._hidden_columns.update(range(max(1, int(first)), end + 1))
