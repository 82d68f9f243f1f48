"""Revisions to write workbooks of: the sample cases, and variants of them."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import TYPE_CHECKING

import msgspec

from app.paths import resource
from app.quoting.freezing import work_out
from app.quoting.revision import Supplier
from app.services.import_cases import read_bills, read_customer, read_quote
from app.services.import_catalog import read_catalog_files
from app.services.policies import load_rules, load_tax_classes
from catalog.product_catalog import ProductCatalog

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.quoting.authority import AuthorityMatrix
    from app.quoting.revision import Revision
    from pricing.item import QuoteItem

DAY = date(2026, 11, 23)


@cache
def sample_catalog() -> ProductCatalog:
    """The sample price list with its bundles."""
    folder = resource("sample")
    read = read_catalog_files(
        folder / "catalogue.csv",
        folder / "bundles.toml",
        load_tax_classes(),
        DAY,
        version="sample",
    )
    return ProductCatalog(read.accepted())


def matrix() -> AuthorityMatrix:
    """The sample limits."""
    return load_rules().authority


def case_revision(
    case: int, *, items: Sequence[QuoteItem] | None = None, **changes: object
) -> Revision:
    """A sample case as revision A.

    Args:
        case: From 1 to 5.
        items: Other items in place of the case's own.
        changes: Other values of fields of the quote.
    """
    folder = resource("sample", "cases", str(case))
    quote = read_quote(folder / "quote.toml")
    if items is not None:
        changes["items"] = tuple(items)
    quote = msgspec.structs.replace(quote, **changes)
    return work_out(
        quote,
        read_customer(folder / "customer.toml"),
        read_bills(folder / "bills.csv"),
        sample_catalog(),
        load_rules(),
        Supplier("Sample Telecom"),
        label="A",
    ).revision
