"""Edits of customers: each is stored at once with what it changed, and can be taken back.

An edit keeps only the facts that it changed, as they were and as they became. Taking it back asks
for those facts alone: what an import of bills added elsewhere in the meantime stays.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec
from sqlalchemy import delete, select, update

from app.errors import RecordChangedElsewhere
from app.quoting.customer import Customer
from app.storage import customer_merges
from app.storage.bill_codec import BILLS
from app.storage.codec import CUSTOMER, pack, unpack
from app.storage.customer_record import load_customer, save_customer
from app.storage.schema import CUSTOMER_EDITS, CUSTOMERS
from catalog.known_type import known
from pricing.bills import Bills

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from sqlalchemy import Connection

    from app.storage.database import Database

DONE, UNDONE = "done", "undone"
MERGE = "merge"
"""Label of the edit that took another customer in."""
_COLUMNS = CUSTOMER_EDITS.c
_KEPT = 200
"""Edits of a customer that can be taken back."""


class EditState(msgspec.Struct, frozen=True):
    """What undo and redo would do now: the label of the edit, ``None`` for nothing."""

    undo: str | None = None
    redo: str | None = None


class _Merged(msgspec.Struct, frozen=True):
    """The customer that was taken in, and the bills of the one who was kept."""

    other: bytes
    other_bills: bytes
    bills_before: bytes
    bills_after: bytes
    imports: tuple[int, ...] = ()


class CustomerLog:
    """Commits edits of customers, takes them back and does them again."""

    def __init__(self, database: Database) -> None:
        """Keep the database."""
        self._database = database

    def commit(
        self,
        customer: Customer,
        label: str,
        *,
        now: datetime,
        expected_revision: int | None = None,
        bills: Bills | None = None,
    ) -> int:
        """Store a customer after an edit, and the edit; a new customer has nothing to take back.

        Args:
            customer: After the edit.
            label: Name of what was done, such as that of the list.
            now: The moment.
            expected_revision: That which the edit was made from.
            bills: Other bills; those that are stored when not given. They are no part of undo.

        Returns:
            The new revision.

        Raises:
            RecordChangedElsewhere: Another window changed the customer since.
            StorageError: The database failed.
        """
        with self._database.writing() as connection:
            return commit_edit(connection, customer, label, now, expected_revision, bills)

    def commit_all(self, customers: Sequence[Customer], label: str, now: datetime) -> None:
        """Store the same edit of many customers, all of them or none; each is taken back alone.

        Raises:
            StorageError: The database failed.
        """
        with self._database.writing() as connection:
            for customer in customers:
                commit_edit(connection, customer, label, now)

    def state(self, customer_id: str) -> EditState:
        """What undo and redo would do."""
        with self._database.reading() as connection:
            back = _next(connection, customer_id, DONE)
            again = _next(connection, customer_id, UNDONE)
            return EditState(back.label if back else None, again.label if again else None)

    def undo(self, customer_id: str, now: datetime) -> str | None:
        """Take the last edit back; gives its label, ``None`` when there is none.

        Raises:
            RecordChangedElsewhere: What it changed was changed otherwise since.
            StorageError: The database failed.
        """
        return self._move(customer_id, now, DONE)

    def redo(self, customer_id: str, now: datetime) -> str | None:
        """Do again what was taken back last; gives its label, ``None`` when there is none.

        Raises:
            RecordChangedElsewhere: What it would change was changed otherwise since.
            StorageError: The database failed.
        """
        return self._move(customer_id, now, UNDONE)

    def merge(
        self, kept: Customer, bills: Bills, other_id: str, revisions: tuple[int, int], now: datetime
    ) -> int:
        """Take another customer in: he is gone, his quotes and imports of bills follow.

        Args:
            kept: The one who stays, as he is after it.
            bills: Of both.
            other_id: The one who goes.
            revisions: Of both, as the merge was prepared from: of who stays, of who goes.
            now: The moment.

        Returns:
            The new revision of the one who stays.

        Raises:
            RecordChangedElsewhere: One of them was changed since.
            StorageError: The database failed.
        """
        with self._database.writing() as connection:
            mine, theirs = load_customer(connection, kept.id), load_customer(connection, other_id)
            if mine is None or theirs is None or theirs.revision != revisions[1]:
                raise RecordChangedElsewhere(record=kept.name)
            merged = _Merged(
                CUSTOMER.encode(theirs.customer),
                BILLS.encode(theirs.bills),
                BILLS.encode(mine.bills),
                BILLS.encode(bills),
                customer_merges.imports_of(connection, other_id),
            )
            revision = save_customer(
                connection, kept, bills, now=now, expected_revision=revisions[0]
            )
            _append(connection, mine.customer, kept, MERGE, now, merged)
            _take_in(connection, kept.id, other_id, merged)
            return revision

    def _move(self, customer_id: str, now: datetime, state: str) -> str | None:
        with self._database.writing() as connection:
            row = _next(connection, customer_id, state)
            stored = load_customer(connection, customer_id)
            if row is None or stored is None:
                return None
            before, after = _facts(row.before), _facts(row.after)
            old, new = (after, before) if state == DONE else (before, after)
            found = plain_facts(stored.customer)
            if any(found[name] != value for name, value in old.items()):
                raise RecordChangedElsewhere(record=stored.customer.name)
            customer = msgspec.convert({**found, **new}, known(Customer))
            bills = stored.bills
            if row.merged is not None:
                merged = msgspec.msgpack.decode(unpack(row.merged), type=known(_Merged))
                bills = _move_merge(connection, customer_id, bills, merged, now, back=state == DONE)
            save_customer(connection, customer, bills, now=now)
            connection.execute(
                update(CUSTOMER_EDITS)
                .where(_COLUMNS.sequence == row.sequence)
                .values(state=UNDONE if state == DONE else DONE)
            )
            return str(row.label)


def commit_edit(
    connection: Connection,
    customer: Customer,
    label: str,
    now: datetime,
    expected_revision: int | None = None,
    bills: Bills | None = None,
) -> int:
    """Store a customer after an edit, and the edit, within a transaction; see ``commit``."""
    stored = load_customer(connection, customer.id)
    known = bills if bills is not None else (stored.bills if stored else Bills())
    revision = save_customer(
        connection, customer, known, now=now, expected_revision=expected_revision
    )
    if stored is not None and stored.customer != customer:
        _append(connection, stored.customer, customer, label, now)
    return revision


def _append(
    connection: Connection,
    before: Customer,
    after: Customer,
    label: str,
    now: datetime,
    merged: _Merged | None = None,
) -> None:
    """Add an edit; those that were undone cannot be done again after it."""
    whose = _COLUMNS.customer == after.id
    connection.execute(delete(CUSTOMER_EDITS).where(whose, _COLUMNS.state == UNDONE))
    old, new = plain_facts(before), plain_facts(after)
    changed = [name for name in new if old[name] != new[name]]
    connection.execute(
        CUSTOMER_EDITS.insert().values(
            customer=after.id,
            label=label,
            at=now,
            state=DONE,
            before=pack(msgspec.json.encode({name: old[name] for name in changed})),
            after=pack(msgspec.json.encode({name: new[name] for name in changed})),
            merged=pack(msgspec.msgpack.encode(merged)) if merged is not None else None,
        )
    )
    recent = select(_COLUMNS.sequence).where(whose).order_by(_COLUMNS.sequence.desc()).limit(_KEPT)
    connection.execute(
        delete(CUSTOMER_EDITS).where(whose, _COLUMNS.sequence.not_in(recent.scalar_subquery()))
    )


def _next(connection: Connection, customer_id: str, state: str) -> Any:  # noqa: ANN401 -- a row
    """The edit that undo takes back (the newest done), or redo does again (the oldest undone)."""
    place = _COLUMNS.sequence.desc() if state == DONE else _COLUMNS.sequence
    return connection.execute(
        select(CUSTOMER_EDITS)
        .where(_COLUMNS.customer == customer_id, _COLUMNS.state == state)
        .order_by(place)
        .limit(1)
    ).one_or_none()


def _move_merge(
    connection: Connection,
    customer_id: str,
    bills: Bills,
    merged: _Merged,
    now: datetime,
    *,
    back: bool,
) -> Bills:
    """Take a merge back or do it again; gives the bills of the one who stays."""
    old, new = merged.bills_before, merged.bills_after
    if back:
        old, new = new, old
    other = CUSTOMER.decode(merged.other)
    if BILLS.encode(bills) != old:
        raise RecordChangedElsewhere(record=other.name)
    if back:
        customer_merges.remove(connection, other.id, customer_id)
        save_customer(connection, other, BILLS.decode(merged.other_bills), now=now)
        customer_merges.give_imports(connection, merged.imports, other.id)
    else:
        theirs = load_customer(connection, other.id)
        if theirs is None or CUSTOMER.encode(theirs.customer) != merged.other:
            raise RecordChangedElsewhere(record=other.name)
        _take_in(connection, customer_id, other.id, merged)
    return BILLS.decode(new)


def _take_in(connection: Connection, kept: str, other: str, merged: _Merged) -> None:
    customer_merges.give_imports(connection, merged.imports, kept)
    connection.execute(delete(CUSTOMERS).where(CUSTOMERS.c.id == other))
    customer_merges.add(connection, other, kept)


def plain_facts(customer: Customer) -> dict[str, Any]:
    """A customer as stored facts are: lists and texts, nothing else."""
    return msgspec.json.decode(msgspec.json.encode(customer), type=dict[str, Any])


def _facts(content: bytes) -> dict[str, Any]:
    return msgspec.json.decode(unpack(content), type=dict[str, Any])
