"""Promises of the catalogue store."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sqlalchemy import text

from app.errors import RecordMissing, StorageError
from app.storage.catalog_store import CatalogRow, CatalogStore
from tests.app.storage.stored_values import a_catalog

if TYPE_CHECKING:
    from app.storage.database import Database


def test_catalog_comes_back_equal(database: Database) -> None:
    """A version is read as it was saved."""
    store = CatalogStore(database)
    store.save(a_catalog())
    assert store.load("2026.11") == a_catalog()


def test_no_catalog_before_the_first_import(database: Database) -> None:
    """A new database has no latest version, and no version at all."""
    store = CatalogStore(database)
    assert store.latest() is None
    assert store.versions() == ()
    with pytest.raises(RecordMissing) as failure:
        store.load("2026.11")
    assert failure.value.parameters == {"record": "2026.11"}


def test_latest_is_the_version_saved_last(database: Database) -> None:
    """Versions are ordered by saving, not by name."""
    store = CatalogStore(database)
    store.save(a_catalog("B"))
    store.save(a_catalog("A"))
    latest = store.latest()
    assert latest is not None
    assert latest.version == "A"
    day = a_catalog().imported_on
    assert store.versions() == (
        CatalogRow("A", "十一月目录", day, 1, 1),
        CatalogRow("B", "十一月目录", day, 1, 1),
    )


def test_same_content_may_be_saved_again(database: Database) -> None:
    """Importing one file twice is no fault and makes no second version."""
    store = CatalogStore(database)
    store.save(a_catalog())
    store.save(a_catalog())
    assert len(store.versions()) == 1


def test_version_with_other_content_is_refused(database: Database) -> None:
    """A version never changes: old quotes are priced with it."""
    store = CatalogStore(database)
    store.save(a_catalog())
    with pytest.raises(StorageError) as failure:
        store.save(a_catalog(title="改过的目录"))
    assert failure.value.parameters["reason"] == "version_exists"
    assert store.load("2026.11").title == "十一月目录"


@pytest.mark.parametrize("statement", ["UPDATE catalogs SET title = 'x'", "DELETE FROM catalogs"])
def test_database_itself_refuses_to_change_a_version(database: Database, statement: str) -> None:
    """Not even our own statements can change an imported catalogue."""
    CatalogStore(database).save(a_catalog())
    with pytest.raises(StorageError) as failure, database.writing() as connection:
        connection.execute(text(statement))
    assert failure.value.parameters["reason"] == "constraint"
    assert "append-only" in failure.value.parameters["detail"]
