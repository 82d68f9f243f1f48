"""Confirmed mappings come back by the fingerprint of their headings."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.errors import StorageError
from app.storage.folders import layouts_file
from app.storage.layout_store import LayoutStore
from catalog.layout.mapping import ColumnMapping, FillRule

if TYPE_CHECKING:
    from pathlib import Path

ONE = ColumnMapping({"code": 0}, {"unit": "线"}, {"charge_type": FillRule.FROM_PERIOD}, ("family",))
TWO = ColumnMapping({"code": 3})


def test_a_mapping_comes_back_whole(tmp_path: Path) -> None:
    """Columns, constants, rules and fields that are filled down; others stay beside it."""
    store = LayoutStore(layouts_file(tmp_path / "new"), ColumnMapping)
    assert store.load() == {}
    store.remember({"a": ONE})
    store.remember({"b": TWO})
    assert LayoutStore(layouts_file(tmp_path / "new"), ColumnMapping).load() == {"a": ONE, "b": TWO}


def test_a_layout_confirmed_again_replaces_the_former_and_the_oldest_go(tmp_path: Path) -> None:
    """The file does not grow for ever."""
    store = LayoutStore(layouts_file(tmp_path), ColumnMapping)
    store.remember({"a": ONE})
    store.remember({f"n{number}": TWO for number in range(199)} | {"a": TWO})
    assert store.load()["a"] == TWO
    store.remember({"z": ONE})
    assert len(store.load()) == 200
    assert "n0" not in store.load()


def test_a_damaged_file_counts_as_empty(tmp_path: Path) -> None:
    """A convenience never stops an import."""
    layouts_file(tmp_path).write_bytes(b'{"a": {"columns": 7}}')
    assert LayoutStore(layouts_file(tmp_path), ColumnMapping).load() == {}


def test_a_file_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    """As every failure of the storage."""
    layouts_file(tmp_path).mkdir()
    with pytest.raises(StorageError):
        LayoutStore(layouts_file(tmp_path), ColumnMapping).remember({"a": ONE})
