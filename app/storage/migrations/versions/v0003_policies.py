"""Pricing policies with their rules, and what frozen quotes use of promotions."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Add the two tables, whose rows never change; nothing that is there changes."""
    op.create_table(
        "policies",
        sa.Column("sequence", sa.Integer(), primary_key=True),
        sa.Column("version", sa.Text(), nullable=False, unique=True),
        sa.Column("content", sa.LargeBinary(), nullable=False),
    )
    op.create_table(
        "promotion_uses",
        sa.Column("quote", sa.Text(), sa.ForeignKey("quotes.id"), primary_key=True),
        sa.Column("label", sa.Text(), primary_key=True),
        sa.Column("rule", sa.Text(), primary_key=True),
        sa.Column("customer", sa.Text(), nullable=False),
        sa.Column("taken", sa.BigInteger(), nullable=False),
    )
    op.create_index("promotion_uses_by_rule", "promotion_uses", ["rule"])
    if op.get_bind().dialect.name == "sqlite":
        for table in ("policies", "promotion_uses"):
            for action in ("UPDATE", "DELETE"):
                op.execute(
                    f"CREATE TRIGGER {table}_never_{action.lower()} BEFORE {action} ON {table} "
                    f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
                )
