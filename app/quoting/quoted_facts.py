"""What the catalogue says about what is quoted: usage beyond allowances, delivery, benefits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.quoting.revision import Overage
from catalog.local_text import LocalText

if TYPE_CHECKING:
    from collections.abc import Sequence

    from catalog.bundle import BundledOffering
    from catalog.product_catalog import ProductCatalog
    from pricing.priced import PricedItem


def different(items: Sequence[PricedItem]) -> list[PricedItem]:
    """One item of each offering that is sold by itself, and every bundle, as they stand."""
    found: dict[int | str, PricedItem] = {}
    for one in items:
        found[id(one) if one.is_bundle else one.offering] = one
    return list(found.values())


def overages(catalog: ProductCatalog, bundle: BundledOffering) -> tuple[Overage, ...]:
    """Published prices beyond the allowances, with the names that a customer knows."""
    found = []
    for rate in bundle.overage:
        charge, offering = catalog.charge(rate.charge), catalog.owner(rate.charge)
        if charge is not None and offering is not None:
            name = LocalText(
                f"{offering.name.zh} {charge.name.zh}".strip(),
                f"{offering.name.en} {charge.name.en}".strip(),
            )
            found.append(Overage(name, charge.unit, rate.price))
    return tuple(found)


def lead_time(catalog: ProductCatalog, item: PricedItem) -> int:
    """Days until everything in an item works."""
    offering = catalog.offering(item.offering)
    if offering is not None:
        return offering.lead_time
    owners = (catalog.owner(charge.code) for charge in item.charges)
    return max((owner.lead_time for owner in owners if owner is not None), default=0)


def benefit(catalog: ProductCatalog, item: PricedItem) -> LocalText:
    """What the customer gains; of a bundle what its components bring, each said once."""
    offering = catalog.offering(item.offering)
    if offering is not None:
        return offering.benefit
    owners = (catalog.owner(charge.code) for charge in item.charges)
    gains = dict.fromkeys(owner.benefit for owner in owners if owner is not None)
    return LocalText(
        "；".join(gain.zh for gain in gains if gain.zh),
        "; ".join(gain.en for gain in gains if gain.en),
    )
