"""Rows that are typed: which count, and where a fault stands."""

from __future__ import annotations

import pytest

from catalog.cell_text import read_whole_number
from catalog.typed_rows import RowFault, optional, typed_rows


def test_empty_rows_do_not_count_but_keep_their_places() -> None:
    """The second row is empty; short rows are filled, long ones cut."""
    rows = list(typed_rows((("1",), (" ", ""), ("2", "b", "c")), 2))
    assert [(row.number, row.cells) for row in rows] == [(1, ("1", "")), (3, ("2", "b"))]


def test_a_fault_names_row_and_column() -> None:
    """As one sees them in the table."""
    (row,) = typed_rows(((), ("1", "x")), 2)
    assert row.read(0, read_whole_number) == 1
    with pytest.raises(RowFault) as fault:
        row.read(1, read_whole_number)
    assert (fault.value.row, fault.value.column) == (2, 1)
    assert (fault.value.code, fault.value.parameters) == (
        "cell.not_a_whole_number",
        {"value": "x"},
    )
    whole = row.fault("catalog.duplicate_characteristic", characteristic="x")
    assert (whole.row, whole.column, whole.parameters) == (2, -1, {"characteristic": "x"})


def test_an_empty_cell_may_mean_nothing() -> None:
    """Zero is something."""
    read = optional(read_whole_number)
    assert (read(""), read("0")) == (None, 0)
