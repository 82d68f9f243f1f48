"""SheetWriter: the cells of one sheet; openpyxl does everything else about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from openpyxl.cell.cell import Cell
from openpyxl.utils import get_column_letter

from app.documents.workbooks.cells import CellValue, cell_xml, looks_like_formula, quoted_sheet
from app.documents.workbooks.styles import INPUTS

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

    from app.documents.workbooks.styles import Style

_MOST_COLUMNS = 64
_LETTERS = ("", *(get_column_letter(number) for number in range(1, _MOST_COLUMNS + 1)))


class SheetWriter:
    """Collects the cells of one sheet.

    Attributes:
        sheet: The sheet: widths, merged cells, rules, printing and protection are set on it.
        name: Its name as formulas of other sheets refer to it.
        last_row: The last row that has a cell.
        cells: What was written, by place, such as ``B7``.
        inputs: Places that whoever gets the workbook may fill in.
        follows_inputs: Its formulas look at what is filled in, so their results may change.
    """

    def __init__(self, sheet: Worksheet) -> None:
        """Start with an empty sheet."""
        self.sheet = sheet
        self.name = quoted_sheet(sheet.title)
        self.last_row = 0
        self.cells: dict[str, CellValue] = {}
        self.inputs: set[str] = set()
        self.follows_inputs = False
        self._rows: dict[int, dict[int, tuple[int, CellValue]]] = {}
        self._heights: dict[int, float] = {}
        self._looks: dict[tuple[Style, str, bool], int] = {}

    def put(
        self, row: int, column: int, value: CellValue, style: Style, number_format: str = ""
    ) -> None:
        """Write a value; text stays text whatever it looks like.

        Args:
            row: From 1.
            column: From 1.
            value: What to show; nothing for an empty cell with a look.
            style: The look.
            number_format: Replaces the number format of the look.
        """
        quoted = isinstance(value, str) and looks_like_formula(value)
        look = self._looks.get((style, number_format, quoted))
        if look is None:
            look = self._looks[style, number_format, quoted] = self._look(
                style, number_format, quoted
            )
        place = f"{_LETTERS[column]}{row}"
        self.cells[place] = value
        if style in INPUTS:
            self.inputs.add(place)
        cells = self._rows.setdefault(row, {})
        cells[column] = (look, value)
        self.last_row = max(self.last_row, row)

    def fill(self, row: int, first: int, last: int, style: Style) -> None:
        """Give the cells of a row from ``first`` to ``last`` column a look."""
        for column in range(first, last + 1):
            self.put(row, column, None, style)

    def set_height(self, row: int, points: float) -> None:
        """Make a row so many points high."""
        self._heights[row] = points

    def merge(self, row: int, first: int, last: int, rows: int = 1) -> None:
        """Show the first cell across columns, and rows if more than one."""
        self.sheet.merge_cells(
            start_row=row, end_row=row + rows - 1, start_column=first, end_column=last
        )

    def data_xml(self) -> bytes:
        """All rows as the file stores them."""
        parts = ["<sheetData>"]
        for row in sorted({*self._rows, *self._heights}):
            height = self._heights.get(row)
            tall = f' ht="{height:g}" customHeight="1"' if height else ""
            cells = self._rows.get(row, {})
            joined = "".join(
                cell_xml(f"{_LETTERS[column]}{row}", *cells[column]) for column in sorted(cells)
            )
            parts.append(f'<row r="{row}"{tall}>{joined}</row>')
        parts.append("</sheetData>")
        return "".join(parts).encode()

    def extent(self) -> str:
        """From the first to the last cell, such as ``A1:Q40``."""
        columns = max((max(cells) for cells in self._rows.values()), default=1)
        return f"A1:{_LETTERS[columns]}{max(self.last_row, 1)}"

    def _look(self, style: Style, number_format: str, quoted: bool) -> int:
        """Index of a look among the workbook's cell formats, from a cell that is not kept."""
        pattern = Cell(self.sheet, row=1, column=1)
        pattern.style = style.value
        if number_format:
            pattern.number_format = number_format
        if quoted:
            pattern.quotePrefix = True
        return int(pattern.style_id)
