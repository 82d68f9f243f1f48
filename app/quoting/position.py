"""The competitive position: buying key factors × our capability × relationship, as a table."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from app.quoting.buying_factor import LEAST, MOST, BuyingFactor
from app.quoting.customer_cells import Kind
from app.quoting.sheet_rows import SheetColumn, WrongCell, read_texts, texts_of
from catalog.money import decimal_percent, percent_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.quoting.quote import Quote

COLUMNS = (
    SheetColumn("factor", required=True),
    SheetColumn("weight", Kind.COUNT, required=True),
    SheetColumn("capability", Kind.COUNT, required=True),
    SheetColumn("relationship", Kind.COUNT, required=True),
    SheetColumn("note"),
)
_MARKS = ("weight", "capability", "relationship")


class Position(NamedTuple):
    """How we stand.

    Attributes:
        percent: Of what could be reached, two decimals; 0 without factors.
        factors: Where most is lost first.
    """

    percent: Decimal = Decimal(0)
    factors: tuple[BuyingFactor, ...] = ()


def position_of(factors: Sequence[BuyingFactor]) -> Position:
    """How we stand in what the customer decides by."""
    if not factors:
        return Position()
    reached, possible = sum(f.reached for f in factors), sum(f.possible for f in factors)
    ordered = sorted(factors, key=lambda one: -one.missing)
    return Position(decimal_percent(percent_of(reached, possible)), tuple(ordered))


def factor_rows(quote: Quote) -> tuple[tuple[str, ...], ...]:
    """The factors of a quote as rows of texts."""
    return texts_of(quote.buying_factors, COLUMNS, {})


def read_factors(
    rows: Sequence[Sequence[str]],
) -> tuple[tuple[BuyingFactor, ...], tuple[WrongCell, ...]]:
    """Factors that rows say, and the cells without a reading; marks go from 1 to 5."""
    read, faults = read_texts(rows, COLUMNS, {})
    wrong = list(faults)
    known = "、".join(str(mark) for mark in range(LEAST, MOST + 1))
    for place, facts in read:
        for name in _MARKS:
            mark = facts.get(name, LEAST)
            if not LEAST <= mark <= MOST:
                told = {"value": str(mark), "known": known}
                wrong.append(WrongCell(place, name, "customer.word_unknown", told))
    bad = {one.row for one in wrong}
    found = tuple(BuyingFactor(**facts) for place, facts in read if place not in bad)
    return found, tuple(sorted(wrong, key=lambda one: one.row))


def set_factors(quote: Quote, factors: tuple[BuyingFactor, ...]) -> Quote:
    """The quote with these factors; they are no part of what is agreed."""
    return msgspec.structs.replace(quote, buying_factors=factors)
