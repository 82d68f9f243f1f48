"""How long the approval workbook of a large quote takes: 300 items in 1.5 seconds at most.

Run with ``python -m benchmarks.workbook_bench``; prints the best of some rounds.
"""

from __future__ import annotations

import sys
from datetime import date
from time import perf_counter
from typing import TYPE_CHECKING

from app.documents.workbooks.approval import write_approval
from app.figures import Figures
from app.paths import resource
from app.quoting.customer import Customer
from app.quoting.freezing import work_out
from app.quoting.quote import AccountManager, Quote
from app.quoting.revision import Supplier
from app.services.import_catalog import read_catalog_files
from app.services.policies import load_rules, load_tax_classes
from app.translation import load_words
from catalog.product_catalog import ProductCatalog
from pricing.bills import Bills
from pricing.item import ItemCharge, QuoteItem

if TYPE_CHECKING:
    from app.quoting.revision import Revision

ITEMS = 300
LIMIT = 1.5
ROUNDS = 3
_DAY = date(2026, 11, 23)


def large_revision(items: int = ITEMS) -> Revision:
    """A quote of single offerings from the sample catalogue, with all their charges."""
    folder = resource("sample")
    read = read_catalog_files(
        folder / "catalogue.csv", folder / "bundles.toml", load_tax_classes(), _DAY, version="bench"
    )
    catalog = ProductCatalog(read.accepted())
    offerings = catalog.content.offerings
    quoted = tuple(
        QuoteItem(
            id=f"i{n}",
            offering=(offering := offerings[n % len(offerings)]).code,
            charges=tuple(ItemCharge(charge.code, 1 + n) for charge in offering.charges),
        )
        for n in range(items)
    )
    manager = AccountManager("M1", "李明轩")
    quote = Quote("Q1", "QW-20261123-0001", "基准", "C1", manager, _DAY, _DAY, 24, quoted)
    customer = Customer("C1", "基准客户", "IND")
    supplier = Supplier("样例电信")
    return work_out(quote, customer, Bills(), catalog, load_rules(), supplier, label="A").revision


def main() -> int:
    """Measure; the exit status tells whether the limit was kept."""
    revision, words = large_revision(), load_words("zh")
    matrix = load_rules().authority
    charges = sum(len(item.charges) for item in revision.priced.items)
    best = float("inf")
    for _ in range(ROUNDS):
        start = perf_counter()
        data = write_approval(revision, words, Figures("zh"), matrix)
        best = min(best, perf_counter() - start)
    print(f"{ITEMS} items, {charges} charges, {len(data) / 1024:.0f} KiB: {best:.2f} s")
    return 0 if best <= LIMIT else 1


if __name__ == "__main__":
    sys.exit(main())
