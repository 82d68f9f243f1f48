"""The tables about customers: who they are, imports of their bills, their edits, their merges."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import BigInteger, Column, ForeignKey, Index, Integer, LargeBinary, Table, Text

from app.storage.instant import Instant

if TYPE_CHECKING:
    from sqlalchemy import MetaData


def customer_tables(metadata: MetaData) -> tuple[Table, ...]:
    """Customers, imports of bills, edits, who was merged into whom, imports of customers."""
    customers = Table(
        "customers",
        metadata,
        Column("id", Text, primary_key=True),
        Column("name", Text, nullable=False),
        Column("segment", Text, nullable=False),
        Column("accounts", Integer, nullable=False),
        Column("monthly", BigInteger, nullable=False),
        Column("revision", Integer, nullable=False),
        Column("updated", Instant, nullable=False),
        Column("search_text", Text, nullable=False),
        Column("content", LargeBinary, nullable=False),
        Column("bills", LargeBinary, nullable=False),
        Column("card", LargeBinary),
    )

    bill_imports = Table(
        "bill_imports",
        metadata,
        Column("sequence", Integer, primary_key=True),
        Column("customer", Text, ForeignKey("customers.id"), nullable=False),
        Column("at", Instant, nullable=False),
        Column("files", LargeBinary, nullable=False),
        Column("figures", LargeBinary, nullable=False),
        Column("left_as", Text, nullable=False),
        Column("before", LargeBinary),
        Index("bill_imports_by_customer", "customer"),
    )

    customer_edits = Table(
        "customer_edits",
        metadata,
        Column("sequence", Integer, primary_key=True),
        Column("customer", Text, nullable=False),
        Column("label", Text, nullable=False),
        Column("at", Instant, nullable=False),
        Column("state", Text, nullable=False),
        Column("before", LargeBinary, nullable=False),
        Column("after", LargeBinary, nullable=False),
        Column("merged", LargeBinary),
        Index("customer_edits_by_customer", "customer"),
    )

    customer_merges = Table(
        "customer_merges",
        metadata,
        Column("other", Text, primary_key=True),
        Column("kept", Text, nullable=False),
        Index("customer_merges_by_kept", "kept"),
    )
    customer_imports = Table(
        "customer_imports",
        metadata,
        Column("sequence", Integer, primary_key=True),
        Column("at", Instant, nullable=False),
        Column("files", LargeBinary, nullable=False),
        Column("content", LargeBinary, nullable=False),
    )
    return customers, bill_imports, customer_edits, customer_merges, customer_imports


def market_tables(metadata: MetaData) -> tuple[Table, Table]:
    """The tables of the market, and their edits."""
    tables = Table(
        "market_tables",
        metadata,
        Column("name", Text, primary_key=True),
        Column("content", LargeBinary, nullable=False),
    )
    edits = Table(
        "market_edits",
        metadata,
        Column("sequence", Integer, primary_key=True),
        Column("name", Text, nullable=False),
        Column("at", Instant, nullable=False),
        Column("state", Text, nullable=False),
        Column("before", LargeBinary),
        Column("after", LargeBinary, nullable=False),
    )
    return tables, edits
