"""The model tells views no more than what differs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from app.ui.widgets.quote_tree_model import QuoteTreeModel

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from app.ui.widgets.rows import ColumnSpec, QuoteRow

    Make = Callable[..., QuoteRow]


@pytest.fixture
def model(columns: tuple[ColumnSpec, ...], section: Make, item: Make) -> QuoteTreeModel:
    """One section with a, b, c; everything is watched by Qt's own tester."""
    made = QuoteTreeModel(columns)
    QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal, made)
    made.set_rows((section("one", item("a"), item("b"), item("c")),))
    return made


def changed_keys(model: QuoteTreeModel) -> list[str]:
    """Collect the keys of all rows that are told to have changed."""
    keys: list[str] = []
    model.dataChanged.connect(lambda first, *_: keys.append(model.key_at(first)))
    return keys


def children(model: QuoteTreeModel, key: str) -> list[str]:
    """Return the keys below a row."""
    parent = model.index_of(key)
    return [model.key_at(model.index(k, 0, parent)) for k in range(model.rowCount(parent))]


def test_an_edit_tells_the_row_and_its_ancestors_only(
    model: QuoteTreeModel, section: Make, item: Make
) -> None:
    """Subtotals of the section may differ; the neighbours do not."""
    old = model.row_at(model.index_of("one"))
    keys = changed_keys(model)
    model.set_rows((section("one", old.children[0], item("b", quantity="7"), old.children[2]),))
    assert sorted(keys) == ["b", "one"]
    assert model.data(model.index_of("b", 1)) == "7 条"


def test_equal_rows_tell_nothing(model: QuoteTreeModel, section: Make, item: Make) -> None:
    """New objects with the same texts need no repaint."""
    keys = changed_keys(model)
    model.set_rows((section("one", item("a"), item("b"), item("c")),))
    assert keys == []


def test_rows_are_inserted_removed_and_moved(
    model: QuoteTreeModel, section: Make, item: Make
) -> None:
    """The result is the order given, without a reset."""
    resets: list[None] = []
    model.modelReset.connect(lambda: resets.append(None))
    model.set_rows((section("one", item("c"), item("x"), item("y"), item("a")), section("two")))
    assert children(model, "one") == ["c", "x", "y", "a"]
    assert model.rowCount() == 2
    assert not model.index_of("b").isValid()
    assert resets == []


def test_a_row_keeps_its_index_when_rows_before_it_go(
    model: QuoteTreeModel, section: Make, item: Make
) -> None:
    """Persistent indexes are how selection and editors survive."""
    from PySide6.QtCore import QPersistentModelIndex

    kept = QPersistentModelIndex(model.index_of("c", 1))
    model.set_rows((section("one", item("c")),))
    assert model.key_at(kept) == "c"
    assert kept.row() == 0


def test_a_row_may_move_to_another_section(
    model: QuoteTreeModel, section: Make, item: Make
) -> None:
    """It is the same row by key, below another parent, be that one below or above."""
    model.set_rows((section("one", item("a")), section("two", item("b"), item("c"))))
    assert children(model, "two") == ["b", "c"]
    model.set_rows((section("one", item("a"), item("c")), section("two", item("b"))))
    assert children(model, "one") == ["a", "c"]
    assert children(model, "two") == ["b"]


@pytest.mark.parametrize("twice", ["a", "new"])
def test_a_key_that_occurs_twice_is_refused(
    model: QuoteTreeModel, section: Make, item: Make, twice: str
) -> None:
    """Two rows with one name could not be told apart."""
    with pytest.raises(ValueError, match=twice):
        model.set_rows((section("one", item(twice), item("b"), item(twice)),))


def test_other_rows_altogether_replace_everything(model: QuoteTreeModel, item: Make) -> None:
    """Opening another quote is a reset."""
    model.set_rows((item("z"),))
    assert model.rowCount() == 1
    assert not model.index_of("a").isValid()


def test_levels_count_bundles_and_not_sections(
    model: QuoteTreeModel, section: Make, item: Make
) -> None:
    """An item of a section begins at the left edge; a component is inside."""
    model.set_rows((section("one", item("a", item("part", item("charge")), item("last"))),))
    assert [model.level_of(model.index_of(key)) for key in ("one", "a", "part", "charge")] == [
        0,
        0,
        1,
        2,
    ]
    assert model.lasts(model.index_of("charge")) == (False, True)
    assert model.lasts(model.index_of("last")) == (True,)


def test_only_marked_cells_can_be_edited(model: QuoteTreeModel) -> None:
    """Quantity and discount, not the list price; nothing at an invalid index."""
    editable = Qt.ItemFlag.ItemIsEditable
    flags = [bool(model.flags(model.index_of("a", column)) & editable) for column in range(4)]
    assert flags == [False, True, False, True]
    assert model.flags(QModelIndex()) == Qt.ItemFlag.NoItemFlags


def test_an_edit_is_asked_for_and_not_made(qtbot: QtBot, model: QuoteTreeModel) -> None:
    """The quote decides; the rows stay until they are replaced."""
    index = model.index_of("a", 1)
    with qtbot.waitSignal(model.edit_requested) as asked:
        assert model.setData(index, "12")
    assert asked.args == ["a", 1, "12"]
    assert model.data(index) == "1 条"
    assert not model.setData(model.index_of("a", 2), "12")


def test_a_screen_reader_hears_column_figure_and_hint(model: QuoteTreeModel) -> None:
    """The painter does not speak, so ``data`` must."""
    index = model.index_of("a", 3)
    assert model.data(index, Qt.ItemDataRole.AccessibleTextRole) == "折扣 77.5%"
    assert model.data(index, Qt.ItemDataRole.AccessibleDescriptionRole) == "低于授权"
    assert model.data(index, Qt.ItemDataRole.EditRole) == "77.5"
    title = model.data(model.index_of("a"), Qt.ItemDataRole.AccessibleTextRole)
    assert title == "产品 a"
