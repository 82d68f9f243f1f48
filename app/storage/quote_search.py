"""Lists of quotes: found by words, by customer, or the latest."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select

from app.storage.quote_rows import QuoteRow
from app.storage.schema import CUSTOMERS, QUOTE_EDITS, QUOTES, REVISIONS
from app.storage.text_search import contains_words

if TYPE_CHECKING:
    from sqlalchemy import Connection, Select


def find(connection: Connection, typed: str, limit: int) -> tuple[QuoteRow, ...]:
    """Quotes in which every word typed occurs, the one changed last first."""
    names = func.coalesce(CUSTOMERS.c.search_text, "")
    return _rows(
        connection,
        _query().where(contains_words(typed, QUOTES.c.search_text, names)).limit(limit),
    )


def of_customer(connection: Connection, customer_id: str) -> tuple[QuoteRow, ...]:
    """Quotes for a customer, the one changed last first."""
    return _rows(connection, _query().where(QUOTES.c.customer == customer_id))


def _query() -> Select[Any]:
    """Columns of a row in its order; the figures stand with the edit at the position."""
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
    return (
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
        )
        .outerjoin(CUSTOMERS, CUSTOMERS.c.id == QUOTES.c.customer)
        .join(QUOTE_EDITS, at_position)
        .order_by(QUOTES.c.updated.desc(), QUOTES.c.number)
    )


def _rows(connection: Connection, query: Select[Any]) -> tuple[QuoteRow, ...]:
    return tuple(QuoteRow(*row) for row in connection.execute(query))
