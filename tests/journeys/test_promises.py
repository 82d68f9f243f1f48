"""A promise is typed in the customer's file, stands on the start page and is settled there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from app.quoting.customer import CustomerPromise, PromiseState
from app.quoting.customer_sheets import SheetName
from tests.journeys.test_customers import open_customer, stored

if TYPE_CHECKING:
    from app.ui.hand import Hand


def test_who_is_held_back_stands_on_today_until_the_promise_is_kept(hand: Hand) -> None:
    """Found with Ctrl+K, pasted as a row, told, settled from the menu, taken back."""
    day = hand.window.around.clock().date()
    view = open_customer(hand)
    hand.shortcut(Qt.Key.Key_K)
    hand.enter("对客户的承诺")
    hand.wait_idle()
    hand.press(Qt.Key.Key_Return)
    hand.wait_idle()
    editor = view.detail.lists[SheetName.PROMISES]
    assert editor.rows.isVisible()
    assert editor.rows.hasFocus() or QApplication.focusWidget() is editor.rows
    QGuiApplication.clipboard().setText(f"申请语音优惠\t李经理\t{day}\t{day}\t未了\t是\n")
    hand.click(editor.paste)
    customer = stored(hand, view)
    assert customer.promises == (CustomerPromise("申请语音优惠", "李经理", day, day, hold=True),)
    assert f"挽留中，至 {day}" in view.detail.standing.text()
    hand.shortcut(Qt.Key.Key_0)
    hand.wait_idle()
    today = hand.window.pages.today
    key = f"alert:retention_hold:{customer.id}:{day}:申请语音优惠"
    today.needs.setFocus()
    assert today.needs.set_current(key)
    hand.press(Qt.Key.Key_Return)
    hand.wait_idle()
    assert hand.window.customers.table.current_key() == customer.id
    hand.shortcut(Qt.Key.Key_0)
    hand.wait_idle()
    menu = today.open_menu(key, QPoint(10, 10))
    (kept,) = [one for one in menu.actions() if one.text() == "承诺已兑现"]
    kept.trigger()
    menu.close()
    hand.wait_idle()
    assert not today.needs.set_current(key)
    assert [one.state for one in stored_promises(hand, customer.id)] == [PromiseState.KEPT]
    hand.click(hand.button("撤销"))
    hand.wait_idle()
    assert today.needs.set_current(key)
    assert [one.state for one in stored_promises(hand, customer.id)] == [PromiseState.OPEN]


def stored_promises(hand: Hand, customer: str) -> tuple[CustomerPromise, ...]:
    """The promises of a customer as stored."""
    workspace = hand.window.workspace
    assert workspace is not None
    return workspace.customers.load(customer)[0].promises
