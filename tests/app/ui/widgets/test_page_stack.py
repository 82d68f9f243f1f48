"""Where pages lie and how large they are."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from app.ui.widgets.page_stack import GAP, MOST, next_zoom, stacked, zoom_to_fit


class Sheet(NamedTuple):
    """A page by its size alone."""

    width: float
    height: float
    text: str = ""
    boxes: tuple[tuple[float, float, float, float], ...] = ()


UPRIGHT, ACROSS = Sheet(600, 900), Sheet(900, 600)


def test_the_widest_page_fills_the_width() -> None:
    """900 points are 1,200 pixels at full size; 624 less two gaps of 12 hold half of that."""
    assert zoom_to_fit((UPRIGHT, ACROSS), "width", 1.0, (624, 100)) == pytest.approx(0.5)


def test_a_whole_page_fits_in_height_as_well() -> None:
    """1,200 pixels of height in 600 of room; the width would allow more."""
    assert zoom_to_fit((UPRIGHT,), "page", 1.0, (2000, 624)) == pytest.approx(0.5)


def test_a_zoom_stays_within_bounds() -> None:
    """A chosen zoom beyond the largest is the largest."""
    assert zoom_to_fit((UPRIGHT,), "free", 99.0, (10, 10)) == MOST


def test_pages_lie_below_each_other_in_the_middle() -> None:
    """Gaps around and between; the one that is less wide has more beside it."""
    stack = stacked((UPRIGHT, ACROSS), 0.5, 624)
    first, second = stack.pages
    assert (first.left(), first.top(), first.width(), first.height()) == (112, GAP, 400, 600)
    assert (second.left(), second.top()) == (12, 624)
    assert stack.height == 624 + 400 + GAP


def test_the_pages_between_two_heights_are_seen() -> None:
    """The gap belongs to the page above it."""
    stack = stacked((UPRIGHT, ACROSS), 0.5, 624)
    assert stack.between(0, 100) == (0,)
    assert stack.between(600, 700) == (0, 1)
    assert (stack.page_at(617), stack.page_at(619), stack.page_at(9999)) == (0, 1, 1)


def test_zoom_goes_step_by_step_and_ends() -> None:
    """Between steps it goes to the next one; at the ends it stays."""
    assert (next_zoom(1.1, 1), next_zoom(1.1, -1), next_zoom(6.0, 1)) == (1.25, 1.0, 6.0)
