"""A visit is planned in a customer's file, stands on the start page and is made there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication

from app.quoting.customer import PlannedVisit
from app.quoting.customer_sheets import SheetName
from app.ui.presenting.visits import visit_rows
from tests.journeys.steps import session_of
from tests.journeys.test_customers import KINDERGARTEN, open_customer, stored

if TYPE_CHECKING:
    from app.ui.hand import Hand


def choose(hand: Hand, key: str, name: str) -> None:
    """Choose from the menu of a row of the start page."""
    menu = hand.window.pages.today.open_menu(key, QPoint(10, 10))
    (action,) = [one for one in menu.actions() if one.text() == name]
    action.trigger()
    menu.close()
    hand.wait_idle()


def test_a_visit_is_planned_opened_made_and_taken_back(hand: Hand) -> None:
    """Typed as a row, Enter leads to the customer's quote, the menu says that it was made."""
    day = hand.window.around.clock().date()
    view = open_customer(hand)
    view.detail.show_tab(SheetName.JOURNAL)
    editor = view.detail.lists[SheetName.VISITS]
    QGuiApplication.clipboard().setText(f"{day}\t续约谈判\n2099-06-01\t回访\n")
    editor.begin()
    hand.click(editor.paste)
    customer = stored(hand, view)
    assert customer.visits[0] == PlannedVisit(day, "续约谈判")
    hand.shortcut(Qt.Key.Key_0)
    hand.wait_idle()
    today = hand.window.pages.today
    hand.click(hand.button("待办 拜访", today))
    assert today.needs.model().rowCount() == 1
    key = f"visit:{customer.id}:{day}:续约谈判"
    assert today.needs.current_key() == key
    visit = today.visit(key.removeprefix("visit:"))
    assert visit.name == KINDERGARTEN
    assert visit.quote is not None
    (row,) = visit_rows(hand.window.around.speaker, (visit,))
    assert row.subtitle == f"续约谈判 · {visit.quote.number}"
    assert row.cells[0].text == f"今天拜访，{day}"
    today.needs.setFocus()
    hand.press(Qt.Key.Key_Return)
    hand.wait_for(lambda: hand.window.desk.session is not None, "the quote")
    hand.wait_idle()
    assert session_of(hand).worked.revision.customer.name == KINDERGARTEN
    hand.shortcut(Qt.Key.Key_0)
    hand.wait_idle()
    hand.click(hand.button("待办 全部", today))
    hand.shortcut(Qt.Key.Key_K)
    hand.enter("已拜访", hand.window.guide.palette.field)
    hand.wait_idle()
    hits = hand.window.guide.palette.field.hits.model()
    assert hits.index(0, 0).data() == f"已拜访 · {KINDERGARTEN}"
    hand.press(Qt.Key.Key_Return)
    hand.wait_idle()
    hand.click(hand.button("待办 拜访", today))
    assert today.needs.model().rowCount() == 0
    hand.click(hand.button("撤销"))
    hand.wait_idle()
    assert today.needs.current_key() == key
    choose(hand, key, "取消拜访")
    choose_file = open_customer(hand)
    assert [one.about for one in stored(hand, choose_file).visits] == ["回访"]


def test_an_alert_leads_to_a_visit_and_the_bills_in_one_step(hand: Hand) -> None:
    """Ctrl+Shift+V on the drop of the shops: planned with its sentence, their bills in front."""
    today = hand.window.pages.today
    (key,) = [
        key
        for key in (f"alert:{one.id}" for one in today._today.alerts)
        if "spend_drop" in key and today.needs.set_current(key)
    ]
    customer = today.alert(key.removeprefix("alert:")).customer
    today.needs.setFocus()
    hand.press(
        Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    hand.wait_idle()
    view = hand.window.pages.analysing
    assert view is not None
    assert view.customer == customer
    workspace = hand.window.workspace
    assert workspace is not None
    (visit,) = workspace.customers.load(customer)[0].visits
    assert visit.about.startswith("铺位1 长途由 ¥402.02 降至 ¥128.72")
    assert visit.day > hand.window.around.clock().date()
    hand.shortcut(Qt.Key.Key_0)
    hand.wait_idle()
    assert today.needs.set_current(f"visit:{customer}:{visit.day}:{visit.about}")
    menu = today.open_menu(key, QPoint(10, 10))
    (again,) = [one for one in menu.actions() if one.text() == "安排拜访并看费用分析"]
    again.trigger()
    menu.close()
    hand.wait_idle()
    assert workspace.customers.load(customer)[0].visits == (visit,)
    hand.click(hand.button("撤销"))
    hand.wait_idle()
    assert workspace.customers.load(customer)[0].visits == ()
