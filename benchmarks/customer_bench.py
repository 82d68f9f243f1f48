"""How long it takes until a customer with five years of bills on 200 numbers is in sight.

Run as ``python -m benchmarks.customer_bench``: from the choice in the list until everything of the
tab in sight is painted and nothing more is to be done; the first time in a process, then the
others. The window runs as the program does: ``QTest.qWait`` would keep its threads from working.
"""

from __future__ import annotations

import os
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop

from app.quoting.customer import Account, Customer
from app.services.workspace import Workspace
from app.start import make_application, make_window
from benchmarks.cpu_time import load
from catalog.local_text import LocalText
from catalog.period import month_after
from pricing.bills import BillComponent, Bills

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QApplication

    from app.ui.main_window import MainWindow

_NUMBERS, _MONTHS, _TRIES = 200, 60, 8
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
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _prepare(folder / "data")
        application = make_application()
        window = make_window(folder / "data", language="zh", papers=folder)
        window.show()
        _run_until(application, lambda: window.workspace is not None)
        _settle(application, window)
        window.go_to("customers")
        _settle(application, window)
        print(f"load of the machine {load()}")
        for at in range(_TRIES):
            wall, cpu = _open(application, window)
            which = "first time: " if not at else ""
            print(f"{which}in sight after {wall:.0f} ms ({cpu:.0f} ms of processor)")
            window.customers.table.set_current("small")
            _settle(application, window)
        window.close()
    os._exit(0)


def _prepare(folder: Path) -> None:
    workspace = Workspace.open(folder)
    accounts = tuple(Account(str(65550000 + number), "某公司") for number in range(_NUMBERS))
    large = Customer("large", "某公司", "KEY", accounts=accounts)
    workspace.customers.save(large, many_bills(), now=_NOW)
    workspace.customers.save(Customer("small", "小店", "SMB"), Bills(), now=_NOW)
    workspace.close()


def _open(application: QApplication, window: MainWindow) -> tuple[float, float]:
    """Milliseconds by the clock and of the processor."""
    start, used = time.perf_counter(), time.process_time()
    view = window.customers
    view.table.set_current("large")

    def shown() -> bool:
        file = view.detail.desk.file
        there = file is not None and file.customer.id == "large"
        return there and not window.around.tasks.busy

    _run_until(application, shown)
    application.processEvents()
    return 1000 * (time.perf_counter() - start), 1000 * (time.process_time() - used)


def _run_until(application: QApplication, come: Callable[[], bool]) -> None:
    while not come():
        application.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)


def _settle(application: QApplication, window: MainWindow) -> None:
    """Let everything come to rest."""
    end = time.perf_counter() + 0.3
    while time.perf_counter() < end or window.around.tasks.busy:
        application.processEvents()
        time.sleep(0.002)


if __name__ == "__main__":
    main()
