"""The user's own templates with their defaults, and which template each document was made from."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Add the two tables, whose rows never change; nothing that is there changes."""
    op.create_table(
        "template_registers",
        sa.Column("sequence", sa.Integer(), primary_key=True),
        sa.Column("at", sa.String(32), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
    )
    op.create_table(
        "document_templates",
        sa.Column("quote", sa.Text(), sa.ForeignKey("quotes.id"), primary_key=True),
        sa.Column("document", sa.Text(), primary_key=True),
        sa.Column("template", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("version", sa.Text(), nullable=False),
        sa.Column("hash", sa.Text(), nullable=False),
    )
    if op.get_bind().dialect.name == "sqlite":
        for table in ("template_registers", "document_templates"):
            for action in ("UPDATE", "DELETE"):
                op.execute(
                    f"CREATE TRIGGER {table}_never_{action.lower()} BEFORE {action} ON {table} "
                    f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
                )
