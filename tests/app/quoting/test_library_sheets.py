"""The sales library as tables: what is written is read back, and faults are told by cell."""

from __future__ import annotations

import pytest

from app.quoting.library_sheets import (
    COLUMNS,
    Known,
    LibrarySheet,
    file_mark,
    library_rows,
    read_library_rows,
)
from app.quoting.sales_library import SalesLibrary
from tests.app.documents.telling import LIBRARY, PROOF

KNOWN = Known(
    {"pstn": "PSTN", "固定电话": "PSTN", "b01l": "B01L"},
    {"hotel": "hotel", "education": "education"},
    {file_mark(PROOF): PROOF},
)


@pytest.mark.parametrize("sheet", list(LibrarySheet))
def test_rows_read_back_are_the_same_list(sheet: LibrarySheet) -> None:
    """All columns, both languages, the file of proof."""
    rows = library_rows(LIBRARY, sheet)
    assert all(len(row) == len(COLUMNS[sheet]) for row in rows)
    read, wrong = read_library_rows(SalesLibrary(), sheet, rows, KNOWN)
    assert wrong == ()
    assert getattr(read, sheet) == getattr(LIBRARY, sheet)


def test_a_file_is_named_by_its_hash() -> None:
    """Eight digits behind its name."""
    assert file_mark(PROOF) == "网络质量检测报告 #aaaaaaaa"


def test_only_a_yes_permits() -> None:
    """An empty cell is a no."""
    rows = [("甲", "", "", "经过"), ("乙", "", "", "经过", "", "yes")]
    read, _ = read_library_rows(SalesLibrary(), LibrarySheet.STORIES, rows, KNOWN)
    assert [one.permitted for one in read.stories] == [False, True]


@pytest.mark.parametrize(
    ("sheet", "row", "column", "code"),
    [
        (LibrarySheet.STORIES, ("", "hotel", "", "经过"), "title_zh", "customer.cell_missing"),
        (LibrarySheet.STORIES, ("甲", "x", "", "经过"), "industry", "library.industry_unknown"),
        (LibrarySheet.DIFFERENCES, ("甲", "", "", "无"), "proof", "library.proof_unknown"),
        (LibrarySheet.LIMITS, ("XX", "限", "答"), "offering", "library.code_unknown"),
        (LibrarySheet.LIMITS, ("PSTN", "限", ""), "answer_zh", "customer.cell_missing"),
        (LibrarySheet.DEMOS, ("PSTN", "样机", "javascript:x"), "link", "library.no_link"),
    ],
)
def test_faults_are_told_by_cell(
    sheet: LibrarySheet, row: tuple[str, ...], column: str, code: str
) -> None:
    """And the library stays as it was."""
    read, wrong = read_library_rows(LIBRARY, sheet, [("",), row], KNOWN)
    assert read is LIBRARY
    assert [(one.row, one.column, one.code) for one in wrong] == [(1, column, code)]


def test_a_title_stands_once() -> None:
    """Two stories with one title could not be told apart."""
    rows = [("甲", "", "", "一"), ("甲", "", "", "二")]
    _, wrong = read_library_rows(SalesLibrary(), LibrarySheet.STORIES, rows, KNOWN)
    assert [(one.row, one.code) for one in wrong] == [(1, "library.twice")]


def test_products_are_known_by_name_too() -> None:
    """As people type them."""
    rows = [("固定 电话", "样机")]
    read, _ = read_library_rows(SalesLibrary(), LibrarySheet.DEMOS, rows, KNOWN)
    assert read.demos[0].offering == "PSTN"
