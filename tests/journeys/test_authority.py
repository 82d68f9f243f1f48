"""A discount beyond one's own authority shows at once whom it needs, and how to avoid it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from app.ui.presenting.items import DISCOUNT
from tests.journeys.steps import add, begin_quote, open_quote, session_of

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


def test_the_people_are_named_and_one_press_brings_the_quote_back(hand: Hand) -> None:
    """Case five: three decide in order; what discounts can mend is lowered, and undone again."""
    open_quote(hand, "Q0005")
    session = session_of(hand)
    card = hand.window.desk.studio.side.authority
    hand.wait_for(lambda: not card.working, "the way back to be found")
    assert card.who.text().splitlines() == [
        "1. L2 客户经理主管：周敏",
        "2. L3 政企客户部经理：陈志远",
        "3. L4 市分公司分管副总：赵海燕",
    ]
    assert "网管专家 月租：10% → 5%" in card.back.text()
    assert "调整折扣也无法避免：合同总额" in card.back.text()
    before = session.quote
    assert card.press.isVisible()
    card.press.click()
    hand.wait_idle()
    hand.wait_for(lambda: not card.working, "the way back to be found")
    criteria = {one.id: one.level for one in session.worked.revision.verdict.criteria}
    assert (criteria["market_discount"], criteria["one_time_waiver"]) == ("L1", "L1")
    assert criteria["contract_value"] == "L4"
    assert not card.press.isVisible()
    hand.shortcut(Qt.Key.Key_Z)
    hand.wait_idle()
    assert session.quote is before


def test_the_room_of_the_chosen_item_is_told(hand: Hand) -> None:
    """5 % at a market price; nobody decides and there is nothing to press."""
    begin_quote(hand)
    add(hand, "paymail")
    card = hand.window.desk.studio.side.authority
    hand.wait_for(lambda: not card.working and bool(card.room.text()), "the room to be found")
    assert card.room.text().splitlines()[0].endswith("：本人最多可让 5%")
    assert card.room.text().splitlines()[1] == "整单：本人最多可让 5%"
    assert not card.who.text()
    assert not card.press.isVisible()
    # the sample's own quote for the same customer is judged together with this one, and named
    assert card.counted.text().splitlines() == [
        "项目毛利率：与 QW-20261123-0001 合并计算",
        "合同总额：与 QW-20261123-0001 合并计算",
    ]
