"""One customer as a row of the database: read with the bills or without, and saved."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import msgspec
from sqlalchemy import select

from app.errors import RecordChangedElsewhere
from app.quoting.customer import Customer
from app.quoting.customer_card import card_of
from app.storage.bill_codec import BILLS
from app.storage.codec import CUSTOMER, pack, unpack
from app.storage.customer_search_text import customer_search_text
from app.storage.schema import CUSTOMERS
from pricing.bills import Bills
from pricing.spend import SpendPolicy
from pricing.spend_analysis import analyse

if TYPE_CHECKING:
    from sqlalchemy import Connection


class StoredCustomer(msgspec.Struct, frozen=True):
    """A customer as stored.

    Attributes:
        customer: Who.
        bills: Past bills.
        revision: Rises with each save; give it back when saving.
        updated: When it was last saved, in UTC.
    """

    customer: Customer
    bills: Bills
    revision: int
    updated: datetime


def load_customer(connection: Connection, customer_id: str) -> StoredCustomer | None:
    """Read a customer in a block; ``None`` when there is none of the identifier."""
    row = connection.execute(select(CUSTOMERS).where(CUSTOMERS.c.id == customer_id)).one_or_none()
    if row is None:
        return None
    return StoredCustomer(
        CUSTOMER.decode(unpack(row.content)),
        BILLS.decode(unpack(row.bills)),
        row.revision,
        row.updated,
    )


def load_profile(connection: Connection, customer_id: str) -> Customer | None:
    """Read a customer without the bills in a block; ``None`` when there is none."""
    content = connection.execute(
        select(CUSTOMERS.c.content).where(CUSTOMERS.c.id == customer_id)
    ).scalar_one_or_none()
    return CUSTOMER.decode(unpack(content)) if content is not None else None


def save_customer(
    connection: Connection,
    customer: Customer,
    bills: Bills,
    *,
    now: datetime,
    expected_revision: int | None = None,
) -> int:
    """Save in a writing block, as ``CustomerStore.save`` does; gives the new revision.

    Raises:
        RecordChangedElsewhere: The stored revision is another one and its content differs.
    """
    record = _columns(customer, bills)
    row = connection.execute(
        select(CUSTOMERS.c.revision, CUSTOMERS.c.content, CUSTOMERS.c.bills).where(
            CUSTOMERS.c.id == customer.id
        )
    ).one_or_none()
    if row and (row.content, row.bills) == (record["content"], record["bills"]):
        # Also the answer to a save that is tried again because its answer was lost.
        return int(row.revision)
    stored = row.revision if row else 0
    if expected_revision not in (None, stored):
        raise RecordChangedElsewhere(record=customer.name)
    record |= {"revision": stored + 1, "updated": now}
    if row:
        connection.execute(CUSTOMERS.update().where(CUSTOMERS.c.id == customer.id).values(record))
    else:
        connection.execute(CUSTOMERS.insert().values(id=customer.id, **record))
    return int(stored) + 1


def make_card(connection: Connection, customer_id: str) -> None:
    """Give a card to a customer who was stored before there were cards, in a writing block."""
    stored = load_customer(connection, customer_id)
    if stored is not None:
        card = _columns(stored.customer, stored.bills)["card"]
        wanted = (CUSTOMERS.c.id == customer_id) & CUSTOMERS.c.card.is_(None)
        connection.execute(CUSTOMERS.update().where(wanted).values(card=card))


def _columns(customer: Customer, bills: Bills) -> dict[str, object]:
    analysis = analyse(bills, SpendPolicy())
    return {
        "name": customer.name,
        "segment": customer.segment,
        "accounts": len(customer.accounts),
        "monthly": analysis.average if analysis else 0,
        "search_text": customer_search_text(customer),
        "content": pack(CUSTOMER.encode(customer)),
        "bills": pack(BILLS.encode(bills)),
        "card": msgspec.json.encode(card_of(customer, bills, analysis)),
    }
