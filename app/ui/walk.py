"""The walk: the main job on the sample customer, through the real window, told step by step.

It runs where there is no display, and leaves the papers and a picture of the window in ``out``.
Every figure that it tells was read from the screen.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, Qt

from app.ui.dialogs.fact_dialogs import DateDialog, LinesDialog, TermDialog
from app.ui.hand import Hand
from app.ui.presenting.items import DISCOUNT

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QApplication

    from app.quoting.quote import Quote
    from app.ui.main_window import MainWindow

OUT = Path("out")
CUSTOMER = "幼苗幼儿园"
TYPED = "c1-l"
BUNDLE = "B01L"
_SIZE = (1440, 900)
_LONGER = 24
_PAPERS = ("proposal", "contract", "approval")


def walk(
    make_application: Callable[[], QApplication],
    make_window: Callable[[Path], MainWindow],
    out: Path = OUT,
) -> int:
    """Walk through a quote.

    Args:
        make_application: Makes the Qt application.
        make_window: Makes the main window on a data folder.
        out: Where the papers and the picture are left.

    Returns:
        The exit code.
    """
    begun = time.perf_counter()
    out.mkdir(parents=True, exist_ok=True)
    given = os.environ.get("QUOTEWRIGHT_DATA")
    profile = Path(given) if given else Path(tempfile.mkdtemp(prefix="profile-", dir=out))
    application = make_application()
    window = make_window(profile)
    window.around.tasks.crashed.connect(_raise)
    window.resize(*_SIZE)
    painted: list[float] = []
    window.painted.connect(lambda: painted.append(time.perf_counter()))
    window.show()
    hand = Hand(window)
    hand.wait_for(lambda: window.workspace is not None, "the data to be open")
    hand.wait_idle()
    usable = time.perf_counter()
    tell(f"窗口绘出 {1000 * (painted[0] - begun):.0f} ms，可用 {1000 * (usable - begun):.0f} ms")
    try:
        _work(hand, out)
    finally:
        window.close()
        application.processEvents()
        if not given:
            shutil.rmtree(profile, ignore_errors=True)
    return 0


def tell(text: str) -> None:
    """Say what was done or seen."""
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def _raise(failure: Exception) -> None:
    raise failure


def _work(hand: Hand, out: Path) -> None:
    window = hand.window
    _fill(hand)
    sample = _sample_quote(window)
    _begin(hand)
    _build(hand)
    _date_within_offer(hand)
    _change_term(hand)
    _discount_and_undo(hand)
    _words(hand, sample)
    _look(hand)
    _papers(hand, out)
    hand.wait_idle()
    picture = out / "window.png"
    window.grab().save(str(picture))
    tell(f"截图 {picture}")


def _fill(hand: Hand) -> None:
    window = hand.window
    if window.workspace is not None and window.workspace.catalog() is None:
        hand.click(window.quotes.sample)
        hand.wait_for(lambda: bool(window.around.toasts.texts()), "the import to be told")
        tell(f"导入示例数据：{window.around.toasts.texts()[-1]}")
    hand.wait_idle()


def _sample_quote(window: MainWindow) -> Quote | None:
    """The sample quote of the customer, from which the customer's needs are taken."""
    if window.workspace is None:
        return None
    found = window.workspace.quotes.search(CUSTOMER)
    return window.workspace.quotes.load(found[-1].id).quote if found else None


def _begin(hand: Hand) -> None:
    window = hand.window
    hand.shortcut(Qt.Key.Key_2)
    view = window.customers
    hand.wait_idle()
    hand.enter(CUSTOMER, view.head.search)
    hand.wait_idle()
    hand.click_row(view.table, view.table.current_key())
    hand.wait_idle()
    tell(
        f"客户 {CUSTOMER}："
        + "，".join(f"{k} {v}" for k, v in view.detail.overview.lines.texts().items())
    )
    hand.click(view.detail.start)
    hand.wait_for(lambda: window.desk.session is not None, "a new quote")
    hand.wait_idle()
    session = window.desk.session
    tell(f"新建报价 {session.quote.number if session else ''}")


def _build(hand: Hand) -> None:
    studio = hand.window.desk.studio
    hand.shortcut(Qt.Key.Key_I)
    hand.enter(TYPED, studio.items.search)
    found = hand.hits()
    tell(f"输入 {TYPED}：找到 {'、'.join(found)}")
    for _ in range(found.index(BUNDLE)):
        hand.press(Qt.Key.Key_Down)
    hand.press(Qt.Key.Key_Return)
    hand.wait_idle()
    tell(f"添加 {BUNDLE}：" + "；".join(hand.figures()))


def _date_within_offer(hand: Hand) -> None:
    """Price on the last day of the bundle's promotion when the walk is made outside of it."""
    session = hand.window.desk.session
    bundle = session.basis.catalog.bundle(BUNDLE) if session is not None else None
    if session is None or bundle is None or bundle.valid.contains(session.quote.price_date):
        return
    day = bundle.valid.last or bundle.valid.first
    if day is not None:
        hand.click(hand.fact("price_date"))
        dialog = hand.dialog(DateDialog)
        dialog.day.setDate(QDate(day.year, day.month, day.day))
        hand.click(dialog.agree)
        hand.wait_idle()
        tell(f"价格日期 {day}：套餐促销期内")


def _change_term(hand: Hand) -> None:
    session = hand.window.desk.session
    if session is None:
        return
    before = session.quote.term
    for months in (_LONGER, before):
        hand.click(hand.fact("term"))
        dialog = hand.dialog(TermDialog)
        hand.replace(dialog.months, str(months))
        hand.press(Qt.Key.Key_Return)
        hand.wait_idle()
        tell(f"合约期 {months} 个月：" + "；".join(hand.figures()))


def _discount_and_undo(hand: Hand) -> None:
    studio = hand.window.desk.studio
    hand.edit_cell(studio.items.tree, studio.items.tree.current_key(), DISCOUNT, "2")
    hand.wait_idle()
    tell("折扣 2%：" + "；".join(hand.figures()))
    hand.shortcut(Qt.Key.Key_Z)
    hand.wait_idle()
    tell("撤销折扣：" + "；".join(hand.figures()))


def _words(hand: Hand, sample: Quote | None) -> None:
    studio = hand.window.desk.studio
    if sample is not None:
        hand.click(hand.fact("needs"))
        dialog = hand.dialog(LinesDialog)
        hand.enter("\n".join(sample.needs), dialog.text)
        hand.click(dialog.agree)
        hand.wait_idle()
        tell("客户需求：" + "；".join(sample.needs))
        hand.replace(studio.top.title, sample.title)
        hand.press(Qt.Key.Key_Return)
        hand.wait_idle()
        tell(f"标题 {sample.title}")


def _look(hand: Hand) -> None:
    studio, session = hand.window.desk.studio, hand.window.desk.session
    if session is not None:
        hand.click_row(studio.items.tree, session.quote.items[0].id)
    tell(f"审批：{studio.side.gauge.headline}")
    savings = studio.savings
    pairs = {**savings.spend.texts(), **savings.saving.texts()}
    tell("账单与节省：" + "，".join(f"{caption} {value}" for caption, value in pairs.items()))


def _papers(hand: Hand, out: Path) -> None:
    window = hand.window
    written: list[Path] = []
    window.desk.written.connect(written.extend)
    for kind in _PAPERS:
        written.clear()
        hand.click(window.desk.studio.top.papers[kind])
        hand.wait_for(lambda: bool(written), f"the {kind}", 180)
        for path in written:
            shutil.copyfile(path, out / path.name)
            tell(f"文件 {out / path.name}：{path.stat().st_size:,} 字节")
        hand.wait_idle()
