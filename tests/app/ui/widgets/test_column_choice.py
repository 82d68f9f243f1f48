"""Columns are shown, moved and made wider by the user, and are so again the next time."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from app.services.list_choices import ColumnLook, ListStore
from app.ui.list_memory import ListMemory
from app.ui.widgets.data_table import DataTable
from app.ui.widgets.rows import Cell, ColumnSpec, TableRow

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

COLUMNS = (
    ColumnSpec("name", "Name", 0, "left"),
    ColumnSpec("monthly", "Monthly", 120, sortable=True),
    ColumnSpec("state", "State", 100, "left", min_window=2000),
    ColumnSpec("owner", "Owner", 90, "left", optional=True),
    ColumnSpec("valid", "Valid", 110),
)
ROWS = [TableRow("a", "Alpha", cells=tuple(Cell(word) for word in ("10", "new", "Li", "May")))]


class Room(QWidget):
    """A window with a memory and one table."""

    def __init__(self, folder: Path) -> None:
        """Remember what was chosen in a folder."""
        super().__init__()
        self.memory = ListMemory(self)
        self.memory.open(folder)
        self.table = DataTable(COLUMNS, "list")
        self.table.set_rows(ROWS)
        QVBoxLayout(self).addWidget(self.table)
        self.resize(1000, 400)


@pytest.fixture
def room(qtbot: QtBot, tmp_path: Path) -> Room:
    """A window on a folder where nothing was chosen."""
    return shown(qtbot, tmp_path)


def shown(qtbot: QtBot, folder: Path) -> Room:
    """A window on a folder."""
    room = Room(folder)
    qtbot.addWidget(room)
    room.show()
    qtbot.waitExposed(room)
    return room


def names(room: Room) -> list[str]:
    """The shown columns from left to right."""
    return [COLUMNS[place].id for place in room.table.choice.in_sight()]


def drag(room: Room, start: QPoint, end: QPoint) -> None:
    """Drag the mouse over the header."""
    target = room.table.header().viewport()
    left = Qt.MouseButton.LeftButton
    QTest.mousePress(target, left, Qt.KeyboardModifier.NoModifier, start)
    for step in range(1, 11):
        QTest.mouseMove(target, start + (end - start) * step / 10)
    QTest.mouseRelease(target, left, Qt.KeyboardModifier.NoModifier, end)
    QTest.qWait(20)


def test_optional_columns_and_those_of_wide_windows_are_hidden_until_wanted(room: Room) -> None:
    """Once wanted they are shown whatever the window, and kept."""
    assert names(room) == ["name", "monthly", "valid"]
    room.table.choice.show_column(2, shown=True)
    room.table.choice.show_column(3, shown=True)
    room.table.choice.show_column(1, shown=False)
    assert names(room) == ["name", "state", "owner", "valid"]
    look = room.memory.look(room.table.choice.name)
    assert look == ColumnLook(shown=("state", "owner"), hidden=("monthly",))


def test_showing_again_what_is_usual_leaves_nothing_to_keep(room: Room) -> None:
    """A list with the usual columns takes no place in the file."""
    room.table.choice.show_column(1, shown=False)
    room.table.choice.show_column(1, shown=True)
    assert room.memory.choices.looks == {}


def test_the_first_column_names_the_row_and_stays(room: Room) -> None:
    """It can neither be hidden nor moved, nor can another one take its place."""
    room.table.choice.show_column(0, shown=False)
    room.table.choice.move_column(1, -1)
    assert names(room) == ["name", "monthly", "valid"]


def test_columns_are_dragged_to_another_place(room: Room) -> None:
    """The header is dragged with the mouse; the next window has the same order."""
    header = room.table.header()
    y = header.height() // 2
    start = QPoint(header.sectionViewportPosition(4) + 50, y)
    drag(room, start, QPoint(header.sectionViewportPosition(1) + 5, y))
    assert names(room) == ["name", "valid", "monthly"]
    look = room.memory.look(room.table.choice.name)
    assert look.order == ("name", "valid", "monthly", "state", "owner")


def test_columns_are_made_wider_with_the_mouse(room: Room, qtbot: QtBot, tmp_path: Path) -> None:
    """The width is there again in the next window, and the usual one after a reset."""
    header = room.table.header()
    edge = header.sectionViewportPosition(4)
    drag(room, QPoint(edge - 1, 10), QPoint(edge + 39, 10))
    assert header.sectionSize(1) == 160
    again = shown(qtbot, tmp_path)
    assert again.table.header().sectionSize(1) == 160
    again.table.choice.reset()
    assert again.table.header().sectionSize(1) == 120
    assert ListStore(tmp_path).load().looks == {}


def test_the_menu_ticks_what_is_shown_and_stays_open(room: Room) -> None:
    """Space ticks; the place of the clicked column is offered too."""
    menu = room.table.choice.menu(room.table, 4)
    texts = {action.text(): action for action in menu.actions() if action.text()}
    assert [name for name, action in texts.items() if action.isChecked()] == [
        "Name",
        "Monthly",
        "Valid",
    ]
    assert not texts["Name"].isEnabled()
    assert texts["Move left"].isEnabled()
    assert not texts["Move right"].isEnabled()
    menu.popup(QPoint(0, 0))
    menu.setActiveAction(texts["Owner"])
    QTest.keyClick(menu, Qt.Key.Key_Space)
    assert menu.isVisible()
    assert names(room) == ["name", "monthly", "owner", "valid"]
    menu.close()


def test_two_lists_with_the_same_columns_look_alike(room: Room) -> None:
    """What is chosen for one is seen in the other at once; one with a name of its own is alone."""
    twin, single = DataTable(COLUMNS, "twin"), DataTable(COLUMNS, "single")
    single.choice.name = "single"
    layout = room.layout()
    assert layout is not None
    layout.addWidget(twin)
    layout.addWidget(single)
    QApplication.processEvents()
    room.table.choice.show_column(1, shown=False)
    assert twin.choice.in_sight() == [0, 4]
    assert single.choice.in_sight() == [0, 1, 4]


def test_what_is_copied_is_what_is_shown(room: Room) -> None:
    """In the order in which it is shown."""
    room.table.set_current("a")
    room.table.choice.move_column(4, -1)
    assert room.table.selected_text() == "Alpha\tMay\t10"


def test_sideways_keys_follow_the_order_that_is_seen(room: Room) -> None:
    """Right goes to the next column on the screen, and over none that is hidden."""
    room.table.choice.move_column(4, -1)
    room.table.set_current("a")
    room.table.setFocus()
    QTest.keyClick(room.table, Qt.Key.Key_Right)
    assert room.table.current_column() == 4
    QTest.keyClick(room.table, Qt.Key.Key_Right)
    assert room.table.current_column() == 1


def test_the_order_of_rows_is_asked_for_again(room: Room, qtbot: QtBot, tmp_path: Path) -> None:
    """A click on a header is remembered like the columns are."""
    room.table.sort_requested.connect(
        lambda column, down: room.table.set_sorted(column, descending=down)
    )
    header = room.table.header()
    point = QPoint(header.sectionViewportPosition(1) + 30, 10)
    QTest.mouseClick(
        header.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, point
    )
    again = Room(tmp_path)
    qtbot.addWidget(again)
    asked: list[tuple[int, bool]] = []
    again.table.sort_requested.connect(lambda column, down: asked.append((column, down)))
    again.show()
    qtbot.waitExposed(again)
    assert asked == [(1, False)]


def test_a_name_keeps_room_beside_columns_made_wide(room: Room) -> None:
    """200 pixels; the list scrolls sideways then, and only then."""
    bar = room.table.horizontalScrollBar()
    assert bar.maximum() == 0
    room.table.choice.want(ColumnLook(widths={"monthly": 500, "valid": 400}))
    QTest.qWait(20)
    assert room.table.header().sectionSize(0) == 200
    assert bar.maximum() > 0
    room.table.choice.reset()
    QTest.qWait(20)
    assert bar.maximum() == 0
    assert room.table.header().sectionSize(0) > 600
