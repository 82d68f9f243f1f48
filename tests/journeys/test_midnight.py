"""A window that stays open over midnight shows the new day, keeps a backup of it, and its edits."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from app.quoting.header_edits import set_title
from app.ui.presenting.today import today_rows
from app.ui.widgets.facts_bar import Fact
from tests.journeys.conftest import NOON
from tests.journeys.steps import open_quote, session_of
from tests.journeys.test_trouble_opening import attached, show

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from app.ui.hand import Hand

__all__ = ["show"]


def texts_of(hand: Hand) -> set[str]:
    """What the rows of the start page say."""
    page = hand.window.pages.today
    rows = today_rows(hand.window.around.speaker, page._today, page.group.current)
    return {" ".join((row.key, *(cell.text for cell in row.cells))) for row in rows}


def expired(hand: Hand) -> bool:
    """Whether the quote in hand is told to have passed its last day."""
    fact = getattr(hand.fact("valid_until"), "fact", None)
    assert isinstance(fact, Fact)
    return fact.tone == "warn"


def test_midnight_brings_the_new_day_and_its_backup(
    profile: Path, show: Callable[..., Hand]
) -> None:
    """Quotes that end in the night are told in the morning; nobody pressed anything."""
    now = [NOON]
    hand = show(profile, lambda: now[0])
    attached(hand)
    before = texts_of(hand)
    now[0] = NOON + timedelta(days=40)
    hand.window.tools.day.look()
    hand.wait_idle()
    assert texts_of(hand) != before
    backup = profile / "backups" / f"quotewright-{now[0]:%Y%m%d}.db"
    hand.wait_for(backup.exists, "the backup of the new day", 20)


def test_midnight_takes_nothing_from_the_quote_in_hand(
    profile: Path, show: Callable[..., Hand]
) -> None:
    """The same session goes on, with its undo; how long its offer stands is told anew."""
    now = [NOON]
    hand = show(profile, lambda: now[0])
    attached(hand)
    session = open_quote(hand, "Q0001")
    session.apply("title", lambda quote: set_title(quote, "跨年方案"))
    hand.wait_idle()
    assert not expired(hand)
    now[0] = NOON + timedelta(days=400)
    hand.window.tools.day.look()
    hand.wait_idle()
    assert session_of(hand) is session
    assert expired(hand)
    session.undo()
    assert session.quote.title != "跨年方案"


def test_a_clock_that_is_set_back_while_the_window_is_open_is_told(
    profile: Path, show: Callable[..., Hand]
) -> None:
    """As it is at the start: prices and offers go by the date."""
    now = [NOON + timedelta(days=400)]
    hand = show(profile, lambda: now[0])
    attached(hand)
    session = open_quote(hand, "Q0001")
    session.apply("title", lambda quote: set_title(quote, "跨年方案"))
    hand.wait_idle()
    now[0] = NOON - timedelta(days=400)
    hand.window.tools.day.look()
    hand.wait_for(lambda: bool(hand.window.around.toasts.texts()), "the news", 20)
    assert "请校准时钟" in hand.window.around.toasts.texts()[0]
