"""Lists of quotes: found by words, by customer, or the latest."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select

from app.storage.quote_rows import QuoteRow
from app.storage.schema import CUSTOMERS, QUOTE_EDITS, QUOTES, REVISIONS
from app.storage.text_search import contains_words

if TYPE_CHECKING:
    from collections.abc import Collection

    from sqlalchemy import Connection, Select


def find(connection: Connection, typed: str, limit: int) -> tuple[QuoteRow, ...]:
    """Quotes in which every word typed occurs, the one changed last first."""
    wanted = select(QUOTES.c.id)
    if typed.strip():
        names = func.coalesce(CUSTOMERS.c.search_text, "")
        wanted = wanted.outerjoin(CUSTOMERS, CUSTOMERS.c.id == QUOTES.c.customer).where(
            contains_words(typed, QUOTES.c.search_text, names)
        )
    return _rows(connection, _latest_first(wanted).limit(limit))


def of_customer(connection: Connection, customer_id: str) -> tuple[QuoteRow, ...]:
    """Quotes for a customer, the one changed last first."""
    return _rows(connection, select(QUOTES.c.id).where(QUOTES.c.customer == customer_id))


def named(connection: Connection, identifiers: Collection[str]) -> tuple[QuoteRow, ...]:
    """Quotes by identifier, the one changed last first; one that is not there is left out."""
    return _rows(connection, select(QUOTES.c.id).where(QUOTES.c.id.in_(identifiers)))


def customers(connection: Connection) -> frozenset[str]:
    """Identifiers of the customers that there are quotes for."""
    return frozenset(connection.execute(select(QUOTES.c.customer).distinct()).scalars())


def _rows(connection: Connection, wanted: Select[tuple[str]]) -> tuple[QuoteRow, ...]:
    """Rows of the quotes wanted; only for those are names, figures and labels looked up."""
    newest = (
        select(REVISIONS.c.label)
        .where(REVISIONS.c.quote == QUOTES.c.id)
        .order_by(REVISIONS.c.sequence.desc())
        .limit(1)
        .scalar_subquery()
    )
    at_position = (QUOTE_EDITS.c.quote == QUOTES.c.id) & (
        QUOTE_EDITS.c.position == QUOTES.c.position
    )
    query = (
        select(
            QUOTES.c.id,
            QUOTES.c.number,
            QUOTES.c.title,
            QUOTES.c.customer,
            func.coalesce(CUSTOMERS.c.name, ""),
            QUOTES.c.manager,
            QUOTES.c.valid_until,
            QUOTES.c.updated,
            QUOTE_EDITS.c.monthly,
            QUOTE_EDITS.c.contract,
            func.coalesce(newest, ""),
            func.coalesce(CUSTOMERS.c.segment, ""),
        )
        .outerjoin(CUSTOMERS, CUSTOMERS.c.id == QUOTES.c.customer)
        .join(QUOTE_EDITS, at_position)
        .where(QUOTES.c.id.in_(wanted))
    )
    return tuple(QuoteRow(*row) for row in connection.execute(_latest_first(query)).all())


def _latest_first(query: Select[Any]) -> Select[Any]:
    return query.order_by(QUOTES.c.updated.desc(), QUOTES.c.number)
