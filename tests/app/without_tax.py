"""A worked case with list prices that are without VAT, for what must say so beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from app.quoting.freezing import work_out
from catalog.product_catalog import ProductCatalog
from tests.sample import SUPPLIER, sample_case, sample_catalog, sample_rules

if TYPE_CHECKING:
    from app.quoting.quote import Quote
    from app.quoting.revision import Revision


def catalog_without_tax(*codes: str) -> ProductCatalog:
    """The sample catalogue; the list prices of these charges, or of all, are without VAT."""
    content = sample_catalog().content
    offerings = tuple(
        msgspec.structs.replace(
            offering,
            charges=tuple(
                msgspec.structs.replace(
                    charge, tax_included=bool(codes) and charge.code not in codes
                )
                for charge in offering.charges
            ),
        )
        for offering in content.offerings
    )
    return ProductCatalog(msgspec.structs.replace(content, offerings=offerings))


def revision_without_tax(number: int, *codes: str, quote: Quote | None = None) -> Revision:
    """A worked case under that catalogue, as revision A."""
    case = sample_case(number)
    catalog = catalog_without_tax(*codes)
    return work_out(
        quote or case.quote, case.customer, case.bills, catalog, sample_rules(), SUPPLIER, label="A"
    ).revision
