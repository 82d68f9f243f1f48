"""How long one edit takes on a quote of 100 items: typed, priced, judged and painted.

Usage: ``python benchmarks/edit_bench.py [items]``. Prints median, 95th percentile and slowest, in
processor time of the window's thread, so that a busy machine does not count.
"""

from __future__ import annotations

import os
import statistics
import sys
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from datetime import datetime
from typing import TYPE_CHECKING

import msgspec

from app.paths import resource
from app.quoting.item_edits import add_offering
from app.quoting.revision import Supplier
from app.services.import_cases import read_bills, read_customer, read_quote
from app.services.import_catalog import read_catalog_files
from app.services.policies import load_rules, load_tax_classes
from app.start import make_application, make_window
from app.ui.presenting.items import QUANTITY
from app.ui.session import Basis, QuoteSession, Step
from catalog.product_catalog import ProductCatalog

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from app.ui.main_window import MainWindow

EDITS = 60
WANTED_MS = 16


def make_session(items: int) -> QuoteSession:
    """A quote for the sample customer with so many single offerings."""
    sample, now = resource("sample"), datetime.now().astimezone()
    content = read_catalog_files(
        sample / "catalogue.csv",
        sample / "bundles.toml",
        load_tax_classes(),
        now.date(),
        version="b",
    ).accepted()
    catalog = ProductCatalog(content)
    case = sample / "cases" / "1"
    quote = read_quote(case / "quote.toml")
    codes = [offering.code for offering in content.offerings]
    quote = msgspec.structs.replace(quote, items=())
    for place in range(items):
        quote = add_offering(quote, catalog, codes[place % len(codes)], 1 + place % 7)
    basis = Basis(
        read_customer(case / "customer.toml"),
        read_bills(case / "bills.csv"),
        catalog,
        load_rules(),
        Supplier("bench"),
    )
    return QuoteSession(
        basis, basis.work_out(quote), (Step(0, "", "", quote),), 0, None, lambda label: label
    )


def measure(application: QApplication, window: MainWindow, session: QuoteSession) -> list[float]:
    """Milliseconds of each edit until its row, the totals and the cards are painted."""
    page = window.desk.studio
    page.attach(session)
    window.stack.addWidget(page)
    window.stack.setCurrentWidget(page)
    for _ in range(5):
        application.processEvents()
    times = []
    for count in range(EDITS):
        item = session.quote.items[count % len(session.quote.items)]
        page.items.tree.set_current(item.id, QUANTITY)
        application.processEvents()
        begun = time.thread_time()
        page.items.tree.cell_edited.emit(item.id, QUANTITY, str(2 + count % 50))
        application.processEvents()
        times.append(1000 * (time.thread_time() - begun))
    return sorted(times)


def main() -> None:
    """Measure and print."""
    items = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    application = make_application()
    window = make_window(Path("unused"), language="zh")
    window.painted.disconnect()
    window.show()
    session = make_session(items)
    times = measure(application, window, session)
    window.desk.studio.detach()
    at_95 = times[int(len(times) * 0.95)]
    print(
        f"one edit of {items} items: median {statistics.median(times):.1f} ms,"
        f" 95 % within {at_95:.1f} ms, slowest {times[-1]:.1f} ms; wanted {WANTED_MS} ms"
    )


if __name__ == "__main__":
    main()
