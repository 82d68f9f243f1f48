"""Any table that is seen goes into a spreadsheet by one key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu

from app.ui.dialogs.rows_dialog import RowsDialog
from tests.journeys.steps import add, begin_quote
from tests.journeys.test_catalogue import begin_draft

if TYPE_CHECKING:
    from pathlib import Path

    from app.ui.hand import Hand


def test_the_items_of_a_quote_go_into_a_spreadsheet(hand: Hand, tmp_path: Path) -> None:
    """With headings, figures as numbers, and charges below their items."""
    begin_quote(hand)
    add(hand, "PSTN")
    hand.window.desk.studio.items.tree.setFocus()
    file = tmp_path / "items.xlsx"
    keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    hand.press(Qt.Key.Key_X, keys)
    dialog = hand.window.findChildren(QFileDialog)[-1]
    assert "报价项" in dialog.selectedFiles()[0]
    dialog.fileSelected.emit(str(file))
    dialog.close()
    hand.wait_idle()
    sheet = load_workbook(file).active
    assert sheet is not None
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert rows[0][:4] == ["产品 / 规格", "说明", "数量", "标准单价"]
    assert rows[1][:4] == ["固定电话", "PSTN · 月租", 1, 25]
    assert [row[0] for row in rows[2:]] == ["一次性接入费", "月租"]
    assert sheet["C2"].number_format == '#,##0" 线"'


def test_without_the_keyboard_in_a_table_the_largest_is_meant(hand: Hand) -> None:
    """On the page of customers that is the list of customers."""
    hand.shortcut(Qt.Key.Key_2)
    hand.wait_idle()
    hand.window.customers.head.search.setFocus()
    assert hand.window.tools.tables.table() is hand.window.customers.table


def test_a_table_of_a_dialog_goes_into_a_spreadsheet_by_the_same_key(
    hand: Hand, tmp_path: Path
) -> None:
    """As it is seen; also one that is typed into, whose columns may be hidden there."""
    page = begin_draft(hand)
    page.table.set_current("PSTN.RENT")
    hand.wait_idle()
    page.listed.detail.editor.tables.open_characteristics()
    dialog = hand.dialog(RowsDialog)
    table = dialog.rows
    table.setCurrentCell(0, 0)
    table.paste("speed\t速率\tSpeed\t数字")
    table.choice.show_column(1, shown=False)
    keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    table.setFocus()
    hand.press(Qt.Key.Key_K, keys)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert menu.actions()[-1].text() == "导出表格到 Excel…"
    menu.close()
    table.setFocus()
    hand.press(Qt.Key.Key_X, keys)
    asked = dialog.findChildren(QFileDialog)[-1]
    file = tmp_path / "characteristics.xlsx"
    asked.fileSelected.emit(str(file))
    asked.close()
    hand.wait_idle()
    sheet = load_workbook(file).active
    assert sheet is not None
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert rows[0][:3] == ["代码", "英文名称", "类型"]
    assert rows[1][:3] == ["speed", "Speed", "数字"]
    dialog.reject()
