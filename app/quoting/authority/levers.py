"""Levers: everything that is given away by hand in a quote and may be given less of.

A lever stands at a whole number of its steps (hundredths of a percent, or months) and can be set
to any lower one. Discounts by amount or to a target price become percentages when they are set.
"""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from math import ceil
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from app.quoting import header_edits, item_edits
from pricing.alterations import Discount
from pricing.alterations.free_months import FreeMonths
from pricing.alterations.percentage import Percentage
from pricing.alterations.ramp import Ramp
from pricing.alterations.reduced_months import ReducedMonths
from pricing.quote_wide import QuoteDiscount

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.quoting.quote import Quote
    from pricing.item import QuoteItem
    from pricing.priced import PricedItem, PricedQuote

_STEPS = 100
_MOST = 100 * _STEPS


class LeverKind(StrEnum):
    """What a lever sets."""

    CHARGE = "charge"
    """Percent off one charge."""
    BUNDLE = "bundle"
    """Percent off a bundle's published price."""
    CHOICE = "choice"
    """Percent off what was chosen in a bundle."""
    FREE_MONTHS = "free_months"
    """Free months of an item."""
    TIMED = "timed"
    """Reduced months and a falling price of an item: kept or dropped."""
    QUOTE = "quote"
    """Percent off the monthly or one-time charges of the whole quote."""


WHOLE = (LeverKind.FREE_MONTHS, LeverKind.TIMED)
"""Kinds whose steps are whole months, not hundredths of a percent."""


class Lever(NamedTuple):
    """One thing that is given away, and how much of it.

    Attributes:
        kind: What it sets.
        item: Identifier of the item; empty for the whole quote.
        charge: Code of the charge; empty for a whole item.
        stands: Steps at which it stands.
    """

    kind: LeverKind
    item: str
    charge: str
    stands: int

    def amount(self, steps: int) -> Decimal:
        """Percent or months of a number of steps."""
        return Decimal(steps) if self.kind in WHOLE else Decimal(steps) / _STEPS

    def set(self, quote: Quote, steps: int) -> Quote:
        """The quote with the lever at another number of steps."""
        percent = Percentage(self.amount(steps)) if steps else None
        match self.kind:
            case LeverKind.CHARGE:
                return item_edits.set_discount(quote, self.item, self.charge, percent)
            case LeverKind.BUNDLE:
                return item_edits.set_item_discount(quote, self.item, percent)
            case LeverKind.CHOICE:
                return _with_choice(quote, self.item, self.charge, percent)
            case LeverKind.FREE_MONTHS:
                return item_edits.set_free_months(quote, self.item, steps)
            case LeverKind.TIMED:
                return quote if steps else item_edits.replace_item(quote, self.item, _untimed)
            case LeverKind.QUOTE:
                return header_edits.set_quote_discount(quote, _on_quote(quote, percent))


def levers_of(quote: Quote, priced: PricedQuote) -> tuple[Lever, ...]:
    """Every lever of a quote that is not at nothing: that of the quote, then the deepest first."""
    known = {item.id: item for item in priced.items}
    found = [
        lever
        for item in quote.items
        if (sold := known.get(item.id)) is not None
        for lever in _of_item(item, sold)
    ]
    found.sort(key=lambda lever: -lever.amount(lever.stands))
    if quote.discount is not None:
        found.insert(0, Lever(LeverKind.QUOTE, "", "", _steps_of_quote(quote.discount, priced)))
    return tuple(lever for lever in found if lever.stands > 0)


def lever_at(quote: Quote, priced: PricedQuote, item_id: str, charge: str) -> Lever | None:
    """The discount of one charge, or of a bundle without a charge, even if it is at nothing."""
    item, sold = quote.item(item_id), priced.item(item_id)
    if item is None or sold is None:
        return None
    if not charge and sold.is_bundle:
        return Lever(LeverKind.BUNDLE, item_id, "", _steps(sold.extra_discount))
    for one in sold.charges:
        if one.code == charge and any(known.code == charge for known in item.charges):
            return Lever(LeverKind.CHARGE, item_id, charge, _steps(one.discount))
    return None


def _of_item(item: QuoteItem, sold: PricedItem) -> Iterator[Lever]:
    depths = {charge.code: charge.discount for charge in sold.charges}
    for charge in item.charges:
        if charge.alteration is not None:
            yield Lever(LeverKind.CHARGE, item.id, charge.code, _steps(depths.get(charge.code)))
    for choice in item.choices:
        if choice.alteration is not None:
            steps = _steps(depths.get(choice.charge))
            yield Lever(LeverKind.CHOICE, item.id, choice.charge, steps)
    if any(isinstance(one, Discount) for one in item.alterations):
        yield Lever(LeverKind.BUNDLE, item.id, "", _steps(sold.extra_discount))
    free = sum(one.months for one in item.alterations if isinstance(one, FreeMonths))
    if free:
        yield Lever(LeverKind.FREE_MONTHS, item.id, "", free)
    if any(_gives(one) for one in item.alterations):
        yield Lever(LeverKind.TIMED, item.id, "", 1)


def _steps(percent: Decimal | None) -> int:
    """Steps of a percentage, rounded up so that no part of it is left out of a search."""
    return min(_MOST, ceil((percent or Decimal(0)) * _STEPS))


def _steps_of_quote(discount: QuoteDiscount, priced: PricedQuote) -> int:
    """Steps of a discount on the quote; of an amount its share of what it was taken off."""
    if discount.percent is not None:
        return _steps(discount.percent)
    monthly = priced.totals.monthly
    if discount.amount is None or monthly.net_amount + discount.amount <= 0:
        return _MOST
    whole = Decimal(monthly.net_amount + discount.amount)
    return _steps(Decimal(100 * discount.amount) / whole)


def _on_quote(quote: Quote, percent: Percentage | None) -> QuoteDiscount | None:
    if percent is None:
        return None
    target = quote.discount.target if quote.discount is not None else QuoteDiscount().target
    return QuoteDiscount(target, percent=percent.percent)


def _with_choice(quote: Quote, item_id: str, charge: str, percent: Percentage | None) -> Quote:
    def change(item: QuoteItem) -> QuoteItem:
        choices = tuple(
            msgspec.structs.replace(one, alteration=percent)
            if one.charge == charge and one.alteration is not None
            else one
            for one in item.choices
        )
        return msgspec.structs.replace(item, choices=choices)

    return item_edits.replace_item(quote, item_id, change)


def _gives(alteration: object) -> bool:
    """Whether an alteration makes some months cheaper than others."""
    if isinstance(alteration, ReducedMonths):
        return alteration.percent > 0
    return isinstance(alteration, Ramp) and alteration.percent < 0


def _untimed(item: QuoteItem) -> QuoteItem:
    kept = tuple(one for one in item.alterations if not _gives(one))
    return msgspec.structs.replace(item, alterations=kept)
