"""How long storage takes: committing, loading and finding quotes, opening and backing up.

Run with ``python benchmarks/storage_bench.py``; it fills a throw-away folder with 10,000 quotes.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from app.quoting.customer import Customer
from app.quoting.quote import AccountManager, Quote
from pricing.alterations.percentage import Percentage
from pricing.bills import Bills
from pricing.item import ItemCharge, QuoteItem

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.storage.database import Database

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
STORED = 10_000
ITEMS = 100


def a_quote(number: int, items: int, title: str = "总部宽带与专线") -> Quote:
    """A quote with three charges and a discount in each item."""
    return Quote(
        id=f"q-{number}",
        number=f"QW-20261123-BENCH0-{number:05d}",
        title=title,
        customer=f"c-{number % 500}",
        manager=AccountManager("m-7", "李晓明", "13800000000"),
        price_date=date(2026, 11, 23),
        valid_until=date(2026, 12, 8),
        items=tuple(
            QuoteItem(
                f"i-{item}",
                f"OFFERING-{item}",
                item + 1,
                tuple(
                    ItemCharge(f"OFFERING-{item}.C{charge}", item, Percentage(Decimal("7.5")))
                    for charge in range(3)
                ),
                section="总部",
            )
            for item in range(items)
        ),
    )


def measure(name: str, work: Callable[[int], object], times: int) -> None:
    """Print median, 95th percentile and maximum of ``times`` calls in milliseconds."""
    taken = []
    for turn in range(times):
        begin = time.perf_counter()
        work(turn)
        taken.append((time.perf_counter() - begin) * 1000)
    taken.sort()
    tail = taken[min(len(taken) - 1, len(taken) * 95 // 100)]
    print(f"{name:44} {statistics.median(taken):9.2f} {tail:9.2f} {taken[-1]:9.2f}")


def fill(database: Database) -> None:
    """Store 500 customers and 10,000 quotes."""
    from app.storage.customer_store import CustomerStore
    from app.storage.quote_store import QuoteStore

    customers = CustomerStore(database)
    for number in range(500):
        customer = Customer(f"c-{number}", f"第{number}精密机械有限公司", "SMB")
        customers.save(customer, Bills(), now=NOW)
    store = QuoteStore(database)
    begin = time.perf_counter()
    for number in range(STORED):
        made = NOW + timedelta(seconds=number)
        store.create(a_quote(number, 5, f"方案 {number}"), now=made)
    print(f"{STORED} quotes created in {time.perf_counter() - begin:.1f} s")


def measure_quotes(database: Database) -> None:
    """The work of an editor: commit, load, history, lists."""
    from app.storage.quote_store import QuoteStore

    store = QuoteStore(database)
    store.create(a_quote(STORED, ITEMS), now=NOW)

    def commit(turn: int) -> None:
        quote = a_quote(STORED, ITEMS, f"第 {turn} 稿")
        store.commit_edit(quote.id, turn + 1, f"op-{turn}", "edit.title", "", quote, now=NOW)

    measure(f"commit an edit of {ITEMS} items", commit, 300)
    measure(f"load a quote of {ITEMS} items", lambda _: store.load(f"q-{STORED}"), 100)
    measure("history of 300 edits, without values", lambda _: store.history(f"q-{STORED}"), 20)
    measure("200 values of the history", lambda _: store.reachable_values(f"q-{STORED}"), 5)
    measure("recent 10", lambda _: store.recent(), 50)
    measure("find 精密 (every quote), first 200", lambda _: store.search("精密"), 20)
    measure("find 方案 9999 (one quote)", lambda _: store.search("方案 9999"), 20)
    measure("find what is not there", lambda _: store.search("没有"), 20)


def main() -> None:
    """Fill, measure, print."""
    begin = time.perf_counter()
    from app.storage.backup import back_up_daily
    from app.storage.database import Database

    print(f"import of app.storage.database: {(time.perf_counter() - begin) * 1000:.0f} ms")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        database = Database.open(folder)
        fill(database)
        print(f"{'milliseconds':44} {'median':>9} {'p95':>9} {'most':>9}")
        measure_quotes(database)
        measure("full integrity check", lambda _: database.integrity(), 3)
        measure("backup", lambda turn: back_up_daily(folder, NOW.replace(day=turn + 1)), 3)
        database.close()
        measure("open and quick check", lambda _: Database.open(folder).close(), 10)
        print(f"database: {database.file.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
