"""Columns that share a room each have space for their title."""

from __future__ import annotations

from app.ui.widgets.column_shares import uneven_shares


def test_titles_that_have_room_share_equally() -> None:
    """Three columns of 100 pixels each: nobody needs more."""
    assert uneven_shares({0: 40, 1: 100, 2: 90}, 300) == {}


def test_a_long_title_takes_from_those_that_need_less() -> None:
    """150 of 300 leave 75 for each of two; 80 is more than that and leaves 70."""
    assert uneven_shares({0: 150, 1: 80, 2: 60}, 300) == {0: 150, 1: 80}


def test_titles_without_room_share_equally() -> None:
    """Nothing is gained where all cannot be shown."""
    assert uneven_shares({0: 200, 1: 101}, 300) == {}
