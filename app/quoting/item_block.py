"""Several items at once: a block of new ones, and the same change of many."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import msgspec

from app.quoting import item_edits
from app.quoting.item_order import put_in_section
from catalog.charge import ChargeType
from pricing.alterations import Timed
from pricing.item import ItemCharge, QuoteItem

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from app.quoting.quote import Quote
    from catalog.product_catalog import ProductCatalog
    from pricing.alterations import Discount


class NewItem(NamedTuple):
    """An item that is to be added.

    Attributes:
        code: Of an offering, a bundle, or one charge of an offering.
        quantity: How many.
        discount: What is taken off its main charge, or off the whole bundle, by hand.
        site: Identifier of the site.
        section: Heading under which it stands.
    """

    code: str
    quantity: int = 1
    discount: Discount | None = None
    site: str = ""
    section: str = ""


def add_items(quote: Quote, catalog: ProductCatalog, wanted: Sequence[NewItem]) -> Quote:
    """Append items in order; a code that the catalogue does not have adds nothing.

    Charges of one offering that follow each other are charges of one item.
    """
    number = int(item_edits.new_item_id(quote)[1:])
    # Only the last item may take part in the next: a block of thousands asks all others nothing.
    done, tail = list(quote.items[:-1]), msgspec.structs.replace(quote, items=quote.items[-1:])
    for new in wanted:
        if new.section:  # it may stand beside any item under its heading
            tail = msgspec.structs.replace(tail, items=(*done, *tail.items))
            done.clear()
        before = len(tail.items)
        tail = _added(tail, catalog, new, f"i{number}")
        number += len(tail.items) > before
        done.extend(tail.items[:-1])
        tail = msgspec.structs.replace(tail, items=tail.items[-1:])
    after = msgspec.structs.replace(tail, items=(*done, *tail.items))
    return quote if after == quote else after


def discount_item(
    quote: Quote, catalog: ProductCatalog, item_id: str, discount: Discount | None
) -> Quote:
    """What is taken off an item by hand: off a whole bundle, or off the main charge."""
    item = quote.item(item_id)
    if item is None:
        return quote
    if catalog.bundle(item.offering) is not None:
        return item_edits.set_item_discount(quote, item_id, discount)
    code = main_code(item, catalog)
    return item_edits.set_discount(quote, item_id, code, discount) if code else quote


def main_code(item: QuoteItem, catalog: ProductCatalog) -> str:
    """Code of the charge for which an item stands: its first recurring one, or else its first."""
    for quoted in item.charges:
        charge = catalog.charge(quoted.code)
        if charge is not None and charge.type is ChargeType.RECURRING:
            return quoted.code
    return item.charges[0].code if item.charges else ""


def discount_of(item: QuoteItem, charge: str, catalog: ProductCatalog) -> Discount | None:
    """What is taken off one charge by hand; without a charge off the item."""
    if not item.charges:
        return next((one for one in item.alterations if not isinstance(one, Timed)), None)
    code = charge or main_code(item, catalog)
    return next((quoted.alteration for quoted in item.charges if quoted.code == code), None)


def set_sites(quote: Quote, item_ids: Collection[str], site: str) -> Quote:
    """Where several items are installed."""
    for item_id in item_ids:
        quote = item_edits.set_site(quote, item_id, site)
    return quote


def set_bill_to(quote: Quote, item_ids: Collection[str], account: str) -> Quote:
    """Which account pays for several items; empty for the customer's usual one."""
    for item_id in item_ids:
        quote = item_edits.replace_item(
            quote, item_id, lambda item: msgspec.structs.replace(item, bill_to=account)
        )
    return quote


def set_all_optional(quote: Quote, item_ids: Collection[str], *, optional: bool) -> Quote:
    """Whether the customer may choose several items, outside the totals."""
    for item_id in item_ids:
        quote = item_edits.set_optional(quote, item_id, optional=optional)
    return quote


def _added(quote: Quote, catalog: ProductCatalog, new: NewItem, item_id: str) -> Quote:
    owner = catalog.owner(new.code)
    single = catalog.offering(new.code) or catalog.bundle(new.code)
    if single is None and owner is not None:
        return _charge_added(quote, owner.code, catalog, new, item_id)
    after = item_edits.add_offering(quote, catalog, new.code, new.quantity, item_id)
    if after is quote:
        return quote
    after = discount_item(after, catalog, item_id, new.discount) if new.discount else after
    return _placed(after, item_id, new)


def _charge_added(
    quote: Quote, offering: str, catalog: ProductCatalog, new: NewItem, item_id: str
) -> Quote:
    charge = ItemCharge(new.code, new.quantity, new.discount)
    last = quote.items[-1] if quote.items else None
    if (
        last is not None
        and (last.offering, last.site, last.section) == (offering, new.site, new.section)
        and all(quoted.code != new.code for quoted in last.charges)
    ):
        return item_edits.replace_item(
            quote, last.id, lambda old: msgspec.structs.replace(old, charges=(*old.charges, charge))
        )
    usual = {known.id: known.default for known in catalog.characteristics(offering)}
    item = QuoteItem(
        item_id,
        offering,
        new.quantity,
        (charge,),
        characteristics={name: value for name, value in usual.items() if value},
    )
    quote = msgspec.structs.replace(quote, items=(*quote.items, item))
    return _placed(quote, item.id, new)


def _placed(quote: Quote, item_id: str, new: NewItem) -> Quote:
    if new.site:
        quote = item_edits.set_site(quote, item_id, new.site)
    return put_in_section(quote, (item_id,), new.section) if new.section else quote
