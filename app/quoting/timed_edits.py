"""Edits of what an item costs in which months, and of what it is given for nothing.

Like all edits they are pure functions from a quote to the next quote; one that changes nothing
gives the very same quote.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import msgspec

from app.quoting.item_edits import replace_item, set_item_discount
from pricing.alterations.percentage import Percentage
from pricing.alterations.ramp import Ramp

if TYPE_CHECKING:
    from collections.abc import Collection

    from app.quoting.quote import Quote
    from pricing.alterations.reduced_months import ReducedMonths
    from pricing.item import QuoteItem

WHOLE = Percentage(Decimal(100))
"""Everything off: measured at its published value, and its cost stays."""


def set_reduced_months(
    quote: Quote, item_id: str, old: ReducedMonths | None, new: ReducedMonths | None
) -> Quote:
    """A reduction in place of another; ``None`` adds one, or takes one away."""

    def change(item: QuoteItem) -> QuoteItem:
        kept = list(item.alterations)
        if old is not None and old in kept:
            kept.remove(old)
        altered = (*kept, new) if new is not None else tuple(kept)
        return msgspec.structs.replace(item, alterations=altered)

    return quote if old == new else replace_item(quote, item_id, change)


def set_ramp(quote: Quote, item_id: str, percent: Decimal) -> Quote:
    """How many percent the price rises (negative: falls) each further year; 0 for not at all."""

    def change(item: QuoteItem) -> QuoteItem:
        others = tuple(a for a in item.alterations if not isinstance(a, Ramp))
        altered = (*others, Ramp(percent)) if percent else others
        return msgspec.structs.replace(item, alterations=altered)

    return replace_item(quote, item_id, change)


def waive(quote: Quote, item_id: str, charges: Collection[str], *, waived: bool) -> Quote:
    """Charge nothing for some charges of an item, or what they cost again."""

    def change(item: QuoteItem) -> QuoteItem:
        quoted = tuple(
            msgspec.structs.replace(one, alteration=WHOLE if waived else None)
            if one.code in charges and (waived or one.alteration == WHOLE)
            else one
            for one in item.charges
        )
        return msgspec.structs.replace(item, charges=quoted)

    return replace_item(quote, item_id, change)


def give_away(quote: Quote, item_id: str, *, gift: bool) -> Quote:
    """Give a whole item for nothing, or charge for it again.

    It stays in the quote at its list value, so that it counts for depth, and its cost counts for
    margin; within what a bundle allows, a bundle may be given as well.
    """
    item = quote.item(item_id)
    if item is None:
        return quote
    if not item.charges:
        return set_item_discount(quote, item_id, WHOLE if gift else None)
    return waive(quote, item_id, [one.code for one in item.charges], waived=gift)
