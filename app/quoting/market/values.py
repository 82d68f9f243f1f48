"""What is kept about the market: classes of customers, thresholds, weights; one value each."""

from __future__ import annotations

from decimal import Decimal

import msgspec

from app.quoting.criteria import Criterion
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


class Market(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Every table, in the order in which rows were typed."""

    classes: tuple[ClassThreshold, ...] = ()
    thresholds: tuple[HighThreshold, ...] = ()
    weights: tuple[Weight, ...] = ()
