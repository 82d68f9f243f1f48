"""Levers: what a percentage typed into a row of the scenario is taken of, or why none may be typed.

The engine takes a manual discount of the amount that stands before promotions and before VAT on
top; of a bundle it takes it of the components that may be altered. Where another price moves with a
row (promotions that compete with the discount, amounts off the whole quote, percentages of other
charges) no formula in a row can say what would come, so nothing may be typed there: the row says
why, and its figures stay those of the quote.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from app.documents.workbooks.bundle_share import Part, fits, reduced
from app.documents.workbooks.rows import Kind, PriceRow, RowPlace, percent_giving, taken_by
from catalog.charge import PriceRegulation
from pricing.alterations.percentage import Percentage
from pricing.stages import Stage

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from decimal import Decimal

    from app.quoting.revision import Revision
    from catalog.money import Fen
    from pricing.priced import PricedCharge, PricedItem

_KINDS = {Kind.BUNDLE: Kind.MONTHLY}
_ON_QUOTE = (Stage.QUOTE_PROMOTION, Stage.QUOTE_WIDE)


class Held(StrEnum):
    """Why nothing may be typed into a row."""

    PROMOTION = "promotion"
    WAIVED = "waived"
    QUOTE_DISCOUNT = "quote_discount"
    QUOTE_PROMOTION = "quote_promotion"
    DEPENDENT = "dependent"
    NOTHING = "nothing"
    PERCENT = "percent"
    SIZE = "size"


class Lever(NamedTuple):
    """What a percentage moves in a row.

    Attributes:
        base: Fen that it is taken of.
        percent: The percentage that gives the quote's own amount.
        rate: VAT that comes on top of what is left; ``None`` where the base includes it.
        parts: Components of a bundle, in the order of their rows.
        held: Why none may be typed.
    """

    base: Fen
    percent: Decimal
    rate: Decimal | None = None
    parts: tuple[Part, ...] = ()
    held: Held | None = None

    @property
    def apart(self) -> Fen:
        """Fen of the components that the percentage does not touch."""
        return sum(part.amount for part in self.parts if part.weight is None)


def levers_of(revision: Revision, rows: Sequence[PriceRow]) -> dict[int, Lever]:
    """The lever of each charge by itself and of each bundle, by position among the rows."""
    whole = _held_by_quote(revision, rows)
    found: dict[int, Lever] = {}
    for at, row in enumerate(rows):
        if row.item is None or row.place is RowPlace.COMPONENT:
            continue
        if row.charge is None:
            lever = _of_bundle(row, row.item, [one.charge for one in rows[at + 1 :][: row.parts]])
        else:
            lever = _of_charge(row, row.charge, _typed(revision, row))
        kind = _KINDS.get(row.kind, row.kind)
        around = None if row.item.optional else whole.get(kind)
        if around is Held.DEPENDENT and row.charge is not None and _depends(row.charge):
            around = None
        found[at] = lever._replace(held=around) if lever.held is None and around else lever
    return found


def _held_by_quote(revision: Revision, rows: Sequence[PriceRow]) -> Mapping[Kind, Held]:
    """Kinds of rows whose prices hang together over the whole quote."""
    held: dict[Kind, Held] = {}
    for row in rows:
        if row.charge is not None and _depends(row.charge):
            held[row.kind] = Held.DEPENDENT
    if revision.quote.discount is not None:
        period = revision.quote.discount.period
        named = {row.kind for row in rows if row.charge is not None and row.charge.period is period}
        held.update(dict.fromkeys(named - {Kind.USAGE}, Held.QUOTE_DISCOUNT))
    if _whole_promotions(revision):
        kinds = (Kind.ONE_TIME, Kind.MONTHLY, Kind.YEARLY)
        held.update(dict.fromkeys(kinds, Held.QUOTE_PROMOTION))
    return held


def _whole_promotions(revision: Revision) -> bool:
    """Whether a promotion on the whole quote stands, or might with other prices."""
    priced = revision.priced
    if priced.rejected:
        return True
    single = {
        note.source
        for item in priced.items
        for charge in item.charges
        for note, _, _ in charge.trail.moves()
        if note.stage is Stage.PROMOTION
    }
    return any(use.rule not in single for use in priced.promotions)


def _depends(charge: PricedCharge) -> bool:
    return any(note.stage is Stage.DEPENDENT for note, _, _ in charge.trail.moves())


def _typed(revision: Revision, row: PriceRow) -> Decimal | None:
    code = row.charge.code if row.charge is not None else ""
    quoted = revision.quote.item(row.item.id) if row.item is not None else None
    for charge in quoted.charges if quoted is not None else ():
        if charge.code == code and isinstance(charge.alteration, Percentage):
            return charge.alteration.percent
    return None


def _of_charge(row: PriceRow, charge: PricedCharge, typed: Decimal | None) -> Lever:
    amount, rate = charge.net_amount, None
    base: Fen | None = None
    promoted = on_quote = False
    for note, change, result in charge.trail.moves():
        if note.stage in (Stage.TAX, Stage.TAX_LAST):
            amount, rate = result - change, charge.tax_rate
        elif note.stage is Stage.MANUAL:
            base, promoted = result - change, False
        elif note.stage is Stage.PROMOTION:
            promoted = True
        on_quote = on_quote or note.stage in _ON_QUOTE
    base = amount if base is None else base
    held: Held | None = None
    percent = percent_giving(base, base - amount, typed)
    if charge.published_waiver:
        held = Held.WAIVED
    elif promoted or any(one.because_of == "manual" for one in charge.rejected):
        held = Held.PROMOTION
    elif on_quote:
        held = Held.QUOTE_PROMOTION
    elif taken_by(percent, base) != base - amount:
        held = Held.PERCENT
    return Lever(base, row.percent if held else percent, rate, held=held)


def _of_bundle(row: PriceRow, item: PricedItem, charges: Sequence[PricedCharge | None]) -> Lever:
    covered = [charge for charge in charges if charge is not None]
    amounts = [_before_discount(charge) for charge in covered]
    open_ = [
        charge.regulation is not PriceRegulation.FIXED and amount >= 0
        for charge, amount in zip(covered, amounts, strict=True)
    ]
    shared = all(
        _shares(charge, item.offering) and charge.published_amount == amount
        for charge, amount, may in zip(covered, amounts, open_, strict=True)
        if may
    )
    weights = [
        (charge.list_amount if shared else amount)
        for charge, amount, may in zip(covered, amounts, open_, strict=True)
        if may
    ]
    small = iter(reduced(weights))
    parts = tuple(
        Part(amount, next(small) if may else None)
        for amount, may in zip(amounts, open_, strict=True)
    )
    base = sum(part.amount for part in parts if part.weight is not None)
    taken = sum(amounts) - row.net
    percent = percent_giving(base, taken, item.extra_discount)
    held: Held | None = None
    if not weights:
        held = Held.NOTHING
    elif not fits(base, [part.weight for part in parts if part.weight is not None]):
        held = Held.SIZE
    elif taken_by(percent, base) != taken:
        held = Held.PERCENT
    return Lever(base, row.percent if held else percent, None, parts, held)


def _before_discount(charge: PricedCharge) -> Fen:
    """The component before what is taken off the whole bundle by hand."""
    for note, change, result in charge.trail.moves():
        if note.code == "step.bundle_discount":
            return result - change
    return charge.net_amount


def _shares(charge: PricedCharge, bundle: str) -> bool:
    """Whether the component's price is a share of this bundle's own price."""
    moves = charge.trail.moves()
    return any(note.code == "step.bundle_share" and note.source == bundle for note, _, _ in moves)
