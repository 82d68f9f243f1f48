"""Customers are found by their sites: what is searched gets names and addresses of them."""

from __future__ import annotations

import json

import sqlalchemy as sa
from alembic import op

from app.storage.codec import unpack
from app.storage.text_search import searchable

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    """Add a line for each name and address; what is stored of a customer stays as it is."""
    connection = op.get_bind()
    customers = sa.table(
        "customers",
        sa.column("id", sa.Text()),
        sa.column("search_text", sa.Text()),
        sa.column("content", sa.LargeBinary()),
    )
    for row in connection.execute(sa.select(customers)).all():
        sites = json.loads(unpack(row.content)).get("customer", {}).get("sites", ())
        parts = (site.get(part, "") for site in sites for part in ("name", "address"))
        more = searchable(*parts)
        if more:
            connection.execute(
                customers.update()
                .where(customers.c.id == row.id)
                .values(search_text=f"{row.search_text}\n{more}")
            )
