"""How fast the widgets are: one edited row repainted, a change of theme, the first show.

Run ``python -m benchmarks.widgets_bench`` from the project's folder. Figures are milliseconds of
wall time on the machine at hand, offscreen; the median and the 95th percentile are printed.
"""

from __future__ import annotations

import os
import statistics
import time
from typing import TYPE_CHECKING, Final

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import msgspec
from PySide6.QtWidgets import QApplication

from app.ui.theme import Theme
from app.ui.widgets.quote_tree import QuoteTree
from app.ui.widgets.rows import Cell, ColumnSpec, QuoteRow

if TYPE_CHECKING:
    from collections.abc import Callable

ITEMS_PER_SECTION: Final = 25
ROUNDS: Final = 60
COLUMNS: Final = (
    ColumnSpec("title", "产品 / 规格", 0, "left"),
    ColumnSpec("quantity", "数量", 86),
    ColumnSpec("list", "标准单价", 98),
    ColumnSpec("discount", "折扣", 96),
    ColumnSpec("net", "成交单价", 98),
    ColumnSpec("monthly", "月租小计", 112),
    ColumnSpec("once", "一次性", 90),
    ColumnSpec("margin", "毛利率", 86),
)


def item(number: int, quantity: int) -> QuoteRow:
    """Return one item as the quote page would make it."""
    cells = (
        Cell(str(quantity), "条", editable=True),
        Cell("3,980.00", tone="muted"),
        Cell("77.5", "%", "warn" if number % 9 == 0 else "normal", editable=True),
        Cell("3,086.26"),
        Cell(f"{quantity * 3086:,}.30", tone="strong"),
        Cell("1,500.00", tone="muted"),
        Cell("24.8", "%", meter=413),
    )
    title, subtitle = f"互联网专线 {number}", "200M 上下行对称，/30 公网地址"
    return QuoteRow(f"item-{number}", "item", "globe", title, subtitle, cells=cells)


def quote(items: int) -> tuple[QuoteRow, ...]:
    """Return sections of 25 items each."""
    total = (*(Cell("") for _ in range(4)), Cell("43,566.00"), Cell("4,400.00"), Cell("30.0", "%"))
    return tuple(
        QuoteRow(
            f"section-{first}",
            "section",
            "",
            f"第 {first // ITEMS_PER_SECTION + 1} 组",
            cells=total,
            children=tuple(
                item(number, 5) for number in range(first, min(first + ITEMS_PER_SECTION, items))
            ),
        )
        for first in range(0, items, ITEMS_PER_SECTION)
    )


def edited(rows: tuple[QuoteRow, ...], quantity: int) -> tuple[QuoteRow, ...]:
    """Return the rows with another quantity in the third item, all others the same objects."""
    first = rows[0]
    children = (*first.children[:2], item(2, quantity), *first.children[3:])
    return (msgspec.structs.replace(first, children=children), *rows[1:])


def measure(name: str, action: Callable[[int], None], rounds: int = ROUNDS) -> float:
    """Run an action, print median and 95th percentile, and return the latter in milliseconds."""
    times = []
    for turn in range(rounds):
        start = time.perf_counter()
        action(turn)
        QApplication.processEvents()
        times.append((time.perf_counter() - start) * 1000)
    times.sort()
    high = times[min(len(times) - 1, int(len(times) * 0.95))]
    median = statistics.median(times)
    print(f"{name:<42} median {median:7.2f}   p95 {high:7.2f}   min {times[0]:7.2f} ms")
    return high


def bench_tree(theme: Theme, items: int) -> float:
    """Measure a tree of this many items and return the p95 of an edited row."""
    rows = quote(items)
    tree = QuoteTree(COLUMNS, "报价明细")
    tree.resize(1040, 760)
    start = time.perf_counter()
    tree.set_rows(rows)
    tree.show()
    QApplication.processEvents()
    print(f"{items:>5} items: fill and show {(time.perf_counter() - start) * 1000:27.2f} ms")
    tree.set_current("item-2", 1)
    high = measure(
        f"{items:>5} items: one edited row", lambda turn: tree.set_rows(edited(rows, turn + 1))
    )
    measure(f"{items:>5} items: whole viewport", lambda _: tree.viewport().update())
    measure(f"{items:>5} items: next row by keyboard", lambda turn: walk(tree, turn))
    measure(f"{items:>5} items: light to dark", lambda _: theme.toggle(), rounds=10)
    tree.close()
    tree.deleteLater()
    return high


def walk(tree: QuoteTree, turn: int) -> None:
    """Move the keyboard's place by one row."""
    tree.set_current(f"item-{turn % 20}", 1)


def main() -> None:
    """Measure trees of 100 and 1,000 items."""
    application = QApplication([])
    start = time.perf_counter()
    theme = Theme(application)
    print(f"       theme with fonts {(time.perf_counter() - start) * 1000:30.2f} ms")
    for items in (100, 1000):
        bench_tree(theme, items)


if __name__ == "__main__":
    main()
