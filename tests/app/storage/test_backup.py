"""Promises of backups: made while others write, whole, thinned with age, and restored equal."""

from __future__ import annotations

import contextlib
import sqlite3
import threading
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from app.errors import StorageError
from app.storage.backup import (
    Backup,
    back_up_before_upgrade,
    back_up_daily,
    backups,
    fault_of,
    restore,
    surplus,
)
from app.storage.database import Database
from app.storage.numbering import QuoteNumbers
from app.storage.quote_store import QuoteStore
from tests.app.storage.stored_values import NOON, a_quote

if TYPE_CHECKING:
    from pathlib import Path

DAY = date(2026, 11, 23)


def _contents(file: Path) -> list[str]:
    """Every statement that would make the database again, but for the installation's mark."""
    with contextlib.closing(sqlite3.connect(file)) as connection:
        return [row for row in connection.iterdump() if 'INTO "settings"' not in row]


@pytest.fixture
def filled(database: Database) -> Database:
    """A database with three quotes of 20 items."""
    store = QuoteStore(database)
    for number in range(3):
        store.create(a_quote(20, id=f"q-{number}", number=f"QW-{number}"), now=NOON)
    return database


def test_backup_holds_what_was_committed(filled: Database) -> None:
    """The backup is one whole file named by the day, made while the database is open."""
    made = back_up_daily(filled.folder, NOON)
    assert made == filled.folder / "backups" / "quotewright-20261123.db"
    assert fault_of(made) == ""
    assert [file.name for file in made.parent.iterdir()] == ["quotewright-20261123.db"]
    filled.close()
    assert _contents(made) == _contents(filled.file)


def test_one_backup_a_day(filled: Database) -> None:
    """The second one of a day is not made; the next day's is."""
    back_up_daily(filled.folder, NOON)
    assert back_up_daily(filled.folder, NOON + timedelta(hours=5)) is None
    back_up_daily(filled.folder, NOON + timedelta(days=1))
    listed = [(backup.day, backup.name) for backup in backups(filled.folder)]
    assert listed == [
        (date(2026, 11, 24), "quotewright-20261124.db"),
        (DAY, "quotewright-20261123.db"),
    ]
    assert backups(filled.folder)[0].size > 4096


def test_backup_while_another_thread_writes_is_whole(filled: Database) -> None:
    """Five backups taken during edits all open, and each quote in them can be read."""
    stop = threading.Event()
    store = QuoteStore(filled)
    first = a_quote(20, id="q-0", number="QW-0", title="1")
    store.commit_edit("q-0", 1, "op-1", "edit", "", first, now=NOON)

    def keep_editing() -> None:
        revision = 2
        while not stop.is_set():
            quote = a_quote(20, id="q-0", number="QW-0", title=f"{revision}")
            revision = store.commit_edit(
                "q-0", revision, f"op-{revision}", "edit", "", quote, now=NOON
            )

    writer = threading.Thread(target=keep_editing)
    writer.start()
    made = [back_up_daily(filled.folder, NOON + timedelta(days=day)) for day in range(5)]
    stop.set()
    writer.join()
    for number, file in enumerate(made):
        assert file is not None
        assert fault_of(file) == ""
        folder = filled.folder / f"restored-{number}"
        folder.mkdir()
        restore(folder, file, NOON)
        restored = Database.open(folder)
        stored = QuoteStore(restored).load("q-0")
        assert stored.quote.title == (
            f"{stored.revision - 1}" if stored.revision > 1 else "总部宽带与专线"
        )
        restored.close()


def test_restored_database_has_equal_content(filled: Database) -> None:
    """After edits and a restore everything is as it was, and what was there lies beside it."""
    made = back_up_daily(filled.folder, NOON)
    assert made is not None
    before = _contents(made)
    QuoteStore(filled).create(a_quote(id="late", number="late"), now=NOON)
    filled.close()

    restore(filled.folder, made, NOON)

    assert _contents(filled.file) == before
    replaced = filled.folder / "replaced-20261123-120000.db"
    assert fault_of(replaced) == ""
    assert len(_contents(replaced)) > len(before)
    opened = Database.open(filled.folder)
    assert [row.id for row in QuoteStore(opened).search()] == ["q-0", "q-1", "q-2"]
    assert opened.integrity() == ()
    opened.close()


def test_damaged_database_is_restored_from_its_backup(filled: Database) -> None:
    """What cannot be opened any more can be put back, its log included."""
    made = back_up_daily(filled.folder, NOON)
    assert made is not None
    filled.close()
    filled.file.write_bytes(b"damaged" * 1000)
    with pytest.raises(StorageError):
        Database.open(filled.folder)
    filled.file.with_name("quotewright.db-wal").write_bytes(b"log of the damaged file")
    restore(filled.folder, made, NOON)
    opened = Database.open(filled.folder)
    assert len(QuoteStore(opened).search()) == 3
    opened.close()
    kept = filled.folder / "replaced-20261123-120000.db-wal"
    assert kept.read_bytes() == b"log of the damaged file"


def test_restored_database_gives_new_numbers(filled: Database) -> None:
    """Numbers given out after the backup are never given again."""
    numbers = QuoteNumbers(filled)
    made = back_up_daily(filled.folder, NOON)
    assert made is not None
    given = {numbers.next_number(DAY) for _ in range(3)}
    filled.close()
    restore(filled.folder, made, NOON)
    opened = Database.open(filled.folder)
    again = {QuoteNumbers(opened).next_number(DAY) for _ in range(3)}
    opened.close()
    assert given.isdisjoint(again)


def test_damaged_backup_is_not_restored(filled: Database) -> None:
    """The database stays as it is when the backup is no good."""
    made = back_up_daily(filled.folder, NOON)
    assert made is not None
    made.write_bytes(made.read_bytes()[:5000])
    filled.close()
    before = filled.file.read_bytes()
    with pytest.raises(StorageError) as failure:
        restore(filled.folder, made, NOON)
    assert failure.value.parameters["reason"] == "backup_damaged"
    assert failure.value.parameters["file"] == "quotewright-20261123.db"
    assert filled.file.read_bytes() == before
    assert [file.name for file in filled.folder.iterdir()] == ["backups", "quotewright.db"]


def test_damaged_database_makes_no_backup(filled: Database) -> None:
    """A damaged database does not push out the good backups."""
    filled.close()
    data = bytearray(filled.file.read_bytes())
    data[8192:8392] = b"\xa5" * 200
    filled.file.write_bytes(data)
    with pytest.raises(StorageError):
        back_up_daily(filled.folder, NOON)
    assert backups(filled.folder) == ()
    assert list((filled.folder / "backups").iterdir()) == []


def test_missing_database_makes_no_backup(tmp_path: Path) -> None:
    """There is nothing to keep before the first start."""
    with pytest.raises(StorageError) as failure:
        back_up_daily(tmp_path, NOON)
    assert failure.value.parameters["reason"] == "cannot_open"
    assert backups(tmp_path) == ()


def test_unwritable_backup_folder_is_a_storage_error(filled: Database) -> None:
    """A file where the folder should be is told."""
    (filled.folder / "backups").write_bytes(b"")
    with pytest.raises(StorageError) as failure:
        back_up_daily(filled.folder, NOON)
    assert failure.value.parameters["reason"] == "not_written"


def test_upgrade_backups_are_numbered_and_not_thinned(filled: Database) -> None:
    """Each is kept: it may be the only copy of an old schema."""
    first = back_up_before_upgrade(filled.folder, "0001")
    second = back_up_before_upgrade(filled.folder, "0001")
    assert (first.name, second.name) == ("before-upgrade-0001-1.db", "before-upgrade-0001-2.db")
    assert backups(filled.folder) == ()


def test_unfinished_backup_of_a_crash_is_replaced(filled: Database) -> None:
    """What a killed program left is neither taken for a backup nor in the way."""
    folder = filled.folder / "backups"
    folder.mkdir()
    (folder / "quotewright-20261123.db.unfinished").write_bytes(b"half")
    assert backups(filled.folder) == ()
    assert back_up_daily(filled.folder, NOON) is not None
    assert [file.name for file in folder.iterdir()] == ["quotewright-20261123.db"]


def _daily(newest: date, count: int) -> list[Backup]:
    days = [newest - timedelta(days=number) for number in range(count)]
    return [Backup(day, f"quotewright-{day:%Y%m%d}.db", 1) for day in days]


def test_fourteen_days_and_the_last_of_each_month_are_kept() -> None:
    """From 23 November: all from 10 November on, then the last day of each older month."""
    kept = _daily(DAY, 60)
    gone = set(surplus(kept))
    assert [backup.day for backup in kept if backup not in gone] == [
        *(DAY - timedelta(days=number) for number in range(14)),
        date(2026, 11, 9),
        date(2026, 10, 31),
        date(2026, 9, 30),
    ]


def test_twelve_older_months_are_kept() -> None:
    """Two years of daily backups: 14 days and 12 months remain."""
    kept = _daily(DAY, 730)
    assert len(kept) - len(surplus(kept)) == 26


def test_clock_set_back_deletes_nothing_recent() -> None:
    """Age is counted from the newest backup, so no clock can make all of them old."""
    assert surplus(_daily(DAY, 14)) == ()
    assert surplus([]) == ()


def test_thinning_removes_the_files(filled: Database) -> None:
    """Old files go when the backup of the day is made; those of a month stay."""
    folder = filled.folder / "backups"
    folder.mkdir()
    for name in ("quotewright-20261001.db", "quotewright-20261002.db", "quotewright-2026x.db"):
        (folder / name).write_bytes(b"")
    (folder / "quotewright-20260231.db").write_bytes(b"no such day")
    back_up_daily(filled.folder, datetime(2026, 11, 23, 9, 0, tzinfo=UTC))
    assert sorted(file.name for file in folder.iterdir()) == [
        "quotewright-20260231.db",
        "quotewright-20261002.db",
        "quotewright-20261123.db",
        "quotewright-2026x.db",
    ]
