"""Offerings and charges found for the scope of a rule."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.ui.presenting.catalogue_detail import charge_name, price_per
from app.ui.presenting.catalogue_words import type_name
from app.ui.presenting.items import FAMILY_ICONS
from app.ui.presenting.search import hits_of
from app.ui.widgets.search_hits import SearchHit

if TYPE_CHECKING:
    from app.ui.presenting.speaker import Speaker
    from catalog.product_catalog import ProductCatalog
    from catalog.search import Typing

_MOST = 40


def offering_hits(
    speaker: Speaker, catalog: ProductCatalog, index: Typing, text: str
) -> tuple[SearchHit, ...]:
    """Offerings and bundles of a word."""
    return hits_of(speaker, catalog, index.find(text, limit=_MOST), text)


def charge_hits(
    speaker: Speaker, catalog: ProductCatalog, index: Typing, text: str
) -> tuple[SearchHit, ...]:
    """Charges of the offerings of a word; a code of a charge finds that one."""
    typed = text.strip().upper()
    exact = catalog.charge(typed)
    codes = [typed] if exact is not None else []
    for hit in index.find(text.partition(".")[0], limit=_MOST).hits:
        offering = catalog.offering(hit.code)
        if offering is not None and catalog.bundle(hit.code) is None:
            codes += [charge.code for charge in offering.charges if charge.code != typed]
    return tuple(_charge(speaker, catalog, code) for code in codes[:_MOST])


def _charge(speaker: Speaker, catalog: ProductCatalog, code: str) -> SearchHit:
    charge, owner = catalog.charge(code), catalog.owner(code)
    assert charge is not None  # noqa: S101 (for the type checker: the code is of the catalogue)
    family = owner.family if owner is not None else ""
    return SearchHit(
        key=code,
        title=charge_name(speaker, catalog, code),
        code=code,
        detail=type_name(speaker, charge.type),
        price=price_per(speaker, charge, charge.list_price),
        icon=FAMILY_ICONS.get(family, "package"),
    )
