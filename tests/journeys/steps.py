"""Steps that several journeys share, each done with real widgets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from app.ui.hand import Hand
    from app.ui.session import QuoteSession

CUSTOMER = "幼苗幼儿园"


def begin_quote(hand: Hand, customer: str = CUSTOMER) -> QuoteSession:
    """Choose a customer by typing and begin a quote."""
    hand.shortcut(Qt.Key.Key_2)
    view = hand.window.customers
    hand.wait_idle()
    hand.enter(customer, view.head.search)
    hand.wait_idle()
    hand.click_row(view.table, view.table.current_key())
    hand.wait_idle()
    hand.click(view.detail.start)
    hand.wait_for(lambda: hand.window.desk.session is not None, "a quote")
    hand.wait_idle()
    return session_of(hand)


def open_quote(hand: Hand, quote_id: str) -> QuoteSession:
    """Open a stored quote from the list with Enter."""
    table = hand.window.quotes.table
    hand.shortcut(Qt.Key.Key_1)
    hand.wait_idle()
    table.setFocus()
    assert table.set_current(quote_id)
    hand.press(Qt.Key.Key_Return)
    hand.wait_for(lambda: hand.window.desk.session is not None, "the quote")
    hand.wait_idle()
    return session_of(hand)


def add(hand: Hand, typed: str) -> None:
    """Find by typing and take the first hit."""
    search = hand.window.desk.studio.items.search
    hand.shortcut(Qt.Key.Key_I)
    hand.enter(typed, search)
    assert hand.hits(), f"nothing found for {typed}"
    hand.press(Qt.Key.Key_Return)
    hand.wait_idle()


def session_of(hand: Hand) -> QuoteSession:
    """The session of the open quote."""
    session = hand.window.desk.session
    assert session is not None
    return session


def offerings(session: QuoteSession) -> list[str]:
    """Codes of the items in order."""
    return [item.offering for item in session.quote.items]
