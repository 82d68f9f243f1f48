"""SalesFacts: what sales people have settled about a customer; internal, one value of his."""

from __future__ import annotations

from enum import StrEnum

import msgspec


class Grouping(StrEnum):
    """How customers of one kind decide: the second axis beside segments."""

    INDUSTRY = "industry"
    """One decision for a whole trade."""
    CLUSTER = "cluster"
    """Each for himself, in one venue or trade."""


class SalesFacts(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What sales people have settled.

    Attributes:
        grouping: Industry or cluster customer; ``None`` while nobody has said.
        venue: Name of the market, street or building that he belongs to; empty for none.
    """

    grouping: Grouping | None = None
    venue: str = ""
