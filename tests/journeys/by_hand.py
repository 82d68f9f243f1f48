"""What a person does in the window by its words: press, type, choose a file, read what is shown.

Nothing here knows a service or a value behind the window: only widgets that are in sight are
pressed, and only what they show is read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QComboBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QTabWidget,
    QWidget,
)
from shiboken6 import isValid

from app.ui.widgets.row_view import RowView
from app.ui.widgets.rows import cell_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from app.ui.hand import Hand
    from app.ui.widgets.rows_edit import RowsEdit

_CONTROL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_NARROW = str.maketrans("，：；（）？", ",:;()?")
_WAY_BACK = 5
"""Pixels from the left edge of a check box to within its square."""


def press_button(hand: Hand, name: str, inside: QWidget | None = None) -> None:
    """Click the button in sight of that name, as soon as it can be pressed."""

    def ready() -> list[QAbstractButton]:
        every = (inside or hand.window).findChildren(QAbstractButton)
        return [b for b in every if b.accessibleName() == name and b.isVisible() and b.isEnabled()]

    hand.wait_for(lambda: bool(ready()), f"a button {name} that can be pressed")
    hand.click(ready()[0])
    QApplication.processEvents()


def tick(hand: Hand, name: str, inside: QWidget) -> None:
    """Click a check box at its square."""
    box = hand.child(QCheckBox, name, inside)
    was = box.isChecked()
    point = QPoint(_WAY_BACK, box.height() // 2)
    QTest.mouseClick(box, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, point)
    assert box.isChecked() is not was


def write(hand: Hand, name: str, text: str, inside: QWidget) -> None:
    """Click a field and type a text in the place of what it holds."""
    field = hand.child(QLineEdit, name, inside)
    hand.click(field)
    hand.shortcut(Qt.Key.Key_A)
    hand.enter(text, field)


def paste_rows(table: RowsEdit, rows: Sequence[Sequence[str]]) -> None:
    """Click the empty row of a small table and paste rows copied from a spreadsheet."""
    assert table.isVisible()
    index = table.model().index(table.rowCount() - 1, 0)
    table.scrollTo(index)
    QTest.mouseClick(
        table.viewport(),
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
        table.visualRect(index).center(),
    )
    QGuiApplication.clipboard().setText("\n".join("\t".join(row) for row in rows))
    QTest.keyClick(table, Qt.Key.Key_V, _CONTROL)


def choose_tab(tabs: QTabWidget, title: str) -> None:
    """Click the tab with a title."""
    bar = tabs.tabBar()
    places = {bar.tabText(place): place for place in range(bar.count())}
    point = bar.tabRect(places[title]).center()
    QTest.mouseClick(bar, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, point)
    assert tabs.tabText(tabs.currentIndex()) == title


def choose_item(combo: QComboBox, text: str) -> None:
    """Choose from a list with the arrow keys; its items are read on the way."""
    assert combo.isVisible()
    combo.setFocus()
    QTest.keyClick(combo, Qt.Key.Key_Home)
    for _ in range(combo.count()):
        if text in combo.currentText():
            return
        QTest.keyClick(combo, Qt.Key.Key_Down)
    raise AssertionError(text)


def choose_files(hand: Hand, paths: Sequence[Path]) -> None:
    """Type the names of files into the dialog that asks for them, and press Enter."""
    dialog = hand.dialog(QFileDialog)
    field = dialog.findChild(QLineEdit, "fileNameEdit")
    assert isinstance(field, QLineEdit)
    names = " ".join(f'"{path}"' for path in paths) if len(paths) > 1 else str(paths[0])
    field.setFocus()
    field.selectAll()
    hand.enter(names, field)
    QTest.keyClick(field, Qt.Key.Key_Return)
    wait_closed(hand, dialog)


def wait_closed(hand: Hand, dialog: QWidget) -> None:
    """Wait until a dialog has closed, and all that follows from it is done."""
    hand.wait_for(lambda: not isValid(dialog) or not dialog.isVisible(), "the dialog to close")
    hand.wait_idle()


def press_keys(hand: Hand, key: Qt.Key) -> None:
    """Press a key with Ctrl and Shift."""
    hand.press(key, _CONTROL | _SHIFT)


# ---------------------------------------------------------------- what is shown


def shown(inside: QWidget) -> str:
    """All texts in sight of a widget: labels, buttons and the cells of its tables, by lines."""
    told = [text for part in inside.findChildren(QWidget) for text in _texts_of(part)]
    return "\n".join(told)


def _texts_of(part: QWidget) -> list[str]:
    if not part.isVisible():
        return []
    if isinstance(part, QLabel | QAbstractButton):
        return [text for text in (part.text(), part.accessibleName()) if text]
    return list(rows_shown(part).values()) if isinstance(part, RowView) else []


def rows_shown(view: RowView) -> dict[str, str]:
    """The rows of a table by key, each as its title, badge, subtitle and the cells in sight."""
    model = view.model()
    found: dict[str, str] = {}
    hidden = view.header().isSectionHidden
    for place in range(model.rowCount()):
        index = model.index(place, 0)
        row = model.row_at(index)  # type: ignore[attr-defined] # always a RowModel
        columns = [at for at in range(1, model.columnCount()) if not hidden(at)]
        cells = [cell_of(row, column).full_text for column in columns]
        texts = (row.title, row.badge, row.subtitle, *cells)
        found[row.key] = " | ".join(text for text in texts if text)
    return found


def missing(figures: Sequence[str], text: str) -> list[str]:
    """Figures that a text does not say; blanks and the width of punctuation do not count."""
    plain = _plain(text)
    return [figure for figure in figures if _plain(figure) not in plain]


def _plain(text: str) -> str:
    return "".join(text.translate(_NARROW).split())


def row_starting(view: RowView, title: str) -> str:
    """Key of the row in sight whose title begins so."""
    keys = [key for key, text in rows_shown(view).items() if text.startswith(title)]
    assert keys, f"no row {title} among {rows_shown(view)}"
    return keys[0]
