"""A flat list tells views what changed, and reads only what is shown."""

from __future__ import annotations

from collections.abc import Sequence
from typing import overload

import pytest
from PySide6.QtTest import QAbstractItemModelTester

from app.ui.widgets.data_table_model import DataTableModel
from app.ui.widgets.rows import Cell, ColumnSpec, LazyRows, TableRow

COLUMNS = (ColumnSpec("name", "客户", 0, "left"), ColumnSpec("bill", "月均账单", 100))


def row(key: str, bill: str = "1.00") -> TableRow:
    """Return a customer with a bill."""
    return TableRow(key, f"客户 {key}", cells=(Cell(bill),))


@pytest.fixture
def model() -> DataTableModel:
    """Three rows, watched by Qt's own tester."""
    made = DataTableModel(COLUMNS)
    QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal, made)
    made.set_rows((row("a"), row("b"), row("c")))
    return made


def test_only_changed_rows_are_told(model: DataTableModel) -> None:
    """The same keys in the same order are an update."""
    told: list[str] = []
    model.dataChanged.connect(lambda first, *_: told.append(model.key_at(first)))
    assert model.set_rows((row("a"), row("b", "2.00"), row("c")))
    assert told == ["b"]
    assert model.data(model.index_of("b", 1)) == "2.00"


def test_other_keys_are_a_reset(model: DataTableModel) -> None:
    """A search result has nothing to do with the one before."""
    assert not model.set_rows((row("c"), row("a")))
    assert [model.key_at(model.index(place, 0)) for place in range(model.rowCount())] == ["c", "a"]
    assert not model.index_of("b").isValid()


class Lazy(Sequence[TableRow]):
    """A long list that counts what is read."""

    def __init__(self) -> None:
        """Nothing read yet."""
        self.read: set[int] = set()

    def __len__(self) -> int:
        return 100_000

    @overload
    def __getitem__(self, place: int) -> TableRow: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[TableRow]: ...
    def __getitem__(self, place: int | slice) -> TableRow | Sequence[TableRow]:
        assert isinstance(place, int)
        self.read.add(place)
        return row(str(place))


def test_a_long_list_is_read_where_it_is_shown() -> None:
    """A catalogue of 100,000 entries opens at once."""
    rows = Lazy()
    model = DataTableModel(COLUMNS)
    model.set_rows(rows)
    assert model.rowCount() == 100_000
    assert model.data(model.index(77, 0)) == "客户 77"
    assert rows.read == {77}


def test_lazy_rows_are_made_when_they_are_shown() -> None:
    """Ten thousand keys cost nothing; a row is made once."""
    made: list[int] = []

    def make(place: int) -> TableRow:
        made.append(place)
        return TableRow(str(place), f"row {place}")

    rows = LazyRows(tuple(str(place) for place in range(10_000)), make)
    model = DataTableModel((ColumnSpec("title", "产品", 0, "left"),))
    model.set_rows(rows)
    assert model.rowCount() == 10_000
    assert made == []
    index = model.index_of("9999")
    assert (index.row(), model.index_of("none").isValid()) == (9_999, False)
    assert index.data() == index.data() == "row 9999"
    assert made == [9_999]
    assert [row.key for row in rows[3:5]] == ["3", "4"]
    assert rows[-1].key == "9999"


def test_lazy_rows_of_the_same_keys_keep_the_place() -> None:
    """Every row may look different, so all of them are told."""
    model = DataTableModel((ColumnSpec("title", "产品", 0, "left"),))
    model.set_rows(LazyRows(("a", "b"), lambda place: TableRow("ab"[place], "old")))
    told: list[tuple[int, int]] = []
    model.dataChanged.connect(lambda first, last: told.append((first.row(), last.row())))
    assert model.set_rows(LazyRows(("a", "b"), lambda place: TableRow("ab"[place], "new")))
    assert told == [(0, 1)]
    assert model.index(1, 0).data() == "new"
