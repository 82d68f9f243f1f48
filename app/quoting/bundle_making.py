"""bundle_of_items(): a bundle of what some items of a quote hold, at the prices they have."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import msgspec

from catalog.bundle import (
    BundleComponent,
    BundledOffering,
    BundleOneTime,
    BundleOption,
    ChildBundle,
    OverageRate,
    PricingForm,
)
from catalog.bundle_draft import kind_of, new_bundle
from catalog.charge import ChargeType
from catalog.money import yuan

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from app.quoting.revision import Revision
    from catalog.local_text import LocalText
    from catalog.product_catalog import ProductCatalog
    from pricing.priced import PricedCharge, PricedItem

_FEN = Decimal("0.01")


def bundle_of_items(
    catalog: ProductCatalog, revision: Revision, items: Collection[str], name: LocalText
) -> BundledOffering:
    """A new bundle for the draft of a catalogue.

    What is billed regularly becomes components, with prices of their own where they differ from
    the list; what is billed once becomes published one-time prices, expected usage a price beyond
    allowances, optional items options, and bundles bundles inside it. What the catalogue does not
    have is left out.

    Args:
        catalog: The draft.
        revision: The quote, priced.
        items: Identifiers of its items.
        name: Of the bundle.
    """
    chosen = [item for item in revision.priced.items if item.id in items]
    single = [item for item in chosen if not item.is_bundle]
    firm = list(_known(catalog, [item for item in single if not item.optional]))
    offered = list(_known(catalog, [item for item in single if item.optional]))
    components = tuple(_components(catalog, firm))
    priced = any(component.price is not None for component in components)
    return msgspec.structs.replace(
        new_bundle(catalog.content, name),
        term=revision.quote.term,
        form=PricingForm.COMPONENT_PRICES if priced else PricingForm.SUM,
        components=components,
        one_time=tuple(_one_time(firm)),
        overage=tuple(
            OverageRate(charge.code, _unit_price(charge))
            for charge in firm
            if charge.type is ChargeType.USAGE
        ),
        options=tuple(
            BundleOption(charge.code, _unit_price(charge), most=charge.quantity)
            for charge in offered
            if charge.type is not ChargeType.USAGE
        ),
        children=tuple(
            ChildBundle(item.offering, item.quantity)
            for item in chosen
            if item.is_bundle and catalog.bundle(item.offering) is not None
        ),
    )


def _known(catalog: ProductCatalog, items: Sequence[PricedItem]) -> Iterator[PricedCharge]:
    """Charges that the catalogue has; those of one code counted together, at the first's price."""
    found: dict[str, PricedCharge] = {}
    for charge in (charge for item in items for charge in item.charges):
        former = found.get(charge.code)
        if catalog.charge(charge.code) is None:
            continue
        found[charge.code] = charge if former is None else _together(former, charge)
    yield from found.values()


def _together(one: PricedCharge, other: PricedCharge) -> PricedCharge:
    return msgspec.structs.replace(
        one,
        quantity=one.quantity + other.quantity,
        net_amount=one.net_amount + other.net_amount,
        list_amount=one.list_amount + other.list_amount,
    )


def _components(
    catalog: ProductCatalog, charges: Sequence[PricedCharge]
) -> Iterator[BundleComponent]:
    for priced in charges:
        charge = catalog.charge(priced.code)
        if charge is None or priced.type is not ChargeType.RECURRING:
            continue
        own = _unit_price(priced)
        price = own if own != charge.list_price else None
        yield BundleComponent(priced.code, priced.quantity, kind_of(charge), price)


def _one_time(charges: Sequence[PricedCharge]) -> Iterator[BundleOneTime]:
    for priced in charges:
        if priced.type is ChargeType.ONE_TIME:
            yield BundleOneTime(priced.code, priced.quantity, Decimal(yuan(priced.net_amount)))


def _unit_price(priced: PricedCharge) -> Decimal:
    """What a unit costs, with two decimals or as many more as it needs."""
    if priced.net_amount == priced.list_amount:
        return priced.list_price
    price = priced.net_price.normalize()
    return price if price.quantize(_FEN) != price else price.quantize(_FEN)
