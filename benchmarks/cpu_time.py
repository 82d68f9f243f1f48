"""Processor time of a piece of work: what it took when nobody was in the way."""

from __future__ import annotations

import gc
import os
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_LEAST = 0.02
"""Seconds that one measurement shall last, so that the clock's steps do not show."""


def best_ms(work: Callable[[], object], times: int = 5) -> float:
    """Milliseconds of processor time of one call: the best of so many measurements.

    Garbage is collected before each measurement and collection stays switched on during it, as
    it is in the product; a short work is called several times and the mean of them counts.
    """
    begin = time.process_time()
    work()
    once = time.process_time() - begin
    calls = max(1, round(_LEAST / max(once, 1e-6)))
    best = float("inf")
    for _ in range(times):
        gc.collect()
        begin = time.process_time()
        for _ in range(calls):
            work()
        best = min(best, (time.process_time() - begin) / calls)
    return best * 1e3


def load() -> str:
    """How busy the machine is: tasks waiting or running in the last minute, and cores."""
    return f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores"
