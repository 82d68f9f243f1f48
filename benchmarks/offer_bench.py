"""How good the best offer is, how fast: ``python -m benchmarks.offer_bench [SEEDS [PATIENCE]]``.

Five problems of each family and size, or SEEDS; PATIENCE (1) lengthens the time on a busy machine.

Aims: 20 needs and 60 bundles proven within 2 s; 100 and 300 within 2 % of the best possible in 5 s.
No published solver proves the larger size of the families ``telecom`` and ``random`` in 20 s.
What simple choosing loses is told beside it. One core, two for large ones; the start of the
process is told apart; the processor's time is told because a busy machine gives less of it.
"""

from __future__ import annotations

import statistics
import sys
import time
from typing import TYPE_CHECKING, NamedTuple

from app.quoting.offer.programme import Effort
from app.quoting.offer.verifying import verify
from app.services.offer_search import Task, search
from app.services.offer_worker import OfferWorker
from benchmarks.offer_instances import FAMILIES

if TYPE_CHECKING:
    from app.services.offer_search import Found

SEEDS = 5
SIZES = ((20, 60, 2.0), (100, 300, 5.0))


def main() -> None:
    """Print a line for each family and size."""
    seeds = int(sys.argv[1]) if len(sys.argv) > 1 else SEEDS
    patience = float(sys.argv[2]) if len(sys.argv) > 2 else 1.0
    start = time.perf_counter()
    small = FAMILIES["sites"](5, 10, 0)
    with OfferWorker() as worker:
        worker.search(Task(small), lambda _found: True)
    print(f"process started, small problem solved, process ended: {_since(start):.2f} s")
    print(f"a large search cancelled after half a second ends within {_cancelled():.2f} s")
    for needs, bundles, aim in SIZES:
        seconds = aim * patience
        print(f"{needs} needs x {bundles} bundles, at most {seconds:.1f} s")
        for family in FAMILIES:
            _tell(family, [_run(family, needs, bundles, seconds, seed) for seed in range(seeds)])


class Run(NamedTuple):
    """One search.

    Attributes:
        found: Its end.
        took: Seconds.
        worked: Seconds of the processor.
        first: Seconds until the first answer.
        close: Seconds until an answer within 2 % of the bound.
    """

    found: Found
    took: float
    worked: float
    first: float
    close: float


def _cancelled() -> float:
    """Seconds from no longer wanting a large search until it has ended."""
    problem = FAMILIES["random"](100, 300, 0)
    with OfferWorker() as worker:
        start = time.perf_counter()
        worker.search(Task(problem, Effort(20)), lambda _found: _since(start) < 0.5)
        return _since(start) - 0.5


def _run(family: str, needs: int, bundles: int, seconds: float, seed: int) -> Run:
    """One search for one problem; ends the program where the answer does not hold."""
    problem = FAMILIES[family](needs, bundles, seed)
    start, begun = time.perf_counter(), time.process_time()
    close, first = [float("inf")], [float("inf")]

    def watch(found: Found) -> None:
        if found.choice is not None:
            first.append(_since(start))
        if found.proof is not None and found.proof.gap <= 0.02:
            close.append(_since(start))

    found = search(Task(problem, Effort(seconds)), watch)
    took, worked = _since(start), time.process_time() - begun
    watch(found)
    if found.choice is None or verify(problem, found.choice, found.proof):
        sys.exit(f"{family} {seed}: the answer does not hold")
    return Run(found, took, worked, min(first), min(close))


def _tell(family: str, runs: list[Run]) -> None:
    proofs = [run.found.proof for run in runs if run.found.proof is not None]
    proven = sum(proof.proven for proof in proofs)
    gaps = [100 * float(proof.gap) for proof in proofs]
    gains = [
        100 * (run.found.greedy - run.found.proof.value) / run.found.greedy
        for run in runs
        if run.found.greedy and run.found.proof is not None
    ]
    print(
        f"  {family:8} proven {proven} of {len(runs)};"
        f" first answer {max(run.first for run in runs):.2f} s at worst;"
        f" time {statistics.median(run.took for run in runs):.2f} s"
        f" (worst {max(run.took for run in runs):.2f},"
        f" processor {statistics.median(run.worked for run in runs):.2f});"
        f" gap {statistics.median(gaps):.2f} % (worst {max(gaps):.2f});"
        f" within 2 % after {max(run.close for run in runs):.2f} s at worst;"
        f" {statistics.mean(gains):.2f} % cheaper than greedy (best {max(gains):.2f})",
        flush=True,
    )


def _since(start: float) -> float:
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
