"""Hits of the search field over the items."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.ui.presenting.bundle_options import bundle_price
from app.ui.presenting.items import FAMILY_ICONS
from app.ui.widgets.search_hits import SearchHit
from catalog.bundle import PricingForm
from catalog.charge import ChargeType

if TYPE_CHECKING:
    from app.ui.presenting.speaker import Speaker
    from catalog.bundle import BundledOffering
    from catalog.offering import ProductOffering
    from catalog.product_catalog import ProductCatalog
    from catalog.search import SearchHit as Found


def hits_of(
    speaker: Speaker, catalog: ProductCatalog, found: tuple[Found, ...]
) -> tuple[SearchHit, ...]:
    """What was found, with the price of each."""
    hits = []
    for record in found:
        bundle = catalog.bundle(record.code)
        offering = catalog.offering(record.code)
        if bundle is not None:
            hits.append(_bundle(speaker, bundle))
        elif offering is not None:
            hits.append(_offering(speaker, offering))
    return tuple(hits)


def _bundle(speaker: Speaker, bundle: BundledOffering) -> SearchHit:
    term = speaker.translate("Search", "from {months} months").format(months=bundle.term)
    condition = speaker.name(bundle.condition_text)
    price = bundle_price(speaker, bundle)
    return SearchHit(
        key=bundle.code,
        title=speaker.name(bundle.name),
        code=bundle.code,
        detail=" · ".join(part for part in (term, condition) if part),
        price=f"¥{price}" if bundle.form is PricingForm.FIXED else price,
        unit=speaker.words("period.month"),
        icon="layers",
        badges=(speaker.translate("Items", "Bundle"),),
    )


def _offering(speaker: Speaker, offering: ProductOffering) -> SearchHit:
    recurring = (c for c in offering.charges if c.type is ChargeType.RECURRING)
    charge = next(recurring, offering.charges[0])
    return SearchHit(
        key=offering.code,
        title=speaker.name(offering.name),
        code=offering.code,
        detail=speaker.name(offering.benefit) or speaker.name(charge.name),
        price=f"¥{speaker.figures.price(charge.list_price)}",
        unit=f"{speaker.words(f'period.{charge.period.value}')} / {speaker.unit(charge.unit)}",
        icon=FAMILY_ICONS.get(offering.family, "package"),
    )
