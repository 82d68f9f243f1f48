"""The sales library: stories, differences, limits and demonstration kits, state below state."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"


def upgrade() -> None:
    """Add the table, whose rows never change; nothing that is there changes."""
    op.create_table(
        "sales_libraries",
        sa.Column("sequence", sa.Integer(), primary_key=True),
        sa.Column("at", sa.String(32), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
    )
    if op.get_bind().dialect.name == "sqlite":
        for action in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER sales_libraries_never_{action.lower()} BEFORE {action} "
                "ON sales_libraries "
                "BEGIN SELECT RAISE(ABORT, 'sales_libraries is append-only'); END"
            )
