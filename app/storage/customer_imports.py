"""Imports of customers: stored as one, and taken back as one."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

import msgspec
from sqlalchemy import delete, func, select

from app.errors import RecordChangedElsewhere
from app.quoting.customer import Customer
from app.storage.codec import pack, unpack
from app.storage.customer_log import commit_edit, plain_facts
from app.storage.customer_record import load_customer
from app.storage.schema import BILL_IMPORTS, CUSTOMER_EDITS, CUSTOMER_IMPORTS, CUSTOMERS, QUOTES
from catalog.known_type import known

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection

    from app.storage.database import Database

IMPORT = "import"
"""Label of the edit that an import makes."""
TAKEN_BACK = "import_undone"
"""Label of the edit that taking an import back makes."""
_KEPT = 20
_COLUMNS = CUSTOMER_IMPORTS.c
Facts = dict[str, Any]


class CustomerImportRow(msgspec.Struct, frozen=True):
    """An import that can be taken back.

    Attributes:
        at: When.
        files: Names of the files.
        added: How many customers were new.
        changed: How many were changed.
    """

    at: datetime
    files: tuple[str, ...]
    added: int
    changed: int


class _Changed(msgspec.Struct, frozen=True):
    """Facts of a customer that an import changed; of a new one all of them, and none before."""

    id: str
    before: Facts | None
    after: Facts


class _Import(msgspec.Struct, frozen=True):
    """What is kept of an import."""

    changed: tuple[_Changed, ...]


class CustomerImports:
    """Keeps what imports of customers brought."""

    def __init__(self, database: Database) -> None:
        """Keep the database."""
        self._database = database

    def store(self, customers: Sequence[Customer], files: Sequence[str], now: datetime) -> None:
        """Store customers after an import and remember the import, all of it or nothing.

        Raises:
            StorageError: The database failed.
        """
        with self._database.writing() as connection:
            changed = []
            for customer in customers:
                stored = load_customer(connection, customer.id)
                commit_edit(connection, customer, IMPORT, now)
                after = plain_facts(customer)
                if stored is None:
                    changed.append(_Changed(customer.id, None, after))
                    continue
                before = plain_facts(stored.customer)
                names = [name for name in after if before[name] != after[name]]
                old, new = ({name: facts[name] for name in names} for facts in (before, after))
                changed.append(_Changed(customer.id, old, new))
            connection.execute(
                CUSTOMER_IMPORTS.insert().values(
                    at=now,
                    files=msgspec.json.encode(tuple(files)),
                    content=pack(msgspec.json.encode(_Import(tuple(changed)))),
                )
            )
            _forget_old(connection)

    def last(self) -> CustomerImportRow | None:
        """The import that would be taken back; ``None`` when there is none."""
        with self._database.reading() as connection:
            row = _last(connection)
        if row is None:
            return None
        changed = _changed(row.content)
        added = sum(one.before is None for one in changed)
        files = msgspec.json.decode(row.files, type=tuple[str, ...])
        return CustomerImportRow(row.at, files, added, len(changed) - added)

    def undo(self, now: datetime) -> int:
        """Take the last import back: customers that were new are gone, facts are what they were.

        A fact that was taken back by itself since stays so; whatever else was changed since stays.

        Returns:
            How many customers it touched; 0 when there is no import.

        Raises:
            RecordChangedElsewhere: A fact that the import brought was changed since, or somebody
                who was new has quotes or bills; nothing is taken back then.
            StorageError: The database failed.
        """
        with self._database.writing() as connection:
            row = _last(connection)
            if row is None:
                return 0
            changed = _changed(row.content)
            for one in changed:
                _take_back(connection, one, now)
            connection.execute(delete(CUSTOMER_IMPORTS).where(_COLUMNS.sequence == row.sequence))
            return len(changed)


def _take_back(connection: Connection, one: _Changed, now: datetime) -> None:
    stored = load_customer(connection, one.id)
    if stored is None:
        if one.before is None:
            return  # who was new is gone already
        raise RecordChangedElsewhere(record=str(one.after.get("name", one.id)))
    found = plain_facts(stored.customer)
    if one.before is None:
        if found != one.after or stored.customer.id != one.id or _is_used(connection, one.id):
            raise RecordChangedElsewhere(record=stored.customer.name)
        connection.execute(delete(CUSTOMER_EDITS).where(CUSTOMER_EDITS.c.customer == one.id))
        connection.execute(delete(CUSTOMERS).where(CUSTOMERS.c.id == one.id))
        return
    for name, value in one.after.items():
        if found[name] not in (value, one.before[name]):
            raise RecordChangedElsewhere(record=stored.customer.name)
    customer = msgspec.convert({**found, **one.before}, known(Customer))
    if customer != stored.customer:
        commit_edit(connection, customer, TAKEN_BACK, now)


def _is_used(connection: Connection, customer_id: str) -> bool:
    """Whether a customer has quotes or bills."""
    tables = (QUOTES, BILL_IMPORTS)
    counts = [
        connection.execute(
            select(func.count()).select_from(table).where(table.c.customer == customer_id)
        ).scalar_one()
        for table in tables
    ]
    stored = load_customer(connection, customer_id)
    return any(counts) or bool(stored and stored.bills.months())


def _last(connection: Connection) -> Any:  # noqa: ANN401 -- a row
    return connection.execute(
        select(CUSTOMER_IMPORTS).order_by(_COLUMNS.sequence.desc()).limit(1)
    ).one_or_none()


def _changed(content: bytes) -> tuple[_Changed, ...]:
    return msgspec.json.decode(unpack(content), type=known(_Import)).changed


def _forget_old(connection: Connection) -> None:
    recent = select(_COLUMNS.sequence).order_by(_COLUMNS.sequence.desc()).limit(_KEPT)
    connection.execute(
        delete(CUSTOMER_IMPORTS).where(_COLUMNS.sequence.not_in(recent.scalar_subquery()))
    )
