"""How long the approval workbook of a large quote takes: 300 items in 1.5 seconds at most.

Read back it takes 1 second at most: the gate, a worker process, every cell compared.

Imports stand in functions because the worker process imports this module once more.
Run with ``python -m benchmarks.workbook_bench``; prints the best of some rounds.
"""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.quoting.revision import Revision

ITEMS = 300
LIMIT = 1.5
BACK_LIMIT = 1.0
ROUNDS = 3
_DAY = date(2026, 11, 23)


def large_revision(items: int = ITEMS) -> Revision:
    """A quote of single offerings from the sample catalogue, with all their charges."""
    from app.paths import resource
    from app.quoting.customer import Customer
    from app.quoting.freezing import work_out
    from app.quoting.quote import AccountManager, Quote
    from app.quoting.supplier import Supplier
    from app.services.import_catalog import read_catalog_files
    from app.services.policies import load_rules, load_tax_classes
    from catalog.product_catalog import ProductCatalog
    from pricing.bills import Bills
    from pricing.item import ItemCharge, QuoteItem

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
    from app.documents.workbooks.approval import write_approval
    from app.figures import Figures
    from app.services.policies import load_rules
    from app.translation import load_words

    revision, words = large_revision(), load_words("zh")
    matrix = load_rules().authority
    charges = sum(len(item.charges) for item in revision.priced.items)
    best = float("inf")
    for _ in range(ROUNDS):
        start = perf_counter()
        data = write_approval(revision, words, Figures("zh"), matrix)
        best = min(best, perf_counter() - start)
    print(f"{ITEMS} items, {charges} charges, {len(data) / 1024:.0f} KiB: {best:.2f} s")
    back = min(_read_back(revision, data) for _ in range(ROUNDS))
    print(f"read back and compared cell by cell: {back:.2f} s")
    return 0 if best <= LIMIT and back <= BACK_LIMIT else 1


def _read_back(revision: Revision, data: bytes) -> float:
    """Seconds from the file to its altered cells; there must be none."""
    from app.services.paper_sheets import PaperSheets
    from app.services.policies import load_rules
    from app.storage.foreign.returned_workbook import read_returned

    rules = load_rules()
    with TemporaryDirectory() as folder:
        path = Path(folder) / "approval.xlsx"
        path.write_bytes(data)
        start = perf_counter()
        returned = read_returned(path)
        sheets = PaperSheets(rules, {one.name: one.cells for one in returned.sheets})
        found = sheets.compared(sheets.traces[0], revision)
        took = perf_counter() - start
    assert not found.alterations
    return took


if __name__ == "__main__":
    sys.exit(main())
