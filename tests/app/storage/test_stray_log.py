"""A file of changes of another database is noticed before it is played in."""

from __future__ import annotations

import shutil
import sqlite3
from typing import TYPE_CHECKING

import pytest

from app.errors import StorageError
from app.storage.database import Database
from app.storage.folders import database_file
from app.storage.stray_log import refuse_stray_log

if TYPE_CHECKING:
    from pathlib import Path


def log_of_another(tmp_path: Path, beside: Path) -> None:
    """Put the log of a foreign database beside a file."""
    other = sqlite3.connect(tmp_path / "other.db")
    other.execute("PRAGMA journal_mode = WAL")
    other.execute("CREATE TABLE t (a)")
    other.commit()
    shutil.copyfile(tmp_path / "other.db-wal", beside.with_name(beside.name + "-wal"))
    other.close()


def test_a_foreign_log_is_refused_and_nothing_is_changed(tmp_path: Path) -> None:
    """Opening it would have written the pages of the other over ours."""
    Database.open(tmp_path / "data").close()
    file = database_file(tmp_path / "data")
    before = file.read_bytes()
    log_of_another(tmp_path, file)
    with pytest.raises(StorageError) as refused:
        Database.open(tmp_path / "data")
    assert refused.value.parameters["reason"] == "stray_log"
    assert file.read_bytes() == before


def test_beside_a_damaged_database_it_is_damage(tmp_path: Path) -> None:
    """Leaving the log out would not help."""
    (tmp_path / "data").mkdir()
    file = database_file(tmp_path / "data")
    file.write_bytes(b"garbage" * 2000)
    log_of_another(tmp_path, file)
    with pytest.raises(StorageError) as refused:
        refuse_stray_log(file)
    assert refused.value.parameters["reason"] == "damaged"


def test_the_log_of_an_open_database_is_its_own(tmp_path: Path) -> None:
    """A second process opens what the first has written and not folded in yet."""
    database = Database.open(tmp_path / "data")
    file = database_file(tmp_path / "data")
    assert file.with_name(file.name + "-wal").stat().st_size
    refuse_stray_log(file)
    database.close()
    refuse_stray_log(file)
