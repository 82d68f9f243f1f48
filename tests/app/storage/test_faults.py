"""Promises of the failures: each says what the user can act on."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import text

from app.errors import StorageError
from app.storage.faults import reason_of, told_as_storage_error
from app.storage.quote_store import QuoteStore
from tests.app.storage.stored_values import NOON, a_quote

if TYPE_CHECKING:
    from pathlib import Path

    from app.storage.database import Database


def test_full_disk_is_told_and_loses_nothing(database: Database) -> None:
    """A write that finds no room is undone as a whole; what was there stays."""
    store = QuoteStore(database)
    store.create(a_quote(), now=NOON)
    with database.reading() as connection:
        pages = connection.execute(text("PRAGMA page_count")).scalar_one()

    def write_too_much() -> None:
        with database.writing() as connection:
            connection.execute(text(f"PRAGMA max_page_count = {pages}"))
            connection.execute(text("INSERT INTO settings VALUES ('small', '1')"))
            connection.execute(text("INSERT INTO settings VALUES ('large', hex(zeroblob(99999)))"))

    with pytest.raises(StorageError) as failure:
        write_too_much()
    assert failure.value.parameters == {
        "file": "quotewright.db",
        "reason": "disk_full",
        "detail": "database or disk is full",
    }
    with database.reading() as connection:
        assert connection.execute(text("SELECT count(*) FROM settings")).scalar() == 0
    assert store.load("q-1").quote == a_quote()


def test_extended_codes_have_the_reason_of_their_kind(tmp_path: Path) -> None:
    """A constraint and a missing file are told apart, whatever the finer code is."""
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE TABLE one (id INTEGER PRIMARY KEY)")
    connection.execute("INSERT INTO one VALUES (1)")
    with pytest.raises(sqlite3.IntegrityError) as constraint:
        connection.execute("INSERT INTO one VALUES (1)")
    assert constraint.value.sqlite_errorcode == sqlite3.SQLITE_CONSTRAINT_PRIMARYKEY
    assert reason_of(constraint.value) == "constraint"
    with pytest.raises(sqlite3.OperationalError) as syntax:
        connection.execute("SELEC")
    assert reason_of(syntax.value) == "other"
    connection.close()
    with pytest.raises(sqlite3.OperationalError) as missing:
        sqlite3.connect(f"{(tmp_path / 'none').as_uri()}?mode=ro", uri=True)
    assert reason_of(missing.value) == "cannot_open"


def test_other_failures_pass_through(tmp_path: Path) -> None:
    """A bug is not dressed up as a failure of the database."""
    with pytest.raises(KeyError), told_as_storage_error(tmp_path / "quotewright.db"):
        raise KeyError


def test_failure_without_a_code_is_told_by_its_class() -> None:
    """The driver's own errors carry no code: those of the whole class mean damage."""
    assert reason_of(sqlite3.DatabaseError("file is not a database")) == "damaged"
    assert reason_of(sqlite3.ProgrammingError("closed")) == "other"
