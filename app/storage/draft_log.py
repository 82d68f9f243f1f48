"""DraftLog: an open draft with its edits, kept one by one as those of a quote are.

There is one open draft at most. Each edit is stored before the next one; opening it again gives
the edits, the place in them, and all that undo and redo reach. What is drafted, and what becomes
of it when it is published, is said by the stores that use a log.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar
from uuid import uuid4

import msgspec
from sqlalchemy import Table, func, select

from app.errors import RecordChangedElsewhere, RecordMissing
from app.storage.codec import StoredFormat, pack, unpack
from app.storage.operations import earlier_result, remember_result

if TYPE_CHECKING:
    from sqlalchemy import Connection, Row

OPEN, PUBLISHED, DISCARDED = "open", "published", "discarded"
PatchT = TypeVar("PatchT")


class DraftEdit(msgspec.Struct, Generic[PatchT], frozen=True):
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
    patch: PatchT


class StoredDraft(msgspec.Struct, Generic[PatchT], frozen=True):
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
    edits: tuple[DraftEdit[PatchT], ...] = ()


class DraftBrief(NamedTuple):
    """How far an open draft is: its base, the edits in it, when it was changed (UTC)."""

    base: str
    edits: int
    updated: datetime


class DraftTables(NamedTuple, Generic[PatchT]):
    """Where drafts of one kind are, and how their patches are written."""

    drafts: Table
    edits: Table
    patch: StoredFormat[PatchT]


class DraftLog(Generic[PatchT]):
    """Reads and writes the open draft of some tables, inside transactions of others."""

    def __init__(self, tables: DraftTables[PatchT]) -> None:
        """Keep the tables."""
        self._drafts, self._edits, self._patch = tables

    def begin(self, connection: Connection, base: str, now: datetime) -> StoredDraft[PatchT]:
        """Open a draft of a version; the open one when there is one already."""
        found = self.current(connection)
        if found is not None:
            return found
        draft = StoredDraft[PatchT](uuid4().hex, base, revision=1, position=0, updated=now)
        connection.execute(
            self._drafts.insert(),
            {
                "id": draft.id,
                "base": base,
                "state": OPEN,
                "revision": draft.revision,
                "position": draft.position,
                "created": now,
                "updated": now,
            },
        )
        return draft

    def current(self, connection: Connection) -> StoredDraft[PatchT] | None:
        """The open draft with its edits, or ``None``."""
        row = connection.execute(select(self._drafts).where(self._drafts.c.state == OPEN)).first()
        if row is None:
            return None
        edits = tuple(
            DraftEdit(
                place, found.label, found.merge_key, self._patch.decode(unpack(found.content))
            )
            for place, found in enumerate(self._reachable(connection, row.id), 1)
        )
        return StoredDraft(row.id, row.base, row.revision, row.position, row.updated, edits)

    def brief(self, connection: Connection) -> DraftBrief | None:
        """How far the open draft is, without reading its edits; ``None`` where none is open."""
        columns = self._drafts.c
        row = connection.execute(
            select(columns.base, columns.position, columns.updated).where(columns.state == OPEN)
        ).first()
        return DraftBrief(row.base, row.position, row.updated) if row is not None else None

    def commit_edit(
        self,
        connection: Connection,
        draft_id: str,
        expected_revision: int,
        operation_id: str,
        edit: DraftEdit[PatchT],
        now: datetime,
    ) -> int:
        """Keep an edit; those that were undone before it can no longer be reached.

        Args:
            connection: The transaction.
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
        """
        done = earlier_result(connection, operation_id, draft_id)
        if done is not None:
            return done
        self.expect(connection, draft_id, expected_revision)
        self._truncate(connection, draft_id, edit.position)
        connection.execute(
            self._edits.insert(),
            {
                "draft": draft_id,
                "position": self._next_row(connection, draft_id),
                "label": edit.label,
                "merge_key": edit.merge_key,
                "at": now,
                "content": pack(self._patch.encode(edit.patch)),
            },
        )
        return self._change(connection, draft_id, operation_id, edit.position, now)

    def set_position(
        self,
        connection: Connection,
        draft_id: str,
        position: int,
        expected_revision: int,
        operation_id: str,
        now: datetime,
    ) -> int:
        """Undo or redo: make the state after so many edits the draft; gives the new revision.

        Raises:
            RecordMissing: There is no such open draft, or not so many edits.
            RecordChangedElsewhere: Another window changed it since; nothing was written.
        """
        done = earlier_result(connection, operation_id, draft_id)
        if done is not None:
            return done
        self.expect(connection, draft_id, expected_revision)
        if not 0 <= position <= len(self._reachable(connection, draft_id)):
            raise RecordMissing(record=f"{draft_id} @{position}")
        return self._change(connection, draft_id, operation_id, position, now)

    def expect(self, connection: Connection, draft_id: str, revision: int) -> None:
        """Go on only when the draft is open and at a revision.

        Raises:
            RecordMissing: There is no such open draft.
            RecordChangedElsewhere: Another window changed it since.
        """
        columns = self._drafts.c
        row = connection.execute(
            select(columns.revision).where(columns.id == draft_id, columns.state == OPEN)
        ).scalar()
        if row is None:
            raise RecordMissing(record=draft_id)
        if row != revision:
            raise RecordChangedElsewhere(record=draft_id)

    def close(
        self,
        connection: Connection,
        draft_id: str,
        now: datetime,
        version: str | None = None,
    ) -> None:
        """Close a draft as published under a version, or as discarded without one."""
        connection.execute(
            self._drafts.update()
            .where(self._drafts.c.id == draft_id)
            .values(
                state=DISCARDED if version is None else PUBLISHED, updated=now, published=version
            )
        )

    def _reachable(
        self, connection: Connection, draft_id: str
    ) -> list[Row[tuple[str, str, bytes]]]:
        """Edits that undo and redo reach, in order."""
        columns = self._edits.c
        return list(
            connection.execute(
                select(columns.label, columns.merge_key, columns.content)
                .where(columns.draft == draft_id, columns.truncated_by.is_(None))
                .order_by(columns.position)
            )
        )

    def _truncate(self, connection: Connection, draft_id: str, position: int) -> None:
        """Mark the edits from a place on: they were undone, or are taken the place of."""
        columns = self._edits.c
        rows = connection.execute(
            select(columns.position)
            .where(columns.draft == draft_id, columns.truncated_by.is_(None))
            .order_by(columns.position)
        ).scalars()
        gone = list(rows)[position - 1 :]
        if gone:
            by = self._next_row(connection, draft_id)
            connection.execute(
                self._edits.update()
                .where(columns.draft == draft_id, columns.position.in_(gone))
                .values(truncated_by=by)
            )

    def _next_row(self, connection: Connection, draft_id: str) -> int:
        columns = self._edits.c
        newest = connection.execute(
            select(func.max(columns.position)).where(columns.draft == draft_id)
        ).scalar()
        return (newest or 0) + 1

    def _change(
        self,
        connection: Connection,
        draft_id: str,
        operation_id: str,
        position: int,
        now: datetime,
    ) -> int:
        columns = self._drafts.c
        revision = connection.execute(
            self._drafts.update()
            .where(columns.id == draft_id)
            .values(revision=columns.revision + 1, position=position, updated=now)
            .returning(columns.revision)
        ).scalar_one()
        remember_result(connection, operation_id, draft_id, revision, now)
        return int(revision)
