"""What is kept about the market: classes of customers, thresholds, weights; one value each."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import msgspec

from app.quoting.criteria import Criterion, VenueKind
from app.quoting.sales_facts import Grouping
from catalog.money import Fen


class ClassThreshold(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A class of customers by what they pay.

    Attributes:
        name: Such as ``A``.
        least: Fen of a typical month from which it holds.
        area: Where; empty for every area without classes of its own.
    """

    name: str
    least: Fen = 0
    area: str = ""


class HighThreshold(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """From when on a customer is one of high value, or a large one.

    Attributes:
        least: Fen of a typical month from which he is of high value.
        points: Of a hundred on the scorecard, from which he seems a large customer.
        area: Where; empty for every area without a threshold of its own.
    """

    least: Fen
    points: int = 60
    area: str = ""


class Weight(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How much a criterion counts.

    Attributes:
        criterion: Which one.
        points: What it gives at most.
        full: From how much of it on it gives all of them: pieces; yuan a month; percent.
    """

    criterion: Criterion
    points: int
    full: Decimal = Decimal(1)


class Venue(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A market, a street or a building with many customers who decide each for himself.

    Attributes:
        name: As customers name it; no other has it.
        kind: What it is.
        area: Where it is, as price lists name it.
        address: Where it is.
        notes: Who runs it, when to come.
    """

    name: str
    kind: VenueKind = VenueKind.MARKET
    area: str = ""
    address: str = ""
    notes: str = ""


class RivalOperator(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A competitor; what he is good and bad at is for us only and stands in no paper.

    Attributes:
        name: As customers' lists of competitors name him; no other has it.
        codes: Access codes, such as 17950.
        products: What he sells.
        strengths: What he is good at; internal.
        weaknesses: What he is bad at; internal.
    """

    name: str
    codes: str = ""
    products: str = ""
    strengths: str = ""
    weaknesses: str = ""


class RivalPrice(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a competitor asked for something, on a day, as somebody can show.

    Attributes:
        operator: Name of the competitor.
        product: What.
        amount: Fen, VAT included.
        unit: For what, such as a month.
        day: When it was so.
        source: Where that is known from.
    """

    operator: str
    product: str
    amount: Fen
    day: date
    source: str
    unit: str = ""


class Territory(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What an area is like; internal.

    Attributes:
        area: As price lists and customers name it; no other row has it.
        income: What people and firms there earn.
        education: What they have learnt.
        habits: How they live and work: seasons, hours, holidays, whom they trust.
        notes: Anything else.
    """

    area: str
    income: str = ""
    education: str = ""
    habits: str = ""
    notes: str = ""


class ServiceTeam(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A service centre, and whom it looks after; several of its words are parted by spaces.

    Attributes:
        name: As limits and people name the team; no other has it.
        segments: Codes of segments, such as KEY.
        industries: Codes of industries, such as government.
        grouping: Industry or cluster customers; ``None`` for either.
    """

    name: str
    segments: str = ""
    industries: str = ""
    grouping: Grouping | None = None


class Market(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Every table, in the order in which rows were typed."""

    classes: tuple[ClassThreshold, ...] = ()
    thresholds: tuple[HighThreshold, ...] = ()
    weights: tuple[Weight, ...] = ()
    venues: tuple[Venue, ...] = ()
    operators: tuple[RivalOperator, ...] = ()
    rival_prices: tuple[RivalPrice, ...] = ()
    territories: tuple[Territory, ...] = ()
    teams: tuple[ServiceTeam, ...] = ()

    def territory(self, area: str) -> Territory | None:
        """What an area is like, where somebody has said."""
        return next((one for one in self.territories if one.area == area), None)
