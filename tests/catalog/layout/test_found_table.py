"""A layout is known by its headings in their order, wherever the table stands."""

from __future__ import annotations

from catalog.layout.found_table import FoundColumn, FoundTable, layout_fingerprint


def test_the_fingerprint_stands_for_headings_in_their_order() -> None:
    """Width and capitals make no difference; another order is another layout."""
    one = layout_fingerprint(["Code", "单价(元)"])
    assert one == layout_fingerprint([" code", "单价(元)"])
    assert one != layout_fingerprint(["单价(元)", "Code"])
    left = FoundTable("f", "s", (1,), (FoundColumn(1, "Code"), FoundColumn(2, "单价(元)")), ())
    right = FoundTable("g", "t", (9,), (FoundColumn(5, "Code"), FoundColumn(6, "单价(元)")), ())
    assert left.fingerprint == right.fingerprint == one


def test_a_column_is_named_by_letters_and_heading() -> None:
    """As a person finds it in the spreadsheet."""
    assert FoundColumn(28, "单价").label == "AB 单价"
    assert FoundColumn(3, "").label == "C"
