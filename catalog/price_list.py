"""PriceRecord: a list price that holds only for some dates, segments, areas, terms, currencies.

A charge without records has the list price that it carries. A charge with records is priced by
them alone: where none fits it has no price, which is reported, because an old or general price
that nobody meant must not slip in (a record without conditions is the general price). The choice
among several is defined: the record that names the most dimensions, then the higher priority, then
the longer commitment, then the newer start, then the identifier. Two records that are equal in all
but the identifier are a tie, which is reported and never decided by the order of a file.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import msgspec

from catalog.period import ValidityPeriod

if TYPE_CHECKING:
    from collections.abc import Sequence

_LONG_AGO = date.min


class PriceRecord(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A list price of one charge under conditions; an empty condition means any.

    Attributes:
        id: Unique in the catalogue; kept with every quote that was priced with it.
        charge: Code of the charge.
        unit_price: Yuan per unit.
        valid: First and last price date, both included.
        segments: Market segments, any one of them.
        areas: Areas, any one of them.
        least_term: Months of commitment at least.
        currency: ISO code.
        priority: Higher wins among equally specific records.
        tax_included: Whether the price includes VAT.
    """

    id: str
    charge: str
    unit_price: Decimal
    valid: ValidityPeriod = ValidityPeriod()
    segments: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()
    least_term: int = 0
    currency: str = "CNY"
    priority: int = 0
    tax_included: bool = True


class Circumstances(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What the choice of a price record looks at."""

    day: date
    segments: tuple[str, ...] = ()
    area: str = ""
    term: int = 0
    currency: str = "CNY"


class ChosenRecord(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The record that holds, and those that would hold as well but for their identifier."""

    record: PriceRecord
    tied: tuple[str, ...] = ()


def fits(record: PriceRecord, seen: Circumstances) -> bool:
    """Whether every condition of a record holds."""
    return (
        record.valid.contains(seen.day)
        and record.currency == seen.currency
        and seen.term >= record.least_term
        and (not record.segments or any(s in record.segments for s in seen.segments))
        and (not record.areas or seen.area in record.areas)
    )


def choose_record(records: Sequence[PriceRecord], seen: Circumstances) -> ChosenRecord | None:
    """The record that holds; ``None`` when none does.

    Args:
        records: All records of one charge.
        seen: The quote's circumstances.
    """
    fitting = sorted((record for record in records if fits(record, seen)), key=_preference)
    if not fitting:
        return None
    first = fitting[0]
    tied = [other.id for other in fitting[1:] if _preference(other)[:-1] == _preference(first)[:-1]]
    return ChosenRecord(first, tuple(tied))


def _preference(record: PriceRecord) -> tuple[int, int, int, int, str]:
    """Smaller is better."""
    named = bool(record.segments) + bool(record.areas) + bool(record.least_term)
    started = (record.valid.first or _LONG_AGO).toordinal()
    return -named, -record.priority, -record.least_term, -started, record.id
