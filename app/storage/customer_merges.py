"""Who was merged into whom: one who is gone is found under the one who was kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select, update

from app.storage import edit_log
from app.storage.schema import BILL_IMPORTS, CUSTOMER_MERGES, QUOTES

if TYPE_CHECKING:
    from sqlalchemy import Connection


def kept_of(connection: Connection, customer_id: str) -> str:
    """Under which identifier a customer is stored: his own, unless he was merged."""
    seen = {customer_id}
    while True:
        kept = connection.execute(
            select(CUSTOMER_MERGES.c.kept).where(CUSTOMER_MERGES.c.other == customer_id)
        ).scalar()
        if kept is None or kept in seen:
            return customer_id
        seen.add(kept)
        customer_id = kept


def all_of(connection: Connection, customer_id: str) -> frozenset[str]:
    """Every identifier that a customer ever had: his own and those of who was merged into him."""
    found, wanted = {customer_id}, [customer_id]
    while wanted:
        others = connection.execute(
            select(CUSTOMER_MERGES.c.other).where(CUSTOMER_MERGES.c.kept == wanted.pop())
        ).scalars()
        new = set(others) - found
        found |= new
        wanted.extend(new)
    return frozenset(found)


def add(connection: Connection, other: str, kept: str) -> None:
    """Have one customer stand for another, whose quotes follow."""
    connection.execute(CUSTOMER_MERGES.insert().values(other=other, kept=kept))
    connection.execute(update(QUOTES).where(QUOTES.c.customer == other).values(customer=kept))


def remove(connection: Connection, other: str, kept: str) -> None:
    """Have both apart again; each quote goes back to the one whom it names."""
    connection.execute(CUSTOMER_MERGES.delete().where(CUSTOMER_MERGES.c.other == other))
    rows = connection.execute(
        select(QUOTES.c.id, QUOTES.c.position).where(QUOTES.c.customer == kept)
    ).all()
    for quote_id, position in rows:
        quote = edit_log.value_at(connection, quote_id, position)
        whose = kept_of(connection, quote.customer) if quote is not None else kept
        if whose != kept:
            connection.execute(update(QUOTES).where(QUOTES.c.id == quote_id).values(customer=whose))


def imports_of(connection: Connection, customer_id: str) -> tuple[int, ...]:
    """The imports of bills of a customer."""
    columns = BILL_IMPORTS.c
    found = connection.execute(select(columns.sequence).where(columns.customer == customer_id))
    return tuple(found.scalars())


def give_imports(connection: Connection, imports: tuple[int, ...], customer_id: str) -> None:
    """Have imports of bills belong to a customer."""
    connection.execute(
        update(BILL_IMPORTS)
        .where(BILL_IMPORTS.c.sequence.in_(imports))
        .values(customer=customer_id)
    )
