"""Columns have letters and numbers; merged ranges are read, anything else is not one."""

from __future__ import annotations

import pytest

from catalog.layout.grid import GridRow, MergedRange, column_letters, column_number, merged_range


@pytest.mark.parametrize(("number", "letters"), [(1, "A"), (26, "Z"), (27, "AA"), (703, "AAA")])
def test_letters_and_numbers_of_columns_belong_together(number: int, letters: str) -> None:
    """In both directions."""
    assert column_letters(number) == letters
    assert column_number(letters) == number


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("B2:D9", MergedRange(2, 2, 9, 4)),
        ("C7", MergedRange(7, 3, 7, 3)),
        ("A0x", None),
        ("", None),
    ],
)
def test_a_merged_range_is_read_or_is_none(text: str, found: MergedRange | None) -> None:
    """A damaged one harms nothing."""
    assert merged_range(text) == found


def test_a_cell_beyond_the_last_one_is_empty() -> None:
    """Rows of one sheet differ in length."""
    assert GridRow(1, ("a",)).cell(1) == "a"
    assert GridRow(1, ("a",)).cell(2) == ""
