"""Quotes: the head, its edit log in the same transaction, and frozen revisions.

There is no save: each committed edit is here before the next one, and opening a quote again gives
the value, the place in its history and everything that undo and redo can reach.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from app.errors import RecordMissing
from app.storage import edit_log, frozen_revisions, promotion_uses, quote_search
from app.storage.edit_log import Edit
from app.storage.faults import storage_error
from app.storage.operations import earlier_result
from app.storage.quote_head import change_head, expected_head, find_head, insert_head
from app.storage.quote_rows import Change, ChangeKind, StoredQuote
from app.storage.schema import QUOTES

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import datetime

    from sqlalchemy import Connection

    from app.quoting.quote import Quote
    from app.quoting.revision import Revision
    from app.storage.database import Database
    from app.storage.quote_rows import EditRow, FrozenRow, QuoteFigures, QuoteRow
    from pricing.context import Used


class QuoteStore:
    """Reads, writes and finds quotes."""

    def __init__(self, database: Database) -> None:
        """Keep the database."""
        self._database = database

    def create(self, quote: Quote, *, now: datetime, figures: QuoteFigures | None = None) -> int:
        """Keep a new quote; creating the same one again does nothing.

        Returns:
            The revision: 1, or the present one when it was created before.

        Raises:
            StorageError: Another quote has the identifier (``reason`` is ``quote_exists``) or the
                number (``number_taken``), or the database failed.
        """
        with self._database.writing() as connection:
            head = find_head(connection, quote.id)
            if head is not None:
                if edit_log.value_at(connection, quote.id, 0) != quote:
                    raise storage_error(self._database.file, "quote_exists", quote.id)
                return head.revision
            self._refuse_taken_number(connection, quote)
            insert_head(connection, quote, Change(1, ChangeKind.CREATED, 0, 0, now))
            edit_log.insert(connection, 0, Edit("", "", quote, figures), now)
            return 1

    def commit_edit(
        self,
        quote_id: str,
        expected_revision: int,
        operation_id: str,
        label: str,
        merge_key: str,
        quote: Quote,
        *,
        now: datetime,
        figures: QuoteFigures | None = None,
    ) -> int:
        """Keep the value after an edit, and the edit.

        Args:
            quote_id: Which quote.
            expected_revision: Revision that the edit was made from.
            operation_id: Unique for this edit; the same one again changes nothing and gives the
                same answer.
            label: Identifier of what the user did.
            merge_key: An edit replaces the newest one of the same key if the position is there;
                empty never merges.
            quote: The value after the edit.
            now: The moment.
            figures: Sums of the value, for lists.

        Returns:
            The new revision.

        Raises:
            RecordMissing: There is no such quote.
            RecordChangedElsewhere: Another window changed it since; nothing was written.
            StorageError: The number belongs to another quote (``reason`` is ``number_taken``), or
                the database failed.
        """
        if quote.id != quote_id:
            msg = f"an edit of quote {quote_id} gave quote {quote.id}"
            raise ValueError(msg)
        with self._database.writing() as connection:
            done = earlier_result(connection, operation_id, quote_id)
            if done is not None:
                return done
            head = expected_head(connection, quote_id, expected_revision)
            if quote.number != head.number:
                self._refuse_taken_number(connection, quote)
            edit = Edit(label, merge_key, quote, figures)
            change = edit_log.append(connection, head.position, edit, now)
            return change_head(connection, head, operation_id, change, quote)

    def set_position(
        self,
        quote_id: str,
        position: int,
        expected_revision: int,
        operation_id: str,
        *,
        now: datetime,
    ) -> int:
        """Undo or redo: make the value at a position of the edit log the quote.

        Returns:
            The new revision.

        Raises:
            RecordMissing: There is no such quote, or no such position that undo and redo reach.
            RecordChangedElsewhere: Another window changed it since; nothing was written.
            StorageError: The number of that value belongs to another quote by now (``reason`` is
                ``number_taken``), or the database failed.
        """
        with self._database.writing() as connection:
            done = earlier_result(connection, operation_id, quote_id)
            if done is not None:
                return done
            head = expected_head(connection, quote_id, expected_revision)
            quote = edit_log.value_at(connection, quote_id, position)
            if quote is None or not edit_log.is_reachable(connection, quote_id, position):
                raise RecordMissing(record=f"{head.number} @{position}")
            if quote.number != head.number:
                self._refuse_taken_number(connection, quote)
            change = Change(0, ChangeKind.MOVED, position, 0, now)
            return change_head(connection, head, operation_id, change, quote)

    def load(self, quote_id: str) -> StoredQuote:
        """Read a quote at its position.

        Raises:
            RecordMissing: There is no such quote.
            StorageError: The database failed.
        """
        with self._database.reading() as connection:
            head = find_head(connection, quote_id)
            quote = edit_log.value_at(connection, quote_id, head.position) if head else None
        if head is None or quote is None:
            raise RecordMissing(record=quote_id)
        return StoredQuote(quote, head.revision, head.updated, head.position)

    def history(self, quote_id: str) -> tuple[EditRow, ...]:
        """Every edit in order, those cut off after an undo too; empty for an unknown quote."""
        with self._database.reading() as connection:
            return edit_log.rows(connection, quote_id)

    def changes(self, quote_id: str) -> tuple[Change, ...]:
        """What led to each revision of the head, undo and redo too, in order."""
        with self._database.reading() as connection:
            return edit_log.changes(connection, quote_id)

    def value_at(self, quote_id: str, position: int) -> Quote:
        """The value at a position of the edit log, truncated or not.

        Raises:
            RecordMissing: There is no such position.
            StorageError: The database failed.
        """
        with self._database.reading() as connection:
            quote = edit_log.value_at(connection, quote_id, position)
        if quote is None:
            raise RecordMissing(record=f"{quote_id} @{position}")
        return quote

    def reachable_values(self, quote_id: str, last: int = 200) -> tuple[Quote, ...]:
        """Values that undo and redo reach, oldest first: one for each row not truncated.

        Args:
            quote_id: Which quote.
            last: Most values to give; the oldest are left out.
        """
        with self._database.reading() as connection:
            return edit_log.reachable_values(connection, quote_id, last)

    def search(self, typed: str = "", limit: int = 200) -> tuple[QuoteRow, ...]:
        """Quotes in whose number, title, customer or author every word typed occurs.

        Returns:
            Rows, the quote changed last first.
        """
        with self._database.reading() as connection:
            return quote_search.find(connection, typed, limit)

    def recent(self, limit: int = 10) -> tuple[QuoteRow, ...]:
        """Quotes changed last, the latest first."""
        return self.search("", limit)

    def named(self, identifiers: Collection[str]) -> tuple[QuoteRow, ...]:
        """These quotes, the one changed last first; one that is gone is left out."""
        with self._database.reading() as connection:
            return quote_search.named(connection, identifiers)

    def of_customer(self, customer_id: str) -> tuple[QuoteRow, ...]:
        """Every quote for a customer, the one changed last first."""
        with self._database.reading() as connection:
            return quote_search.of_customer(connection, customer_id)

    def customers(self) -> frozenset[str]:
        """Identifiers of the customers that there are quotes for."""
        with self._database.reading() as connection:
            return quote_search.customers(connection)

    def freeze(self, quote_id: str, revision: Revision, *, now: datetime) -> None:
        """Keep a frozen revision for ever; freezing the same one again does nothing.

        Raises:
            RecordMissing: There is no such quote.
            StorageError: Another revision has the label (``reason`` is ``revision_exists``), or
                the database failed.
        """
        with self._database.writing() as connection:
            if find_head(connection, quote_id) is None:
                raise RecordMissing(record=quote_id)
            if not frozen_revisions.add(connection, quote_id, revision, now):
                raise storage_error(self._database.file, "revision_exists", revision.label)

    def revisions(self, quote_id: str) -> tuple[FrozenRow, ...]:
        """Frozen revisions in the order in which they were frozen, without their values."""
        with self._database.reading() as connection:
            return frozen_revisions.rows(connection, quote_id)

    def revision(self, quote_id: str, label: str) -> Revision:
        """A frozen revision, exactly as it was.

        Raises:
            RecordMissing: There is no such revision.
            StorageError: The database failed.
        """
        with self._database.reading() as connection:
            found = frozen_revisions.value(connection, quote_id, label)
        if found is None:
            raise RecordMissing(record=f"{quote_id} {label}")
        return found

    def used_of_promotions(self, customer_id: str, but: str) -> dict[str, Used]:
        """What frozen quotes other than one have used of each promotion.

        Args:
            customer_id: Whose quotes are counted apart.
            but: Identifier of the quote that is being priced.
        """
        with self._database.reading() as connection:
            return promotion_uses.used(connection, customer_id, but)

    def _refuse_taken_number(self, connection: Connection, quote: Quote) -> None:
        owner = connection.execute(
            select(QUOTES.c.id).where(QUOTES.c.number == quote.number)
        ).scalar()
        if owner is not None:
            raise storage_error(self._database.file, "number_taken", quote.number)
