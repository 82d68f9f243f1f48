"""The table keeps its place, opens rows and asks to be sorted."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from app.ui.widgets.data_table import DataTable
from app.ui.widgets.rows import Cell, ColumnSpec, LazyRows, TableRow

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

COLUMNS = (
    ColumnSpec("name", "客户", 0, "left", sortable=True),
    ColumnSpec("bill", "月均账单", 100, sortable=True),
    ColumnSpec("state", "状态", 100, "center"),
)


def row(key: str, *, editable: bool = False) -> TableRow:
    """Return a customer."""
    return TableRow(key, f"客户 {key}", cells=(Cell("1.00", editable=editable), Cell("正常")))


@pytest.fixture
def table(qtbot: QtBot) -> DataTable:
    """A shown table with a, b and c."""
    made = DataTable(COLUMNS, "客户")
    qtbot.addWidget(made)
    made.resize(600, 300)
    made.set_rows((row("a"), row("b"), row("c")))
    made.show()
    return made


def click_header(table: DataTable, column: int) -> None:
    """Click the title of a column."""
    header = table.header()
    x = header.sectionViewportPosition(column) + 10
    point = QPoint(x, header.height() // 2)
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=point)


def test_enter_opens_the_row(qtbot: QtBot, table: DataTable) -> None:
    """Nothing can be typed here, so Enter means open."""
    table.set_current("b")
    with qtbot.waitSignal(table.opened) as opened:
        QTest.keyClick(table, Qt.Key.Key_Return)
    assert opened.args == ["b"]


def test_enter_goes_down_where_one_may_type(table: DataTable) -> None:
    """As in the quote."""
    table.set_rows((row("a", editable=True), row("b", editable=True)))
    table.set_current("a", 1)
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert table.current_key() == "b"


def test_the_place_stays_by_key(table: DataTable) -> None:
    """Also when the rows come in another order."""
    table.set_current("c", 1)
    table.set_rows((row("c"), row("a")))
    assert (table.current_key(), table.current_column()) == ("c", 1)


def test_a_click_on_a_sortable_header_asks_and_turns_round(table: DataTable) -> None:
    """Ascending first; again, descending; once more, as usual."""
    asked: list[tuple[int, bool]] = []
    table.sort_requested.connect(lambda *args: asked.append(args))
    click_header(table, 1)
    table.set_sorted(1, descending=False)
    click_header(table, 1)
    table.set_sorted(1, descending=True)
    click_header(table, 1)
    assert asked == [(1, False), (1, True), (-1, False)]


def test_other_headers_do_not_ask(table: DataTable) -> None:
    """Sorting by a state would say nothing."""
    asked: list[object] = []
    table.sort_requested.connect(lambda *args: asked.append(args))
    click_header(table, 2)
    assert asked == []


def lazy(count: int, made: list[int]) -> LazyRows:
    """So many rows that note when they are made."""

    def make(place: int) -> TableRow:
        made.append(place)
        return row(f"k{place}")

    return LazyRows(tuple(f"k{place}" for place in range(count)), make)


def test_a_long_list_makes_no_row_that_nobody_sees(table: DataTable) -> None:
    """Shown, moved to its end, and walked out of with Tab: a screenful each time."""
    made: list[int] = []
    table.set_rows(lazy(200_000, made))
    table.grab()
    assert 0 < len(made) < 30
    table.set_current("k199999")
    table.grab()
    assert table.visualRect(table.currentIndex()).bottom() < table.viewport().height()
    assert len(made) < 60
    table.set_current("k5", 1)
    QTest.keyClick(table, Qt.Key.Key_Tab)
    assert len(made) < 300


@pytest.mark.parametrize(("key", "after"), [(Qt.Key.Key_Home, "a"), (Qt.Key.Key_End, "c")])
def test_home_and_end_lead_to_the_first_and_last_row(
    table: DataTable, key: Qt.Key, after: str
) -> None:
    """In the same column."""
    table.set_current("b", 1)
    QTest.keyClick(table, key)
    assert (table.current_key(), table.current_column()) == (after, 1)


def test_a_title_that_is_clicked_selects_no_rows(table: DataTable) -> None:
    """It sorts; Delete must not take everything."""
    table.set_current("b")
    click_header(table, 1)
    assert table.selected_keys() == ("b",)


def test_a_row_is_painted_as_its_value_says(table: DataTable) -> None:
    """Another text, another picture; in the row that changed alone."""
    before = table.grab().toImage()
    changed = TableRow("b", "客户 b", cells=(Cell("2.00"), Cell("正常")))
    table.set_rows((row("a"), changed, row("c")))
    after = table.grab().toImage()
    top = table.viewport().y()
    for number, differs in enumerate((False, True, False)):
        area = table.visualRect(table.model().index(number, 0))
        area.setWidth(table.width())
        area.translate(0, top)
        assert (before.copy(area) != after.copy(area)) == differs


def test_compact_rows_are_lower(qtbot: QtBot) -> None:
    """One line of text."""
    made = DataTable(COLUMNS, "目录", compact=True)
    qtbot.addWidget(made)
    made.set_rows((row("a"),))
    made.show()
    assert made.visualRect(made.model().index(0, 0)).height() == 32
