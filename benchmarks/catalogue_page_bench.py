"""How fast the catalogue's page is: shown, searched, scrolled, and one cell of a draft edited.

Run ``python -m benchmarks.catalogue_page_bench [offerings ...]``; 1,000, 10,000 and 100,000
otherwise, two charges each. Milliseconds of wall time until the page is painted again, offscreen,
and processor time beside it, which is the fairer one on a busy machine. Each size runs in a
process of its own, so that its memory is its own.
"""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys
import time
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import msgspec
from PySide6.QtWidgets import QApplication, QWidget

from app.figures import Figures
from app.services.catalog_drafts import OpenDraft, StoredDraft
from app.translation import load_words
from app.ui.draft_session import DraftSession, KnownDraft, known_of
from app.ui.finding import Indexes
from app.ui.holds import Holds
from app.ui.messages import WindowMessages
from app.ui.page import Surroundings
from app.ui.pages.catalogue.catalogue_page import CataloguePage
from app.ui.presenting.speaker import Speaker
from app.ui.tasks import Tasks
from app.ui.theme import Theme
from app.ui.widgets.toast import Toasts
from benchmarks.cpu_time import load
from catalog.bundle import BundleComponent, BundledOffering
from catalog.charge import Charge, ChargeType, PriceRegulation
from catalog.local_text import LocalText
from catalog.offering import ProductOffering
from catalog.period import BillingPeriod
from catalog.product_catalog import CatalogContent, ProductCatalog
from catalog.tax_class import DatedRate, TaxClass

if TYPE_CHECKING:
    from collections.abc import Callable

    from catalog.draft import Patch

_SIZES = (1000, 10_000, 100_000)
_FAMILIES = ("internet", "mobile", "voice", "cloud", "iot")
_ROUNDS = 12
_DAY = date(2026, 11, 22)


def catalogue(size: int) -> CatalogContent:
    """Offerings of two charges, some that require another one, and a bundle for every fifty."""
    tax = TaxClass("basic", LocalText("基础电信", "Basic"), (DatedRate(Decimal("0.09")),))
    return CatalogContent(
        version="bench",
        title="bench",
        imported_on=_DAY,
        offerings=tuple(_offering(number) for number in range(size)),
        bundles=tuple(_bundle(number) for number in range(0, size, 50)),
        tax_classes=(tax,),
    )


def _offering(number: int) -> ProductOffering:
    code = f"NET{number}"
    rent = Charge(
        code=f"{code}.RENT",
        name=LocalText("月租", "rental"),
        type=ChargeType.RECURRING,
        unit="条",
        period=BillingPeriod.MONTH,
        list_price=Decimal(number % 977 + 1),
        cost=Decimal(number % 400),
        regulation=PriceRegulation.MARKET,
        tax_class="basic",
    )
    once = msgspec.structs.replace(
        rent,
        code=f"{code}.INST",
        name=LocalText("安装费", "set-up"),
        type=ChargeType.ONE_TIME,
        period=BillingPeriod.ONCE,
    )
    return ProductOffering(
        code=code,
        name=LocalText(f"互联网专线 {number % 1000}M 型{number}", f"Leased line {number}"),
        family=_FAMILIES[number % len(_FAMILIES)],
        segments=("ALL",) if number % 3 else ("SME",),
        charges=(rent, once),
        requires=(f"NET{number // 2}",) if number % 7 == 0 else (),
        initials=f"hlwzx{number}",
    )


def _bundle(number: int) -> BundledOffering:
    return BundledOffering(
        code=f"PACK{number}",
        name=LocalText(f"专线套餐 {number}", f"Line bundle {number}"),
        segments=("ALL",),
        price=Decimal(300),
        term=24,
        components=(BundleComponent(f"NET{number}.RENT", 1),),
    )


def measure(name: str, work: Callable[[int], object], times: int = _ROUNDS) -> None:
    """Print the median and the worst wall time, and the median of processor time."""
    walls, busy = [], []
    for turn in range(times):
        wall, cpu = time.perf_counter(), time.process_time()
        work(turn)
        QApplication.processEvents()
        walls.append((time.perf_counter() - wall) * 1000)
        busy.append((time.process_time() - cpu) * 1000)
    print(
        f"  {name:<28} median {statistics.median(walls):8.1f}  worst {max(walls):8.1f}"
        f"  processor {statistics.median(busy):8.1f} ms"
    )


def page_of(tasks: Tasks) -> CataloguePage:
    """The page as the window makes it, in a window's size."""
    speaker = Speaker(load_words("zh"), Figures("zh"), lambda _room, text: text)
    frame = QWidget()
    around = Surroundings(
        speaker,
        WindowMessages(frame),
        Toasts(frame),
        tasks,
        lambda: datetime(2026, 11, 22, 12, tzinfo=UTC),
        lambda _quote: Path(),
        Indexes(tasks, speaker, frame),
        Holds(frame),
    )
    page = CataloguePage(around)
    page.resize(1440, 900)
    frame.setParent(page)
    return page


def one_size(size: int) -> None:
    """Every figure of one size."""
    application = QApplication([])
    Theme(application)
    tasks = Tasks()
    content = catalogue(size)
    page = page_of(tasks)
    page.show()
    QApplication.processEvents()
    print(f"{size:,} offerings, {2 * size:,} charges; {load()}; {_memory()} MB before")
    catalog = ProductCatalog(content)
    measure("show everything", lambda _turn: page.show_catalog(catalog), 1)
    bar = page.table.verticalScrollBar()
    search = page.head.search
    measure("first search", lambda _turn: search.setText("2"), 1)
    measure("search, next key", lambda turn: search.setText(f"2{turn}"))
    search.clear()
    QApplication.processEvents()
    measure("scroll", lambda turn: bar.setValue(turn * bar.maximum() // _ROUNDS))
    measure("another family", lambda turn: page.listed.families.set_current(_FAMILIES[turn % 5]))
    page.listed.families.set_current("")
    measure("sort by price", lambda turn: page.table.sort_requested.emit(1, turn % 2 == 1), 4)
    page.table.sort_requested.emit(1, False)
    _edits(page, content)
    print(f"  memory at the end {_memory()} MB")
    page.close()
    tasks.shutdown()


def _edits(page: CataloguePage, content: CatalogContent) -> None:
    now = datetime(2026, 11, 22, tzinfo=UTC)
    stored: StoredDraft[Patch] = StoredDraft("draft", content.version, 0, 0, now)

    known: list[KnownDraft] = []
    measure("look at the draft (thread)", lambda _turn: known.append(known_of(content)), 1)

    def begin(_turn: int) -> None:
        session = DraftSession(OpenDraft(stored, content, content), None, page.desk, known[0])
        session.changed.connect(page.desk.changed)
        page.desk.session = session
        page.desk.opened.emit()

    measure("begin the draft", begin, 1)
    table = page.table

    def edit(turn: int) -> None:
        table.cell_edited.emit(f"NET{turn * 31}.RENT", 1, f"{turn + 2}.50")

    measure("edit a price", edit)
    measure("undo", lambda _turn: page.undo())
    table.set_current("NET31.RENT")
    measure("duplicate an offering", lambda _turn: page.listed.tools.buttons["copy"].click(), 3)
    page.listed.families.set_current("voice")
    measure("edit within a family", lambda turn: edit(turn * 5 + 2))


def _memory() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10


def main() -> None:
    """Measure each size in a process of its own."""
    if sys.argv[1:2] == ["--one"]:
        one_size(int(sys.argv[2]))
        return
    for size in [int(text) for text in sys.argv[1:]] or _SIZES:
        own = [sys.executable, "-m", "benchmarks.catalogue_page_bench", "--one", str(size)]
        subprocess.run(own, check=True)  # noqa: S603 (our own program)


if __name__ == "__main__":
    main()
