"""Rows of columns that were met before are taken at once, and never otherwise than one by one."""

from __future__ import annotations

import pytest

from app.storage.foreign.limits import LIMITS
from app.storage.foreign.table_file import FaultyCell, Sheet
from app.storage.foreign.workbook import read_xlsx
from app.storage.foreign.xlsx_cell import CellReader
from app.storage.foreign.xlsx_known_rows import KnownRows
from app.storage.foreign.xlsx_package import Package
from app.storage.foreign.xlsx_plain_rows import PlainRow
from tests.app.storage.foreign.office_files import sheet, workbook


def cell(letters: str, row: str, raw: str, kind: str = "str", formula: str = "") -> tuple[str, ...]:
    """A cell as the short way finds it."""
    opened = "<v>" if raw else ""
    return ("", letters, row, "", kind, formula, opened, "", raw)


def plain(number: str, *cells: tuple[str, ...]) -> PlainRow:
    """A row of such cells."""
    return PlainRow(number, "", list(cells))  # type: ignore[arg-type] # nine texts each


@pytest.fixture
def known() -> KnownRows:
    """The columns A and C are known."""
    made = KnownRows(CellReader(Package((), (), (), from_1904=False), 1000))
    made.note(plain("1", cell("A", "1", "x"), cell("C", "1", "y")), (1, 3))
    return made


def test_known_columns_are_filled_and_gaps_left(known: KnownRows) -> None:
    """A text that comes again is the same object."""
    first = known.cells(plain("2", cell("A", "2", "甲乙"), cell("C", "2", "7", "n")))
    again = known.cells(plain("3", cell("A", "3", "甲乙甲乙"[:2]), cell("C", "3", "")))
    assert first == ["甲乙", "", "7"]
    assert again == ["甲乙", "", ""]
    assert again[0] is first[0]
    assert known.cells(plain("4")) == []


@pytest.mark.parametrize(
    "row",
    [
        plain("2", cell("A", "2", "x")),
        plain("2", cell("C", "2", "x"), cell("A", "2", "y")),
        plain("2", cell("A", "2", "x"), cell("C", "9", "y")),
        plain("2", cell("A", "2", "x"), cell("C", "2", "1", "n", "<f>B2</f>")),
        plain("2", cell("A", "2", "x"), cell("C", "2", "#REF!", "e")),
    ],
)
def test_anything_else_must_be_looked_at(known: KnownRows, row: PlainRow) -> None:
    """Other columns, another order, another row's cell, a formula, an error."""
    assert known.cells(row) is None


def read(rows: str) -> Sheet:
    """The sheet of these rows."""
    return read_xlsx("x.xlsx", workbook(sheet=sheet(rows)), LIMITS).sheets[0]


def test_a_fault_in_a_later_row_is_still_a_fault() -> None:
    """A formula without a value, and an error, below rows of the same columns."""
    good = '<row r="{0}"><c r="A{0}"><v>1</v></c><c r="B{0}"><v>2</v></c></row>'
    lacking = '<row r="3"><c r="A3"><v>1</v></c><c r="B3"><f>A1</f></c></row>'
    wrong = '<row r="4"><c r="A4"><v>1</v></c><c r="B4" t="e"><v>#N/A</v></c></row>'
    found = read(good.format(1) + good.format(2) + lacking + wrong + good.format(5))
    assert [row.cells for row in found.rows] == [
        ("1", "2"),
        ("1", "2"),
        ("1", FaultyCell(3, 2, "cell.formula_without_value")),
        ("1", FaultyCell(4, 2, "cell.error_value", "#N/A")),
        ("1", "2"),
    ]
