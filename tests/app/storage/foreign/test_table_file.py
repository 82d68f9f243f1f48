"""Rows, cells and their places."""

from __future__ import annotations

import pytest

from app.storage.foreign.table_file import FaultyCell, Row, Sheet, column_letters


@pytest.mark.parametrize(
    ("column", "letters"),
    [(1, "A"), (26, "Z"), (27, "AA"), (52, "AZ"), (512, "SR"), (702, "ZZ"), (16_384, "XFD")],
)
def test_columns_have_the_letters_that_spreadsheets_show(column: int, letters: str) -> None:
    """Counted from 1, without a zero digit."""
    assert column_letters(column) == letters


def test_faults_of_a_sheet_are_listed_with_their_places() -> None:
    """Row by row, each with the value that its text names."""
    first = FaultyCell(2, 3, "cell.error_value", "#REF!")
    second = FaultyCell(9, 28, "cell.formula_without_value")
    page = Sheet("价格", (Row(1, ("a",)), Row(2, ("", "b", first)), Row(9, (second,))))
    assert page.faults() == (first, second)
    assert [fault.place for fault in page.faults()] == ["C2", "AB9"]
    assert first.parameters == {"value": "#REF!"}


def test_a_cell_beyond_the_last_one_is_empty() -> None:
    """Rows differ in length."""
    row = Row(1, ("a", "b"))
    assert (row.cell(2), row.cell(3)) == ("b", "")
