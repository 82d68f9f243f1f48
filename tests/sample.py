"""The sample data as the product itself reads it, and the figures worked out for it on paper.

Everything comes in through the readers that a user's files go through; the expected figures were
worked out twice, independently of the program, and are kept in ``tests/figures``.
"""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from app.paths import resource
from app.quoting.freezing import work_out
from app.quoting.supplier import Supplier
from app.services.import_cases import read_bills, read_customer, read_quote
from app.services.import_catalog import read_catalog_files
from app.services.policies import load_rules, load_tax_classes
from catalog.money import fen
from catalog.product_catalog import ProductCatalog

if TYPE_CHECKING:
    from app.quoting.customer import Customer
    from app.quoting.freezing import Rulebook, Worked
    from app.quoting.quote import Quote
    from app.quoting.revision import Revision
    from app.services.import_catalog import CatalogImport
    from catalog.money import Fen
    from pricing.bills import Bills

QUOTE_DAY = date(2026, 11, 23)
"""Price date of every worked case."""
SUPPLIER = Supplier("示例电信")
FIGURES = Path(__file__).parent / "figures"
CASES = (1, 2, 3, 4, 5)


class SampleCase(NamedTuple):
    """One worked case as imported."""

    quote: Quote
    customer: Customer
    bills: Bills


@cache
def sample_import() -> CatalogImport:
    """The sample price list and bundles, read as a user's files are."""
    folder = resource("sample")
    return read_catalog_files(
        folder / "catalogue.csv",
        folder / "bundles.toml",
        load_tax_classes(),
        QUOTE_DAY,
        version="sample",
    )


@cache
def sample_catalog() -> ProductCatalog:
    """The sample catalogue, indexed."""
    return ProductCatalog(sample_import().accepted())


@cache
def sample_rules() -> Rulebook:
    """The rules that come with the program."""
    return load_rules()


@cache
def sample_case(number: int) -> SampleCase:
    """A worked case, from 1 to 5."""
    folder = resource("sample", "cases", str(number))
    return SampleCase(
        read_quote(folder / "quote.toml"),
        read_customer(folder / "customer.toml"),
        read_bills(folder / "bills.csv"),
    )


def work_out_case(number: int, quote: Quote | None = None, known: Worked | None = None) -> Worked:
    """A worked case, or another quote for its customer, priced and judged."""
    case = sample_case(number)
    return work_out(
        quote or case.quote,
        case.customer,
        case.bills,
        sample_catalog(),
        sample_rules(),
        SUPPLIER,
        known=known,
    )


def revision_of(number: int, quote: Quote | None = None) -> Revision:
    """The revision of a worked case, or of another quote for its customer."""
    return work_out_case(number, quote).revision


@cache
def expected_case(number: int) -> Any:  # noqa: ANN401 (figures as written down, of every form)
    """What was worked out on paper for a case."""
    cases = json.loads((FIGURES / "worked_cases.json").read_text(encoding="utf-8"))
    return cases[number - 1]


@cache
def expected_bundles() -> dict[str, Any]:
    """What was worked out on paper for each bundle, by code."""
    records = json.loads((FIGURES / "bundles.json").read_text(encoding="utf-8"))
    return {record["id"]: record for record in records}


def yuan_fen(text: str) -> Fen:
    """Fen of a figure written in yuan."""
    return fen(Decimal(text))
