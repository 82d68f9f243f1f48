"""The prices of a charge that hold under conditions as rows of text: read and shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from catalog.cell_text import read_code
from catalog.cell_text import read_whole_number as read_count
from catalog.draft import Patch, free_code
from catalog.period import LONGEST_TERM, ValidityPeriod
from catalog.price_list import PriceRecord
from catalog.typed_field import WORD, names, read_codes, read_day, read_signed
from catalog.typed_rows import RowFault, TypedRow, typed_rows

if TYPE_CHECKING:
    from catalog.charge import Charge
    from catalog.product_catalog import ProductCatalog
    from catalog.typed_rows import Rows

COLUMNS: Final = (
    "unit_price",
    "segments",
    "areas",
    "least_term",
    "first",
    "last",
    "priority",
    "id",
)
"""Columns of the table; a row without an identifier is given one."""
_PRICE, _TERM, _LAST, _ID = 0, 3, 5, 7


def price_record_rows(catalog: ProductCatalog, charge: Charge) -> tuple[tuple[str, ...], ...]:
    """The price records of a charge as one would type them."""
    return tuple(map(_shown, catalog.price_records(charge.code)))


def set_price_records(catalog: ProductCatalog, charge: Charge, rows: Rows) -> Patch:
    """The charge with the price records of some rows; an empty patch when they are the same.

    Currency and VAT of a record stay as they were under its identifier; a new one has those of
    its charge.

    Raises:
        RowFault: A cell has no reading, an identifier is taken, a period ends before it starts,
            or two rows hold under the same conditions.
    """
    present = {record.id: record for record in catalog.price_records(charge.code)}
    taken = {record.id for record in catalog.content.price_records} - present.keys()
    filled = list(typed_rows(rows, len(COLUMNS)))
    named = taken | {row.cells[_ID] for row in filled}
    read: dict[str, PriceRecord] = {}
    for row in filled:
        name = row.read(_ID, read_code) if row.cells[_ID] else free_code(charge.code, named)
        if name in taken or name in read:
            raise row.fault("draft.record_taken", _ID, value=name)
        named.add(name)
        read[name] = _read(row, name, charge, present.get(name))
    _refuse_ties(filled, list(read.values()))
    put = tuple(record for record in read.values() if present.get(record.id) != record)
    return Patch(price_records=put, removed=tuple(present.keys() - read.keys()))


def _read(row: TypedRow, name: str, charge: Charge, former: PriceRecord | None) -> PriceRecord:
    first, last = row.read(4, read_day), row.read(_LAST, read_day)
    if first is not None and last is not None and last < first:
        raise row.fault("draft.ends_before_it_starts", _LAST)
    term = row.read(_TERM, _count)
    if term > LONGEST_TERM:
        raise row.fault("draft.term_too_long", _TERM, value=term, most=LONGEST_TERM)
    return PriceRecord(
        id=name,
        charge=charge.code,
        unit_price=row.read(_PRICE, read_signed),
        valid=ValidityPeriod(first, last),
        segments=row.read(1, read_codes),
        areas=row.read(2, names(WORD)),
        least_term=term,
        currency=former.currency if former is not None else "CNY",
        priority=row.read(6, _signed_count),
        tax_included=(former or charge).tax_included,
    )


def _refuse_ties(rows: list[TypedRow], records: list[PriceRecord]) -> None:
    """Two rows that hold under the same conditions: nobody could say which price is meant."""
    seen: dict[object, int] = {}
    for row, record in zip(rows, records, strict=True):
        conditions = (
            frozenset(record.segments),
            frozenset(record.areas),
            record.least_term,
            record.valid,
            record.priority,
            record.currency,
        )
        if conditions in seen:
            raise row.fault("draft.same_conditions", other=seen[conditions])
        seen[conditions] = row.number


def _shown(record: PriceRecord) -> tuple[str, ...]:
    valid = record.valid
    return (
        f"{record.unit_price:f}",
        "; ".join(record.segments),
        "; ".join(record.areas),
        str(record.least_term or ""),
        valid.first.isoformat() if valid.first else "",
        valid.last.isoformat() if valid.last else "",
        str(record.priority or ""),
        record.id,
    )


def _count(text: str) -> int:
    return read_count(text) if text else 0


def _signed_count(text: str) -> int:
    return read_count(text, allow_negative=True) if text else 0


__all__ = ["COLUMNS", "RowFault", "price_record_rows", "set_price_records"]
