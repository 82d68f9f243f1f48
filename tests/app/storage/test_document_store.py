"""Promises of the document store."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace
from sqlalchemy import text

from app.errors import RecordMissing, StorageError
from app.storage.document_store import DocumentStore, IssuedDocument
from app.storage.quote_store import QuoteStore
from tests.app.storage.stored_values import NOON, a_quote, later

if TYPE_CHECKING:
    from datetime import datetime

    from app.storage.database import Database

PAPER = "合同".encode()


@pytest.fixture
def store(database: Database) -> DocumentStore:
    """A store with one quote to issue documents for."""
    QuoteStore(database).create(a_quote(), now=NOON)
    return DocumentStore(database)


def _keep(
    store: DocumentStore, data: bytes = PAPER, kind: str = "contract", now: datetime = NOON
) -> IssuedDocument:
    return store.keep(data, quote="q-1", revision="A", kind=kind, file_format="docx", now=now)


def test_document_comes_back_byte_for_byte(store: DocumentStore) -> None:
    """The record has hash and size of what was kept, and the file has its content."""
    kept = _keep(store)
    digest = hashlib.sha256(PAPER).hexdigest()
    assert kept == IssuedDocument("q-1", "A", "contract", "docx", digest, 6, NOON)
    assert store.read(kept) == PAPER
    assert store.find(digest) == (kept,)
    assert store.find("0" * 64) == ()


def test_same_document_again_is_the_first_record(store: DocumentStore) -> None:
    """Issuing the same bytes twice neither adds a record nor touches the file."""
    first = _keep(store)
    written = store.path(first).stat().st_mtime_ns
    assert _keep(store, now=later(5)) == first
    assert store.path(first).stat().st_mtime_ns == written
    assert store.issued("q-1") == (first,)


def test_every_issue_is_listed_in_order(store: DocumentStore) -> None:
    """One content under two kinds is one file with two records."""
    contract = _keep(store)
    proposal = _keep(store, kind="proposal", now=later(1))
    changed = _keep(store, data=b"other", now=later(2))
    assert store.issued("q-1") == (contract, proposal, changed)
    assert store.find(contract.hash) == (contract, proposal)
    assert store.path(contract) == store.path(proposal)


def test_changed_file_is_noticed_and_not_overwritten(store: DocumentStore) -> None:
    """A file that is no longer what was issued is neither given out nor replaced."""
    kept = _keep(store)
    store.path(kept).write_bytes(b"forged")
    with pytest.raises(StorageError) as failure:
        store.read(kept)
    assert failure.value.parameters["reason"] == "document_damaged"
    with pytest.raises(StorageError):
        _keep(store)
    assert store.path(kept).read_bytes() == b"forged"


def test_missing_file_is_named(store: DocumentStore) -> None:
    """A file that somebody deleted is an expected failure; keeping it again brings it back."""
    kept = _keep(store)
    store.path(kept).unlink()
    with pytest.raises(StorageError) as failure:
        store.read(kept)
    assert failure.value.parameters["reason"] == "document_missing"
    assert failure.value.parameters["file"] == f"{kept.hash}.docx"
    _keep(store)
    assert store.read(kept) == PAPER


def test_unwritable_folder_is_a_storage_error(store: DocumentStore, database: Database) -> None:
    """A file where the folder should be is told, and nothing is recorded."""
    (database.folder / "documents").write_bytes(b"")
    with pytest.raises(StorageError) as failure:
        _keep(store)
    assert failure.value.parameters["reason"] == "not_written"
    assert store.issued("q-1") == ()


def test_folder_in_place_of_the_file_is_a_storage_error(store: DocumentStore) -> None:
    """What stands under the name is not taken for the document."""
    kept = _keep(store)
    store.path(kept).unlink()
    store.path(kept).mkdir()
    with pytest.raises(StorageError) as failure:
        store.read(kept)
    assert failure.value.parameters["reason"] == "cannot_open"


def test_document_needs_a_stored_quote(store: DocumentStore) -> None:
    """Nothing is recorded for a quote that does not exist."""
    with pytest.raises(RecordMissing):
        store.keep(PAPER, quote="q-9", revision="A", kind="c", file_format="docx", now=NOON)
    assert store.find(hashlib.sha256(PAPER).hexdigest()) == ()


@pytest.mark.parametrize("file_format", ["", "../x", "DOCX", "docx/..", "toolongending"])
def test_ending_cannot_lead_out_of_the_folder(store: DocumentStore, file_format: str) -> None:
    """An ending is a few letters."""
    with pytest.raises(ValueError, match="ending"):
        store.keep(PAPER, quote="q-1", revision="A", kind="c", file_format=file_format, now=NOON)


def test_hash_cannot_lead_out_of_the_folder(store: DocumentStore) -> None:
    """A record from elsewhere is no path."""
    kept = _keep(store)
    with pytest.raises(ValueError, match="kept document"):
        store.path(replace(kept, hash="../../etc/passwd"))


def test_record_never_changes(store: DocumentStore, database: Database) -> None:
    """The database itself refuses to change what was issued."""
    _keep(store)
    for statement in ("UPDATE documents SET kind = 'x'", "DELETE FROM documents"):
        with pytest.raises(StorageError, match="append-only"), database.writing() as connection:
            connection.execute(text(statement))
