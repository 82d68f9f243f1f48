"""Customers with their bills."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from app.errors import RecordMissing
from app.storage import customer_merges
from app.storage.codec import CUSTOMER, unpack
from app.storage.customer_record import (
    StoredCustomer,
    load_customer,
    load_profile,
    make_card,
    save_customer,
)
from app.storage.customer_rows import CustomerRow, row_of, row_query
from app.storage.customer_search_text import UNDER, VISITS
from app.storage.faults import storage_error
from app.storage.schema import BILL_IMPORTS, CUSTOMER_EDITS, CUSTOMERS, QUOTES, USES
from app.storage.text_search import contains_words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from sqlalchemy import Connection, Select

    from app.quoting.customer import Customer
    from app.storage.database import Database
    from pricing.bills import Bills

USE = "customer"
"""Kind of the records in the table of recent uses."""


class CustomerStore:
    """Reads, writes and finds customers."""

    def __init__(self, database: Database) -> None:
        """Keep the database."""
        self._database = database

    def save(
        self,
        customer: Customer,
        bills: Bills,
        *,
        now: datetime,
        expected_revision: int | None = None,
    ) -> int:
        """Keep a customer with all bills known. Saving what is stored already changes nothing.

        Args:
            customer: Who; a new identifier makes a new record.
            bills: All bills, which take the place of those stored.
            now: The moment.
            expected_revision: Revision that the change was made from, 0 for a new customer; when
                not given, what is stored is replaced whatever it is.

        Returns:
            The new revision.

        Raises:
            RecordChangedElsewhere: The stored revision is another one and its content differs.
            StorageError: The database failed.
        """
        with self._database.writing() as connection:
            return save_customer(
                connection, customer, bills, now=now, expected_revision=expected_revision
            )

    def load(self, customer_id: str) -> tuple[Customer, Bills]:
        """Read a customer with the bills.

        Raises:
            RecordMissing: There is no such customer.
            StorageError: The database failed.
        """
        stored = self.stored(customer_id)
        return stored.customer, stored.bills

    def stored(self, customer_id: str) -> StoredCustomer:
        """Read a customer with the bills and the revision; one who was merged is who was kept.

        Raises:
            RecordMissing: There is no such customer.
            StorageError: The database failed.
        """
        with self._database.reading() as connection:
            found = load_customer(connection, customer_merges.kept_of(connection, customer_id))
        if found is None:
            raise RecordMissing(record=customer_id)
        return found

    def customer(self, customer_id: str) -> Customer:
        """Read a customer without the bills, which may be long; a merged one is who was kept.

        Raises:
            RecordMissing: There is no such customer.
            StorageError: The database failed.
        """
        with self._database.reading() as connection:
            found = load_profile(connection, customer_merges.kept_of(connection, customer_id))
        if found is None:
            raise RecordMissing(record=customer_id)
        return found

    def branches(self, customer_id: str) -> tuple[CustomerRow, ...]:
        """Customers whose headquarters the customer is, ordered by name."""
        found = self.search(UNDER + customer_id)
        return tuple(row for row in found if self.customer(row.id).parent == customer_id)

    def everybody(self) -> tuple[Customer, ...]:
        """Every customer in full, ordered by name."""
        with self._database.reading() as connection:
            rows = connection.execute(
                select(CUSTOMERS.c.content).order_by(CUSTOMERS.c.name, CUSTOMERS.c.id)
            ).scalars()
            return tuple(CUSTOMER.decode(unpack(content)) for content in rows)

    def to_visit(self) -> tuple[Customer, ...]:
        """Customers whom somebody means to visit, in full, ordered by name."""
        with self._database.reading() as connection:
            rows = connection.execute(
                select(CUSTOMERS.c.content)
                .where(contains_words(VISITS, CUSTOMERS.c.search_text))
                .order_by(CUSTOMERS.c.name, CUSTOMERS.c.id)
            ).scalars()
            return tuple(CUSTOMER.decode(unpack(content)) for content in rows)

    def make_cards(self) -> int:
        """Give a card to customers that were stored before there were cards; gives how many.

        Raises:
            StorageError: The database failed.
        """
        columns = CUSTOMERS.c
        with self._database.reading() as connection:
            bare = connection.execute(select(columns.id).where(columns.card.is_(None))).all()
        if not bare:
            return 0
        with self._database.writing() as connection:
            for row in bare:
                make_card(connection, row.id)
        return len(bare)

    def revisions(self) -> dict[str, int]:
        """The revision of every customer, by identifier.

        Raises:
            StorageError: The database failed.
        """
        with self._database.reading() as connection:
            rows = connection.execute(
                select(CUSTOMERS.c.id, CUSTOMERS.c.revision).order_by(CUSTOMERS.c.id)
            )
            return {row.id: row.revision for row in rows}

    def remove(self, customer_id: str) -> None:
        """Forget a customer; a missing one is no fault.

        Raises:
            StorageError: Quotes refer to the customer (``reason`` is ``customer_in_use``), or the
                database failed.
        """
        with self._database.writing() as connection:
            quote = connection.execute(
                select(QUOTES.c.number).where(QUOTES.c.customer == customer_id).limit(1)
            ).scalar()
            if quote is not None:
                raise storage_error(self._database.file, "customer_in_use", quote)
            connection.execute(
                USES.delete().where(USES.c.kind == USE, USES.c.record == customer_id)
            )
            connection.execute(BILL_IMPORTS.delete().where(BILL_IMPORTS.c.customer == customer_id))
            connection.execute(
                CUSTOMER_EDITS.delete().where(CUSTOMER_EDITS.c.customer == customer_id)
            )
            connection.execute(CUSTOMERS.delete().where(CUSTOMERS.c.id == customer_id))

    def search(self, typed: str = "", limit: int = 200) -> tuple[CustomerRow, ...]:
        """Customers, by name, in whose name, code, accounts, contacts or sites every word occurs.

        Args:
            typed: Words; nothing means every customer.
            limit: Most rows to give.
        """
        return self._rows(
            row_query()
            .where(contains_words(typed, CUSTOMERS.c.search_text))
            .order_by(CUSTOMERS.c.name, CUSTOMERS.c.id)
            .limit(limit)
        )

    def named(self, identifiers: Sequence[str]) -> tuple[CustomerRow, ...]:
        """These customers, in this order; one that is gone is left out."""
        rows = self._rows(row_query().where(CUSTOMERS.c.id.in_(identifiers)))
        return tuple(sorted(rows, key=lambda row: identifiers.index(row.id)))

    def texts(self, of: Sequence[str] | None = None) -> dict[str, str]:
        """What these customers are searched by, or all of them, in lines, by identifier."""
        query = select(CUSTOMERS.c.id, CUSTOMERS.c.search_text)
        query = query if of is None else query.where(CUSTOMERS.c.id.in_(of))
        with self._database.reading() as connection:
            return {row.id: row.search_text for row in connection.execute(query)}

    def mark_used(self, customer_id: str, now: datetime) -> None:
        """Remember that the customer was just chosen."""
        with self._database.writing() as connection:
            mark_used(connection, USE, customer_id, now)

    def recent(self, limit: int = 10) -> tuple[CustomerRow, ...]:
        """Customers chosen last, the latest first."""
        used = (USES.c.record == CUSTOMERS.c.id) & (USES.c.kind == USE)
        return self._rows(
            row_query().join(USES, used).order_by(USES.c.at.desc(), CUSTOMERS.c.id).limit(limit)
        )

    def _rows(self, query: Select[Any]) -> tuple[CustomerRow, ...]:
        with self._database.reading() as connection:
            return tuple(row_of(row) for row in connection.execute(query))


def mark_used(connection: Connection, kind: str, record: str, now: datetime) -> None:
    """Remember in a writing block that a record was just used."""
    connection.execute(USES.delete().where(USES.c.kind == kind, USES.c.record == record))
    connection.execute(USES.insert().values(kind=kind, record=record, at=now))
