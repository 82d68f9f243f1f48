"""Tables of the market with their edits; of each customer what lists and the scorecard ask."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    """Add the tables, and a card to each customer, which is made when lists first want it."""
    op.create_table(
        "market_tables",
        sa.Column("name", sa.Text(), primary_key=True),
        sa.Column("content", sa.LargeBinary(), nullable=False),
    )
    op.create_table(
        "market_edits",
        sa.Column("sequence", sa.Integer(), primary_key=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("before", sa.LargeBinary()),
        sa.Column("after", sa.LargeBinary(), nullable=False),
    )
    op.add_column("customers", sa.Column("card", sa.LargeBinary()))
