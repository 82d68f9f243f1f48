"""A small table that is typed and pasted into, and takes back what was done."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit

from app.ui.widgets.checked_rows import CheckedRows, WrongCell
from app.ui.widgets.rows_edit import RowsEdit

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from app.ui.widgets.rows_edit import Texts

WORDS = {1: (("no", "nein"), ("yes", "ja"))}


@pytest.fixture
def table(qtbot: QtBot) -> RowsEdit:
    """Names with a yes or no."""
    made = RowsEdit(("Name", "Wanted"), "Table", words=WORDS)
    qtbot.addWidget(made)
    made.show()
    return made


def type_into(table: RowsEdit, row: int, column: int, text: str) -> QLineEdit:
    """Type into a cell; the editor stays open."""
    table.setCurrentCell(row, column)
    cell = table.item(row, column)
    assert cell is not None
    table.editItem(cell)
    (editor,) = table.viewport().findChildren(QLineEdit)
    editor.selectAll()
    QTest.keyClicks(editor, text)
    return editor


def press_enter(editor: QLineEdit) -> None:
    """Commit what was typed; the table does so when the key has been handled."""
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QApplication.processEvents()


def test_words_are_shown_as_texts_and_told_as_words(table: RowsEdit) -> None:
    """What is neither stays as it is, for the reader to say so."""
    table.set_rows((("a", "yes"),))
    cell = table.item(0, 1)
    assert cell is not None
    assert cell.text() == "ja"
    table.setCurrentCell(1, 0)
    table.paste("b\tNEIN\nc\tno\nd\tperhaps")
    assert table.rows() == (("a", "yes"), ("b", "no"), ("c", "no"), ("d", "perhaps"))


def test_a_block_with_our_headings_leaves_them_out(table: RowsEdit) -> None:
    """Wherever the columns begin."""
    table.set_rows((("a", "yes"),))
    table.setCurrentCell(0, 0)
    table.paste("Wanted\nno\nno\n")
    assert table.rows() == (("a", "no"), ("", "no"))


def test_empty_rows_keep_their_places_when_asked_for(table: RowsEdit) -> None:
    """The second is empty, and an empty one always waits at the end."""
    table.paste("a\n\nb")
    assert table.rows() == (("a", ""), ("b", ""))
    assert table.every_row() == (("a", ""), ("", ""), ("b", ""))
    assert table.rows_with(4, 1, "ja") == (
        *table.every_row(),
        ("", ""),
        ("", "yes"),
    )
    assert table.rowCount() == 4


def test_every_step_is_taken_back_and_done_again(table: RowsEdit) -> None:
    """Typing, pasting, removing; another edit forgets what was taken back."""
    table.set_rows((("a", "yes"),))
    assert not table.can_undo
    press_enter(type_into(table, 0, 0, "b"))
    table.setCurrentCell(1, 0)
    table.paste("c\tno")
    table.remove_rows()
    assert table.rows() == (("b", "yes"),)
    table.undo()
    assert table.rows() == (("b", "yes"), ("c", "no"))
    table.undo()
    table.undo()
    assert table.rows() == (("a", "yes"),)
    assert (table.can_undo, table.can_redo) == (False, True)
    table.redo()
    assert table.rows() == (("b", "yes"),)
    table.paste("x")
    assert not table.can_redo


def test_marked_cells_are_copied_and_emptied(table: RowsEdit) -> None:
    """As a spreadsheet reads them."""
    table.set_rows((("a", "yes"), ("b", "no")))
    table.selectAll()
    QTest.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text().splitlines()[:2] == ["a\tja", "b\tnein"]
    QTest.keyClick(table, Qt.Key.Key_Delete)
    assert table.rows() == ()


def test_a_column_of_words_offers_them(table: RowsEdit) -> None:
    """And the word chosen is in the row at once."""
    table.set_rows((("a", "no"),))
    table.setCurrentCell(0, 1)
    cell = table.item(0, 1)
    assert cell is not None
    table.editItem(cell)
    (combo,) = table.viewport().findChildren(QComboBox)
    assert [combo.itemText(at) for at in range(combo.count())] == ["nein", "ja"]
    combo.setCurrentIndex(1)
    combo.activated.emit(1)
    assert table.rows() == (("a", "yes"),)


def test_what_is_wrong_is_told_at_every_key_and_only_right_rows_are_given(qtbot: QtBot) -> None:
    """A name must not be x; the typed text is never touched."""
    told: list[Texts] = []

    def check(rows: Texts) -> WrongCell | None:
        wrong = next((at for at, row in enumerate(rows) if row[0] == "x"), -1)
        return None if wrong < 0 else WrongCell("No x", wrong, 0)

    table = RowsEdit(("Name",), "Table")
    checked = CheckedRows(table, check)
    checked.edited.connect(told.append)
    qtbot.addWidget(checked)
    checked.show()
    checked.show_rows((("a",),))
    editor = type_into(table, 1, 0, "x")
    assert checked.fault.text() == "No x"
    assert editor.text() == "x"
    QTest.keyClicks(editor, "y")
    assert not checked.fault.isVisible()
    press_enter(editor)
    assert told == [(("a",), ("xy",))]
    table.setCurrentCell(0, 0)
    table.paste("x")
    assert told == [(("a",), ("xy",))]
    assert checked.wrong() == WrongCell("No x", 0, 0)


def test_a_block_goes_into_the_columns_as_they_are_seen(qtbot: QtBot) -> None:
    """Past a hidden column and in the order of the screen; headings name their own columns."""
    table = RowsEdit(("Name", "Role", "Phone", "Note"), "Table")
    qtbot.addWidget(table)
    table.show()
    table.choice.show_column(1, shown=False)
    table.choice.move_column(3, -1)
    assert table.choice.in_sight() == [0, 3, 2]
    table.setCurrentCell(0, 0)
    table.paste("Li\tkind\t123\nMa\tshort\t456")
    assert table.rows() == (("Li", "", "123", "kind"), ("Ma", "", "456", "short"))
    table.setCurrentCell(0, 0)
    table.paste("Phone\tRole\n789\tboss")
    assert table.rows()[0] == ("Li", "boss", "789", "kind")
    table.selectRow(0)
    QTest.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "Li\tkind\t789"


def test_the_keyboard_passes_hidden_columns_and_what_is_wrong_is_shown(qtbot: QtBot) -> None:
    """Tab and arrows know what is seen; a finding brings its column back."""
    table = RowsEdit(("Name", "Role", "Phone"), "Table")
    qtbot.addWidget(table)
    table.set_rows((("Li", "boss", "1"),))
    table.show()
    table.choice.show_column(1, shown=False)
    table.setCurrentCell(0, 0)
    QTest.keyClick(table, Qt.Key.Key_Tab)
    assert table.currentColumn() == 2
    QTest.keyClick(table, Qt.Key.Key_Left)
    assert table.currentColumn() == 0
    table.mark(0, 1)
    assert not table.isColumnHidden(1)
