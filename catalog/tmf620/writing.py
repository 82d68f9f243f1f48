"""write_tmf620(): a catalogue version as one list of TMF620 resources."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from catalog.product_catalog import ProductCatalog
from catalog.tmf620.bundle_writing import bundle_offering, bundle_prices, related, segments_of
from catalog.tmf620.moments import time_period
from catalog.tmf620.names import (
    CATALOG,
    EXCLUDES,
    LIFECYCLES,
    MIGRATES_TO,
    OFFERING,
    PRICE,
    REQUIRES,
    REQUIRES_ANY,
)
from catalog.tmf620.price_writing import charge_price, extended, record_price
from catalog.tmf620.selling import selling_extension, sold_where
from catalog.tmf620.specifications import own_specification, shared_specification

if TYPE_CHECKING:
    from datetime import date

    from catalog.offering import ProductOffering
    from catalog.product_catalog import CatalogContent
    from catalog.tmf620.names import Resource


def write_tmf620(content: CatalogContent, day: date, *, with_cost: bool = False) -> bytes:
    """The version as JSON in UTF-8; the same version and rates give the same bytes.

    The list holds the catalogue itself, shared specifications and one of each offering's own, all
    offerings and bundles, all prices. Initials are left out: every import works them out.

    Args:
        content: A version that ``catalog.consistency.check_content`` finds no error in.
        day: Day whose VAT rates are named beside the tax classes.
        with_cost: Tell internal costs, which never go to others.
    """
    encoder = msgspec.json.Encoder(decimal_format="number")
    listed = encoder.encode(resources(content, day, with_cost=with_cost))
    return msgspec.json.format(listed, indent=2) + b"\n"


def resources(content: CatalogContent, day: date, *, with_cost: bool = False) -> list[Resource]:
    """The resources of ``write_tmf620`` as values."""
    catalog = ProductCatalog(content)
    head: Resource = {"id": content.version, "name": content.title, "version": content.version}
    head |= {"catalogType": "ProductCatalog", "@type": CATALOG}
    written = [head]
    written += [shared_specification(shared, catalog) for shared in content.specifications]
    written += [own_specification(offering, catalog) for offering in content.offerings]
    written += [_offering(offering, catalog) for offering in content.offerings]
    written += [bundle_offering(bundle, catalog) for bundle in content.bundles]
    for offering in content.offerings:
        written += [
            charge_price(charge, catalog, day, with_cost=with_cost) for charge in offering.charges
        ]
    for bundle in content.bundles:
        written += bundle_prices(bundle, catalog)
    for record in content.price_records:
        charge = catalog.charge(record.charge)
        if charge is not None:
            written.append(record_price(record, charge, catalog, day))
    return written


def _offering(offering: ProductOffering, catalog: ProductCatalog) -> Resource:
    resource: Resource = {"id": offering.code, "name": offering.name.zh}
    if offering.benefit.zh:
        resource["description"] = offering.benefit.zh
    resource |= {
        "version": catalog.version,
        "lifecycleStatus": LIFECYCLES[offering.lifecycle],
        "isBundle": False,
        "isSellable": True,
    }
    if period := time_period(offering.valid):
        resource["validFor"] = period
    if offering.family:
        resource["category"] = [{"id": offering.family, "name": offering.family}]
    resource |= segments_of(offering.segments)
    resource["productSpecification"] = {"id": offering.code, "name": offering.name.zh}
    resource["productOfferingPrice"] = [
        {"id": charge.code, "name": charge.name.zh, "@referredType": PRICE}
        for charge in offering.charges
    ]
    needed = REQUIRES if len(offering.requires) == 1 else REQUIRES_ANY
    relations = [related(code, needed, catalog) for code in offering.requires]
    relations += [related(code, EXCLUDES, catalog) for code in offering.excludes]
    relations += [related(code, MIGRATES_TO, catalog) for code in offering.migrates_to]
    if relations:
        resource["productOfferingRelationship"] = relations
    resource |= sold_where(offering)
    english = {"nameEn": offering.name.en, "descriptionEn": offering.benefit.en}
    extension: Resource = {name: text for name, text in english.items() if text}
    return extended(resource, OFFERING, extension | selling_extension(offering))
