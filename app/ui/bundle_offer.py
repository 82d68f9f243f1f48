"""A bundle composed of items of a quote, made when the catalogue's draft is at hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalog.local_text import LocalText

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.quoting.revision import Revision
    from catalog.bundle import BundledOffering
    from catalog.product_catalog import ProductCatalog


def maker_of(
    revision: Revision, items: tuple[str, ...]
) -> Callable[[ProductCatalog], BundledOffering]:
    """What gives, for a catalogue, a bundle of items as they are priced now."""

    def make(catalog: ProductCatalog) -> BundledOffering:
        from app.quoting.bundle_making import bundle_of_items

        return bundle_of_items(catalog, revision, items, LocalText("新套餐", "New bundle"))

    return make
