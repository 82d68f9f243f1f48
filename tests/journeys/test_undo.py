"""Undo and redo of every kind of edit give back the very same quotes."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from app.quoting import header_edits, item_edits
from app.ui.presenting.items import DISCOUNT, NET_PRICE, QUANTITY
from tests.journeys.steps import add, begin_quote

if TYPE_CHECKING:
    from app.ui.hand import Hand


def test_ten_edits_are_undone_and_redone(hand: Hand) -> None:
    """Ten different edits back and forth: every quote on the way is the same object."""
    session = begin_quote(hand)
    seen = [session.quote]

    def note() -> None:
        hand.wait_idle()
        assert session.quote is not seen[-1], "an edit did nothing"
        seen.append(session.quote)

    add(hand, "B01L")
    note()
    add(hand, "crbt")
    note()
    tree = hand.window.desk.studio.items.tree
    ring, bundle = session.quote.items[1].id, session.quote.items[0].id
    for key, column, text in (
        (ring, QUANTITY, "3"),
        (bundle, DISCOUNT, "2"),
        (ring, NET_PRICE, "7.50"),
    ):
        hand.edit_cell(tree, key, column, text)
        note()
    tomorrow = session.quote.price_date + timedelta(days=1)
    session.apply("term", lambda quote: header_edits.set_term(quote, 24))
    note()
    session.apply("valid_until", lambda quote: header_edits.set_valid_until(quote, tomorrow))
    note()
    session.apply("item.optional", lambda q: item_edits.set_optional(q, ring, optional=True))
    note()
    session.apply("needs", lambda quote: header_edits.set_needs(quote, ("不换号",)))
    note()
    tree.set_current(ring)
    tree.setFocus()
    hand.press(Qt.Key.Key_Delete)
    note()
    for quote in reversed(seen[:-1]):
        hand.shortcut(Qt.Key.Key_Z)
        hand.wait_idle()
        assert session.quote is quote
    for quote in seen[1:]:
        hand.shortcut(Qt.Key.Key_Y)
        hand.wait_idle()
        assert session.quote is quote
