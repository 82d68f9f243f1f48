"""A discount beyond one's own authority shows at once whom it needs, and how to avoid it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.ui.presenting.items import DISCOUNT
from tests.journeys.steps import add, begin_quote, session_of

if TYPE_CHECKING:
    from app.ui.hand import Hand


def test_a_deep_discount_names_the_level_and_a_press_cures_it(hand: Hand) -> None:
    """12 % on a market price needs level 3 (bounds 5, 10, 15); the cure lowers it to 5 %."""
    begin_quote(hand)
    add(hand, "paymail")
    studio = hand.window.desk.studio
    tree = studio.items.tree
    hand.edit_cell(tree, tree.current_key(), DISCOUNT, "12")
    hand.wait_idle()
    assert "市场价折扣 12% L3" in studio.side.gauge.accessibleDescription()
    assert "L3" in studio.side.gauge.headline
    hand.click(hand.button("调到 5%", studio.side))
    hand.wait_idle()
    charge = session_of(hand).worked.revision.priced.items[0].charges[0]
    assert str(charge.discount) == "5"
    assert "市场价折扣 5% L1" in studio.side.gauge.accessibleDescription()
