"""Imports of bills: which file each figure came from, and what was there before."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Add the table; bills that are there were entered without files."""
    op.create_table(
        "bill_imports",
        sa.Column("sequence", sa.Integer(), primary_key=True),
        sa.Column("customer", sa.Text(), sa.ForeignKey("customers.id"), nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
        sa.Column("files", sa.LargeBinary(), nullable=False),
        sa.Column("figures", sa.LargeBinary(), nullable=False),
        sa.Column("left_as", sa.Text(), nullable=False),
        sa.Column("before", sa.LargeBinary()),
    )
    op.create_index("bill_imports_by_customer", "bill_imports", ["customer"])
