"""Amounts and days fall into the steps that lists are narrowed by."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from app.ui.presenting.spans import (
    ahead_words,
    amount_step,
    amount_words,
    before_words,
    day_ahead,
    day_before,
)
from tests.app.ui.speaking import speaker

DAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("fen", "step"),
    [
        (None, "none"),
        (0, "none"),
        (99_999, "0"),
        (100_000, "1"),
        (1_999_999, "2"),
        (2_000_000, "3"),
    ],
)
def test_amounts_fall_into_steps(fen: int | None, step: str) -> None:
    """A thousand yuan belongs to the step that begins with it."""
    assert amount_step(fen) == step


def test_steps_are_told_from_the_largest_down() -> None:
    """With the limits in whole yuan."""
    assert amount_words(speaker()) == (
        ("3", "¥20,000 and more"),
        ("2", "¥5,000 – ¥20,000"),
        ("1", "¥1,000 – ¥5,000"),
        ("0", "under ¥1,000"),
        ("none", "no amount"),
    )


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (-1, ("past",)),
        (0, ("week", "month")),
        (7, ("week", "month")),
        (8, ("month",)),
        (30, ("month",)),
        (31, ("later",)),
    ],
)
def test_days_ahead(days: int, words: tuple[str, ...]) -> None:
    """A day of the next week is one of the next month too."""
    assert day_ahead(DAY + timedelta(days), DAY) == words
    assert {*words} <= {word for word, _ in ahead_words(speaker())}


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (0, ("today", "week", "month")),
        (1, ("week", "month")),
        (7, ("week", "month")),
        (8, ("month",)),
        (31, ("older",)),
    ],
)
def test_days_past(days: int, words: tuple[str, ...]) -> None:
    """Today is one of the last seven days."""
    assert day_before(DAY - timedelta(days), DAY) == words
    assert {*words} <= {word for word, _ in before_words(speaker())}
