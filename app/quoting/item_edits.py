"""Edits of items: each is a pure function from a quote to the next quote.

An edit that changes nothing returns the very same object, so that nothing is pushed on the undo
stack and nothing is stored.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from pricing.alterations import Timed
from pricing.alterations.free_months import FreeMonths
from pricing.item import ItemCharge, QuoteItem

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    from app.quoting.quote import Quote
    from catalog.product_catalog import ProductCatalog
    from pricing.alterations import Discount


def new_item_id(quote: Quote) -> str:
    """An identifier that nothing in the quote names: one more than the largest number in use.

    What the offer replaces may still name an item that was removed, and must not come to mean a
    new one.
    """
    named = (*(item.id for item in quote.items), *quote.like_for_like.items)
    numbers = [int(name[1:]) for name in named if name[1:].isdecimal() and name.isascii()]
    return f"i{max(numbers, default=0) + 1}"


def add_offering(
    quote: Quote, catalog: ProductCatalog, code: str, quantity: int = 1, item_id: str = ""
) -> Quote:
    """Append an offering or a bundle, with its first one-time and its first recurring charge.

    The price list names the usual charges first; the others (moving a line, caller display) are
    added when the customer wants them, and usage when it is known how much there will be. A charge
    with a minimum quantity starts there. A code that the catalogue does not have changes nothing.
    The item gets a new identifier where none is given.
    """
    item_id = item_id or new_item_id(quote)
    bundle = catalog.bundle(code)
    if bundle is not None:
        item = QuoteItem(item_id, code, quantity)
        term = max(quote.term, bundle.term)
        return msgspec.structs.replace(quote, items=(*quote.items, item), term=term)
    single = _single_item(quote, catalog, code, quantity, item_id)
    return quote if single is None else msgspec.structs.replace(quote, items=(*quote.items, single))


def replace_offering(quote: Quote, catalog: ProductCatalog, item_id: str, code: str) -> Quote:
    """Another offering in an item's place: as many, for the same site, with what fits both.

    Discounts by hand were given for the old offering and are not kept. A code that the catalogue
    does not have as a single offering changes nothing.
    """
    item = quote.item(item_id)
    new = _single_item(quote, catalog, code, item.quantity, item_id) if item else None
    if item is None or new is None:
        return quote
    kept = {
        known.id: item.characteristics[known.id]
        for known in catalog.characteristics(code)
        if known.id in item.characteristics and known.fault(item.characteristics[known.id]) is None
    }
    return replace_item(
        quote,
        item_id,
        lambda old: msgspec.structs.replace(
            old,
            offering=code,
            quantity=new.quantity,
            charges=new.charges,
            alterations=(),
            characteristics=new.characteristics | kept,
        ),
    )


def _single_item(
    quote: Quote, catalog: ProductCatalog, code: str, quantity: int, item_id: str
) -> QuoteItem | None:
    """A new item of a single offering, with the usual values of its characteristics."""
    offering = catalog.offering(code)
    if offering is None:
        return None
    quoted = offering.usual_charges(quote.price_date)
    charges = tuple(ItemCharge(c.code, max(quantity, c.least)) for c in quoted)
    first = charges[0].quantity if charges else quantity
    usual = {known.id: known.default for known in catalog.characteristics(code) if known.default}
    return QuoteItem(item_id, code, first, charges, characteristics=usual)


def remove_items(quote: Quote, item_ids: Collection[str]) -> Quote:
    """Without some items."""
    kept = tuple(item for item in quote.items if item.id not in item_ids)
    if len(kept) == len(quote.items):
        return quote
    return msgspec.structs.replace(quote, items=kept)


def remove_charge(quote: Quote, item_id: str, charge: str) -> Quote:
    """Without one charge of an item; the last charge takes the item with it."""
    item = quote.item(item_id)
    if item is None or not any(quoted.code == charge for quoted in item.charges):
        return quote
    kept = tuple(quoted for quoted in item.charges if quoted.code != charge)
    if not kept:
        return remove_items(quote, {item_id})
    return replace_item(quote, item_id, lambda old: msgspec.structs.replace(old, charges=kept))


def add_charge(quote: Quote, item_id: str, charge: str, quantity: int) -> Quote:
    """With one more charge of the item's offering; one that is there already stays as it is."""
    item = quote.item(item_id)
    if item is None or any(quoted.code == charge for quoted in item.charges):
        return quote
    charges = (*item.charges, ItemCharge(charge, quantity))
    return replace_item(quote, item_id, lambda old: msgspec.structs.replace(old, charges=charges))


def set_quantity(quote: Quote, item_id: str, quantity: int) -> Quote:
    """Another quantity of an item; charges that were counted like the item follow."""

    def change(item: QuoteItem) -> QuoteItem:
        charges = tuple(
            msgspec.structs.replace(quoted, quantity=quantity)
            if quoted.quantity == item.quantity
            else quoted
            for quoted in item.charges
        )
        return msgspec.structs.replace(item, quantity=quantity, charges=charges)

    item = quote.item(item_id)
    if item is None or item.quantity == quantity:
        return quote
    return replace_item(quote, item_id, change)


def set_charge_quantity(quote: Quote, item_id: str, charge: str, quantity: int) -> Quote:
    """Another quantity of one charge only."""
    return _replace_charge(
        quote, item_id, charge, lambda old: msgspec.structs.replace(old, quantity=quantity)
    )


def set_discount(quote: Quote, item_id: str, charge: str, discount: Discount | None) -> Quote:
    """What is taken off one charge by hand; ``None`` takes nothing off."""
    return _replace_charge(
        quote, item_id, charge, lambda old: msgspec.structs.replace(old, alteration=discount)
    )


def set_item_discount(quote: Quote, item_id: str, discount: Discount | None) -> Quote:
    """What is taken off the published price of a bundle by hand."""

    def change(item: QuoteItem) -> QuoteItem:
        timed = tuple(a for a in item.alterations if isinstance(a, Timed))
        altered = (discount, *timed) if discount is not None else timed
        return msgspec.structs.replace(item, alterations=altered)

    return replace_item(quote, item_id, change)


def set_free_months(quote: Quote, item_id: str, months: int) -> Quote:
    """How many months of an item are not charged."""

    def change(item: QuoteItem) -> QuoteItem:
        others = tuple(a for a in item.alterations if not isinstance(a, FreeMonths))
        altered = (*others, FreeMonths(months)) if months else others
        return msgspec.structs.replace(item, alterations=altered)

    return replace_item(quote, item_id, change)


def set_optional(quote: Quote, item_id: str, *, optional: bool) -> Quote:
    """Whether the customer may choose the item, outside the totals."""
    return replace_item(
        quote,
        item_id,
        lambda item: msgspec.structs.replace(
            item, optional=optional, commitment=item.commitment if optional else 0
        ),
    )


def set_site(quote: Quote, item_id: str, site: str) -> Quote:
    """Where an item is installed."""
    return replace_item(quote, item_id, lambda item: msgspec.structs.replace(item, site=site))


def set_characteristic(quote: Quote, item_id: str, characteristic: str, value: str) -> Quote:
    """Another value of a characteristic; an empty one takes the value away."""

    def change(item: QuoteItem) -> QuoteItem:
        values = {name: old for name, old in item.characteristics.items() if name != characteristic}
        if value:
            values[characteristic] = value
        return msgspec.structs.replace(item, characteristics=values)

    return replace_item(quote, item_id, change)


def set_characteristics(quote: Quote, item_id: str, values: Mapping[str, str]) -> Quote:
    """Other values of all characteristics at once; what is left out has none."""
    return replace_item(
        quote,
        item_id,
        lambda item: msgspec.structs.replace(item, characteristics=dict(values)),
    )


def replace_item(quote: Quote, item_id: str, change: Callable[[QuoteItem], QuoteItem]) -> Quote:
    """The quote with one item changed; the same quote when nothing changes."""
    for position, item in enumerate(quote.items):
        if item.id == item_id:
            changed = change(item)
            if changed == item:
                return quote
            items = (*quote.items[:position], changed, *quote.items[position + 1 :])
            return msgspec.structs.replace(quote, items=items)
    return quote


def _replace_charge(
    quote: Quote, item_id: str, code: str, change: Callable[[ItemCharge], ItemCharge]
) -> Quote:
    def changed(item: QuoteItem) -> QuoteItem:
        charges = tuple(change(q) if q.code == code else q for q in item.charges)
        return msgspec.structs.replace(item, charges=charges)

    return replace_item(quote, item_id, changed)
