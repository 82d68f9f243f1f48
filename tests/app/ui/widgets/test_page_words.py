"""Words of pages: what is under a point, between two places, and found."""

from __future__ import annotations

from typing import NamedTuple

from app.ui.widgets.page_words import (
    Passage,
    Spot,
    bands,
    find,
    page_of_item,
    passages_between,
    place_at,
    text_of,
)


class Page(NamedTuple):
    """A page of small letters, ten points wide and high, in lines below each other."""

    text: str
    boxes: tuple[tuple[float, float, float, float], ...]
    width: float = 100.0
    height: float = 100.0


def page(text: str) -> Page:
    """A page that says a text."""
    boxes, across, down = [], 0.0, 0.0
    for letter in text:
        if letter == "\n":
            boxes.append((0.0, 0.0, 0.0, 0.0))
            across, down = 0.0, down + 10.0
            continue
        boxes.append((across, down, across + 10.0, down + 10.0))
        across += 10.0
    return Page(text, tuple(boxes))


def test_the_nearest_half_of_a_letter_decides() -> None:
    """A point left of a letter's middle is before it, right of it behind it."""
    one = page("abc")
    assert place_at(one, 12, 5) == 1
    assert place_at(one, 18, 5) == 2
    assert place_at(one, 500, 5) == 3


def test_the_line_counts_more_than_what_is_beside() -> None:
    """Right of a short line the end of that line is meant, not the longer one below."""
    assert place_at(page("ab\nabcdef"), 55, 4) == 2


def test_a_selection_runs_over_pages_in_either_direction() -> None:
    """From the end of the first page into the second and back is the same."""
    pages = (page("abc"), page("def"))
    forward = passages_between(pages, Spot(0, 2), Spot(1, 1))
    assert forward == passages_between(pages, Spot(1, 1), Spot(0, 2))
    assert text_of(pages, forward) == "c\nd"


def test_nothing_is_selected_where_nothing_lies_between() -> None:
    """One and the same place."""
    assert passages_between((page("abc"),), Spot(0, 1), Spot(0, 1)) == ()


def test_a_text_is_found_over_the_end_of_a_line() -> None:
    """Spaces, ends of lines and capitals make no difference; the passage holds them."""
    assert find((page("x"), page("a Bc\nd")), "BCD") == (Passage(1, 2, 6),)


def test_nothing_is_found_where_nothing_is_sought() -> None:
    """Spaces alone are nothing."""
    assert find((page("a b"),), " ") == ()


def test_each_piece_of_a_line_has_one_band() -> None:
    """Two letters of one line join, the next line has its own."""
    assert list(bands(page("ab\nc"), 0, 4)) == [(0.0, 0.0, 20.0, 10.0), (0.0, 10.0, 10.0, 20.0)]


def test_an_item_stands_where_its_amount_follows_soonest() -> None:
    """The first page names the item and a total far behind it; the second is the price table."""
    pages = (page("kd and much more text 9.00"), page("kd 9.00"))
    assert page_of_item(pages, "kd", "9.00") == 1
    assert page_of_item(pages, "kd", "7.00") == 0
    assert page_of_item(pages, "none", "9.00") is None
