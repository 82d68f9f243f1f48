"""How many contracts a batch makes: ``python -m benchmarks.batch_bench [COUNT]`` (100).

The aim is 1,000 contracts as Word and PDF, read back, scanned and kept, in four minutes on two
cores, which is 4.2 a second; and memory that does not grow with their number.
"""

from __future__ import annotations

import resource
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from app.services.batch import run_batch
from app.services.batch_plan import plan_batch
from app.services.import_sample import import_sample
from app.services.issue_documents import PaperKind
from app.services.quote_library import open_quote
from app.services.workspace import Workspace
from tests.sample import QUOTE_DAY

COUNT = 100


def main() -> None:
    """Print the time, the rate and the largest memory of a process."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else COUNT
    noon = datetime(QUOTE_DAY.year, QUOTE_DAY.month, QUOTE_DAY.day, 4, tzinfo=UTC)
    with tempfile.TemporaryDirectory() as place:
        data, folder = Path(place) / "data", Path(place) / "out"
        workspace = Workspace.open(data)
        import_sample(workspace, today=QUOTE_DAY, now=noon)
        pattern = open_quote(workspace, "Q0001").quote
        customer, bills = workspace.customers.load(pattern.customer)
        for place_in_line in range(count):
            other = msgspec.structs.replace(
                customer, id=f"N{place_in_line:05d}", name=f"示例客户{place_in_line}"
            )
            workspace.customers.save(other, bills, now=noon)
        workspace.close()
        plan = plan_batch(folder, pattern, (PaperKind.CONTRACT,))
        start = time.perf_counter()
        customers = [f"N{number:05d}" for number in range(count)]
        outcomes = list(run_batch(data, folder, plan, customers, now=noon, workers=2))
        took = time.perf_counter() - start
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = sum(not one.problem for one in outcomes)
    spent = used.ru_utime + used.ru_stime
    print(
        f"{done} of {count} contracts in {took:.1f} s: {done / took:.1f} a second, two processes;"
    )
    print(f"{spent / max(done, 1) * 1000:.0f} ms of a core each, {used.ru_maxrss // 1024} MB each")


if __name__ == "__main__":
    main()
