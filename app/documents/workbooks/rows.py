"""Rows: a revision's items and charges in the order in which the sheets show them.

Both the sheet of items and the scenario sheet write these rows one under the other, so a row's
position is the same distance below the heading on both.
"""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import TYPE_CHECKING

import msgspec

from app.documents.workbooks.timed_months import Timed, timed_of
from catalog.charge import ChargeType
from catalog.money import Fen, decimal_percent, percent_of, round_half_up
from catalog.period import BillingPeriod, years_of
from pricing.alterations.percentage import Percentage
from pricing.priced import PricedCharge, PricedItem

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.quoting.revision import Revision

_MOST_PLACES = 10


class Kind(StrEnum):
    """How often a row's amounts arise; totals are sums over a kind."""

    ONE_TIME = "one_time"
    MONTHLY = "monthly"
    YEARLY = "yearly"
    USAGE = "usage"
    BUNDLE = "bundle"
    """The price of a bundle; its components carry the sums."""
    OPTIONAL = "optional"
    """The customer may choose it; in no total."""


class RowPlace(StrEnum):
    """What a row is."""

    SECTION = "section"
    BUNDLE = "bundle"
    COMPONENT = "component"
    """A charge inside a bundle."""
    CHARGE = "charge"
    """A charge of its own."""


class PriceRow(msgspec.Struct, frozen=True):
    """One row of the sheets.

    Attributes:
        place: What the row is.
        number: Such as ``2`` or ``2.1``; empty for a section.
        text: Heading of a section.
        item: The item; ``None`` for a section.
        charge: The charge; ``None`` for a section and for a bundle's own row.
        kind: How the row counts.
        percent: Manual discount in percent that gives the amount taken off, exactly as typed
            where it was typed as a percentage.
        served: Periods over the term for which cost arises.
        free: Of these, periods that are not charged.
        parts: Number of rows below a bundle's own row that its monthly price covers.
        leads: First row of its item that is billed monthly: free months are stated here.
        timed: What months that are charged in part take off over the term.
    """

    place: RowPlace
    number: str = ""
    text: str = ""
    item: PricedItem | None = None
    charge: PricedCharge | None = None
    kind: Kind = Kind.MONTHLY
    percent: Decimal = Decimal(0)
    served: int = 0
    free: int = 0
    parts: int = 0
    leads: bool = False
    timed: Timed = Timed()

    @property
    def published(self) -> Fen:
        """Fen of one period before anything is given away by hand."""
        if self.charge is not None:
            return self.charge.published_amount
        return self.item.monthly.published_amount if self.item is not None else 0

    @property
    def net(self) -> Fen:
        """Fen of one period as charged."""
        if self.charge is not None:
            return self.charge.net_amount
        return self.item.monthly.net_amount if self.item is not None else 0

    @property
    def taken(self) -> Fen:
        """Fen given away by hand."""
        return self.published - self.net

    @property
    def periods(self) -> int:
        """Periods that are charged."""
        return self.served - self.free

    @property
    def by_formula(self) -> bool:
        """Whether the percentage, rounded as the engine rounds, gives the amount taken off."""
        return taken_by(self.percent, self.published) == self.taken


def price_rows(revision: Revision) -> tuple[PriceRow, ...]:
    """All rows of a revision: sections, bundles with their components, charges."""
    rows: list[PriceRow] = []
    section = ""
    for number, item in enumerate(revision.priced.items, start=1):
        if item.section and item.section != section:
            rows.append(PriceRow(RowPlace.SECTION, text=item.section))
        section = item.section
        if item.is_bundle:
            found = _bundle_rows(item, number, revision.priced.totals.term)
        else:
            found = _charge_rows(revision, item, number)
        rows.extend(_with_timed(found, timed_of(item)))
    return tuple(rows)


def taken_by(percent: Decimal, published: Fen) -> Fen:
    """Fen that a percentage takes off an amount: the discount is rounded half up."""
    if not percent or not published:
        return 0
    share = Fraction(percent) * published / 100
    return round_half_up(share.numerator, share.denominator)


def percent_giving(published: Fen, taken: Fen, typed: Decimal | None = None) -> Decimal:
    """The percentage that takes off ``taken``: as typed, or with as few decimals as it needs.

    What was typed may be no number at all; the engine has refused it then and taken nothing.
    """
    if typed is not None and typed.is_finite() and taken_by(typed, published) == taken:
        return typed
    exact = percent_of(taken, published)
    for places in range(2, _MOST_PLACES):
        percent = decimal_percent(exact, places)
        if taken_by(percent, published) == taken:
            return percent
    return decimal_percent(exact, _MOST_PLACES)


def _bundle_rows(item: PricedItem, number: int, term: int) -> list[PriceRow]:
    """The bundle's own row, its monthly components, then its one-time charges."""
    monthly = [charge for charge in item.charges if _kind(charge) is Kind.MONTHLY]
    others = [charge for charge in item.charges if _kind(charge) is not Kind.MONTHLY]
    price = item.monthly
    head = PriceRow(
        RowPlace.BUNDLE,
        number=str(number),
        item=item,
        kind=Kind.BUNDLE,
        percent=percent_giving(
            price.published_amount, price.published_amount - price.net_amount, item.extra_discount
        ),
        served=term,
        free=item.free_months,
        parts=len(monthly),
        leads=True,
    )
    rows = [head]
    for position, charge in enumerate((*monthly, *others), start=1):
        name = f"{number}.{position}"
        rows.append(_row(RowPlace.COMPONENT, name, item, charge, term, Decimal(0)))
    return rows


def _with_timed(rows: list[PriceRow], timed: Timed) -> list[PriceRow]:
    """Stated in the bundle's own row, and once among the rows that are summed."""
    if timed == Timed():
        return rows
    first = next((at for at, row in enumerate(rows) if row.kind is Kind.MONTHLY), -1)
    return [
        msgspec.structs.replace(row, timed=timed)
        if at == first or row.place is RowPlace.BUNDLE
        else row
        for at, row in enumerate(rows)
    ]


def _charge_rows(revision: Revision, item: PricedItem, number: int) -> list[PriceRow]:
    term = revision.priced.totals.term
    several = len(item.charges) > 1
    typed = _typed_percentages(revision, item)
    rows: list[PriceRow] = []
    led = False
    for position, charge in enumerate(item.charges, start=1):
        taken = charge.published_amount - charge.net_amount
        percent = percent_giving(charge.published_amount, taken, typed.get(charge.code))
        name = f"{number}.{position}" if several else str(number)
        leads = not led and _kind(charge) is Kind.MONTHLY
        led = led or leads
        rows.append(_row(RowPlace.CHARGE, name, item, charge, term, percent, leads=leads))
    return rows


def _row(
    place: RowPlace,
    number: str,
    item: PricedItem,
    charge: PricedCharge,
    term: int,
    percent: Decimal,
    *,
    leads: bool = False,
) -> PriceRow:
    kind = _kind(charge)
    served = {Kind.ONE_TIME: 1, Kind.MONTHLY: term, Kind.YEARLY: years_of(term)}.get(kind, 0)
    return PriceRow(
        place,
        number=number,
        item=item,
        charge=charge,
        kind=kind,
        percent=percent,
        served=served,
        free=item.free_months if kind is Kind.MONTHLY else 0,
        leads=leads,
    )


def _kind(charge: PricedCharge) -> Kind:
    if charge.type is ChargeType.USAGE:
        return Kind.USAGE
    if charge.period is BillingPeriod.ONCE:
        return Kind.ONE_TIME
    return Kind.YEARLY if charge.period is BillingPeriod.YEAR else Kind.MONTHLY


def _typed_percentages(revision: Revision, item: PricedItem) -> dict[str, Decimal]:
    quoted = revision.quote.item(item.id)
    return {
        charge.code: charge.alteration.percent
        for charge in (quoted.charges if quoted is not None else ())
        if isinstance(charge.alteration, Percentage)
    }


def parts_of(rows: Sequence[PriceRow], position: int) -> Sequence[PriceRow]:
    """The component rows that the price of the bundle row at ``position`` covers."""
    return rows[position + 1 : position + 1 + rows[position].parts]
