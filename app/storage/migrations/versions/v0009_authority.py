"""Limits and people of one's own: drafts with their edit log, and every published edition."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    """Add three tables; published editions never change, and nothing that is there does."""
    op.create_table(
        "authority_drafts",
        sa.Column("id", sa.Text(), primary_key=True),
        sa.Column("base", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("created", sa.String(32), nullable=False),
        sa.Column("updated", sa.String(32), nullable=False),
        sa.Column("published", sa.Text()),
    )
    op.create_table(
        "authority_draft_edits",
        sa.Column("draft", sa.Text(), sa.ForeignKey("authority_drafts.id"), primary_key=True),
        sa.Column("position", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("merge_key", sa.Text(), nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
        sa.Column("truncated_by", sa.Integer()),
        sa.Column("content", sa.LargeBinary(), nullable=False),
    )
    op.create_table(
        "authority_editions",
        sa.Column("sequence", sa.Integer(), primary_key=True),
        sa.Column("at", sa.String(32), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
    )
    if op.get_bind().dialect.name == "sqlite":
        for action in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER authority_editions_never_{action.lower()} "
                f"BEFORE {action} ON authority_editions "
                "BEGIN SELECT RAISE(ABORT, 'authority_editions is append-only'); END"
            )
