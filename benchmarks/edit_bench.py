"""How long one edit takes on quotes of 100 and 1,000 items: typed, priced, judged and painted.

Usage: ``python benchmarks/edit_bench.py [items...]``. Prints median, 95th percentile and slowest of
the edits, and the slowest step in which cures of findings are worked out afterwards, while nobody
types. All in processor time of the window's thread, so that waiting for others does not count.
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
from app.quoting.supplier import Supplier
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
WANTED = {100: (16, 16), 1000: (10, 25)}
"""By number of items: milliseconds of the median and of 95 % of the edits."""


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
        work_out_cures(application, window)
        begun = time.thread_time()
        page.items.tree.cell_edited.emit(item.id, QUANTITY, str(2 + count % 50))
        application.processEvents()
        times.append(1000 * (time.thread_time() - begun))
    return sorted(times)


def work_out_cures(application: QApplication, window: MainWindow) -> float:
    """Milliseconds of the slowest step until all cures are shown: the most that a key waits."""
    findings, slowest = window.desk.studio.side.findings, 0.0
    application.processEvents()
    while findings.working:
        begun = time.thread_time()
        application.processEvents()
        slowest = max(slowest, 1000 * (time.thread_time() - begun))
    return slowest


def main() -> None:
    """Measure and print."""
    sizes = [int(given) for given in sys.argv[1:]] or list(WANTED)
    application = make_application()
    window = make_window(Path("unused"), language="zh")
    window.painted.disconnect()
    window.show()
    for items in sizes:
        times = measure(application, window, make_session(items))
        step = work_out_cures(application, window)
        window.desk.studio.detach()
        at_95 = times[int(len(times) * 0.95)]
        median_wanted, all_wanted = WANTED.get(items, WANTED[100])
        print(
            f"one edit of {items} items: median {statistics.median(times):.1f} ms (wanted"
            f" {median_wanted}), 95 % within {at_95:.1f} ms (wanted {all_wanted}), slowest"
            f" {times[-1]:.1f} ms; a step towards cures at most {step:.1f} ms"
        )


if __name__ == "__main__":
    main()
