"""Imports of bills: stored with the customer, taken back, and asked where a figure came from."""

from __future__ import annotations

import hashlib
from datetime import datetime
from typing import TYPE_CHECKING, TypeAlias

import msgspec
from sqlalchemy import select, update

from app.errors import RecordChangedElsewhere
from app.quoting.customer import Customer
from app.storage.bill_codec import BILLS
from app.storage.codec import CUSTOMER, pack, unpack
from app.storage.customer_record import save_customer
from app.storage.schema import BILL_IMPORTS, CUSTOMERS
from catalog.known_type import known
from catalog.period import Month

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from app.storage.database import Database
    from pricing.bills import Bills

_KEPT = 10
"""Imports of a customer that can be taken back one after the other."""


class BillFile(msgspec.Struct, frozen=True):
    """A file that was imported.

    Attributes:
        name: Without folders.
        hash: SHA-256 of its content, hexadecimal.
        size: Bytes.
    """

    name: str
    hash: str
    size: int


class FigurePlace(msgspec.Struct, frozen=True):
    """Where a figure stands in a file; the row as a spreadsheet shows it."""

    file: str
    sheet: str
    row: int


class FigurePlaces(msgspec.Struct, frozen=True):
    """Where the figures of one import stand.

    Attributes:
        sources: File and sheet.
        figures: Account, month, charge, position of the source, row.
    """

    sources: tuple[tuple[str, str], ...] = ()
    figures: tuple[tuple[str, Month, str, int, int], ...] = ()


FigureSources: TypeAlias = dict[tuple[str, Month], dict[str, tuple[FigurePlace, ...]]]
"""Places by account and month, then by charge as the bill has it."""


class BillImportRow(msgspec.Struct, frozen=True):
    """One import, for a list.

    Attributes:
        sequence: Unique; rises.
        at: When, in UTC.
        files: What was read.
        undoable: What was there before is still kept.
    """

    sequence: int
    at: datetime
    files: tuple[BillFile, ...]
    undoable: bool


class _Before(msgspec.Struct, frozen=True):
    customer: Customer
    bills: bytes


class BillImports:
    """Keeps what imports of bills brought."""

    def __init__(self, database: Database) -> None:
        """Keep the database."""
        self._database = database

    def store(
        self,
        customer: Customer,
        bills: Bills,
        files: tuple[BillFile, ...],
        places: FigurePlaces,
        *,
        now: datetime,
        expected_revision: int | None = None,
    ) -> int:
        """Save the customer with all bills and remember the import, both or neither.

        Args:
            customer: With the accounts that the import brought.
            bills: All bills after the import.
            files: What was read.
            places: Where the figures stand.
            now: The moment.
            expected_revision: Revision of the customer that the import was prepared from.

        Returns:
            The new revision of the customer.

        Raises:
            RecordChangedElsewhere: Somebody changed the customer since.
            StorageError: The database failed.
        """
        with self._database.writing() as connection:
            before = _stored(connection, customer.id)
            revision = save_customer(
                connection, customer, bills, now=now, expected_revision=expected_revision
            )
            connection.execute(
                BILL_IMPORTS.insert().values(
                    customer=customer.id,
                    at=now,
                    files=msgspec.json.encode(files),
                    figures=pack(msgspec.json.encode({"places": places})),
                    left_as=_fingerprint(customer, bills),
                    before=before,
                )
            )
            _forget_old(connection, customer.id)
            return revision

    def undo(self, customer_id: str, now: datetime) -> BillImportRow | None:
        """Take the last import back: bills and accounts are what they were before it.

        Returns:
            The import; ``None`` when there is none that can be taken back.

        Raises:
            RecordChangedElsewhere: Customer or bills were changed since the import.
            StorageError: The database failed.
        """
        with self._database.writing() as connection:
            last = connection.execute(
                select(BILL_IMPORTS)
                .where(BILL_IMPORTS.c.customer == customer_id)
                .order_by(BILL_IMPORTS.c.sequence.desc())
                .limit(1)
            ).one_or_none()
            if last is None or last.before is None:
                return None
            content, bills = _loaded(connection, customer_id)
            if _fingerprint(content, bills) != last.left_as:
                raise RecordChangedElsewhere(record=content.name)
            before = msgspec.msgpack.decode(last.before, type=known(_Before))
            former = msgspec.structs.replace(
                BILLS.decode(unpack(before.bills)), reasons=bills.reasons
            )
            save_customer(connection, before.customer, former, now=now)
            connection.execute(
                BILL_IMPORTS.delete().where(BILL_IMPORTS.c.sequence == last.sequence)
            )
            return _row(last.sequence, last.at, last.files, undoable=True)

    def imports(self, customer_id: str) -> tuple[BillImportRow, ...]:
        """The imports of a customer, the newest first."""
        columns = BILL_IMPORTS.c
        with self._database.reading() as connection:
            rows = connection.execute(
                select(columns.sequence, columns.at, columns.files, columns.before.is_not(None))
                .where(columns.customer == customer_id)
                .order_by(columns.sequence.desc())
            )
            return tuple(_row(at, when, files, undoable=kept) for at, when, files, kept in rows)

    def place_of(
        self, customer_id: str, account: str, month: Month, charge: str
    ) -> FigurePlace | None:
        """Where a figure came from; ``None`` when it was entered by hand.

        Args:
            customer_id: Whose bills.
            account: Account of the component.
            month: Of the figure.
            charge: Name of the charge as the bill has it.
        """
        with self._database.reading() as connection:
            packed = connection.execute(
                select(BILL_IMPORTS.c.figures)
                .where(BILL_IMPORTS.c.customer == customer_id)
                .order_by(BILL_IMPORTS.c.sequence.desc())
            ).scalars()
            for text in packed:
                places = msgspec.json.decode(unpack(text), type=known(dict[str, FigurePlaces]))[
                    "places"
                ]
                for figure in places.figures:
                    if figure[:3] == (account, month, charge):
                        return FigurePlace(*places.sources[figure[3]], figure[4])
        return None

    def sources(self, customer_id: str) -> FigureSources:
        """Where every figure came from: the newest import of an account and a month counts."""
        with self._database.reading() as connection:
            packed = connection.execute(
                select(BILL_IMPORTS.c.figures)
                .where(BILL_IMPORTS.c.customer == customer_id)
                .order_by(BILL_IMPORTS.c.sequence.desc())
            ).scalars()
            found: FigureSources = {}
            for text in packed:
                places = msgspec.json.decode(unpack(text), type=known(dict[str, FigurePlaces]))[
                    "places"
                ]
                found = _placed(places) | found
        return found


def _placed(places: FigurePlaces) -> FigureSources:
    found: FigureSources = {}
    for account, month, charge, source, row in places.figures:
        charges = found.setdefault((account, month), {})
        place = FigurePlace(*places.sources[source], row)
        charges[charge] = (*charges.get(charge, ()), place)
    return found


def file_hash(data: bytes) -> str:
    """SHA-256 of a file's content, hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def _fingerprint(customer: Customer, bills: Bills) -> str:
    """Of what an import brings; a reason for an unusual month is somebody's and stands."""
    bills = msgspec.structs.replace(bills, reasons=())
    whole = CUSTOMER.encode(customer) + BILLS.encode(bills)
    return hashlib.sha256(whole).hexdigest()


def _loaded(connection: Connection, customer_id: str) -> tuple[Customer, Bills]:
    row = connection.execute(
        select(CUSTOMERS.c.content, CUSTOMERS.c.bills).where(CUSTOMERS.c.id == customer_id)
    ).one()
    return CUSTOMER.decode(unpack(row.content)), BILLS.decode(unpack(row.bills))


def _stored(connection: Connection, customer_id: str) -> bytes | None:
    row = connection.execute(
        select(CUSTOMERS.c.content, CUSTOMERS.c.bills).where(CUSTOMERS.c.id == customer_id)
    ).one_or_none()
    if row is None:
        return None
    return msgspec.msgpack.encode(_Before(CUSTOMER.decode(unpack(row.content)), row.bills))


def _forget_old(connection: Connection, customer_id: str) -> None:
    """What was before older imports is let go; where their figures came from stays known."""
    kept = (
        select(BILL_IMPORTS.c.sequence)
        .where(BILL_IMPORTS.c.customer == customer_id)
        .order_by(BILL_IMPORTS.c.sequence.desc())
        .limit(_KEPT)
    )
    connection.execute(
        update(BILL_IMPORTS)
        .where(BILL_IMPORTS.c.customer == customer_id, BILL_IMPORTS.c.sequence.not_in(kept))
        .values(before=None)
    )


def _row(sequence: int, at: datetime, files: bytes, *, undoable: bool) -> BillImportRow:
    read = msgspec.json.decode(files, type=known(tuple[BillFile, ...]))
    return BillImportRow(sequence, at, read, undoable)
