"""The tables of the market are edited in the window, and customers follow at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QLineEdit

from app.quoting.customer_sheets import SheetName
from app.quoting.market.values import Market, Territory
from app.services.market import market_of
from app.services.market_exchange import export_market
from app.ui.dialogs.issue_dialog import IssueDialog
from app.ui.dialogs.market_dialog import MarketDialog
from app.ui.dialogs.venues_dialog import VenuesDialog
from app.ui.widgets.toast import Toast
from tests.journeys.steps import open_quote
from tests.journeys.test_bills import workspace_of
from tests.journeys.test_customers import KINDERGARTEN, open_customer, stored

if TYPE_CHECKING:
    from pathlib import Path

    from app.ui.hand import Hand
    from app.ui.library.customers_view import CustomersView


def told(view: CustomersView, hand: Hand) -> str:
    """What the overview of the customer in sight says."""
    hand.wait_idle()
    return " ".join((view.detail.standing.text(), *hand.texts(view.detail.overview)))


def test_classes_are_pasted_and_taken_back(hand: Hand) -> None:
    """The customer's class follows each edit; undo in the dialog brings the former table back."""
    view = open_customer(hand)
    before = view.detail.standing.text()
    assert "等级 甲" not in before
    hand.window.actions_by_id["market/classes"].trigger()
    dialog = hand.dialog(MarketDialog)
    editor = dialog.editors["classes"]
    shipped = editor.rows.rows()
    QGuiApplication.clipboard().setText("等级\t典型月起（元）\t适用区域\n甲\t1\t\n")
    editor.begin()
    editor.rows.set_rows(())
    hand.click(editor.paste)
    hand.wait_idle()
    assert [one.name for one in market_of(workspace_of(hand)).classes] == ["甲"]
    hand.wait_for(lambda: "甲" in view.detail.standing.text(), "the class")
    hand.click(dialog.undo)
    hand.wait_for(lambda: view.detail.standing.text() == before, "the former class")
    assert editor.rows.rows() == shipped
    dialog.accept()


def test_weights_change_the_score_and_its_reasons(hand: Hand) -> None:
    """One criterion that is met in full gives 100; the page says why."""
    view = open_customer(hand)
    assert "评分卡：" in told(view, hand)
    hand.window.actions_by_id["market/weights"].trigger()
    dialog = hand.dialog(MarketDialog)
    editor = dialog.editors["weights"]
    editor.rows.set_rows(())
    QGuiApplication.clipboard().setText("月均费用\t10\t1\n")
    editor.begin()
    hand.click(editor.paste)
    hand.wait_for(lambda: "评分 100" in view.detail.standing.text(), "the score")
    text = told(view, hand)
    assert "10 / 10" in text
    assert "1 元给满分" in text
    dialog.accept()


def test_a_row_twice_is_told_and_nothing_is_stored(hand: Hand) -> None:
    """The reason stands under the table; undo shows what is stored."""
    hand.window.actions_by_id["market/thresholds"].trigger()
    dialog = hand.dialog(MarketDialog)
    editor, before = dialog.editors["thresholds"], market_of(workspace_of(hand))
    QGuiApplication.clipboard().setText("\t100\t10\n")
    editor.rows.setFocus()
    editor.rows.setCurrentCell(1, 0)
    hand.click(editor.paste)
    assert not editor.checked.fault.isHidden()
    assert market_of(workspace_of(hand)) == before
    hand.click(dialog.undo)
    assert editor.checked.fault.isHidden()
    dialog.accept()


def test_tables_come_from_a_file_of_somebody_else(hand: Hand, tmp_path: Path) -> None:
    """What the dialog writes it reads; a file that is none is refused with the reason."""
    hand.window.actions_by_id["market/classes"].trigger()
    dialog = hand.dialog(MarketDialog)
    file = tmp_path / "market.xlsx"
    dialog.export_to(file)
    hand.wait_for(file.exists, "the file")
    hand.wait_idle()
    own = market_of(workspace_of(hand))
    export_market(
        type(own)(own.classes[:1], own.thresholds, own.weights),
        file,
        day=hand.window.around.clock().date(),
        words=hand.window.around.speaker.words,
    )
    dialog.import_from(file)
    hand.wait_for(lambda: len(dialog.editors["classes"].rows.rows()) == 1, "the table")
    assert market_of(workspace_of(hand)).classes == own.classes[:1]
    dialog.accept()


def test_a_venue_leads_to_its_customers_their_visits_and_a_list(hand: Hand, tmp_path: Path) -> None:
    """A venue is typed, two customers get it in their profiles, and a campaign begins there."""
    hand.window.actions_by_id["market/venues"].trigger()
    tables = hand.dialog(MarketDialog)
    QGuiApplication.clipboard().setText("东门市场\t专业市场\t城东\t东门路1号\t\n")
    tables.editors["venues"].begin()
    hand.click(tables.editors["venues"].paste)
    hand.wait_idle()
    tables.accept()
    for name in (KINDERGARTEN, "玫瑰商场服饰有限公司"):
        view = open_customer(hand, name)
        view.detail.show_tab("profile")
        field = view.detail.profile.form.editor("venue")
        assert isinstance(field, QComboBox)
        field.setCurrentIndex(field.findData("东门市场"))
        field.activated.emit(field.currentIndex())
        assert stored(hand, view).sales.venue == "东门市场"
    hand.window.actions_by_id["venues"].trigger()
    dialog = hand.dialog(VenuesDialog)
    hand.wait_for(lambda: dialog.customers.model().rowCount() == 2, "the customers")
    hand.enter("宽带进市场", dialog.about)
    hand.click(dialog.plan)
    planned = workspace_of(hand).customers.to_visit()
    assert sorted(one.visits[-1].about for one in planned) == ["宽带进市场"] * 2
    dialog.export_to(tmp_path / "campaign.xlsx")
    hand.wait_for((tmp_path / "campaign.xlsx").exists, "the list")
    hand.wait_idle()
    (toast,) = [one for one in hand.window.findChildren(Toast) if "已计划" in str(hand.texts(one))]
    hand.click(hand.button("撤销", toast))
    hand.wait_idle()
    assert workspace_of(hand).customers.to_visit() == ()
    dialog.customers.opened.emit(dialog.customers.current_key())
    hand.wait_idle()
    view = hand.window.customers
    view.bar.facets.want({"venue": ("东门市场",)})
    hand.wait_for(lambda: view.table.model().rowCount() == 2, "the list")


def test_the_directory_proposes_operators_and_tells_about_them(hand: Hand) -> None:
    """Pasted from a spreadsheet; proposed where a customer's competitors are typed."""
    hand.window.actions_by_id["market/operators"].trigger()
    tables = hand.dialog(MarketDialog)
    QGuiApplication.clipboard().setText("X通\t17951\t宽带、固话\t价格低\t装机慢\n")
    hand.click(tables.editors["operators"].paste)
    tables.show_table("rival_prices")
    QGuiApplication.clipboard().setText("X通\t宽带50M\t198\t月\t2026-09-01\t营业厅公示\n")
    hand.click(tables.editors["rival_prices"].paste)
    hand.wait_idle()
    tables.accept()
    view = open_customer(hand, "市第三中学")
    text = told(view, hand)
    assert "17951" in text
    assert "短处（内部）: 装机慢" in text
    assert "宽带50M：¥198.00/月（2026-09-01，营业厅公示）" in text
    view.detail.show_tab("competitors")
    rows = view.detail.lists[SheetName.COMPETITORS].rows
    rows.setFocus()
    rows.setCurrentCell(rows.rowCount() - 1, 0)
    rows.edit(rows.currentIndex())
    editor = next(one for one in rows.viewport().findChildren(QLineEdit) if one.isVisible())
    completer = editor.completer()
    assert completer is not None
    completer.setCompletionPrefix("x")
    assert completer.currentCompletion() == "X通"


def test_a_prospect_s_next_step_comes_to_today_and_is_done_there(hand: Hand) -> None:
    """Typed in his profile; the area is told beside it; the menu of Today says it is done."""
    workspace_of(hand).market.commit(
        "territories",
        None,
        Market(territories=(Territory("城东", habits="午后营业"),)),
        hand.window.around.clock(),
    )
    day = hand.window.around.clock().date()
    view = open_customer(hand)
    view.detail.show_tab("profile")
    form = view.detail.profile.form
    status = form.editor("prospect")
    assert isinstance(status, QComboBox)
    status.setCurrentIndex(status.findData("interested"))
    status.activated.emit(status.currentIndex())
    for name, text in (("next_step", "带方案上门"), ("next_day", str(day)), ("area", "城东")):
        field = form.editor(name)
        assert isinstance(field, QLineEdit)
        hand.replace(field, text)
        hand.press(Qt.Key.Key_Return)
    sales = stored(hand, view).sales
    assert (sales.prospect, sales.next_step, sales.next_day) == ("interested", "带方案上门", day)
    view.detail.show_tab("overview")
    text = told(view, hand)
    assert "午后营业" in text
    assert "有意向" in text
    hand.shortcut(Qt.Key.Key_0)
    today = hand.window.pages.today
    key = f"alert:next_step:{view.table.current_key()}:{day}:带方案上门"
    hand.wait_idle()
    today.needs.set_current(key)
    hand.wait_for(lambda: today.needs.current_key() == key, "the step")
    menu = today.open_menu(key, QPoint(10, 10))
    (action,) = [one for one in menu.actions() if one.text() == "下一步已完成"]
    action.trigger()
    menu.close()
    hand.wait_idle()
    customer = stored(hand, view)
    assert customer.journal[-1].text == "带方案上门"
    assert customer.sales.next_day is None


def test_a_person_is_no_party_to_a_contract(hand: Hand) -> None:
    """Said in the profile; the customer's file and the dialog of papers tell it."""
    view = open_customer(hand)
    view.detail.show_tab("profile")
    field = view.detail.profile.form.editor("party")
    assert isinstance(field, QComboBox)
    field.setCurrentIndex(field.findData("individual"))
    field.activated.emit(field.currentIndex())
    hand.wait_idle()
    assert stored(hand, view).sales.party == "individual"
    view.detail.show_tab("overview")
    assert "不能作为合同主体" in told(view, hand)
    quotes = workspace_of(hand).quotes.of_customer(view.table.current_key())
    open_quote(hand, quotes[0].id)
    hand.shortcut(Qt.Key.Key_E)
    dialog = hand.dialog(IssueDialog)
    assert any("不能作为合同主体" in text for text in hand.texts(dialog))
    dialog.reject()


def test_a_customer_s_team_is_proposed_and_chosen(hand: Hand) -> None:
    """The table says which team looks after whom; the list is narrowed by it."""
    hand.window.actions_by_id["market/teams"].trigger()
    tables = hand.dialog(MarketDialog)
    QGuiApplication.clipboard().setText("教育中心\t\teducation\t\n")
    hand.click(tables.editors["teams"].paste)
    hand.wait_idle()
    tables.accept()
    view = open_customer(hand)
    assert "应由“教育中心”服务" in told(view, hand)
    view.detail.show_tab("profile")
    field = view.detail.profile.form.editor("team")
    assert isinstance(field, QComboBox)
    field.setCurrentIndex(field.findData("教育中心"))
    field.activated.emit(field.currentIndex())
    assert stored(hand, view).sales.team == "教育中心"
    view.detail.show_tab("overview")
    assert "应由“教育中心”服务" not in told(view, hand)
    view.bar.facets.want({"team": ("教育中心",)})
    hand.wait_for(lambda: view.table.model().rowCount() == 1, "the list")
