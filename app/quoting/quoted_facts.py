"""What the catalogue says about what is quoted: usage beyond allowances, delivery, benefits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.quoting.revision import Overage
from app.quoting.story import Told
from catalog.local_text import LocalText

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from catalog.bundle import BundledOffering
    from catalog.offering import ProductOffering
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


def said_of(catalog: ProductCatalog, items: Sequence[PricedItem]) -> tuple[Told, ...]:
    """FABE of what is quoted firmly and of what its bundles hold, each offering once."""
    found: dict[str, Told] = {}
    for item in items:
        if not item.optional:
            for offering in offerings_in(catalog, item.offering):
                if offering.fabe and offering.code not in found:
                    found[offering.code] = Told(offering.name, offering.fabe)
    return tuple(found.values())


def offerings_in(catalog: ProductCatalog, code: str) -> Iterator[ProductOffering]:
    """The offering with a code, or those whose charges a bundle holds, which may come twice."""
    offering, bundle = catalog.offering(code), catalog.bundle(code)
    if offering is not None:
        yield offering
    for held in bundle.components if bundle is not None else ():
        owner = catalog.owner(held.charge)
        if owner is not None:
            yield owner
