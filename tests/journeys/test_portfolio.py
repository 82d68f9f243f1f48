"""Whom to visit: by value and risk, planned from the list; and who brings the revenue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from openpyxl import load_workbook
from PySide6.QtCore import Qt

from app.ui.dialogs.portfolio_dialog import PortfolioDialog
from tests.journeys.test_bills import workspace_of

if TYPE_CHECKING:
    from pathlib import Path

    from app.ui.hand import Hand
    from app.ui.widgets.data_table import DataTable


def open_part(hand: Hand, words: str) -> PortfolioDialog:
    """Find the dialog with Ctrl+K."""
    hand.shortcut(Qt.Key.Key_K)
    hand.enter(words)
    hand.wait_idle()
    hand.press(Qt.Key.Key_Return)
    hand.wait_idle()
    return hand.dialog(PortfolioDialog)


def titles(table: DataTable) -> list[str]:
    """Titles of the rows."""
    model = table.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_a_visit_is_planned_from_the_list_and_taken_back(hand: Hand, tmp_path: Path) -> None:
    """The first C is the shop whose long distance fell; the list is written to Excel."""
    dialog = open_part(hand, "先拜访谁")
    shops = titles(dialog.visits)[2]
    assert shops == "玫瑰商场服饰有限公司"
    workspace = workspace_of(hand)
    (row,) = workspace.customers.search("玫瑰")
    assert dialog.visits.set_current(row.id)
    hand.click(dialog.plan)
    (visit,) = workspace.customers.load(row.id)[0].visits
    assert "长途由" in visit.about
    hand.click(dialog.plan)
    assert workspace.customers.load(row.id)[0].visits == ()
    file = tmp_path / "visits.xlsx"
    dialog._out.write(dialog.visits, file)
    hand.wait_idle()
    sheet = load_workbook(file).active
    assert sheet is not None
    written = [str(cell) for line in sheet.iter_rows(values_only=True) for cell in line]
    assert any("长途由 ¥402.02 降至 ¥128.72" in text for text in written)
    dialog.visits.setFocus()
    hand.press(Qt.Key.Key_Return)
    hand.wait_idle()
    assert hand.window.customers.table.current_key() == row.id


def test_two_of_five_customers_bring_eighty_percent(hand: Hand) -> None:
    """The authority with 33,409.47 and the hotel with 11,417.27 of 48,840.44 a month."""
    dialog = open_part(hand, "帕累托")
    assert titles(dialog.shares)[:2] == ["1. 某区政务服务数据管理局", "2. 海景大酒店"]
    told = "5 位有账单的客户中，2 位（40%）合计贡献月账单 ¥48,840.44 的 80% 以上。"
    assert dialog.sentence.text() == told
    assert dialog.curve.isVisible()
    assert dialog.curve.accessibleDescription() == dialog.sentence.text()
    dialog.accept()
