"""check_content(): does a catalogue hang together? Findings about codes that lead nowhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalog.problem import Place, Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalog.offering import BundledOffering
    from catalog.product_catalog import CatalogContent


def check_content(content: CatalogContent) -> tuple[Problem, ...]:
    """Findings over the whole catalogue: unknown codes, duplicates, missing tax rates."""
    return (*_offerings(content), *_bundles(content), *_taxes(content))


def _offerings(content: CatalogContent) -> Iterator[Problem]:
    codes = {offering.code for offering in content.offerings}
    for offering in content.offerings:
        where = Place(subject=offering.code)
        for code in (*offering.requires, *offering.excludes):
            if code not in codes:
                yield Problem(
                    "catalog.unknown_offering", Severity.WARNING, where, {"offering": code}
                )


def _bundles(content: CatalogContent) -> Iterator[Problem]:
    charges = {charge.code for offering in content.offerings for charge in offering.charges}
    taken = {offering.code for offering in content.offerings}
    for bundle in content.bundles:
        where = Place(subject=bundle.code)
        if bundle.code in taken:
            yield Problem(
                "catalog.duplicate_bundle", where=where, parameters={"value": bundle.code}
            )
        taken.add(bundle.code)
        for code in _charges_of(bundle):
            if code not in charges:
                yield Problem("catalog.unknown_charge", where=where, parameters={"charge": code})
        if not bundle.components:
            yield Problem("catalog.empty_bundle", where=where)


def _charges_of(bundle: BundledOffering) -> Iterator[str]:
    yield from (part.charge for part in bundle.components)
    yield from (once.charge for once in bundle.one_time)
    yield from (overage.charge for overage in bundle.overage)
    for option in bundle.options:
        yield option.charge
        yield from option.waives


def _taxes(content: CatalogContent) -> Iterator[Problem]:
    known = {tax.id for tax in content.tax_classes}
    for offering in content.offerings:
        for charge in offering.charges:
            if charge.tax_class not in known:
                where = Place(subject=charge.code)
                yield Problem(
                    "catalog.unknown_tax_class", where=where, parameters={"value": charge.tax_class}
                )
