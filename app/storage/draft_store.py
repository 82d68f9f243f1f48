"""Drafts of the next catalogue version and of the next rule set, each with its own tables.

Publishing makes the version and closes the draft in one transaction.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Generic, TypeVar

from sqlalchemy import select

from app.storage.catalog_store import add_version
from app.storage.codec import PATCH, RULE_PATCH
from app.storage.draft_log import DraftBrief, DraftEdit, DraftLog, DraftTables, StoredDraft
from app.storage.policy_store import add_policy
from app.storage.schema import (
    CATALOG_DRAFT_EDITS,
    CATALOG_DRAFTS,
    RULE_DRAFT_EDITS,
    RULE_DRAFTS,
)
from catalog.draft import Patch
from pricing.rule_draft import RulePatch

if TYPE_CHECKING:
    from datetime import datetime

    from app.storage.database import Database
    from catalog.product_catalog import CatalogContent
    from pricing.policy import PricingPolicy

__all__ = ["DraftBrief", "DraftEdit", "DraftStore", "Drafts", "RuleDraftStore", "StoredDraft"]

_CATALOG: Final = DraftTables(CATALOG_DRAFTS, CATALOG_DRAFT_EDITS, PATCH)
_RULES: Final = DraftTables(RULE_DRAFTS, RULE_DRAFT_EDITS, RULE_PATCH)
PatchT = TypeVar("PatchT")


class Drafts(Generic[PatchT]):
    """Reads and writes the open draft of one kind, one transaction a call."""

    def __init__(self, database: Database, tables: DraftTables[PatchT]) -> None:
        """Keep the database, and where drafts of the kind are."""
        self._database = database
        self._log = DraftLog(tables)

    def begin(self, base: str, *, now: datetime) -> StoredDraft[PatchT]:
        """Open a draft of a version; the open one when there is one already."""
        with self._database.writing() as connection:
            return self._log.begin(connection, base, now)

    def current(self) -> StoredDraft[PatchT] | None:
        """The open draft with its edits, or ``None``."""
        with self._database.reading() as connection:
            return self._log.current(connection)

    def brief(self) -> DraftBrief | None:
        """How far the open draft is, or ``None``.

        Raises:
            StorageError: The database failed.
        """
        with self._database.reading() as connection:
            return self._log.brief(connection)

    def commit_edit(
        self,
        draft_id: str,
        expected_revision: int,
        operation_id: str,
        edit: DraftEdit[PatchT],
        *,
        now: datetime,
    ) -> int:
        """Keep an edit and give the new revision; see ``DraftLog.commit_edit``.

        Raises:
            RecordMissing: There is no such open draft.
            RecordChangedElsewhere: Another window changed it since; nothing was written.
            StorageError: The database failed.
        """
        with self._database.writing() as connection:
            return self._log.commit_edit(
                connection, draft_id, expected_revision, operation_id, edit, now
            )

    def set_position(
        self,
        draft_id: str,
        position: int,
        expected_revision: int,
        operation_id: str,
        *,
        now: datetime,
    ) -> int:
        """Undo or redo: make the state after so many edits the draft; gives the new revision.

        Raises:
            RecordMissing: There is no such open draft, or not so many edits.
            RecordChangedElsewhere: Another window changed it since; nothing was written.
            StorageError: The database failed.
        """
        with self._database.writing() as connection:
            return self._log.set_position(
                connection, draft_id, position, expected_revision, operation_id, now
            )

    def discard(self, draft_id: str, expected_revision: int, *, now: datetime) -> None:
        """Close the draft; its edits stay in the database and are offered no more.

        Raises:
            RecordMissing: There is no such open draft.
            RecordChangedElsewhere: Another window changed it since.
            StorageError: The database failed.
        """
        with self._database.writing() as connection:
            self._log.expect(connection, draft_id, expected_revision)
            self._log.close(connection, draft_id, now)

    def give_up(self, *, now: datetime) -> None:
        """Discard the open draft, if there is one.

        Raises:
            StorageError: The database failed.
        """
        stored = self.current()
        if stored is not None:
            self.discard(stored.id, stored.revision, now=now)


class DraftStore(Drafts[Patch]):
    """The open draft of the next catalogue version."""

    def __init__(self, database: Database) -> None:
        """Keep the database."""
        super().__init__(database, _CATALOG)

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
            self._log.expect(connection, draft_id, expected_revision)
            add_version(connection, self._database.file, content)
            self._log.close(connection, draft_id, now, content.version)


class RuleDraftStore(Drafts[RulePatch]):
    """The open draft of the next rule set."""

    def __init__(self, database: Database) -> None:
        """Keep the database."""
        super().__init__(database, _RULES)

    def publish(
        self, draft_id: str, expected_revision: int, policy: PricingPolicy, *, now: datetime
    ) -> None:
        """Keep a policy with the rules of the draft and close the draft, both or neither.

        Raises:
            RecordMissing: There is no such open draft.
            RecordChangedElsewhere: Another window changed it since; nothing was written.
            StorageError: Another policy has the version (``reason`` is ``version_exists``), or
                the database failed.
        """
        with self._database.writing() as connection:
            self._log.expect(connection, draft_id, expected_revision)
            add_policy(connection, self._database.file, policy)
            self._log.close(connection, draft_id, now, policy.version)

    def published(self) -> str | None:
        """Version of the policy that was published last from a draft, if any was."""
        columns = RULE_DRAFTS.c
        with self._database.reading() as connection:
            return connection.execute(
                select(columns.published)
                .where(columns.published.is_not(None))
                .order_by(columns.updated.desc())
                .limit(1)
            ).scalar()
