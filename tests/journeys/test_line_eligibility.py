"""The shops' file says that each of their five lines reaches what the trade bundle asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.journeys.test_customers import open_customer

if TYPE_CHECKING:
    from app.ui.hand import Hand


def test_the_shops_are_told_to_be_eligible_line_by_line(hand: Hand) -> None:
    """With every average; the kindergarten, whose bill has no lines, is told nothing."""
    detail = open_customer(hand, "玫瑰").detail
    (told,) = [text for text in hand.texts(detail.overview) if "每条线月均" in text]
    assert "商贸直通车" in told
    assert "专卖店5 ¥406.17" in told
    detail = open_customer(hand).detail
    assert not [text for text in hand.texts(detail.overview) if "每条线月均" in text]
