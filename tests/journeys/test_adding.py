"""Offers are found by Chinese, by code and by pinyin initials, and added with Enter."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.journeys.steps import add, begin_quote, offerings, session_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from app.ui.hand import Hand


@pytest.mark.parametrize(
    ("typed", "code"),
    [("商务彩铃", "CRBT"), ("paymail", "PAYMAIL"), ("gddh", "PSTN"), ("固定电话", "PSTN")],
)
def test_an_offering_is_added_by_typing(hand: Hand, typed: str, code: str) -> None:
    """However it is typed, the offering meant comes first."""
    begin_quote(hand)
    add(hand, typed)
    assert offerings(session_of(hand)) == [code]


def test_an_unknown_word_says_so_and_adds_nothing(hand: Hand) -> None:
    """Nothing found is told, and Enter does nothing."""
    begin_quote(hand)
    search = hand.window.desk.studio.items.search
    hand.enter("zzzzqq", search)
    assert hand.hits() == []
    assert search.popup_visible
    assert "没有找到“zzzzqq”" in hand.texts(hand.window)
    assert offerings(session_of(hand)) == []


def test_a_bundle_and_single_offers_stand_together(hand: Hand) -> None:
    """The bundle's option price applies to the offering beside it: 8.00 a month."""
    begin_quote(hand)
    add(hand, "B01L")
    add(hand, "crbt")
    session = session_of(hand)
    priced = session.worked.revision.priced
    rent = next(c for item in priced.items for c in item.charges if c.code == "CRBT.RENT")
    assert rent.net_amount == 8_00
    assert "月租合计 ¥676.00" in hand.figures()


def test_what_was_used_is_offered_again_also_after_a_restart(
    hand: Hand, open_window: Callable[[Path], Hand], profile: Path
) -> None:
    """The latest first, in an empty field."""
    begin_quote(hand)
    add(hand, "PSTN")
    add(hand, "crbt")
    hand.window.desk.studio.items.search.start()
    assert hand.hits() == ["CRBT", "PSTN"]
    hand.wait_idle()
    hand.window.close()
    again = open_window(profile)
    begin_quote(again)
    again.window.desk.studio.items.search.start()
    assert again.hits() == ["CRBT", "PSTN"]


def test_a_typing_error_is_forgiven_and_told(hand: Hand) -> None:
    """The hits come after a pause, under a line that says that they are only similar."""
    begin_quote(hand)
    hand.enter("kuandia", hand.window.desk.studio.items.search)
    hand.wait_for(lambda: bool(hand.hits()), "similar hits")
    assert "没有“kuandia”，以下内容相近" in hand.texts(hand.window)
