"""Hits of the search over the composed list: charges that fit a list of the bundle, and bundles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.ui.presenting.catalogue_detail import charge_name
from app.ui.presenting.catalogue_words import basis_name
from app.ui.presenting.items import FAMILY_ICONS
from app.ui.widgets.search_hits import SearchHit
from catalog.charge import ChargeType

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.ui.presenting.speaker import Speaker
    from catalog.bundle import BundledOffering
    from catalog.charge import Charge
    from catalog.product_catalog import ProductCatalog
    from catalog.search import Found

_MOST = 24
ASKED = 40
"""Offerings and bundles that are looked at for parts."""


def offered(typed: str) -> str:
    """What is searched for: the code of a charge begins with that of its offering."""
    return typed.partition(".")[0]


def part_hits(
    speaker: Speaker,
    catalog: ProductCatalog,
    found: Found,
    bundle: BundledOffering,
    list_: str,
    typed: str,
) -> tuple[SearchHit, ...]:
    """What may be added to a list of a bundle.

    Args:
        speaker: Says it.
        catalog: The draft.
        found: What the search found for ``offered(typed)``.
        bundle: What is composed.
        list_: Where it goes, such as ``components`` or ``groups/0/members``.
        typed: What is looked for.
    """
    hits = _hits(speaker, catalog, found, bundle, list_, typed)
    return tuple(hit for _, hit in zip(range(_MOST), hits, strict=False))


def _hits(
    speaker: Speaker,
    catalog: ProductCatalog,
    found: Found,
    bundle: BundledOffering,
    list_: str,
    typed: str,
) -> Iterator[SearchHit]:
    start = typed.upper() if "." in typed else ""
    for one in found.hits:
        child, offering = catalog.bundle(one.code), catalog.offering(one.code)
        if child is not None and list_ == "children":
            if child.code != bundle.code and not child.children:
                name = speaker.name(child.name)
                yield SearchHit(child.code, name, child.code, icon="layers")
        elif offering is not None and list_ != "children":
            icon = FAMILY_ICONS.get(offering.family, "package")
            for charge in offering.charges:
                if fits(charge, list_) and charge.code.upper().startswith(start):
                    yield _charge(speaker, catalog, charge, icon)


def fits(charge: Charge, list_: str) -> bool:
    """Whether a charge can stand in a list."""
    if list_ == "one_time":
        return charge.type is ChargeType.ONE_TIME
    if list_ == "overage":
        return charge.type is ChargeType.USAGE
    return list_ != "components" or charge.type is not ChargeType.ONE_TIME


def _charge(speaker: Speaker, catalog: ProductCatalog, charge: Charge, icon: str) -> SearchHit:
    return SearchHit(
        charge.code,
        charge_name(speaker, catalog, charge.code),
        charge.code,
        price=f"¥{speaker.figures.price(charge.list_price)} {basis_name(speaker, charge)}".strip(),
        unit=charge.unit,
        icon=icon,
    )
