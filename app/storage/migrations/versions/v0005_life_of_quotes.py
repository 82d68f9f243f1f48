"""The log of what happens to quotes; revisions that were issued are told from frozen ones."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Add the table with its guards, and say of each revision so far that it was issued."""
    op.create_table(
        "life_entries",
        sa.Column("sequence", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("quote", sa.Text(), sa.ForeignKey("quotes.id"), nullable=False),
        sa.Column("deed", sa.Text(), nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
    )
    op.create_index("life_entries_by_quote", "life_entries", ["quote"])
    op.execute(
        "INSERT INTO promotion_uses (quote, label, rule, customer, taken) "
        "SELECT quote, label, '', '', 0 FROM revisions AS one WHERE NOT EXISTS "
        "(SELECT 1 FROM promotion_uses AS use WHERE use.quote = one.quote "
        "AND use.label = one.label)"
    )
    if op.get_bind().dialect.name == "sqlite":
        for action in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER life_entries_never_{action.lower()} BEFORE {action} "
                "ON life_entries BEGIN SELECT RAISE(ABORT, 'life_entries is append-only'); END"
            )
