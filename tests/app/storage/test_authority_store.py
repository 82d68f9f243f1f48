"""Published editions: added in one step with closing the draft, and never changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from app.errors import RecordChangedElsewhere, StorageError
from app.quoting.authority.published import broken_at
from app.quoting.authority.source import AuthorityPatch
from app.storage.authority_store import AuthorityStore
from app.storage.backup import back_up_daily, restore
from app.storage.database import Database
from app.storage.draft_log import DraftEdit
from tests.app.quoting.authority.sources import NOON, SOURCE, an_edition

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def store(tmp_path: Path) -> Iterator[AuthorityStore]:
    """A store on a database of its own."""
    database = Database.open(tmp_path)
    yield AuthorityStore(database)
    database.close()


def test_editions_come_back_as_a_chain(store: AuthorityStore) -> None:
    """Two publications; each closes its draft, and the second holds the digest of the first."""
    for base in ("shipped", "1"):
        draft = store.begin(base, now=NOON)
        store.publish(draft.id, draft.revision, an_edition(note=base), now=NOON)
        assert store.current() is None
    first, second = store.editions()
    assert (first.note, second.note) == ("shipped", "1")
    assert second.previous == first.digest
    assert first.source == SOURCE
    assert broken_at((first, second)) == 0


def test_edits_of_a_draft_come_back(store: AuthorityStore) -> None:
    """As those of every draft."""
    draft = store.begin("shipped", now=NOON)
    edit = DraftEdit(1, "limits.field", "", AuthorityPatch(SOURCE))
    store.commit_edit(draft.id, draft.revision, "op", edit, now=NOON)
    stored = store.current()
    assert stored is not None
    assert stored.edits == (edit,)


def test_what_changed_meanwhile_is_not_published(store: AuthorityStore) -> None:
    """Nothing is written then."""
    draft = store.begin("shipped", now=NOON)
    with pytest.raises(RecordChangedElsewhere):
        store.publish(draft.id, draft.revision + 1, an_edition(), now=NOON)
    assert store.editions() == ()


def test_an_edition_is_never_changed(tmp_path: Path) -> None:
    """The database itself refuses."""
    database = Database.open(tmp_path)
    store = AuthorityStore(database)
    draft = store.begin("shipped", now=NOON)
    store.publish(draft.id, draft.revision, an_edition(), now=NOON)
    for statement in ("UPDATE authority_editions SET at = ''", "DELETE FROM authority_editions"):
        with (
            pytest.raises((IntegrityError, StorageError)),
            database.writing() as connection,
        ):
            connection.execute(text(statement))
    assert len(store.editions()) == 1
    database.close()


def test_a_backup_brings_editions_back(tmp_path: Path) -> None:
    """What was published after it is gone, what was published before is whole."""
    folder = tmp_path / "data"
    database = Database.open(folder)
    store = AuthorityStore(database)
    draft = store.begin("shipped", now=NOON)
    first = store.publish(draft.id, draft.revision, an_edition(), now=NOON)
    backup = back_up_daily(folder, NOON)
    assert backup is not None
    draft = store.begin("1", now=NOON)
    store.publish(draft.id, draft.revision, an_edition(note="later"), now=NOON)
    database.close()
    restore(folder, backup, NOON)
    database = Database.open(folder)
    assert AuthorityStore(database).editions() == (first,)
    database.close()
