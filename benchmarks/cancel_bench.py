"""How long an import takes to stop after it was called off, wherever it is at that moment.

Run as ``python -m benchmarks.cancel_bench [rows]``; 50,000 charge rows otherwise. Each step is
called off at moments spread over the time that it takes. Two figures: how long it takes until
everything has stopped, and how long another thread is kept from running meanwhile, which is what
the user feels: the window does not wait for the work. Wanted: 200 ms.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import threading
import time
from datetime import date
from functools import partial
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from app.errors import Cancelled
from app.services.import_steps import open_import, prepare_import, store_import
from app.services.workspace import Workspace
from benchmarks.cpu_time import load
from benchmarks.import_catalog_bench import write
from catalog.merging import Missing

if TYPE_CHECKING:
    from collections.abc import Callable

    from catalog.import_plan import ImportPlan

    Step = Callable[[threading.Event], object]

_ROWS = 50_000
_MOMENTS = 8
_GOAL = 200


class Stopped(NamedTuple):
    """One step that was called off: after how many seconds, and how many it took to stop."""

    after: float
    took: float


class Listened(threading.Event):
    """A wish to stop that never comes, and how long nobody looked whether it had.

    Attributes:
        longest: Milliseconds of processor time, which other programs do not lengthen.
    """

    def __init__(self) -> None:
        """Nobody has looked yet."""
        super().__init__()
        self.longest = 0.0
        self._last: float | None = None

    def is_set(self) -> bool:
        """Never; the time since the last look is noted."""
        now = time.thread_time()
        if self._last is not None:
            self.longest = max(self.longest, 1000 * (now - self._last))
        self._last = now
        return False


def stopped(step: Step, after: float) -> Stopped | None:
    """Call a step off so many seconds after its start; ``None`` if it was done before."""
    cancel, ended = threading.Event(), threading.Event()
    finished: list[float] = []
    called: list[float] = []

    def work() -> None:
        try:
            step(cancel)
        except Cancelled:
            finished.append(time.perf_counter())
        ended.set()

    thread = threading.Thread(target=work)
    thread.start()
    if not ended.wait(after):
        called.append(time.perf_counter())
        cancel.set()
    thread.join()
    return Stopped(after, finished[0] - called[0]) if finished and called else None


def measure(name: str, step: Step) -> None:
    """Run a step to its end, then call it off at moments spread over that time, and print."""
    listened = Listened()
    thread = threading.Thread(target=step, args=(listened,))
    began = before = time.perf_counter()
    thread.start()
    stalled = 0.0
    while thread.is_alive():
        time.sleep(0.001)
        now = time.perf_counter()
        stalled, before = max(stalled, now - before), now
    whole = time.perf_counter() - began
    print(
        f"  {name:<6} {whole:6.2f} s; keeps others waiting {1000 * stalled:.0f} ms at most; works "
        f"{listened.longest:.0f} ms of processor time at most without looking at the wish to stop"
    )
    moments = [whole * (at + 0.5) / _MOMENTS for at in range(_MOMENTS)]
    found = [one for one in (stopped(step, moment) for moment in moments) if one is not None]
    _tell(name, whole, found)


def measure_storing(prepare: Callable[[], ImportPlan], store: Callable[..., object]) -> None:
    """The same for storing, each time of a version of its own."""
    began = time.perf_counter()
    store(prepare(), threading.Event())
    whole = time.perf_counter() - began
    found = []
    for at in range(_MOMENTS):
        made = prepare()
        one = stopped(partial(store, made), whole * at / (4 * _MOMENTS))
        found += [one] if one is not None else []
    _tell("store", whole, found)


def _tell(name: str, whole: float, found: list[Stopped]) -> None:
    if not found:
        return
    worst = max(found, key=lambda one: one.took)
    middle = statistics.median(one.took for one in found)
    print(
        f"  {name:<6} {whole:6.2f} s; stops in {1000 * middle:5.0f} ms, worst "
        f"{1000 * worst.took:5.0f} ms (called off after {worst.after:.2f} s); "
        f"{len(found)} of {_MOMENTS} in time; goal {_GOAL} ms; {load()}"
    )


def main() -> None:
    """Write the list, call its import off again and again."""
    rows = int(sys.argv[1]) if sys.argv[1:] else _ROWS
    print(f"{rows:,} rows")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = folder / "list.xlsx"
        write(path, rows)
        workspace = Workspace.open(folder / "data")
        opened = open_import(path, workspace)

        def plan(cancel: threading.Event) -> ImportPlan:
            return prepare_import(
                path,
                opened,
                None,
                workspace,
                date(2026, 11, 23),
                version="one",
                missing=Missing.KEEP,
                cancel=cancel,
            )

        made = plan(threading.Event())
        assert made.content is not None
        content, numbers = made.content, count(1)

        def another() -> ImportPlan:
            own = msgspec.structs.replace(content, version=f"v{next(numbers)}")
            return msgspec.structs.replace(made, content=own)

        measure("open", lambda cancel: open_import(path, workspace, cancel=cancel))
        measure("plan", plan)
        measure_storing(
            another,
            lambda made, cancel: store_import(workspace, made, opened.tables, cancel=cancel),
        )
        workspace.close()


if __name__ == "__main__":
    main()
