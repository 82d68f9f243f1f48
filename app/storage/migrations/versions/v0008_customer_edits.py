"""Edits of customers, so that each can be taken back, and who was merged into whom."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """Add the tables; what was edited before cannot be taken back."""
    op.create_table(
        "customer_edits",
        sa.Column("sequence", sa.Integer(), primary_key=True),
        sa.Column("customer", sa.Text(), nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("before", sa.LargeBinary(), nullable=False),
        sa.Column("after", sa.LargeBinary(), nullable=False),
        sa.Column("merged", sa.LargeBinary()),
    )
    op.create_index("customer_edits_by_customer", "customer_edits", ["customer"])
    op.create_table(
        "customer_merges",
        sa.Column("other", sa.Text(), primary_key=True),
        sa.Column("kept", sa.Text(), nullable=False),
    )
    op.create_index("customer_merges_by_kept", "customer_merges", ["kept"])
