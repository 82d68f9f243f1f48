"""Cells and merged ranges that would fill the memory are found in the bytes."""

from __future__ import annotations

import msgspec
import pytest

from app.storage.foreign.gate import GateReport, check_ooxml
from app.storage.foreign.limits import LIMITS
from app.storage.foreign.table_file import column_letters
from tests.app.storage.foreign.office_files import (
    packed,
    sheet,
    workbook,
    workbook_parts,
)

_CELL = '<row r="1"><c r="A1"><v>1</v></c></row>'


def _codes(report: GateReport) -> set[str]:
    return {found.code for found in report.refusals}


def _workbook_with(name: str, content: str | bytes) -> bytes:
    return packed({**workbook_parts(_CELL), name: content})


@pytest.mark.parametrize(
    ("rows", "refused"),
    [
        ('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>', True),
        ('<row r="200001"><c r="A200001"><v>1</v></c></row>', True),
        ('<row r="200000"><c r="SR200000"><v>1</v></c></row>', False),
        ('<row r="1"><c r="SS1"><v>1</v></c></row>', True),
        ("<row r='1'><c s='1' r = 'ZZZ1'><v>1</v></c></row>", True),
        ('<row r="1"><c r="&#88;FD1"><v>1</v></c></row>', True),
        ('<row r="1048576" hidden="1"/>', False),
        ('<row r="1048576"><c r="A1048576" s="1"/></row>', False),
    ],
)
def test_a_cell_beyond_the_limits_is_refused_if_it_holds_something(
    rows: str, refused: bool
) -> None:
    """Styled but empty corners are what office programs leave behind; they are harmless."""
    found = _codes(check_ooxml(workbook(rows), "xlsx"))
    assert found == ({"gate.far_cell"} if refused else set())


def test_a_far_cell_is_found_where_two_blocks_meet_and_under_any_part_name() -> None:
    """The tag lies across the boundary of 256 KB; the part is not in the usual folder."""
    for shift in range(50, 90):
        blanks = " " * (262_144 - 240 + shift)
        rows = f'{blanks}<row r="2"><c r="XFD2"><v>1</v></c></row>'
        assert _codes(check_ooxml(workbook(rows), "xlsx")) == {"gate.far_cell"}
    far = sheet('<row r="1"><c r="XFD1"><v>1</v></c></row>')
    assert _codes(check_ooxml(_workbook_with("xl/other.xml", far), "xlsx")) == {"gate.far_cell"}


def test_a_huge_merged_range_is_refused() -> None:
    """A title over a few columns is not."""
    for reference, codes in (
        ("A1:XFD1048576", {"gate.huge_merged_range"}),
        ("nonsense", {"gate.huge_merged_range"}),
        ("A1:T3", set()),
    ):
        part = sheet(_CELL, after=f'<mergeCells><mergeCell ref="{reference}"/></mergeCells>')
        assert _codes(check_ooxml(workbook(sheet=part), "xlsx")) == codes


def test_a_large_ordinary_sheet_passes_wherever_its_blocks_are_cut() -> None:
    """Cells up to the last column and row allowed, in several blocks of 256 KB."""
    letters = [column_letters(column) for column in (1, 2, 26, 27, 260, 512)]
    for shift in range(0, 60, 6):
        rows = " " * shift
        for row in (*range(1, 6000), 99_999, 100_000, 200_000):
            cells = "".join(f'<c r="{letter}{row}"><v>1</v></c>' for letter in letters)
            rows += f'<row r="{row}">{cells}</row>'
        assert _codes(check_ooxml(workbook(rows), "xlsx")) == set()


def test_limits_are_exact_however_small_they_are() -> None:
    """Of the nine cells of a square, those beyond the second row or column are refused."""
    limits = msgspec.structs.replace(LIMITS, rows=2, columns=2)
    for row in (1, 2, 3):
        for column in (1, 2, 3):
            cell = f'<row r="{row}"><c r="{column_letters(column)}{row}"><v>1</v></c></row>'
            expected = {"gate.far_cell"} if 3 in (row, column) else set()
            assert _codes(check_ooxml(workbook(cell), "xlsx", limits)) == expected
