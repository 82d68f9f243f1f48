"""Any table that is seen goes into a spreadsheet by one key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from tests.journeys.steps import add, begin_quote

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
