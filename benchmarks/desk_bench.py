"""The start with a full data folder, and the memory of the window, in processes of their own.

Usage: ``python benchmarks/desk_bench.py [runs]``. Warm starts: compiled modules are kept in a
folder of their own. Wall time, and the processor time of all threads beside it, the fairer one on
a busy machine; memory is what the process holds at the moment (resident), in MB.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.cpu_time import load

ROOT = Path(__file__).resolve().parents[1]
PAINTED_MS, USABLE_MS = 350, 1000

PREPARE = """
import sys
from pathlib import Path
from benchmarks.full_profile import make_profile
make_profile(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
"""
START = """
import os, resource, sys, time
from pathlib import Path
born = float(sys.argv[2])
from app.start import make_application, make_window
application = make_application()
window = make_window(Path(sys.argv[1]), language="zh")
told = []
def now():
    told.append(f"{1000 * (time.time() - born):.0f} {1000 * time.process_time():.0f}")
def resident():
    pages = Path("/proc/self/statm").read_text().split()[1]
    return int(pages) * resource.getpagesize() // 1024 // 1024
from PySide6.QtCore import QTimer
painted = []
window.painted.connect(lambda: (painted.append(1), now()))
def look():
    if not painted or window.workspace is None or window.around.tasks.busy:
        return
    if not window.quotes.table.model().rowCount():
        return
    timer.stop()
    now()
    QTimer.singleShot(300, lambda: deep() if len(sys.argv) > 3 else end())
def deep():
    told.append(str(resident()))
    from app.ui.hand import Hand
    hand = Hand(window)
    first = window.workspace.quotes.recent()[0].id
    window.desk.open(first)
    hand.wait_idle()
    told.append(str(resident()))
    window.go_to("catalogue")
    hand.wait_idle()
    window.catalogue.head.search.setText("专线")
    hand.wait_idle()
    told.append(str(resident()))
    end()
def end():
    window.close()
    application.quit()
timer = QTimer()
timer.timeout.connect(look)
timer.start(1)
window.show()
application.exec()
print(";".join(told))
"""


def main() -> None:
    """Measure and print."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 7
    with tempfile.TemporaryDirectory() as folder:
        cache = str(Path(folder) / "compiled")
        profiles = {
            "sample data": (0, 0),
            "10,000 offers, 5,000 quotes": (10_000, 5_000),
            "100,000 offers": (100_000, 0),
        }
        for number, (name, (offerings, quotes)) in enumerate(profiles.items()):
            profile = str(Path(folder) / str(number))
            run(cache, PREPARE, profile, str(offerings), str(quotes))
            run(cache, START, profile, str(time.time()))
            measured = [run(cache, START, profile, str(time.time())) for _ in range(runs)]
            _print_start(name, measured)
            deep = run(cache, START, profile, str(time.time()), "deep").split(";")[2:]
            limit = 350 if offerings == 100_000 else 200
            print(
                f"  memory: {deep[0]} MB at the start, {deep[1]} MB with a quote, {deep[2]} MB"
                f" with the catalogue searched (wanted below {limit})"
            )


def _print_start(name: str, measured: list[str]) -> None:
    print(f"{name}; {load()}")
    for place, (what, wanted) in enumerate((("painted", PAINTED_MS), ("usable", USABLE_MS))):
        both = [tuple(int(part) for part in row.split(";")[place].split()) for row in measured]
        walls, busy = zip(*both, strict=True)
        print(
            f"  {what}: median {statistics.median(walls):.0f} ms, least {min(walls)}, most"
            f" {max(walls)}; processor {statistics.median(busy):.0f} ms (wanted {wanted})"
        )


def run(cache: str, program: str, *arguments: str) -> str:
    """Run a program without a screen and give what it printed."""
    environment = {
        key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"
    }
    done = subprocess.run(  # noqa: S603 - our own programs, above
        [sys.executable, "-X", f"pycache_prefix={cache}", "-c", program, *arguments],
        cwd=ROOT,
        env={**environment, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise SystemExit(done.stderr)
    return done.stdout.strip()


if __name__ == "__main__":
    main()
