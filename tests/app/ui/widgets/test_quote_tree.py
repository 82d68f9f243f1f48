"""The tree is steered like a spreadsheet and keeps its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLineEdit

from app.ui.widgets.quote_tree import QuoteTree
from app.ui.widgets.quote_tree_model import QuoteTreeModel
from app.ui.widgets.rows import QuoteRow

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    Make = Callable[..., QuoteRow]

Key = Qt.Key


def rows_of(tree: QuoteTree) -> tuple[QuoteRow, ...]:
    """Return the rows the tree shows."""
    model = tree.model()
    assert isinstance(model, QuoteTreeModel)
    return tuple(model.row_at(model.index(k, 0)) for k in range(model.rowCount()))


def editor_of(tree: QuoteTree) -> QLineEdit:
    """Return the open editor."""
    fields = [field for field in tree.findChildren(QLineEdit) if field.isVisible()]
    assert len(fields) == 1
    return fields[0]


def place(tree: QuoteTree) -> tuple[str, int]:
    """Return where the keyboard is."""
    return tree.current_key(), tree.current_column()


def with_quantity(tree: QuoteTree, key: str, quantity: str, item: Make) -> tuple[QuoteRow, ...]:
    """Return the tree's rows with another quantity in one item of the first section."""
    first, *others = rows_of(tree)
    children = tuple(
        item(key, quantity=quantity) if row.key == key else row for row in first.children
    )
    return (msgspec.structs.replace(first, children=children), *others)


def test_sections_begin_unfolded_and_items_folded(tree: QuoteTree) -> None:
    """The charges of an item are there when one asks for them."""
    model = tree.model()
    assert isinstance(model, QuoteTreeModel)
    assert tree.isExpanded(model.index_of("one"))
    assert not tree.isExpanded(model.index_of("d"))


def test_typing_replaces_and_enter_commits_and_goes_down(qtbot: QtBot, tree: QuoteTree) -> None:
    """As in a spreadsheet."""
    tree.set_current("a", 1)
    with qtbot.waitSignal(tree.cell_edited) as edited:
        QTest.keyClicks(tree, "1")
        QTest.keyClicks(editor_of(tree), "2")
        QTest.keyClick(editor_of(tree), Key.Key_Return)
    assert edited.args == ["a", 1, "12"]
    assert place(tree) == ("b", 1)


def test_every_keystroke_is_told_while_typing(tree: QuoteTree) -> None:
    """Totals follow while one types."""
    told: list[tuple[str, int, str]] = []
    tree.cell_typing.connect(lambda *args: told.append(args))
    tree.set_current("a", 3, edit=True)
    QTest.keyClicks(editor_of(tree), "84")
    assert told == [("a", 3, "8"), ("a", 3, "84")]


def test_tab_commits_and_goes_to_the_next_cell_one_may_type_into(
    qtbot: QtBot, tree: QuoteTree
) -> None:
    """Over the list price, and over the end of the row."""
    tree.set_current("a", 1, edit=True)
    QTest.keyClicks(editor_of(tree), "3")
    with qtbot.waitSignal(tree.cell_edited):
        QTest.keyClick(editor_of(tree), Key.Key_Tab)
    assert place(tree) == ("a", 3)
    QTest.keyClick(tree, Key.Key_Tab)
    assert place(tree) == ("b", 1)
    QTest.keyClick(tree, Key.Key_Backtab)
    assert place(tree) == ("a", 3)


def test_tab_leaves_the_tree_after_the_last_cell(qtbot: QtBot, tree: QuoteTree) -> None:
    """The keyboard must not be caught."""
    other = QLineEdit(tree.window())
    qtbot.addWidget(other)
    tree.set_current("d", 3)
    assert tree.focusNextPrevChild(next=True) in {True, False}
    assert place(tree) == ("d", 3)


def test_escape_gives_up_and_says_so(qtbot: QtBot, tree: QuoteTree) -> None:
    """The page must show the former figures again."""
    edits: list[object] = []
    tree.cell_edited.connect(lambda *args: edits.append(args))
    tree.set_current("a", 1, edit=True)
    QTest.keyClicks(editor_of(tree), "9")
    with qtbot.waitSignal(tree.cell_cancelled) as cancelled:
        QTest.keyClick(editor_of(tree), Key.Key_Escape)
    assert cancelled.args == ["a", 1]
    assert edits == []


def test_an_emptied_cell_is_given_up(qtbot: QtBot, tree: QuoteTree) -> None:
    """Nothing is no figure."""
    edits: list[object] = []
    tree.cell_edited.connect(lambda *args: edits.append(args))
    tree.set_current("a", 1, edit=True)
    QTest.keyClick(editor_of(tree), Key.Key_Delete)
    with qtbot.waitSignal(tree.cell_cancelled):
        QTest.keyClick(editor_of(tree), Key.Key_Return)
    assert edits == []


def test_leaving_the_editor_commits(qtbot: QtBot, tree: QuoteTree) -> None:
    """A click elsewhere must not lose what was typed."""
    tree.set_current("a", 1, edit=True)
    editor = editor_of(tree)
    QTest.keyClicks(editor, "6")
    with qtbot.waitSignal(tree.cell_edited) as edited:
        tree.setFocus()
        editor.clearFocus()
    assert edited.args == ["a", 1, "6"]


def test_an_unchanged_cell_asks_for_nothing(tree: QuoteTree) -> None:
    """F2 and Enter alone are no edit."""
    edits: list[object] = []
    tree.cell_edited.connect(lambda *args: edits.append(args))
    tree.set_current("a", 1)
    QTest.keyClick(tree, Key.Key_F2)
    QTest.keyClick(editor_of(tree), Key.Key_Return)
    assert edits == []


def test_an_input_method_opens_the_editor_and_half_width_is_told(
    qtbot: QtBot, tree: QuoteTree
) -> None:
    """Full-width digits are taken; unfinished characters change nothing."""
    told: list[str] = []
    tree.cell_typing.connect(lambda _key, _column, text: told.append(text))
    tree.set_current("a", 1, edit=True)
    editor = editor_of(tree)
    QApplication.sendEvent(editor, QInputMethodEvent("shi", []))
    assert told == []
    commit = QInputMethodEvent()
    commit.setCommitString("１２")
    QApplication.sendEvent(editor, commit)
    assert told == ["12"]
    with qtbot.waitSignal(tree.cell_edited) as edited:
        QTest.keyClick(editor, Key.Key_Return)
    assert edited.args == ["a", 1, "12"]


def test_new_rows_keep_an_open_editor_and_what_is_typed(tree: QuoteTree, item: Make) -> None:
    """Live totals replace the rows at every keystroke."""
    tree.cell_typing.connect(
        lambda key, _column, text: tree.set_rows(with_quantity(tree, key, text, item))
    )
    tree.set_current("b", 1, edit=True)
    editor = editor_of(tree)
    QTest.keyClicks(editor, "12")
    assert editor_of(tree) is editor
    assert editor.text() == "12"
    assert rows_of(tree)[0].children[1].cells[0].text == "12"


def test_an_edit_that_removes_its_own_row_is_survived(tree: QuoteTree, item: Make) -> None:
    """Quantity nought may remove the item."""
    tree.cell_edited.connect(lambda *_: tree.set_rows((item("z"),)))
    tree.set_current("a", 1, edit=True)
    editor = editor_of(tree)
    QTest.keyClicks(editor, "0")
    QTest.keyClick(editor, Key.Key_Return)
    assert [row.key for row in rows_of(tree)] == ["z"]


def test_new_rows_keep_place_selection_and_folding(
    tree: QuoteTree, section: Make, item: Make
) -> None:
    """A row before the current one goes, others move."""
    model = tree.model()
    assert isinstance(model, QuoteTreeModel)
    tree.setExpanded(model.index_of("two"), False)
    tree.set_current("c", 3)
    first, second = rows_of(tree)
    tree.set_rows((second, section("one", first.children[2], item("new"))))
    assert place(tree) == ("c", 3)
    assert tree.selected_keys() == ("c",)
    assert not tree.isExpanded(model.index_of("two"))
    assert tree.isExpanded(model.index_of("one"))


def test_the_place_follows_a_row_into_another_section(
    tree: QuoteTree, section: Make, item: Make
) -> None:
    """Moving an item between sections does not lose it."""
    tree.set_current("b", 1)
    tree.set_rows((section("one", item("a"), item("c")), section("two", item("d"), item("b"))))
    assert place(tree) == ("b", 1)


def test_delete_asks_to_remove_what_is_selected(qtbot: QtBot, tree: QuoteTree) -> None:
    """From top to bottom; nothing is removed by the tree."""
    tree.set_current("a", 1)
    QTest.keyClick(tree, Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    with qtbot.waitSignal(tree.remove_requested) as asked:
        QTest.keyClick(tree, Key.Key_Delete)
    assert asked.args == [("a", "b")]
    assert len(rows_of(tree)[0].children) == 3


@pytest.mark.parametrize(
    ("key", "after"),
    [
        (Key.Key_Return, ("b", 1)),
        (Key.Key_Up, ("one", 1)),
        (Key.Key_Right, ("a", 2)),
        (Key.Key_Left, ("a", 0)),
    ],
)
def test_keys_move_between_cells(tree: QuoteTree, key: Qt.Key, after: tuple[str, int]) -> None:
    """From the quantity of the first item."""
    tree.set_current("a", 1)
    QTest.keyClick(tree, key)
    assert place(tree) == after


def test_sideways_arrows_fold_in_the_first_column(tree: QuoteTree) -> None:
    """Left folds, right unfolds; left on a folded item goes to its section."""
    model = tree.model()
    assert isinstance(model, QuoteTreeModel)
    tree.set_current("d")
    QTest.keyClick(tree, Key.Key_Right)
    assert tree.isExpanded(model.index_of("d"))
    QTest.keyClick(tree, Key.Key_Left)
    assert not tree.isExpanded(model.index_of("d"))
    QTest.keyClick(tree, Key.Key_Left)
    assert place(tree) == ("two", 0)


def test_a_click_on_the_chevron_folds(tree: QuoteTree) -> None:
    """And a second one unfolds."""
    model = tree.model()
    assert isinstance(model, QuoteTreeModel)
    section = model.index_of("one")
    point = QPoint(18, tree.visualRect(section).center().y())
    QTest.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert not tree.isExpanded(section)
    QTest.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert tree.isExpanded(section)


def test_the_row_that_the_keyboard_comes_to_is_told_once(tree: QuoteTree) -> None:
    """Moving inside a row tells nothing."""
    told: list[str] = []
    tree.current_changed.connect(told.append)
    tree.set_current("a", 1)
    tree.set_current("a", 3)
    tree.set_current("b", 3)
    assert told == ["a", "b"]


def test_a_narrow_window_hides_a_column(tree: QuoteTree) -> None:
    """The list price needs 1,000 pixels of window."""
    assert not tree.isColumnHidden(2)
    tree.resize(900, 600)
    assert tree.isColumnHidden(2)
    tree.resize(1100, 600)
    assert not tree.isColumnHidden(2)


def test_painting_asks_the_model_for_no_data(
    tree: QuoteTree, monkeypatch: pytest.MonkeyPatch
) -> None:
    """That is what makes it fast."""
    asked: list[int] = []
    original = QuoteTreeModel.data

    def note(*args: object) -> object:
        asked.append(1)
        return original(*args)  # type: ignore[arg-type] # passed through

    monkeypatch.setattr(QuoteTreeModel, "data", note)
    tree.grab()
    assert asked == []


def test_a_changed_row_alone_is_painted(
    tree: QuoteTree, item: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The row and its section, not the viewport."""
    QApplication.processEvents()
    painted: list[str] = []
    original = QuoteTree.row_state

    def note(view: QuoteTree, index: object) -> object:
        model = view.model()
        assert isinstance(model, QuoteTreeModel)
        painted.append(model.key_at(index))  # type: ignore[arg-type] # an index
        return original(view, index)  # type: ignore[arg-type] # an index

    monkeypatch.setattr(QuoteTree, "row_state", note)
    tree.set_rows(with_quantity(tree, "b", "7", item))
    QApplication.processEvents()
    assert sorted(painted) == ["b", "one"]


def test_a_problem_is_shown_under_the_open_editor_only(tree: QuoteTree) -> None:
    """And goes with it."""
    tree.set_current("a", 3)
    tree.show_cell_problem("最低 84.6%")
    assert not tree._problem.isVisible()
    tree.set_current("a", 3, edit=True)
    tree.show_cell_problem("最低 84.6%")
    assert tree._problem.isVisible()
    assert tree._problem.text() == "最低 84.6%"
    QTest.keyClick(editor_of(tree), Key.Key_Escape)
    assert not tree._problem.isVisible()


def test_a_double_click_on_a_title_opens_the_row(qtbot: QtBot, tree: QuoteTree) -> None:
    """To configure the offering."""
    model = tree.model()
    assert isinstance(model, QuoteTreeModel)
    point = tree.visualRect(model.index_of("b")).center()
    QTest.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=point)
    with qtbot.waitSignal(tree.opened) as opened:
        QTest.mouseDClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert opened.args == ["b"]
    assert tree.state() != QAbstractItemView.State.EditingState


def test_a_title_that_does_not_fit_is_told_in_a_tool_tip(tree: QuoteTree) -> None:
    """A title that fits needs none."""
    model = tree.model()
    assert isinstance(model, QuoteTreeModel)
    long = QuoteRow("long", "item", "globe", "产品" * 80, "规格")
    tree.set_rows((rows_of(tree)[0], long))
    tree.grab()
    assert tree.title_tip(model.index_of("long")) == "产品" * 80 + "\n规格"
    assert tree.title_tip(model.index_of("a")) == ""


def test_a_badge_gives_way_to_the_title(tree: QuoteTree) -> None:
    """Where both do not fit: the same picture as without it."""
    bare, badged = (
        QuoteRow("n", "item", "globe", "产品" * 80, "规格", badge=badge)
        for badge in ("", "优惠" * 20)
    )
    pictures = []
    for row in (bare, badged):
        tree.set_rows((rows_of(tree)[0], row))
        model = tree.model()
        assert isinstance(model, QuoteTreeModel)
        at = tree.visualRect(model.index_of("n"))
        title = at.adjusted(0, 0, -at.width() // 2, 0)
        pictures.append(tree.viewport().grab(title).toImage())
    assert pictures[0] == pictures[1]


def test_selected_rows_are_copied_as_a_spreadsheet_takes_them(tree: QuoteTree) -> None:
    """Tabs between the shown columns, one row a line."""
    tree.set_current("a", 1)
    QTest.keyClick(tree, Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    tree.resize(900, 600)
    QTest.keyClick(tree, Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    copied = QApplication.clipboard().text()
    assert copied == "产品 a\t1 条\t77.5%\n产品 b\t1 条\t77.5%"


def test_several_rows_are_marked_in_stretches_and_apart(tree: QuoteTree) -> None:
    """Every other row of a section, then all; keys that there are not are passed over."""
    first = rows_of(tree)[0]
    keys = [row.key for row in first.children]
    tree.mark((keys[0], "nowhere", keys[-1]), 0)
    assert set(tree.selected_keys()) == {keys[0], keys[-1]}
    tree.mark(tuple(keys), 0)
    assert list(tree.selected_keys()) == keys
    assert tree.current_key() == keys[0]
