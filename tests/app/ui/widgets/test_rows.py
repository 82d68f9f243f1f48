"""Display values speak and compare as the views need it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.ui.widgets.rows import EMPTY_CELL, Cell, QuoteRow, cell_of, looks_equal

if TYPE_CHECKING:
    from collections.abc import Callable


def test_a_percent_sign_stands_close_and_a_unit_apart() -> None:
    """As it is read aloud and copied."""
    assert Cell("77.5", "%").full_text == "77.5%"
    assert Cell("5", "条").full_text == "5 条"
    assert Cell("含").full_text == "含"


def test_a_missing_cell_is_empty(item: Callable[..., QuoteRow]) -> None:
    """Charges may have fewer cells than there are columns; the title is no cell."""
    row = item("a")
    assert cell_of(row, 1).text == "1"
    assert cell_of(row, 4) is EMPTY_CELL
    assert cell_of(row, 0) is EMPTY_CELL


def test_rows_look_equal_whatever_is_below_them(item: Callable[..., QuoteRow]) -> None:
    """Children are compared on their own."""
    assert looks_equal(item("a"), item("a", item("b")))
    assert not looks_equal(item("a"), item("a", quantity="2"))
