"""The start page: what needs the user is done with Enter, what he pins stays at hand."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from tests.journeys.steps import session_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from app.ui.hand import Hand


def keys(hand: Hand) -> list[str]:
    """Keys of what is pinned or recent, from top to bottom."""
    model = hand.window.pages.today.at_hand.model()
    found = [model.index(row, 0) for row in range(model.rowCount())]
    return [hand.window.pages.today.at_hand._rows.key_at(one) for one in found]


def test_the_program_opens_on_today_and_enter_opens_a_quote(hand: Hand) -> None:
    """The samples were made in the past or today: what is recent is in hand at once."""
    window = hand.window
    assert window.stack.currentWidget() is window.pages.today
    assert window.navigation.current == "today"
    window.pages.today.at_hand.setFocus()
    hand.press(Qt.Key.Key_Home)
    first = keys(hand)[0]
    hand.press(Qt.Key.Key_Return)
    hand.wait_for(lambda: window.desk.session is not None, "the quote")
    hand.wait_idle()
    assert f"quotes:{session_of(hand).quote.id}" == first
    hand.shortcut(Qt.Key.Key_0)
    hand.wait_idle()
    assert window.stack.currentWidget() is window.pages.today


def test_what_is_pinned_anywhere_stands_first_also_after_a_restart(
    hand: Hand, open_window: Callable[[Path], Hand], profile: Path
) -> None:
    """A quote from the list, a customer from theirs, and one taken off again on the page."""
    window = hand.window
    hand.shortcut(Qt.Key.Key_1)
    hand.wait_idle()
    window.quotes.table.setFocus()
    window.quotes.table.set_current("Q0004")
    pin(hand)
    hand.shortcut(Qt.Key.Key_2)
    hand.wait_idle()
    customer = window.customers.table.current_key()
    pin(hand)
    hand.press(Qt.Key.Key_Home, Qt.KeyboardModifier.AltModifier)
    hand.wait_idle()
    assert keys(hand)[:2] == ["quotes:Q0004", f"customers:{customer}"]
    window.close()
    again = open_window(profile)
    assert keys(again)[:2] == ["quotes:Q0004", f"customers:{customer}"]
    today = again.window.pages.today
    today.at_hand.setFocus()
    today.at_hand.set_current("quotes:Q0004")
    pin(again)
    again.wait_idle()
    assert keys(again)[0] == f"customers:{customer}"
    today.at_hand.set_current(f"customers:{customer}")
    today.at_hand.setFocus()
    again.press(Qt.Key.Key_Return)
    again.wait_idle()
    assert again.window.stack.currentWidget() is again.window.customers
    assert again.window.customers.table.current_key() == customer


def pin(hand: Hand) -> None:
    """Press Ctrl+Shift+S."""
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    hand.press(Qt.Key.Key_S, both)


def alerts(hand: Hand) -> list[str]:
    """Identifiers of the alerts, from top to bottom."""
    table = hand.window.pages.today.needs
    table.selectAll()
    found = [key for key in table.selected_keys() if key.startswith("alert:")]
    table.clearSelection()
    return found


def test_an_alert_leads_to_its_customer_and_comes_back_when_that_is_undone(hand: Hand) -> None:
    """The school's line at a competitor ends in January: put off, undone, then followed."""
    today = hand.window.pages.today
    (known,) = [key for key in alerts(hand) if "competitor_end" in key]
    identifier = known.removeprefix("alert:")
    hand.click(hand.button("待办 客户", today))
    assert known in alerts(hand)
    today.put_off_wanted.emit(identifier)
    hand.wait_idle()
    assert known not in alerts(hand)
    hand.click(hand.button("撤销"))
    hand.wait_idle()
    assert known in alerts(hand)
    today.needs.setFocus()
    assert today.needs.set_current(known)
    hand.press(Qt.Key.Key_Return)
    hand.wait_for(lambda: hand.window.desk.session is not None, "a quote")
    hand.wait_idle()
    assert session_of(hand).worked.revision.customer.name == "市第三中学"


def test_a_page_that_cannot_be_read_says_so_and_tries_again(hand: Hand, profile: Path) -> None:
    """A table of the database is away for a moment; the rest of the window goes on."""
    today = hand.window.pages.today
    _rename(profile, "life_entries", "away")
    today.refresh()
    hand.wait_idle()
    assert "无法读取本页" in hand.texts(today)
    _rename(profile, "away", "life_entries")
    hand.click(hand.button("重试", today))
    hand.wait_idle()
    assert "无法读取本页" not in hand.texts(today)


def _rename(profile: Path, before: str, after: str) -> None:
    with closing(sqlite3.connect(profile / "quotewright.db")) as connection, connection:
        connection.execute(f"ALTER TABLE {before} RENAME TO {after}")
