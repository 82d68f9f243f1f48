"""What hangs on a line is told, a line is marked to be cancelled, and the offer follows; undone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from tests.journeys.by_hand import missing, press_button, rows_shown, shown, write
from tests.journeys.cases_by_hand import analyse, write_paper
from tests.journeys.steps import open_quote, session_of
from tests.journeys.test_bills import workspace_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from app.quoting.customer import Leaving
    from app.ui.hand import Hand

SHOPS = "Q0002"


def leaving(hand: Hand) -> tuple[Leaving, ...]:
    """What the shops are to give up, as stored."""
    hand.wait_idle()
    return workspace_of(hand).customers.load("C0002")[0].leaving


def test_two_lines_go_and_the_offer_follows(
    hand: Hand, open_window: Callable[[Path], Hand], profile: Path
) -> None:
    """One of six may go; with the next the bundle does: 345.00, and 165.00 of prices beside it.

    Without shop 4 a typical month is 1,685.29, and 1,871.69 with the line of X.
    """
    open_quote(hand, SHOPS)
    view = analyse(hand)
    hanging = view.side.hanging
    press_button(hand, "查看内容 线路", view)
    assert missing(("如果拆掉铺位1", "没有其他业务因此失去价格或优惠"), hanging.lost.text()) == []
    hand.click_row(hanging.table, "65550104")
    write(hand, "拆机原因", "店面到期", hanging)
    hand.press(Qt.Key.Key_Return)
    hand.wait_idle()
    assert missing(("店面到期", "将拆"), rows_shown(hanging.table)["65550104"]) == []
    assert missing(("保留部分的典型月¥1,685.29",), shown(hanging)) == []
    hand.click_row(hanging.table, "65550102")
    lost = ("商贸直通车不再符合条件", "¥345.00", "现为4(要求5–)", "¥5.00", "¥160.00", "¥510.00")
    assert missing(lost, hanging.lost.text()) == []
    (gone,) = leaving(hand)
    assert (gone.account, gone.offering, gone.quantity, gone.reason) == (
        *("65550104", "PSTN"),
        *(1, "店面到期"),
    )
    press_button(hand, "返回", view)
    studio = hand.window.desk.studio
    hand.wait_for(studio.isVisible, "the studio")
    hand.wait_idle()
    assert missing(("现在（同口径）¥1,871.69", "将拆的1项:65550104"), shown(studio)) == []
    papers = write_paper(hand, "建议书")
    assert all("专卖店4" not in said for said in papers.values())
    hand.window.close()

    again = open_window(profile)
    session = open_quote(again, SHOPS)
    assert session.worked.revision.saving is not None
    assert session.worked.revision.saving.today == 1_871_69
    assert leaving(again) == (gone,)


def test_what_was_marked_is_taken_back(hand: Hand) -> None:
    """Ctrl+Z, Ctrl+Y, and the button; the customer's own undo takes it back as well."""
    open_quote(hand, SHOPS)
    view = analyse(hand)
    hanging = view.side.hanging
    press_button(hand, "查看内容 线路", view)
    hand.click_row(hanging.table, "65550104")
    press_button(hand, "将拆机", hanging)
    hand.click_row(hanging.table, "service PHS")
    press_button(hand, "将拆机", hanging)
    assert [(one.account, one.offering) for one in leaving(hand)] == [
        ("65550104", "PSTN"),
        ("", "PHS"),
    ]
    hanging.table.setFocus()
    hand.shortcut(Qt.Key.Key_Z)
    assert [one.offering for one in leaving(hand)] == ["PSTN"]
    hand.shortcut(Qt.Key.Key_Y)
    assert len(leaving(hand)) == 2
    hand.click_row(hanging.table, "65550104")
    press_button(hand, "保留", hanging)
    assert [one.offering for one in leaving(hand)] == ["PHS"]
    hand.shortcut(Qt.Key.Key_2)
    hand.wait_idle()
    hand.window.customers.show_customer("C0002")
    hand.wait_idle()
    hand.click(hand.window.customers.detail.undo)
    assert len(leaving(hand)) == 2
    assert session_of(hand).quote.id == SHOPS
