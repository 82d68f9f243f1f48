"""How soon the pages beside the quote follow an edit: ``python -m benchmarks.preview_bench``.

The aim is 300 ms from the edit to the new pages in sight, for a proposal of six pages.
"""

from __future__ import annotations

import os
import statistics
import tempfile
import time
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QTimer

from app.quoting.header_edits import set_title
from app.services.import_sample import import_sample
from app.services.workspace import Workspace
from app.start import make_application, make_window
from app.ui.hand import Hand
from tests.sample import QUOTE_DAY

if TYPE_CHECKING:
    from collections.abc import Callable

ROUNDS = 15
_TICK_MS = 2


def main() -> None:
    """Print the median and the slowest time between an edit and its pages."""
    application = make_application()
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "profile"
        workspace = Workspace.open(folder)
        noon = datetime(QUOTE_DAY.year, QUOTE_DAY.month, QUOTE_DAY.day, 4, tzinfo=UTC)
        import_sample(workspace, today=QUOTE_DAY, now=noon)
        workspace.close()
        window = make_window(folder, language="zh", papers=Path(place))
        window.show()
        hand = Hand(window)
        hand.wait_for(lambda: window.workspace is not None, "the data")
        window.desk.open("Q0001")
        hand.wait_for(lambda: window.desk.session is not None, "the quote")
        _measure(hand)
        window.close()
    application.processEvents()


def _measure(hand: Hand) -> None:
    papers, session = hand.window.desk.papers, hand.window.desk.session
    if papers is None or session is None:
        return
    papers.toggle_preview()
    panel = papers.preview
    if panel is None:
        return
    hand.wait_for(lambda: panel.settled and not panel.view.missing(), "the first pages")
    times = []
    spent = time.process_time()
    for count in range(ROUNDS):
        edition, start = panel.view.edition, time.perf_counter()
        session.apply("title", partial(set_title, title=f"方案第 {count} 稿"))
        _run_until(partial(_is_newer, edition, hand))
        times.append((time.perf_counter() - start) * 1000)
        hand.wait_idle()
    pages = len(panel.view.pages)
    spent = (time.process_time() - spent) * 1000 / ROUNDS
    middle, slowest = statistics.median(times), max(times)
    print(f"{pages} pages follow an edit in {middle:.0f} ms (median), {slowest:.0f} ms (slowest),")
    print(
        f"for which the processor worked {spent:.0f} ms, everything else that an edit does included"
    )


def _run_until(come: Callable[[], bool]) -> None:
    """Run the window as the program does; ``QTest.qWait`` would keep threads from working."""
    loop, timer = QEventLoop(), QTimer()
    timer.timeout.connect(lambda: loop.quit() if come() else None)
    timer.start(_TICK_MS)
    loop.exec()
    timer.stop()


def _is_newer(edition: int, hand: Hand) -> bool:
    papers = hand.window.desk.papers
    panel = papers.preview if papers is not None else None
    return panel is not None and panel.view.edition > edition and not panel.view.missing()


if __name__ == "__main__":
    main()
