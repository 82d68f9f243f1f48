"""Usage quoted beside a bundle: what the bundle includes of it, and what comes beyond.

The units that the bundles of a quote include are shared out once, firm items before optional ones,
each in the order of their identifiers, so that moving an item changes no price. The rest costs the
bundle's overage price (the lowest, where several publish one), or the list price where none does.
This is how past months are replayed as well (``replay.py``), so that what is expected and what
would have been agree.

Worked example: 3,000 minutes included, 0.10 beyond; 3,500 expected minutes cost 500 x 0.10 = 50.00.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from catalog.component_kind import ComponentKind
from pricing.bundle_content import bundle_content

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from catalog.bundle import BundledOffering
    from catalog.product_catalog import ProductCatalog
    from pricing.item import Choice, QuoteItem


def share_key(item_id: str, charge: str) -> str:
    """Name of the units that are included of an item's charge, among what is counted."""
    return f"{item_id} includes {charge}"


def included_by(
    catalog: ProductCatalog, bundle: BundledOffering, choices: Sequence[Choice] = ()
) -> Counter[str]:
    """Units that one bundle includes after the customer's choices, by usage charge."""
    units: Counter[str] = Counter()
    for part in bundle_content(catalog, bundle, choices).parts:
        if part.kind is ComponentKind.ALLOWANCE:
            units[part.charge] += part.quantity
    return units


def may_include(bundle: BundledOffering) -> Iterator[str]:
    """Usage charges of which a bundle may include units, whatever is chosen."""
    kinds = [(part.charge, part.kind) for part in bundle.components]
    kinds += [(member.charge, member.kind) for group in bundle.groups for member in group.members]
    for charge, kind in kinds:
        if kind is ComponentKind.ALLOWANCE:
            yield charge


def shares(
    catalog: ProductCatalog,
    bundles: Mapping[str, BundledOffering],
    items: Sequence[QuoteItem],
    most: int,
) -> dict[str, int]:
    """Units that are included of each item's usage, by ``share_key``; none is left out.

    Args:
        catalog: Catalogue version.
        bundles: Those in the quote that are not optional, by code.
        items: What is quoted.
        most: Largest quantity that can be meant; items with another are not counted.
    """
    left: Counter[str] = Counter()
    for item in items:
        bundle = bundles.get(item.offering)
        if bundle is not None and not item.optional and 1 <= item.quantity <= most:
            for charge, units in included_by(catalog, bundle, item.choices).items():
                left[charge] += units * item.quantity
    if not left:
        return {}
    found: dict[str, int] = {}
    for item in sorted(items, key=_turn):
        if not 1 <= item.quantity <= most:
            continue
        named = Counter(quoted.code for quoted in item.charges)
        for quoted in item.charges:
            units = min(left[quoted.code], quoted.quantity)
            # a charge that an item names twice has no one place for its share
            if units > 0 and quoted.quantity <= most and named[quoted.code] == 1:
                left[quoted.code] -= units
                found[share_key(item.id, quoted.code)] = units
    return found


def _turn(item: QuoteItem) -> tuple[bool, int, str]:
    """When an item is served: firm before optional, older before younger (i9 before i10)."""
    return item.optional, len(item.id), item.id
