"""The draft of the next catalogue version: its edits, kept one by one as those of a quote are.

There is one open draft at most. Each edit is stored before the next one; opening it again gives
the edits, the place in them, and all that undo and redo reach. Publishing makes the version and
closes the draft in one transaction.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING
from uuid import uuid4

import msgspec
from sqlalchemy import func, select

from app.errors import RecordChangedElsewhere, RecordMissing
from app.storage.catalog_store import add_version
from app.storage.codec import PATCH, pack, unpack
from app.storage.operations import earlier_result, remember_result
from app.storage.schema import CATALOG_DRAFT_EDITS, CATALOG_DRAFTS
from catalog.draft import Patch

if TYPE_CHECKING:
    from sqlalchemy import Connection, Row

    from app.storage.database import Database
    from catalog.product_catalog import CatalogContent

_DRAFTS, _EDITS = CATALOG_DRAFTS.c, CATALOG_DRAFT_EDITS.c
_OPEN, _PUBLISHED, _DISCARDED = "open", "published", "discarded"


class DraftEdit(msgspec.Struct, frozen=True):
    """One edit that undo and redo reach.

    Attributes:
        position: Its place, from 1.
        label: Identifier of what the user did.
        merge_key: Edits of one key in a row are one edit.
        patch: What it left.
    """

    position: int
    label: str
    merge_key: str
    patch: Patch


class StoredDraft(msgspec.Struct, frozen=True):
    """The open draft as stored.

    Attributes:
        id: Unique.
        base: Version that it began with.
        revision: Rises with each change; give it back with the next one.
        position: Place in the edits; 0 is the base itself.
        updated: When it was last changed, in UTC.
        edits: All that undo and redo reach, in order.
    """

    id: str
    base: str
    revision: int
    position: int
    updated: datetime
    edits: tuple[DraftEdit, ...] = ()


class DraftStore:
    """Reads and writes the open draft."""

    def __init__(self, database: Database) -> None:
        """Keep the database."""
        self._database = database

    def begin(self, base: str, *, now: datetime) -> StoredDraft:
        """Open a draft of a version; the open one when there is one already."""
        with self._database.writing() as connection:
            found = _open_draft(connection)
            if found is not None:
                return found
            draft = StoredDraft(uuid4().hex, base, revision=1, position=0, updated=now)
            connection.execute(
                CATALOG_DRAFTS.insert(),
                {
                    "id": draft.id,
                    "base": base,
                    "state": _OPEN,
                    "revision": draft.revision,
                    "position": draft.position,
                    "created": now,
                    "updated": now,
                },
            )
            return draft

    def current(self) -> StoredDraft | None:
        """The open draft with its edits, or ``None``."""
        with self._database.reading() as connection:
            return _open_draft(connection)

    def commit_edit(
        self,
        draft_id: str,
        expected_revision: int,
        operation_id: str,
        edit: DraftEdit,
        *,
        now: datetime,
    ) -> int:
        """Keep an edit; those that were undone before it can no longer be reached.

        Args:
            draft_id: Which draft.
            expected_revision: Revision that the edit was made from.
            operation_id: Unique for this edit; the same one again changes nothing.
            edit: The edit; one at the place of the newest takes its place.
            now: The moment.

        Returns:
            The new revision.

        Raises:
            RecordMissing: There is no such open draft.
            RecordChangedElsewhere: Another window changed it since; nothing was written.
            StorageError: The database failed.
        """
        with self._database.writing() as connection:
            done = earlier_result(connection, operation_id, draft_id)
            if done is not None:
                return done
            _expected(connection, draft_id, expected_revision)
            _truncate(connection, draft_id, edit.position)
            connection.execute(
                CATALOG_DRAFT_EDITS.insert(),
                {
                    "draft": draft_id,
                    "position": _next_row(connection, draft_id),
                    "label": edit.label,
                    "merge_key": edit.merge_key,
                    "at": now,
                    "content": pack(PATCH.encode(edit.patch)),
                },
            )
            return _change(connection, draft_id, operation_id, edit.position, now)

    def set_position(
        self,
        draft_id: str,
        position: int,
        expected_revision: int,
        operation_id: str,
        *,
        now: datetime,
    ) -> int:
        """Undo or redo: make the state after so many edits the draft.

        Raises:
            RecordMissing: There is no such open draft, or not so many edits.
            RecordChangedElsewhere: Another window changed it since; nothing was written.
            StorageError: The database failed.
        """
        with self._database.writing() as connection:
            done = earlier_result(connection, operation_id, draft_id)
            if done is not None:
                return done
            _expected(connection, draft_id, expected_revision)
            if not 0 <= position <= len(_edits(connection, draft_id)):
                raise RecordMissing(record=f"{draft_id} @{position}")
            return _change(connection, draft_id, operation_id, position, now)

    def publish(
        self, draft_id: str, expected_revision: int, content: CatalogContent, *, now: datetime
    ) -> None:
        """Make the draft a version and close it, both or neither.

        Raises:
            RecordMissing: There is no such open draft.
            RecordChangedElsewhere: Another window changed it since; nothing was written.
            StorageError: Another content has the version (``reason`` is ``version_exists``), or
                the database failed.
        """
        with self._database.writing() as connection:
            _expected(connection, draft_id, expected_revision)
            add_version(connection, self._database.file, content)
            _close(connection, draft_id, _PUBLISHED, now, content.version)

    def discard(self, draft_id: str, expected_revision: int, *, now: datetime) -> None:
        """Close the draft; its edits stay in the database and are offered no more.

        Raises:
            RecordMissing: There is no such open draft.
            RecordChangedElsewhere: Another window changed it since.
            StorageError: The database failed.
        """
        with self._database.writing() as connection:
            _expected(connection, draft_id, expected_revision)
            _close(connection, draft_id, _DISCARDED, now)


def _open_draft(connection: Connection) -> StoredDraft | None:
    row = connection.execute(select(CATALOG_DRAFTS).where(_DRAFTS.state == _OPEN)).first()
    if row is None:
        return None
    edits = tuple(
        DraftEdit(place, found.label, found.merge_key, PATCH.decode(unpack(found.content)))
        for place, found in enumerate(_edits(connection, row.id), 1)
    )
    return StoredDraft(row.id, row.base, row.revision, row.position, row.updated, edits)


def _edits(connection: Connection, draft_id: str) -> list[Row[tuple[str, str, bytes]]]:
    """Edits that undo and redo reach, in order."""
    return list(
        connection.execute(
            select(_EDITS.label, _EDITS.merge_key, _EDITS.content)
            .where(_EDITS.draft == draft_id, _EDITS.truncated_by.is_(None))
            .order_by(_EDITS.position)
        )
    )


def _truncate(connection: Connection, draft_id: str, position: int) -> None:
    """Mark the edits from a place on: they were undone, or are taken the place of."""
    rows = connection.execute(
        select(_EDITS.position)
        .where(_EDITS.draft == draft_id, _EDITS.truncated_by.is_(None))
        .order_by(_EDITS.position)
    ).scalars()
    gone = list(rows)[position - 1 :]
    if gone:
        by = _next_row(connection, draft_id)
        connection.execute(
            CATALOG_DRAFT_EDITS.update()
            .where(_EDITS.draft == draft_id, _EDITS.position.in_(gone))
            .values(truncated_by=by)
        )


def _next_row(connection: Connection, draft_id: str) -> int:
    newest = connection.execute(
        select(func.max(_EDITS.position)).where(_EDITS.draft == draft_id)
    ).scalar()
    return (newest or 0) + 1


def _expected(connection: Connection, draft_id: str, revision: int) -> None:
    row = connection.execute(
        select(_DRAFTS.revision).where(_DRAFTS.id == draft_id, _DRAFTS.state == _OPEN)
    ).scalar()
    if row is None:
        raise RecordMissing(record=draft_id)
    if row != revision:
        raise RecordChangedElsewhere(record=draft_id)


def _change(
    connection: Connection, draft_id: str, operation_id: str, position: int, now: datetime
) -> int:
    revision = connection.execute(
        CATALOG_DRAFTS.update()
        .where(_DRAFTS.id == draft_id)
        .values(revision=_DRAFTS.revision + 1, position=position, updated=now)
        .returning(_DRAFTS.revision)
    ).scalar_one()
    remember_result(connection, operation_id, draft_id, revision, now)
    return int(revision)


def _close(
    connection: Connection, draft_id: str, state: str, now: datetime, version: str | None = None
) -> None:
    connection.execute(
        CATALOG_DRAFTS.update()
        .where(_DRAFTS.id == draft_id)
        .values(state=state, updated=now, published=version)
    )
