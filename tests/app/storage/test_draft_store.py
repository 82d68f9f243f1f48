"""Promises of the draft store: every edit is kept at once, publishing is one step."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import msgspec
import pytest

from app.errors import RecordChangedElsewhere, RecordMissing, StorageError
from app.storage.catalog_store import CatalogStore
from app.storage.draft_store import DraftEdit, DraftStore
from catalog.draft import Patch
from tests.app.storage.stored_values import NOON, a_catalog

if TYPE_CHECKING:
    from app.storage.database import Database
    from app.storage.draft_store import StoredDraft


@pytest.fixture
def store(database: Database) -> DraftStore:
    """A store without a draft."""
    return DraftStore(database)


def edit(position: int, code: str, key: str = "") -> DraftEdit[Patch]:
    """An edit that removes an offering."""
    return DraftEdit(position, "remove", key, Patch(removed=(code,)))


def keep(store: DraftStore, *edits: DraftEdit[Patch]) -> StoredDraft[Patch]:
    """A draft of version A after some edits."""
    draft = store.begin("A", now=NOON)
    revision = draft.revision
    for number, one in enumerate(edits):
        revision = store.commit_edit(draft.id, revision, f"op{number}", one, now=NOON)
    found = store.current()
    assert found is not None
    return found


def removed(draft: StoredDraft[Patch]) -> list[str]:
    """What the edits removed, in order."""
    return [one.patch.removed[0] for one in draft.edits]


def test_there_is_one_open_draft_at_most(store: DraftStore) -> None:
    """Beginning again gives the one that is open, whatever its base."""
    assert store.current() is None
    first = store.begin("A", now=NOON)
    assert store.begin("B", now=NOON + timedelta(days=1)) == first
    assert (first.base, first.position, first.edits) == ("A", 0, ())


def test_edits_come_back_in_order(store: DraftStore) -> None:
    """With their patches, and the place behind the last."""
    draft = keep(store, edit(1, "X"), edit(2, "Y"))
    assert removed(draft) == ["X", "Y"]
    assert (draft.position, draft.revision) == (2, 3)
    assert draft.edits[0] == edit(1, "X")


def test_undo_and_redo_move_the_place_only(store: DraftStore) -> None:
    """All edits stay within reach."""
    draft = keep(store, edit(1, "X"), edit(2, "Y"))
    store.set_position(draft.id, 0, draft.revision, "undo", now=NOON)
    moved = store.current()
    assert moved is not None
    assert (moved.position, removed(moved)) == (0, ["X", "Y"])
    with pytest.raises(RecordMissing):
        store.set_position(draft.id, 3, moved.revision, "too far", now=NOON)


def test_an_edit_after_an_undo_takes_the_place_of_what_was_undone(store: DraftStore) -> None:
    """What was undone can no longer be reached."""
    draft = keep(store, edit(1, "X"), edit(2, "Y"))
    revision = store.set_position(draft.id, 1, draft.revision, "undo", now=NOON)
    store.commit_edit(draft.id, revision, "next", edit(2, "Z"), now=NOON)
    found = store.current()
    assert found is not None
    assert (removed(found), found.position) == (["X", "Z"], 2)


def test_an_edit_at_the_newest_place_merges(store: DraftStore) -> None:
    """Typing on in one cell is one step of undo."""
    draft = keep(store, edit(1, "X", "cell"), edit(1, "XY", "cell"))
    assert (removed(draft), draft.position) == (["XY"], 1)


def test_the_same_operation_happens_once(store: DraftStore) -> None:
    """A write whose answer was lost is tried again."""
    draft = store.begin("A", now=NOON)
    first = store.commit_edit(draft.id, 1, "op", edit(1, "X"), now=NOON)
    assert store.commit_edit(draft.id, 1, "op", edit(1, "X"), now=NOON) == first
    moved = store.set_position(draft.id, 0, first, "undo", now=NOON)
    assert store.set_position(draft.id, 0, first, "undo", now=NOON) == moved


def test_a_change_from_an_old_state_is_refused(store: DraftStore) -> None:
    """Another window edited in between; nothing is written."""
    draft = keep(store, edit(1, "X"))
    with pytest.raises(RecordChangedElsewhere):
        store.commit_edit(draft.id, 1, "late", edit(2, "Y"), now=NOON)
    with pytest.raises(RecordChangedElsewhere):
        store.discard(draft.id, 1, now=NOON)
    assert store.current() == draft


def test_publishing_makes_a_version_and_closes_the_draft(
    store: DraftStore, database: Database
) -> None:
    """Afterwards there is no draft, and nothing of it can be changed."""
    draft = keep(store, edit(1, "X"))
    store.publish(draft.id, draft.revision, a_catalog("B"), now=NOON)
    assert store.current() is None
    assert CatalogStore(database).load("B") == a_catalog("B")
    with pytest.raises(RecordMissing):
        store.commit_edit(draft.id, draft.revision, "late", edit(2, "Y"), now=NOON)
    assert store.begin("B", now=NOON).id != draft.id


def test_a_taken_version_publishes_nothing(store: DraftStore, database: Database) -> None:
    """The draft stays open."""
    CatalogStore(database).save(a_catalog("B"))
    draft = keep(store, edit(1, "X"))
    other = msgspec.structs.replace(a_catalog("B"), title="other")
    with pytest.raises(StorageError) as failure:
        store.publish(draft.id, draft.revision, other, now=NOON)
    assert failure.value.parameters["reason"] == "version_exists"
    assert store.current() == draft


def test_a_discarded_draft_is_offered_no_more(store: DraftStore) -> None:
    """A new one begins empty."""
    draft = keep(store, edit(1, "X"))
    store.discard(draft.id, draft.revision, now=NOON)
    assert store.current() is None
    assert store.begin("A", now=NOON).edits == ()
