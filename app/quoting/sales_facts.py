"""SalesFacts: what sales people have settled about a customer; internal, one value of his."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

import msgspec


class Grouping(StrEnum):
    """How customers of one kind decide: the second axis beside segments."""

    INDUSTRY = "industry"
    """One decision for a whole trade."""
    CLUSTER = "cluster"
    """Each for himself, in one venue or trade."""


class Prospect(StrEnum):
    """How far somebody is who may become a customer, or buy more."""

    NEW = "new"
    CONTACTED = "contacted"
    INTERESTED = "interested"
    OFFERED = "offered"
    WON = "won"
    LOST = "lost"


class PartyKind(StrEnum):
    """Whether a customer can be a party to a contract."""

    ORGANISATION = "organisation"
    INDIVIDUAL = "individual"
    """A person: a contact or member of an organisation, never a party."""


class SalesFacts(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What sales people have settled.

    Attributes:
        grouping: Industry or cluster customer; ``None`` while nobody has said.
        venue: Name of the market, street or building that he belongs to; empty for none.
        prospect: How far he is as a prospect; ``None`` for one who is none.
        next_step: What is to be done next.
        next_day: By when.
        team: Service centre that looks after him, as limits and people name teams; empty for none.
        party: Organisation or person, as somebody has said; ``None`` while nobody has.
    """

    grouping: Grouping | None = None
    venue: str = ""
    prospect: Prospect | None = None
    next_step: str = ""
    next_day: date | None = None
    party: PartyKind | None = None
    team: str = ""
