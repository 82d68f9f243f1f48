"""Amounts and days in a few steps, as lists are narrowed by them."""

from __future__ import annotations

from bisect import bisect_right
from itertools import pairwise
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from datetime import date

    from app.ui.presenting.speaker import Speaker

_STEPS: Final = (100_000, 500_000, 2_000_000)
"""Fen a month from which another step begins: 1,000, 5,000 and 20,000 yuan."""
_NOTHING: Final = "none"
_WEEK, _MONTH = 7, 30
AHEAD_PAST, AHEAD_WEEK, AHEAD_MONTH, AHEAD_LATER = "past", "week", "month", "later"
BEFORE_TODAY, BEFORE_WEEK, BEFORE_MONTH, BEFORE_OLDER = "today", "week", "month", "older"


def amount_step(amount: int | None, steps: tuple[int, ...] = _STEPS) -> str:
    """The step of an amount in fen."""
    return str(bisect_right(steps, amount)) if amount else _NOTHING


def amount_words(speaker: Speaker, steps: tuple[int, ...] = _STEPS) -> tuple[tuple[str, str], ...]:
    """The steps with their texts, from the largest down."""
    translate = speaker.translate
    texts = [f"¥{step // 100:,}" for step in steps]
    words = [("0", translate("Lists", "under {amount}").format(amount=texts[0]))]
    words.extend((str(at + 1), f"{low} – {high}") for at, (low, high) in enumerate(pairwise(texts)))
    most = translate("Lists", "{amount} and more").format(amount=texts[-1])
    words.append((str(len(steps)), most))
    return (*reversed(words), (_NOTHING, translate("Lists", "no amount")))


def day_ahead(day: date, today: date) -> tuple[str, ...]:
    """How soon a day comes; one of the next 7 is one of the next 30 as well."""
    left = (day - today).days
    if left < 0:
        return (AHEAD_PAST,)
    if left <= _WEEK:
        return (AHEAD_WEEK, AHEAD_MONTH)
    return (AHEAD_MONTH,) if left <= _MONTH else (AHEAD_LATER,)


def ahead_words(speaker: Speaker) -> tuple[tuple[str, str], ...]:
    """How soon days come, with texts."""
    translate = speaker.translate
    return (
        (AHEAD_WEEK, translate("Lists", "within 7 days")),
        (AHEAD_MONTH, translate("Lists", "within 30 days")),
        (AHEAD_LATER, translate("Lists", "later")),
        (AHEAD_PAST, translate("Lists", "past")),
    )


def day_before(day: date, today: date) -> tuple[str, ...]:
    """How long ago a day was; today is one of the last 7 and of the last 30 as well."""
    ago = (today - day).days
    if ago <= 0:
        return (BEFORE_TODAY, BEFORE_WEEK, BEFORE_MONTH)
    if ago <= _WEEK:
        return (BEFORE_WEEK, BEFORE_MONTH)
    return (BEFORE_MONTH,) if ago <= _MONTH else (BEFORE_OLDER,)


def before_words(speaker: Speaker) -> tuple[tuple[str, str], ...]:
    """How long ago days were, with texts."""
    translate = speaker.translate
    return (
        (BEFORE_TODAY, translate("Lists", "today")),
        (BEFORE_WEEK, translate("Lists", "the last 7 days")),
        (BEFORE_MONTH, translate("Lists", "the last 30 days")),
        (BEFORE_OLDER, translate("Lists", "longer ago")),
    )
