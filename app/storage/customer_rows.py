"""Customers as lists show them: a row each, without what only their pages need."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec
from sqlalchemy import select

from app.quoting.customer_card import CustomerCard
from app.storage.schema import CUSTOMERS
from catalog.known_type import known
from catalog.money import Fen

if TYPE_CHECKING:
    from sqlalchemy import Row, Select


class CustomerRow(msgspec.Struct, frozen=True):
    """One customer, for a list.

    Attributes:
        id: Unique.
        name: Registered name.
        segment: Code of the market segment.
        accounts: How many billing accounts.
        monthly: Average bill in fen over the last complete months; 0 without bills.
        card: What lists ask besides.
    """

    id: str
    name: str
    segment: str
    accounts: int
    monthly: Fen
    card: CustomerCard = CustomerCard()


_CARD = msgspec.json.Decoder(known(CustomerCard))


def row_query() -> Select[Any]:
    """Asks for what rows need, of every customer."""
    columns = CUSTOMERS.c
    return select(
        columns.id,
        columns.name,
        columns.segment,
        columns.accounts,
        columns.monthly,
        columns.card,
    )


def row_of(row: Row[Any]) -> CustomerRow:
    """A customer as ``row_query`` found him."""
    card = row.card
    known = _CARD.decode(card) if card is not None else CustomerCard()
    return CustomerRow(row.id, row.name, row.segment, row.accounts, row.monthly, known)
