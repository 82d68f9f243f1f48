"""Tables of one shape: heads and edit logs of drafts, and states that are only added to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import Column, ForeignKey, Integer, LargeBinary, Table, Text

from app.storage.instant import Instant

if TYPE_CHECKING:
    from sqlalchemy import MetaData


def drafts(metadata: MetaData, name: str) -> Table:
    """Heads of drafts of one kind."""
    return Table(
        name,
        metadata,
        Column("id", Text, primary_key=True),
        Column("base", Text, nullable=False),
        Column("state", Text, nullable=False),
        Column("revision", Integer, nullable=False),
        Column("position", Integer, nullable=False),
        Column("created", Instant, nullable=False),
        Column("updated", Instant, nullable=False),
        Column("published", Text),
    )


def draft_edits(metadata: MetaData, name: str, heads: str) -> Table:
    """Their edit logs."""
    return Table(
        name,
        metadata,
        Column("draft", Text, ForeignKey(f"{heads}.id"), primary_key=True),
        Column("position", Integer, primary_key=True, autoincrement=False),
        Column("label", Text, nullable=False),
        Column("merge_key", Text, nullable=False),
        Column("at", Instant, nullable=False),
        Column("truncated_by", Integer),
        Column("content", LargeBinary, nullable=False),
    )


def states(metadata: MetaData, name: str) -> Table:
    """States of one thing, each added below the one before."""
    return Table(
        name,
        metadata,
        Column("sequence", Integer, primary_key=True),
        Column("at", Instant, nullable=False),
        Column("content", LargeBinary, nullable=False),
    )
