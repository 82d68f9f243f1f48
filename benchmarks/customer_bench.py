"""How long it takes until a customer with five years of bills on 200 numbers is in sight.

Run as ``python -m benchmarks.customer_bench``: from the choice in the list to the painted page.
"""

from __future__ import annotations

import os
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.quoting.customer import Account, Customer
from app.services.workspace import Workspace
from app.start import make_window
from app.ui.hand import Hand
from app.ui.theme import Theme
from benchmarks.cpu_time import load
from catalog.local_text import LocalText
from catalog.period import month_after
from pricing.bills import BillComponent, Bills

_NUMBERS, _MONTHS, _TRIES = 200, 60, 6
_CHARGES = ("月租费", "市话费", "长途费", "宽带费", "来电显示费")
_NOW = datetime(2026, 11, 23, tzinfo=UTC)


def many_bills() -> Bills:
    """Five charges of each number in each month."""
    months = [month_after("2021-11", at) for at in range(_MONTHS)]
    return Bills(
        tuple(
            BillComponent(
                f"{65550000 + number}|{charge}",
                LocalText(f"{65550000 + number} {charge}"),
                {month: (at * 7919 + number * 104_729) % 50_000 for at, month in enumerate(months)},
                account=str(65550000 + number),
                kind="long_distance" if charge == "长途费" else "rent",
            )
            for number in range(_NUMBERS)
            for charge in _CHARGES
        )
    )


def main() -> None:
    """Open it several times, another customer in between."""
    application = QApplication(["bench"])
    Theme(application)
    folder = Path(tempfile.mkdtemp())
    workspace = Workspace.open(folder / "data")
    accounts = tuple(Account(str(65550000 + number), "某公司") for number in range(_NUMBERS))
    large = Customer("large", "某公司", "KEY", accounts=accounts)
    workspace.customers.save(large, many_bills(), now=_NOW)
    workspace.customers.save(Customer("small", "小店", "SMB"), Bills(), now=_NOW)
    workspace.close()
    window = make_window(folder / "data", language="zh", papers=folder)
    window.show()
    hand = Hand(window)
    hand.wait_for(lambda: window.workspace is not None, "the data")
    hand.shortcut(Qt.Key.Key_2)
    hand.wait_idle()
    view = window.customers
    print(f"load of the machine {load()}")
    for _ in range(_TRIES):
        for customer in ("small", "large"):
            start, used = time.perf_counter(), time.process_time()
            view.table.set_current(customer)
            hand.wait_for(lambda: not window.around.tasks.busy, "the customer")
            application.processEvents()
            wall, cpu = time.perf_counter() - start, time.process_time() - used
            hand.wait_idle()
            if customer == "large":
                print(f"in sight after {wall * 1000:.0f} ms ({cpu * 1000:.0f} ms of processor)")
    window.close()
    os._exit(0)


if __name__ == "__main__":
    main()
