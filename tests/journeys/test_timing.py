"""From the item's menu to the row, the reasons and the paper: months that cost less, and gifts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QMenu

from app.documents.fields.price import price_fields
from app.figures import Figures
from app.quoting.paper import for_customer
from app.translation import load_words
from app.ui.dialogs.timing_dialogs import ReducedDialog
from app.ui.presenting.items import ItemRows
from app.ui.presenting.price_steps import explain_row
from tests.journeys.steps import open_quote

if TYPE_CHECKING:
    from app.ui.hand import Hand
    from app.ui.session import QuoteSession


def chosen(hand: Hand, session: QuoteSession, item_id: str, text: str) -> None:
    """Choose an entry of an item's menu by its text."""
    panel = hand.window.desk.studio.items
    item = session.quote.item(item_id)
    assert item is not None
    menu = QMenu(panel)
    panel.menu.timing.fill(menu, session, item)
    action = next(one for one in menu.actions() if one.text() == text)
    action.trigger()
    hand.wait_idle()


def printed(session: QuoteSession) -> list[tuple[str, str]]:
    """Name and price of the rows of the price table."""
    paper = for_customer(session.worked.revision, draft=True)
    fields: Any = price_fields(paper, load_words("zh"), Figures("zh"))
    rows = fields["price"]["rows"]
    return [(row["name"], row["net"]) for row in rows]


def test_reduced_months_are_shown_explained_printed_and_undone(hand: Hand) -> None:
    """Case four: 100 numbers at 285.00 a month, months 1 to 3 at half price."""
    session = open_quote(hand, "Q0004")
    chosen(hand, session, "i4", "优惠月份…")
    dialog = hand.dialog(ReducedDialog)
    hand.click(dialog.agree)
    hand.wait_idle()
    studio = hand.window.desk.studio
    rows = ItemRows(studio.around.speaker, session.basis.catalog).rows(session.worked.revision)
    assert [row.badge for row in rows if "第1-3个月优惠50%" in row.badge] == ["第1-3个月优惠50%"]
    assert "1-3: 142.50" in explain_row(studio.around.speaker, session.worked.revision, "i4").note
    assert any("第1-3个月优惠50%" in name for name, _ in printed(session))
    session.undo()
    assert not any("第1-3个月" in name for name, _ in printed(session))


def test_a_gift_is_shown_and_printed_as_one(hand: Hand) -> None:
    """It costs nothing and says so; choosing it again takes it back."""
    session = open_quote(hand, "Q0004")
    before = session.quote
    chosen(hand, session, "i5", "赠送")
    assert "赠送" in {net for _, net in printed(session)}
    chosen(hand, session, "i5", "赠送")
    assert session.quote == before
