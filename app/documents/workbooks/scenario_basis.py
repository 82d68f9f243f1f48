"""Basis: under which criterion of discount authority a row of the scenario falls."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import TYPE_CHECKING

from app.documents.workbooks.rows import PriceRow, RowPlace
from catalog.charge import ChargeType, PriceRegulation
from catalog.money import Fen, decimal_percent, percent_of
from pricing.concession import Concession

if TYPE_CHECKING:
    from app.quoting.authority import Criterion


class Basis(StrEnum):
    """What a discount on a row is measured as."""

    MARKET = "market"
    GUIDED = "guided"
    FIXED = "fixed"
    ONE_TIME = "one_time"
    """Counted together with the other one-time charges, not by itself."""

    @property
    def criterion(self) -> str:
        """Identifier of the criterion that is looked at row by row; empty for one-time charges."""
        return {
            Basis.MARKET: "market_discount",
            Basis.GUIDED: "guided_discount",
            Basis.FIXED: "fixed_deviation",
        }.get(self, "")


def basis_of(row: PriceRow) -> Basis | None:
    """The basis of a row; what a bundle's own price covers is measured as one market price."""
    if row.place is RowPlace.BUNDLE and row.item is not None:
        return Basis.MARKET if any(charge.is_share for charge in row.item.charges) else None
    if row.charge is None or (row.place is RowPlace.COMPONENT and row.charge.is_share):
        return None
    if row.charge.regulation is PriceRegulation.FIXED:
        return Basis.FIXED
    if row.charge.type is ChargeType.ONE_TIME:
        return None if row.place is RowPlace.COMPONENT else Basis.ONE_TIME
    return Basis.GUIDED if row.charge.regulation is PriceRegulation.GUIDED else Basis.MARKET


def measured(row: PriceRow) -> tuple[Fen, Fen]:
    """Fen published and taken off; of a bundle only what its own price covers."""
    if row.place is not RowPlace.BUNDLE or row.item is None:
        return row.published, row.taken
    covered = [charge for charge in row.item.charges if charge.is_share]
    published = sum(charge.published_amount for charge in covered)
    return published, published - sum(charge.net_amount for charge in covered)


def depth_of(basis: Basis, row: PriceRow) -> Decimal:
    """Percent taken off, with ten decimals; for a fixed price the change in either direction."""
    published, taken = measured(row)
    if not published:
        return Decimal(100 if basis is Basis.FIXED and taken else 0)
    taken = abs(taken) if basis is Basis.FIXED else max(0, taken)
    return decimal_percent(percent_of(taken, abs(published)), 10)


def level_of(criterion: Criterion, basis: Basis, row: PriceRow, levels: int) -> int:
    """Position of the lowest level that may grant the row; one beyond the highest for nobody."""
    published, taken = measured(row)
    given = Concession("", "", published, taken)
    for position, limit in enumerate(criterion.limits[:levels], start=1):
        if limit is None:
            return position
        exact = Fraction(limit)
        if basis is Basis.FIXED:
            allowed = abs(taken) * 100 <= exact * abs(published)
        else:
            allowed = given.within(exact)
        if allowed:
            return position
    return levels + 1
