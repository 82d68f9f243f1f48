"""The first tables: what later revisions start from."""

from __future__ import annotations

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Do nothing: no database is older, and a new one gets the newest tables directly."""
