"""Limits and people of one's own: the open draft, and every edition that was published."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sqlalchemy import select

from app.quoting.authority.published import seal_edition
from app.quoting.authority.source import AuthorityPatch
from app.storage.codec import AUTHORITY_PATCH, EDITION, pack, unpack
from app.storage.draft_log import DraftTables
from app.storage.draft_store import Drafts
from app.storage.schema import AUTHORITY_DRAFT_EDITS, AUTHORITY_DRAFTS, AUTHORITY_EDITIONS

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Connection

    from app.quoting.authority.published import PublishedEdition
    from app.storage.database import Database

_TABLES: Final = DraftTables(AUTHORITY_DRAFTS, AUTHORITY_DRAFT_EDITS, AUTHORITY_PATCH)


class AuthorityStore(Drafts[AuthorityPatch]):
    """The open draft of limits and people, and the chain of published editions."""

    def __init__(self, database: Database) -> None:
        """Keep the database."""
        super().__init__(database, _TABLES)

    def editions(self) -> tuple[PublishedEdition, ...]:
        """Every published edition, the first one first.

        Raises:
            StorageError: The database failed.
            UnknownFormat: A newer program wrote one.
        """
        with self._database.reading() as connection:
            return _editions(connection)

    def publish(
        self, draft_id: str, expected_revision: int, edition: PublishedEdition, *, now: datetime
    ) -> PublishedEdition:
        """Add an edition below those there are and close the draft, both or neither.

        Args:
            draft_id: Which draft.
            expected_revision: Revision that the edition was made from.
            edition: Its place in the chain and its digest are given here.
            now: The moment.

        Raises:
            RecordMissing: There is no such open draft.
            RecordChangedElsewhere: Another window changed it since; nothing was written.
            StorageError: The database failed.
        """
        with self._database.writing() as connection:
            self._log.expect(connection, draft_id, expected_revision)
            known = _editions(connection)
            sealed = seal_edition(edition, known[-1] if known else None)
            connection.execute(
                AUTHORITY_EDITIONS.insert().values(
                    sequence=sealed.sequence, at=now, content=pack(EDITION.encode(sealed))
                )
            )
            self._log.close(connection, draft_id, now, sealed.version)
        return sealed


def _editions(connection: Connection) -> tuple[PublishedEdition, ...]:
    columns = AUTHORITY_EDITIONS.c
    rows = connection.execute(select(columns.content).order_by(columns.sequence)).scalars()
    return tuple(EDITION.decode(unpack(content)) for content in rows)
