"""Leaflets go with the backups and come back with them."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from app.errors import StorageError
from app.storage.backup import back_up_before_upgrade, back_up_daily, restore
from app.storage.leaflet_store import LeafletStore
from tests.app.storage.stored_values import NOON
from tests.app.storage.test_leaflet_store import PDF, png

if TYPE_CHECKING:
    from pathlib import Path

    from app.storage.database import Database


def kept(folder: Path) -> dict[str, bytes]:
    """Every file below a folder by its name."""
    return {file.name: file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def test_a_backup_brings_the_leaflets_to_another_folder(database: Database, tmp_path: Path) -> None:
    """As on a new computer: the file of the backup and what lies beside it."""
    leaflet = LeafletStore(database.folder).keep("光猫.pdf", PDF)
    made = back_up_daily(database.folder, NOON)
    assert made is not None
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    restore(folder, made, NOON)
    assert LeafletStore(folder).read(leaflet.content) == PDF


def test_each_leaflet_lies_once_beside_all_backups(database: Database) -> None:
    """The second day adds only what is new, and a backup before an upgrade too."""
    store = LeafletStore(database.folder)
    first = store.keep("a.pdf", PDF)
    back_up_daily(database.folder, NOON)
    second = store.keep("b.png", png(10, 10))
    back_up_daily(database.folder, NOON + timedelta(days=1))
    beside = database.folder / "backups" / "leaflets"
    assert kept(beside) == {first.content: PDF, second.content: png(10, 10)}
    third = store.keep("c.png", png(20, 20))
    back_up_before_upgrade(database.folder, "0001")
    assert third.content in kept(beside)


def test_missing_and_damaged_leaflets_come_back_and_newer_ones_stay(database: Database) -> None:
    """One is deleted, one overwritten, one attached after the backup."""
    store = LeafletStore(database.folder)
    gone, spoilt = store.keep("a.pdf", PDF), store.keep("b.png", png(10, 10))
    made = back_up_daily(database.folder, NOON)
    assert made is not None
    newer = store.keep("c.png", png(20, 20))
    files = {file.name: file for file in (database.folder / "leaflets").rglob("*")}
    files[gone.content].unlink()
    files[spoilt.content].write_bytes(b"spoilt")
    database.close()
    restore(database.folder, made, NOON)
    assert kept(database.folder / "leaflets") == {
        gone.content: PDF,
        spoilt.content: png(10, 10),
        newer.content: png(20, 20),
    }


def test_damage_is_passed_on_in_neither_direction(database: Database, tmp_path: Path) -> None:
    """A spoilt leaflet is not backed up, and one spoilt beside the backup does not come back."""
    store = LeafletStore(database.folder)
    good, spoilt = store.keep("a.pdf", PDF), store.keep("b.png", png(10, 10))
    files = {file.name: file for file in (database.folder / "leaflets").rglob("*")}
    files[spoilt.content].write_bytes(b"spoilt")
    made = back_up_daily(database.folder, NOON)
    assert made is not None
    beside = database.folder / "backups" / "leaflets"
    assert list(kept(beside)) == [good.content]
    next(file for file in beside.rglob("*") if file.is_file()).write_bytes(b"also")
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    restore(folder, made, NOON)
    assert kept(folder / "leaflets") == {}


def test_leaflets_that_cannot_be_kept_leave_no_backup(database: Database) -> None:
    """A backup with its name has all that it names; the reason is told as of the database."""
    LeafletStore(database.folder).keep("a.pdf", PDF)
    beside = database.folder / "backups" / "leaflets"
    beside.parent.mkdir()
    beside.write_bytes(b"a file in the place of the folder")
    with pytest.raises(StorageError) as failure:
        back_up_daily(database.folder, NOON)
    assert failure.value.parameters["reason"] == "not_written"
    assert [file.name for file in beside.parent.iterdir()] == ["leaflets"]
