"""Promises of the database file: settings, locks, damage, folders it cannot use."""

from __future__ import annotations

import contextlib
import os
import sqlite3
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import text

from app.errors import StorageError, UnknownFormat
from app.storage.backup import back_up_daily
from app.storage.database import Database
from app.storage.quote_store import QuoteStore
from tests.app.storage.stored_values import NOON, a_quote

if TYPE_CHECKING:
    from collections.abc import Iterator

_NOBODY = 65534


def _reason_of_opening(folder: Path, busy_timeout: float = 8.0) -> str:
    with pytest.raises(StorageError) as failure:
        Database.open(folder, busy_timeout=busy_timeout)
    return failure.value.parameters["reason"]


@pytest.mark.parametrize(
    ("pragma", "value"),
    [
        ("journal_mode", "wal"),
        ("synchronous", 2),  # FULL
        ("busy_timeout", 8000),
        ("foreign_keys", 1),
        ("trusted_schema", 0),
        ("cell_size_check", 1),
    ],
)
def test_every_connection_has_the_safe_settings(
    database: Database, pragma: str, value: str | int
) -> None:
    """The first connection and a second one beside it are set alike."""
    with database.reading() as first, database.reading() as second:
        for connection in (first, second):
            assert connection.execute(text(f"PRAGMA {pragma}")).scalar() == value


def test_new_folder_gets_a_sound_database(tmp_path: Path) -> None:
    """Folders on the way are made too."""
    database = Database.open(tmp_path / "a" / "数据")
    assert database.integrity() == ()
    assert database.file == tmp_path / "a" / "数据" / "quotewright.db"
    database.close()


def test_folder_may_have_any_name(tmp_path: Path) -> None:
    """Characters with a meaning in addresses are part of the name; backups work there too."""
    folder = tmp_path / "100%20 a?b#c&d=e 文件夹"
    database = Database.open(folder)
    assert (folder / "quotewright.db").exists()
    assert back_up_daily(folder, NOON) is not None
    database.close()


def test_closing_leaves_one_file(database: Database) -> None:
    """The log is folded into the file, so that a copy of it is whole."""
    QuoteStore(database).create(a_quote(), now=NOON)
    database.close()
    assert [file.name for file in database.folder.iterdir()] == ["quotewright.db"]


def test_exception_undoes_the_whole_block(database: Database) -> None:
    """A block that fails leaves nothing, and the next one works."""

    def fail_half_way() -> None:
        with database.writing() as connection:
            connection.execute(text("INSERT INTO settings VALUES ('a', '1')"))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail_half_way()
    with database.writing() as connection:
        assert connection.execute(text("SELECT count(*) FROM settings")).scalar() == 0


def test_reading_sees_one_state(database: Database) -> None:
    """What another writes meanwhile is seen by the next block."""
    with database.reading() as reader:
        count = text("SELECT count(*) FROM settings")
        assert reader.execute(count).scalar() == 0
        with database.writing() as writer:
            writer.execute(text("INSERT INTO settings VALUES ('a', '1')"))
        assert reader.execute(count).scalar() == 0
    with database.reading() as reader:
        assert reader.execute(count).scalar() == 1


def test_writer_elsewhere_is_a_clear_failure_after_the_timeout(tmp_path: Path) -> None:
    """While another holds the lock, reading works and writing says ``locked``."""
    folder = tmp_path / "data"
    database = Database.open(folder, busy_timeout=0.05)
    QuoteStore(database).create(a_quote(), now=NOON)
    other = sqlite3.connect(database.file, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(StorageError) as failure:
        QuoteStore(database).commit_edit("q-1", 1, "op", "edit", "", a_quote(2), now=NOON)
    assert failure.value.parameters == {
        "file": "quotewright.db",
        "reason": "locked",
        "detail": "database is locked",
    }
    assert QuoteStore(database).load("q-1").quote == a_quote()
    other.execute("ROLLBACK")
    other.close()
    assert QuoteStore(database).commit_edit("q-1", 1, "op", "e", "", a_quote(2), now=NOON) == 2
    database.close()


def test_exclusive_lock_is_a_clear_failure_at_opening(tmp_path: Path) -> None:
    """A program that keeps the file to itself is told from damage."""
    Database.open(tmp_path).close()
    other = sqlite3.connect(tmp_path / "quotewright.db", isolation_level=None)
    other.execute("PRAGMA locking_mode = EXCLUSIVE")
    other.execute("BEGIN EXCLUSIVE")
    assert _reason_of_opening(tmp_path, busy_timeout=0.05) == "locked"
    other.close()
    Database.open(tmp_path).close()


def test_windows_that_open_a_new_folder_together_share_it(tmp_path: Path) -> None:
    """Each gets the one database, whichever of them makes the tables."""
    with ThreadPoolExecutor(4) as pool:
        opened = list(pool.map(lambda _turn: Database.open(tmp_path / "data"), range(4)))
    for number, database in enumerate(opened):
        quote = a_quote(id=f"q-{number}", number=f"QW-{number}")
        QuoteStore(database).create(quote, now=NOON)
    assert len(QuoteStore(opened[0]).search()) == 4
    for database in opened:
        database.close()


def _filled(folder: Path) -> Path:
    database = Database.open(folder)
    store = QuoteStore(database)
    for number in range(20):
        store.create(a_quote(20, id=f"q-{number}", number=f"QW-{number}"), now=NOON)
    database.close()
    return database.file


def test_file_that_is_no_database_is_reported(tmp_path: Path) -> None:
    """A text file under the name is damage, and stays as it is."""
    (tmp_path / "quotewright.db").write_bytes(b"not a database at all" * 100)
    assert _reason_of_opening(tmp_path) == "damaged"
    assert (tmp_path / "quotewright.db").read_bytes() == b"not a database at all" * 100


@pytest.mark.parametrize("place", [100, 0])
def test_zeroed_page_is_reported(tmp_path: Path, place: int) -> None:
    """The first page overwritten, with its heading or without."""
    file = _filled(tmp_path)
    data = bytearray(file.read_bytes())
    data[place:4096] = bytes(4096 - place)
    file.write_bytes(data)
    assert _reason_of_opening(tmp_path) == "damaged"


def test_truncated_file_is_reported(tmp_path: Path) -> None:
    """Half a file is damage."""
    file = _filled(tmp_path)
    data = file.read_bytes()
    file.write_bytes(data[: len(data) // 2])
    assert _reason_of_opening(tmp_path) == "damaged"


def test_damage_deep_in_the_file_is_found(tmp_path: Path) -> None:
    """Every page overwritten in turn is noticed at opening."""
    file = _filled(tmp_path)
    sound = file.read_bytes()
    unnoticed = []
    for page in range(1, len(sound) // 4096):
        data = bytearray(sound)
        data[page * 4096 : page * 4096 + 200] = b"\xa5" * 200
        file.write_bytes(data)
        try:
            Database.open(tmp_path).close()
        except StorageError as failure:
            assert failure.parameters["reason"] == "damaged"  # noqa: PT017 -- each page is one case
        else:
            unnoticed.append(page)
    assert unnoticed == []


def test_database_of_something_else_is_refused(tmp_path: Path) -> None:
    """Tables that are not ours are left alone."""
    with contextlib.closing(sqlite3.connect(tmp_path / "quotewright.db")) as other:
        other.execute("CREATE TABLE songs (title TEXT)")
    with pytest.raises(UnknownFormat) as failure:
        Database.open(tmp_path)
    assert failure.value.parameters["detail"] == "not a Quotewright database"
    with contextlib.closing(sqlite3.connect(tmp_path / "quotewright.db")) as other:
        assert other.execute("SELECT name FROM sqlite_master").fetchall() == [("songs",)]


def test_orphan_is_found_by_the_full_check(database: Database) -> None:
    """A row that refers to nothing is named."""
    database.close()
    with contextlib.closing(sqlite3.connect(database.file, isolation_level=None)) as other:
        other.execute("INSERT INTO quote_edits VALUES ('q-9', 0, '', '', '', NULL, 0, 0, '')")
    assert database.integrity() == ("quote_edits 1 refers to a missing quotes",)


def test_network_drive_is_refused() -> None:
    """Locks and forced writes cannot be trusted there."""
    assert _reason_of_opening(Path("//server/share/data")) == "network_drive"


def test_folder_that_cannot_be_made_is_reported(tmp_path: Path) -> None:
    """A file stands where the folder should be."""
    (tmp_path / "data").write_bytes(b"")
    assert _reason_of_opening(tmp_path / "data") == "folder"
    assert _reason_of_opening(tmp_path / "data" / "below") == "folder"


def test_folder_in_place_of_the_file_is_reported(tmp_path: Path) -> None:
    """The database itself cannot be a folder."""
    (tmp_path / "quotewright.db").mkdir()
    assert _reason_of_opening(tmp_path) == "cannot_open"


@pytest.fixture
def read_only_folder() -> Iterator[Path]:
    """A folder with a database that the test may only read, even when it runs as root."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _filled(folder)
        (folder / "quotewright.db").chmod(0o444)
        folder.chmod(0o555)
        root = os.geteuid() == 0
        if root:
            os.seteuid(_NOBODY)
        yield folder
        if root:
            os.seteuid(0)
        folder.chmod(0o755)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such permissions")
def test_read_only_folder_is_reported(read_only_folder: Path) -> None:
    """A medium that cannot be written is not taken for damage."""
    assert _reason_of_opening(read_only_folder) in {"read_only", "cannot_open"}
