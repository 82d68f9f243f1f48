"""How far a quote is prepared stands beside it in the real window, and follows every edit."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from app.quoting.need_edits import meet_need
from tests.journeys.steps import open_quote
from tests.journeys.test_analysis import KINDERGARTEN

if TYPE_CHECKING:
    from app.ui.hand import Hand


def test_the_score_follows_edits_and_undo(hand: Hand) -> None:
    """7 of 14 things are there; once both needs are answered 8 of 14, which is 57 %."""
    session = open_quote(hand, KINDERGARTEN)
    card = hand.window.desk.studio.side.completeness
    assert "准备程度：50 %" in hand.texts(card)
    assert "信息收集 80 %，缺：竞争对手" in card.lines.text()
    assert "满足每条需求的内容" in card.lines.text()

    def answered() -> None:
        for need in session.quote.needs:
            session.apply("needs", partial(meet_need, need=need, code="B01L"))

    answered()
    hand.wait_idle()
    assert "准备程度：57 %" in hand.texts(card)
    assert "满足每条需求的内容" not in card.lines.text()
    session.undo()
    hand.wait_idle()
    assert "准备程度：50 %" in hand.texts(card)


def test_the_palette_leads_to_it(hand: Hand) -> None:
    """The card is scrolled into sight."""
    open_quote(hand, KINDERGARTEN)
    side = hand.window.desk.studio.side
    hand.window.actions_by_id["completeness"].trigger()
    hand.wait_idle()
    assert not side.completeness.visibleRegion().isEmpty()
