"""The tables, as this version of the program expects them.

Search columns stand beside a value's JSON text; the text alone is the record. Rows that must never
change (catalogue versions, frozen revisions, issued documents) are guarded by triggers as well.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import (
    BigInteger,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
    event,
)

from app.storage.customer_tables import customer_tables, market_tables
from app.storage.instant import Instant
from app.storage.table_shapes import draft_edits, drafts, states

if TYPE_CHECKING:
    from sqlalchemy import Connection

VERSIONS = tuple(f"{number:04d}" for number in range(1, 14))
"""Schema versions that this program can open, oldest first; each is an Alembic revision."""

CURRENT_VERSION = VERSIONS[-1]

INSTALLATION = "installation"
"""Key in ``settings`` of the random identifier of this installation; it says nothing about the
computer."""

METADATA = MetaData()


SETTINGS = Table(
    "settings",
    METADATA,
    Column("key", Text, primary_key=True),
    Column("value", Text, nullable=False),
)

OPERATIONS = Table(
    "operations",
    METADATA,
    Column("id", Text, primary_key=True),
    Column("record", Text, nullable=False),
    Column("result", Integer, nullable=False),
    Column("at", Instant, nullable=False),
)

USES = Table(
    "uses",
    METADATA,
    Column("kind", Text, primary_key=True),
    Column("record", Text, primary_key=True),
    Column("at", Instant, nullable=False),
)

NUMBERS = Table(
    "numbers",
    METADATA,
    Column("day", Date, primary_key=True),
    Column("taken", Integer, nullable=False),
)

CATALOGS = Table(
    "catalogs",
    METADATA,
    Column("sequence", Integer, primary_key=True),
    Column("version", Text, nullable=False, unique=True),
    Column("title", Text, nullable=False),
    Column("imported_on", Date, nullable=False),
    Column("offerings", Integer, nullable=False),
    Column("bundles", Integer, nullable=False),
    Column("content", LargeBinary, nullable=False),
)

CATALOG_DRAFTS = drafts(METADATA, "catalog_drafts")
CATALOG_DRAFT_EDITS = draft_edits(METADATA, "catalog_draft_edits", "catalog_drafts")
RULE_DRAFTS = drafts(METADATA, "rule_drafts")
RULE_DRAFT_EDITS = draft_edits(METADATA, "rule_draft_edits", "rule_drafts")
AUTHORITY_DRAFTS = drafts(METADATA, "authority_drafts")
AUTHORITY_DRAFT_EDITS = draft_edits(METADATA, "authority_draft_edits", "authority_drafts")

CUSTOMERS, BILL_IMPORTS, CUSTOMER_EDITS, CUSTOMER_MERGES, CUSTOMER_IMPORTS = customer_tables(
    METADATA
)
MARKET_TABLES, MARKET_EDITS = market_tables(METADATA)

QUOTES = Table(
    "quotes",
    METADATA,
    Column("id", Text, primary_key=True),
    Column("number", Text, nullable=False, unique=True),
    Column("title", Text, nullable=False),
    Column("customer", Text, nullable=False),
    Column("manager", Text, nullable=False),
    Column("valid_until", Date, nullable=False),
    Column("created", Instant, nullable=False),
    Column("updated", Instant, nullable=False),
    Column("revision", Integer, nullable=False),
    Column("position", Integer, nullable=False),
    Column("search_text", Text, nullable=False),
    Index("quotes_by_update", "updated"),
    Index("quotes_by_customer", "customer"),
)

QUOTE_EDITS = Table(
    "quote_edits",
    METADATA,
    Column("quote", Text, ForeignKey("quotes.id"), primary_key=True),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("label", Text, nullable=False),
    Column("merge_key", Text, nullable=False),
    Column("at", Instant, nullable=False),
    Column("truncated_by", Integer),
    Column("monthly", BigInteger),
    Column("contract", BigInteger),
    Column("content", LargeBinary, nullable=False),
)

QUOTE_EVENTS = Table(
    "quote_events",
    METADATA,
    Column("quote", Text, ForeignKey("quotes.id"), primary_key=True),
    Column("revision", Integer, primary_key=True, autoincrement=False),
    Column("kind", Text, nullable=False),
    Column("position", Integer, nullable=False),
    Column("truncated", Integer, nullable=False),
    Column("at", Instant, nullable=False),
)

REVISIONS = Table(
    "revisions",
    METADATA,
    Column("quote", Text, ForeignKey("quotes.id"), primary_key=True),
    Column("label", Text, primary_key=True),
    Column("sequence", Integer, nullable=False),
    Column("fingerprint", Text, nullable=False),
    Column("at", Instant, nullable=False),
    Column("content", LargeBinary, nullable=False),
)

DOCUMENTS = Table(
    "documents",
    METADATA,
    Column("sequence", Integer, primary_key=True),
    Column("quote", Text, ForeignKey("quotes.id"), nullable=False),
    Column("revision", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("format", Text, nullable=False),
    Column("hash", Text, nullable=False),
    Column("size", BigInteger, nullable=False),
    Column("issued_at", Instant, nullable=False),
    UniqueConstraint("quote", "revision", "kind", "format", "hash", name="documents_once"),
    Index("documents_by_hash", "hash"),
)

POLICIES = Table(
    "policies",
    METADATA,
    Column("sequence", Integer, primary_key=True),
    Column("version", Text, nullable=False, unique=True),
    Column("content", LargeBinary, nullable=False),
)

PROMOTION_USES = Table(
    "promotion_uses",
    METADATA,
    Column("quote", Text, ForeignKey("quotes.id"), primary_key=True),
    Column("label", Text, primary_key=True),
    Column("rule", Text, primary_key=True),
    Column("customer", Text, nullable=False),
    Column("taken", BigInteger, nullable=False),
    Index("promotion_uses_by_rule", "rule"),
)

LIFE_ENTRIES = Table(
    "life_entries",
    METADATA,
    Column("sequence", Integer, primary_key=True, autoincrement=False),
    Column("quote", Text, ForeignKey("quotes.id"), nullable=False),
    Column("deed", Text, nullable=False),
    Column("at", Instant, nullable=False),
    Column("digest", Text, nullable=False),
    Column("content", LargeBinary, nullable=False),
    Index("life_entries_by_quote", "quote"),
)

TEMPLATE_REGISTERS = states(METADATA, "template_registers")
AUTHORITY_EDITIONS = states(METADATA, "authority_editions")
SALES_LIBRARIES = states(METADATA, "sales_libraries")

DOCUMENT_TEMPLATES = Table(
    "document_templates",
    METADATA,
    Column("quote", Text, ForeignKey("quotes.id"), primary_key=True),
    Column("document", Text, primary_key=True),
    Column("template", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("version", Text, nullable=False),
    Column("hash", Text, nullable=False),
)

IMMUTABLE = (
    CATALOGS,
    QUOTE_EVENTS,
    REVISIONS,
    DOCUMENTS,
    POLICIES,
    PROMOTION_USES,
    LIFE_ENTRIES,
    TEMPLATE_REGISTERS,
    DOCUMENT_TEMPLATES,
    AUTHORITY_EDITIONS,
    SALES_LIBRARIES,
)
"""Tables whose rows are only ever added."""


def guard(table: str, action: str) -> str:
    """The statement that forbids ``UPDATE`` or ``DELETE`` on a table of SQLite."""
    return (
        f"CREATE TRIGGER {table}_never_{action.lower()} BEFORE {action} ON {table} "
        f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
    )


@event.listens_for(METADATA, "after_create")
def _guard_immutable(target: MetaData, connection: Connection, **_options: object) -> None:
    del target
    if connection.dialect.name == "sqlite":
        for table in IMMUTABLE:
            for action in ("UPDATE", "DELETE"):
                connection.exec_driver_sql(guard(table.name, action))
