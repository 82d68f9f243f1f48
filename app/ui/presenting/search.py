"""Hits of the search field over the items."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from app.ui.presenting.bundle_options import bundle_price
from app.ui.presenting.catalogue_words import basis_name
from app.ui.presenting.items import FAMILY_ICONS
from app.ui.widgets.search_hits import SearchHit
from catalog.bundle import PricingForm
from catalog.charge import ChargeType
from catalog.search import found_places

if TYPE_CHECKING:
    from app.ui.presenting.speaker import Speaker
    from catalog.bundle import BundledOffering
    from catalog.offering import ProductOffering
    from catalog.product_catalog import ProductCatalog
    from catalog.search import Found


def hits_of(
    speaker: Speaker, catalog: ProductCatalog, found: Found, typed: str = ""
) -> tuple[SearchHit, ...]:
    """What was found, with the price of each, and what was typed marked in it."""
    hits = []
    for record in found.hits:
        bundle = catalog.bundle(record.code)
        offering = catalog.offering(record.code)
        if bundle is not None:
            hits.append(_marked(_bundle(speaker, bundle), typed, bundle.pinyin))
        elif offering is not None:
            hits.append(_marked(_offering(speaker, offering), typed, offering.pinyin))
    return tuple(hits)


def found_note(speaker: Speaker, found: Found, typed: str) -> str:
    """What stands over the hits: how they come to be there; empty for plain ones."""
    if not found.hits:
        return ""
    if found.similar:
        text = speaker.translate("Search", "Nothing has “{text}”; these are similar")
        return text.format(text=typed.strip())
    if not typed.strip():
        return speaker.translate("Search", "Used lately")
    if found.more:
        text = speaker.translate("Search", "The best {count}; type more to see fewer")
        return text.format(count=len(found.hits))
    return ""


def _marked(hit: SearchHit, typed: str, pinyin: str) -> SearchHit:
    return msgspec.structs.replace(
        hit,
        title_marks=found_places(hit.title, typed, pinyin),
        code_marks=found_places(hit.code, typed),
    )


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
        price=f"¥{speaker.figures.price(charge.list_price)} {basis_name(speaker, charge)}".strip(),
        unit=f"{speaker.words(f'period.{charge.period.value}')} / {speaker.unit(charge.unit)}",
        icon=FAMILY_ICONS.get(offering.family, "package"),
    )
