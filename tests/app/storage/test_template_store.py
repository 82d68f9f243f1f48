"""Promises of the kept templates: nothing is lost, nothing is passed on unchecked."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from app.errors import StorageError
from app.quoting.paper_template import PaperTemplate, TemplateRegister, with_template
from app.storage.backup import back_up_daily, restore
from app.storage.database import Database
from app.storage.quote_store import QuoteStore
from app.storage.template_store import MadeFrom, TemplateStore, hash_of, note_template
from tests.app.storage.stored_values import a_quote

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
OWN = PaperTemplate("0" * 32, "contract", "zh", "园区合同", "园区合同.docx")


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    """An empty database, closed afterwards."""
    opened = Database.open(tmp_path / "data")
    yield opened
    opened.close()


def test_register_is_empty_at_first_and_the_newest_after_changes(database: Database) -> None:
    """Each change is kept; one that changes nothing adds nothing."""
    store = TemplateStore(database)
    assert store.register() == TemplateRegister()
    after = store.change(lambda register: with_template(register, OWN), NOON)
    store.change(lambda register: register, NOON)
    assert store.register() == after == TemplateRegister((OWN,))


def test_failing_edit_changes_nothing(database: Database) -> None:
    """What the edit raises comes out, and the register stays."""

    def fail(_register: TemplateRegister) -> TemplateRegister:
        raise ZeroDivisionError

    store = TemplateStore(database)
    with pytest.raises(ZeroDivisionError):
        store.change(fail, NOON)
    assert store.register() == TemplateRegister()


def test_text_comes_back_by_its_hash_and_damage_is_noticed(database: Database) -> None:
    """A version is what it was when it was taken over, or it is refused."""
    store = TemplateStore(database)
    content = store.keep(b"text")
    assert content == hash_of(b"text") == store.keep(b"text")
    assert store.read(content) == b"text"
    (kept,) = (database.folder / "templates" / "kept").glob("*/*")
    kept.write_bytes(b"other")
    with pytest.raises(StorageError, match="document_damaged"):
        store.read(content)
    kept.unlink()
    with pytest.raises(StorageError, match="document_missing"):
        store.read(content)
    with pytest.raises(ValueError, match="names no kept template"):
        store.read("../../settings.toml")


def test_word_file_lies_in_a_folder_of_its_own(database: Database) -> None:
    """It carries the template's name, so that Word can open two of them."""
    store = TemplateStore(database)
    file = store.put(OWN, b"text")
    assert file == database.folder / "templates" / OWN.id / "园区合同.docx"
    assert file.read_bytes() == b"text"
    sly = PaperTemplate("0" * 32, "contract", "zh", "x", "../../quotewright.db")
    with pytest.raises(ValueError, match="names no file"):
        store.put(sly, b"")


def test_paper_remembers_the_template_that_it_was_first_made_from(database: Database) -> None:
    """The record is written once and never changes."""
    QuoteStore(database).create(a_quote(), now=NOON)
    store = TemplateStore(database)
    made = MadeFrom(OWN.id, OWN.name, "3", "a" * 64)
    with database.writing() as connection:
        note_template(connection, "q-1", "b" * 64, made)
        note_template(connection, "q-1", "b" * 64, MadeFrom("", "", "4", "c" * 64))
    assert store.made_from("q-1", "b" * 64) == made
    assert store.made_from("q-1", "d" * 64) is None


def test_backup_brings_register_and_texts_back(tmp_path: Path) -> None:
    """A folder that was lost has its templates again, each text whole."""
    folder = tmp_path / "data"
    database = Database.open(folder)
    store = TemplateStore(database)
    content = store.keep(b"text")
    store.change(lambda register: with_template(register, OWN), NOON)
    backup = back_up_daily(folder, NOON)
    assert backup is not None
    store.change(lambda _register: TemplateRegister(), NOON)
    database.close()
    (kept,) = (folder / "templates" / "kept").glob("*/*")
    kept.write_bytes(b"damaged")
    restore(folder, backup, NOON)
    database = Database.open(folder)
    store = TemplateStore(database)
    assert store.register() == TemplateRegister((OWN,))
    assert store.read(content) == b"text"
    database.close()
