"""Scores of use survive a restart; a damaged file costs nothing but them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.errors import StorageError
from app.storage.usage_store import UsageStore

if TYPE_CHECKING:
    from pathlib import Path


def test_scores_come_back_in_their_order(tmp_path: Path) -> None:
    """The one used last stays at the end."""
    UsageStore(tmp_path / "new").save({"B": 9_800, "A": 19_604})
    assert list(UsageStore(tmp_path / "new").load().items()) == [("B", 9_800), ("A", 19_604)]


@pytest.mark.parametrize("content", [None, b"", b"[1]", b"\xff\xfe", b'{"A": "x"}'])
def test_what_cannot_be_read_counts_as_empty(tmp_path: Path, content: bytes | None) -> None:
    """And the next save writes it anew."""
    if content is not None:
        (tmp_path / "usage.json").write_bytes(content)
    store = UsageStore(tmp_path)
    assert store.load() == {}
    store.save({"A": 1})
    assert store.load() == {"A": 1}


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    """A file stands in its place."""
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(StorageError):
        UsageStore(tmp_path / "file").save({"A": 1})
