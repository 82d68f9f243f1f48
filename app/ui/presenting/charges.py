"""The charges of an offering that an item does not have yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from catalog.charge import Charge
    from catalog.product_catalog import ProductCatalog
    from pricing.item import QuoteItem


def charges_to_add(catalog: ProductCatalog, item: QuoteItem) -> tuple[Charge, ...]:
    """In the order of the price list; nothing for a bundle, whose parts are fixed."""
    offering = catalog.offering(item.offering)
    if offering is None:
        return ()
    quoted = {charge.code for charge in item.charges}
    return tuple(charge for charge in offering.charges if charge.code not in quoted)
