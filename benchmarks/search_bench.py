"""How long a keystroke of a search takes among 1,000 to 1,000,000 offerings, and the memory.

Run as ``python -m benchmarks.search_bench [offerings ...]``. Every size runs in a process of its
own. Texts are typed letter by letter; each letter is measured as the window asks for it: the first
50 hits, with 100 offerings used before. Goal: 95 of 100 keystrokes within 16 ms at 100,000.
"""

from __future__ import annotations

import gc
import resource
import statistics
import subprocess
import sys
import time

from benchmarks.cpu_time import load
from benchmarks.search_catalog import synthetic_content
from catalog.offering import Lifecycle
from catalog.search import CatalogIndex, Typing, remember_use, similar
from catalog.selection import Selection

_SIZES = (1_000, 10_000, 100_000, 1_000_000)
_TYPED = (
    *("宽带", "kd", "kuandai", "kdai", "MSTP", "10M", "上海 专线", "zx 100", "光纤 100 金级"),
    *(
        "SDH0000013",
        "hulianwangzhuanxian",
        "按月付费",
        "broadband 2.5",
        "ｍｓｔｐ　上海",
        "长沙 专线 本地",
    ),
    *("kuandia", "MSPT", "qqxxyyzz", "没有这个东西"),
)
_WITHIN = ("宽带", "zx 100", "1", "qqxx")
_GOAL = 16


def main() -> None:
    """Measure the sizes, each in a process of its own."""
    sizes = [int(size) for size in sys.argv[1:]] or list(_SIZES)
    if len(sizes) == 1:
        measure(sizes[0])
        return
    for size in sizes:
        command = [sys.executable, "-m", "benchmarks.search_bench", str(size)]
        subprocess.run(command, check=True)  # noqa: S603 - this very program


def measure(size: int) -> None:
    """Build, type, and print the figures."""
    start, before = time.thread_time(), _peak()
    content = synthetic_content(size)
    made = time.thread_time() - start
    gc.collect()
    gc.freeze()
    print(
        f"{size:>9,} offerings: catalogue made in {made:.2f} s, "
        f"{(_peak() - before) / 1e6:.0f} MB; {load()}"
    )
    before = _peak()
    start = time.thread_time()
    index = CatalogIndex(content)
    built = time.thread_time() - start
    print(
        f"          index {index.size / 1e6:.1f} MB, built in {built:.2f} s, "
        f"peak while building +{(_peak() - before) / 1e6:.0f} MB"
    )
    scores: dict[str, int] = {}
    for offering in content.offerings[:: max(1, size // 100)]:
        scores = remember_use(scores, offering.code)
    _type(index, scores)
    start = time.thread_time()
    found = similar(index, "kuandia", Selection())
    took = 1000 * (time.thread_time() - start)
    print(f"          similar to kuandia, beside the window: {took:.0f} ms, {len(found.hits)} hits")
    start = time.thread_time()
    counts = Typing(index).family_counts("专线")
    took = 1000 * (time.thread_time() - start)
    print(f"          counts by family for 专线: {took:.1f} ms, {sum(counts.values()):,} offerings")


def _type(index: CatalogIndex, scores: dict[str, int]) -> None:
    within = Selection(family="INET", lifecycle=Lifecycle.ON_SALE, segment="SMB")
    every: list[float] = []
    slowest = []
    for wanted, texts in ((Selection(), _TYPED), (within, _WITHIN)):
        for text in texts:
            typing = Typing(index)
            typing.find("", wanted)  # choosing what is wanted is no keystroke
            times = []
            for length in range(1, len(text) + 1):
                start = time.thread_time()
                typing.find(text[:length], wanted, scores)
                times.append(1000 * (time.thread_time() - start))
            every += times
            slowest.append((max(times), text, 1 + times.index(max(times))))
    every.sort()
    within_95 = every[int(len(every) * 0.95)]
    print(
        f"          {len(every)} keystrokes: median {statistics.median(every):.2f} ms, "
        f"95 % within {within_95:.2f} ms, slowest {every[-1]:.2f} ms (goal {_GOAL} ms)"
    )
    slowest.sort(reverse=True)
    told = ", ".join(f"{text[:length]!r} {took:.1f}" for took, text, length in slowest[:5])
    print(f"          slowest in ms: {told}")


def _peak() -> int:
    """Most memory of the process so far, in bytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


if __name__ == "__main__":
    main()
