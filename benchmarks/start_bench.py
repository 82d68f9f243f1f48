"""How long a warm start takes with the sample data, from the process's birth to a usable window.

Usage: ``python benchmarks/start_bench.py [runs]``. Prints the median and the slowest run; compiled
modules are kept in a folder of their own, so that the first run of a machine does not count.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
USABLE_MS = 1500

PREPARE = """
import sys
from datetime import UTC, date, datetime
from pathlib import Path
from app.services.import_sample import import_sample
from app.services.workspace import Workspace
workspace = Workspace.open(Path(sys.argv[1]))
import_sample(workspace, today=date.today(), now=datetime.now(UTC))
workspace.close()
"""
START = """
import sys, time
from pathlib import Path
born = float(sys.argv[2])
from app.start import make_application, make_window
application = make_application()
window = make_window(Path(sys.argv[1]), language="zh")
times = []
window.painted.connect(lambda: times.append(time.time() - born))
def look():
    if window.workspace is not None and window.quotes.table.model().rowCount():
        times.append(time.time() - born)
        window.close()
        application.quit()
from PySide6.QtCore import QTimer
timer = QTimer()
timer.timeout.connect(look)
timer.start(1)
window.show()
application.exec()
print(*(round(1000 * moment) for moment in times))
"""


def main() -> None:
    """Measure and print."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    with tempfile.TemporaryDirectory() as folder:
        profile = str(Path(folder) / "profile")
        cache = str(Path(folder) / "compiled")
        run(cache, PREPARE, profile)
        run(cache, START, profile, str(time.time()))
        measured = [
            [int(part) for part in run(cache, START, profile, str(time.time())).split()]
            for _ in range(runs)
        ]
    painted = [first for first, _ in measured]
    usable = [last for _, last in measured]
    for name, times in (("painted", painted), ("usable", usable)):
        print(f"{name}: median {statistics.median(times):.0f} ms, slowest {max(times)} ms")
    print(f"wanted: usable within {USABLE_MS} ms")


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
        check=True,
    )
    return done.stdout


if __name__ == "__main__":
    main()
