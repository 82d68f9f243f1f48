"""What was said of months and lines is taken back and made again."""

from __future__ import annotations

from app.ui.library.said_history import Marked, Said, SaidHistory

FIRST, SECOND = Said("a", "2026-01", None, None), Marked("b", "", None, None)


def test_steps_go_back_and_forward() -> None:
    """Nothing beyond either end."""
    history = SaidHistory()
    assert history.back() is None
    history.note(FIRST)
    history.note(SECOND)
    assert (history.back(), history.back(), history.back()) == (SECOND, FIRST, None)
    assert (history.forward(), history.forward(), history.forward()) == (FIRST, SECOND, None)


def test_a_new_step_takes_the_place_of_what_was_taken_back() -> None:
    """That can no more be made again."""
    history = SaidHistory()
    history.note(FIRST)
    history.back()
    history.note(SECOND)
    assert history.forward() is None
    assert history.back() == SECOND
