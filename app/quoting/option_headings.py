"""option_headings(): under which option group a customer chose the parts of a bundle."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from catalog.local_text import LocalText
from pricing.bundle_content import bundle_content, groups_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from catalog.product_catalog import ProductCatalog
    from pricing.item import QuoteItem

Headings: TypeAlias = tuple[tuple[str, LocalText], ...]
"""Codes of charges with the names of their groups, in the order of the bundle; what was not chosen
has no name."""


def headings_of(catalog: ProductCatalog, items: Sequence[QuoteItem]) -> dict[str, Headings]:
    """Of every item with a choice, by identifier; most quotes of thousands have none."""
    bundles = catalog.bundles_among({item.offering for item in items})
    composed = [item for item in items if item.offering in bundles] if bundles else []
    return {item.id: found for item in composed if (found := option_headings(catalog, item))}


def option_headings(catalog: ProductCatalog, item: QuoteItem) -> Headings:
    """The parts of an item's bundle with their groups; nothing where there is no choice."""
    bundle = catalog.bundle(item.offering)
    groups = groups_of(catalog, bundle) if bundle is not None else ()
    if bundle is None or not groups:
        return ()
    names = {group.code: group.name for group in groups}
    parts = bundle_content(catalog, bundle, item.choices).parts
    return tuple((part.charge, names.get(part.group, LocalText())) for part in parts)
