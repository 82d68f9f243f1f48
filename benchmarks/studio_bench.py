"""The open quote of 1,000 and 10,000 items: keys, scrolling, change of theme, all in real widgets.

Usage: ``python benchmarks/studio_bench.py [items...]``. A key is a real key event into the editor
of a discount; it counts until totals, waterfall, gauge, findings and row are painted. Times are
processor time of the window's thread, so that waiting for others does not count, with wall time
beside it. Frames are drawn offscreen by the processor, without a graphics card.
"""

from __future__ import annotations

import os
import statistics
import sys
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.start import make_application, make_window
from app.ui.presenting.items import DISCOUNT
from app.ui.theme import current_theme
from benchmarks.cpu_time import load
from benchmarks.edit_bench import make_session, work_out_cures

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QApplication

    from app.ui.main_window import MainWindow

_KEYS_WANTED = {1000: (10, 25), 10_000: (40, 40)}
_FRAME_MS = 1000 / 60
_THEME_MS = 200
_CELLS = 30


class Times:
    """Milliseconds of something that is done again and again."""

    def __init__(self, application: QApplication) -> None:
        """Begin without any."""
        self._application = application
        self._busy: list[float] = []
        self._walls: list[float] = []

    def add(self, work: Callable[[], object]) -> None:
        """Do it until everything is painted."""
        wall, busy = time.perf_counter(), time.thread_time()
        work()
        self._application.processEvents()
        self._busy.append(1000 * (time.thread_time() - busy))
        self._walls.append(1000 * (time.perf_counter() - wall))

    def told(self) -> str:
        """Median and 95th percentile of both clocks."""
        busy, walls = sorted(self._busy), sorted(self._walls)
        at = int(len(busy) * 0.95)
        return (
            f"median {statistics.median(busy):6.1f} ms, 95 % within {busy[at]:6.1f}"
            f" (wall {statistics.median(walls):.1f} and {walls[at]:.1f})"
        )


def one_size(application: QApplication, window: MainWindow, items: int) -> None:
    """Every figure of a quote of so many items."""
    page = window.desk.studio
    session = make_session(items)
    opening = Times(application)

    def show() -> None:
        page.attach(session)
        window.stack.addWidget(page)
        window.stack.setCurrentWidget(page)

    opening.add(show)
    for _ in range(5):
        application.processEvents()
    print(f"{items:,} items; {load()}")
    print(f"  open the quote             {opening.told()}")
    _type(application, window, items)
    _scroll(application, window)
    changing = Times(application)
    for _ in range(6):
        changing.add(current_theme().toggle)
    print(f"  light to dark and back     {changing.told()}, wanted {_THEME_MS}")
    page.detach()


def _type(application: QApplication, window: MainWindow, items: int) -> None:
    """Two digits and Enter in the discount of one item after the other."""
    tree = window.desk.studio.items.tree
    session = window.desk.studio.session
    assert session is not None
    digits, entered = Times(application), Times(application)
    for count in range(_CELLS):
        tree.set_current(session.quote.items[count * 7 % items].id, DISCOUNT)
        tree.setFocus()
        application.processEvents()
        QTest.keyClick(tree, Qt.Key.Key_F2)
        application.processEvents()
        for digit in (str(1 + count % 3), str(count % 10)):
            editor = application.focusWidget()
            assert editor is not None
            digits.add(lambda e=editor, d=digit: QTest.keyClicks(e, d))  # type: ignore[misc]
        editor = application.focusWidget()
        assert editor is not None
        entered.add(lambda e=editor: QTest.keyClick(e, Qt.Key.Key_Return))  # type: ignore[misc]
        if items <= 1000:
            work_out_cures(application, window)
    median, most = _KEYS_WANTED.get(items, _KEYS_WANTED[1000])
    print(f"  a digit of a discount      {digits.told()}, wanted {median} and {most}")
    print(f"  Enter                      {entered.told()}, wanted {median} and {most}")


def _scroll(application: QApplication, window: MainWindow) -> None:
    """Rows pass, three at a time as by a wheel, and a page at a time."""
    bar = window.desk.studio.items.tree.verticalScrollBar()
    for name, step in (("wheel", 3 * bar.singleStep()), ("page", bar.pageStep())):
        frames = Times(application)
        bar.setValue(0)
        application.processEvents()
        for _ in range(60):
            frames.add(lambda by=step: bar.setValue(bar.value() + by))  # type: ignore[misc]
        print(f"  a frame of scrolling ({name}) {frames.told()}, wanted {_FRAME_MS:.1f}")


def main() -> None:
    """Measure and print."""
    application = make_application()
    window = make_window(Path("unused"), language="zh")
    window.painted.disconnect()
    window.show()
    for items in [int(given) for given in sys.argv[1:]] or list(_KEYS_WANTED):
        one_size(application, window, items)


if __name__ == "__main__":
    main()
