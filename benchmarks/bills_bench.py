"""How long 100,000 lines of bills take, and how long a customer with years of them opens.

Run as ``python -m benchmarks.bills_bench``. The lines are 200 numbers, 60 months and nine charges,
less the last ones. Memory is the peak of this process and of the worker that reads the workbook.
"""

from __future__ import annotations

import resource
import tempfile
import threading
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from app.quoting.customer import Customer
from app.services.bill_plan import BillChoices
from app.services.import_bills import open_bills, prepare_bills, store_bills
from app.services.workspace import Workspace
from benchmarks.cpu_time import load
from catalog.period import month_after
from pricing.bills import Bills
from pricing.spend_analysis import analyse

if TYPE_CHECKING:
    from collections.abc import Iterator

_LINES = 100_000
_NUMBERS, _MONTHS = 200, 60
_CHARGES = (
    *("月租费", "市话费", "长途费", "来电显示费", "宽带费", "流量费", "增值业务费", "优惠"),
    "其他费用",
)
_HEADING = ("业务号码", "客户名称", "账期", "费用项", "金额(元)", "用量", "备注")
_NOW = datetime(2026, 11, 23, tzinfo=UTC)


def lines(count: int) -> Iterator[tuple[str, str, str, str, str, str, str]]:
    """The lines of a bill."""
    made = 0
    for at in range(_MONTHS):
        month = month_after("2021-11", at)
        for number in range(_NUMBERS):
            for charge in _CHARGES:
                if made == count:
                    return
                made += 1
                fen = (at * 7919 + number * 104_729 + made) % 50_000
                amount = f"{fen // 100}.{fen % 100:02d}"
                amount = f"-{amount}" if charge == "优惠" else amount
                used = str(fen % 900) if charge in ("市话费", "长途费") else ""
                yield (f"{65550000 + number}", "某公司", month, charge, amount, used, "")


def write(path: Path, count: int) -> None:
    """A file of that kind."""
    if path.suffix == ".csv":
        rows = [_HEADING, *lines(count)]
        path.write_bytes("\r\n".join(map(",".join, rows)).encode("gb18030"))
        return
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    sheet = book.create_sheet("账单")
    sheet.append(_HEADING)
    for number, holder, month, charge, amount, used, remark in lines(count):
        sheet.append((number, holder, month, charge, float(amount), used, remark))
    book.save(path)


def measure(folder: Path, name: str) -> None:
    """Import one file, step by step, and open the customer."""
    path = folder / name
    write(path, _LINES)
    workspace = Workspace.open(folder / f"data-{path.suffix[1:]}")
    workspace.customers.save(Customer("c", "某公司", "SMB"), Bills(), now=_NOW)
    begin, used = time.perf_counter(), _cpu()
    opened = open_bills([path], "c", workspace)
    read = time.perf_counter()
    plan = prepare_bills(opened, "c", workspace, BillChoices())
    prepared = time.perf_counter()
    store_bills(workspace, plan, opened.tables, _NOW)
    stored = time.perf_counter()
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10
    worker = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss >> 10
    print(
        f"{name}: {plan.rows:,} lines, {plan.figures:,} figures, {plan.rejected} rejected"
        f" in {stored - begin:.2f} s ({_cpu() - used:.2f} s of processor)"
    )
    print(
        f"  open {read - begin:.2f}, dry run {prepared - read:.2f}, store {stored - prepared:.2f};"
        f" peak {own} MB, worker {worker} MB"
    )
    times = []
    for _ in range(9):
        start = time.process_time()
        _, bills = workspace.customers.load("c")
        loaded = time.process_time()
        analyse(bills, workspace.rules.spend)
        times.append((loaded - start, time.process_time() - loaded))
    load_ms, analyse_ms = (min(one) * 1000 for one in zip(*times, strict=True))
    print(
        f"  customer of {_NUMBERS} numbers, {_MONTHS} months: read {load_ms:.0f} ms,"
        f" analysed {analyse_ms:.0f} ms of processor"
    )
    workspace.close()


def _cpu() -> float:
    """Seconds of processor of this process and of those it waited for."""
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


def main() -> None:
    """Measure both kinds of file."""
    print(f"load of the machine {load()}, threads {threading.active_count()}")
    with tempfile.TemporaryDirectory() as folder:
        for name in ("bills.csv", "bills.xlsx"):
            measure(Path(folder), name)


if __name__ == "__main__":
    main()
