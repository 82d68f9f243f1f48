"""The main job on the kindergarten of case one, through the window, like a user."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from app.ui.dialogs.fact_dialogs import LinesDialog, TermDialog
from app.ui.presenting.items import DISCOUNT
from tests.journeys.steps import add, begin_quote, open_quote

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from app.ui.hand import Hand

PRICE = "668.00"


def test_the_case_is_quoted_and_its_figures_are_on_the_screen(hand: Hand) -> None:
    """Customer, bundle, totals, saving and authority are what was worked out on paper."""
    begin_quote(hand)
    add(hand, "c1-l")
    studio = hand.window.desk.studio
    assert hand.figures() == [
        "一次性费用 ¥0.00",
        "首张账单 ¥668.00",
        "合同总额（12 个月，含税） ¥8,016.00",
        "其中税额 ¥661.80",
        "每月节省 ¥40.00",
        "毛利率（内部） 57.3%",
        "月租合计 ¥668.00",
    ]
    assert studio.savings.spend.texts()["典型月"] == "¥708.00"
    assert studio.savings.spend.texts()["算术平均"] == "¥752.00"
    assert studio.side.gauge.headline == "在本人权限内"


def test_a_changed_term_changes_the_contract_total(hand: Hand) -> None:
    """Twenty-four months of 668.00 are 16,032.00."""
    begin_quote(hand)
    add(hand, "B01L")
    hand.click(hand.fact("term"))
    dialog = hand.dialog(TermDialog)
    hand.replace(dialog.months, "24")
    hand.press(Qt.Key.Key_Return)
    hand.wait_idle()
    assert "合同总额（24 个月，含税） ¥16,032.00" in hand.figures()


def test_nothing_is_lost_when_the_window_is_closed(
    hand: Hand, open_window: Callable[[Path], Hand], profile: Path
) -> None:
    """Reopened, the quote is the same value, and undo and redo reach the same values."""
    session = begin_quote(hand)
    add(hand, "c1-l")
    tree = hand.window.desk.studio.items.tree
    hand.edit_cell(tree, tree.current_key(), DISCOUNT, "2")
    hand.click(hand.fact("needs"))
    dialog = hand.dialog(LinesDialog)
    hand.enter("每月话费固定", dialog.text)
    hand.click(dialog.agree)
    hand.wait_idle()
    last = session.quote
    hand.shortcut(Qt.Key.Key_Z)
    hand.wait_idle()
    left = session.quote
    assert left.needs == ()
    hand.window.close()

    again = open_window(profile)
    reopened = open_quote(again, left.id)
    assert reopened.quote == left
    again.shortcut(Qt.Key.Key_Y)
    again.wait_idle()
    assert reopened.quote == last
    for _ in range(3):
        again.shortcut(Qt.Key.Key_Z)
        again.wait_idle()
    assert reopened.quote.items == ()


def test_each_paper_is_one_click_and_says_the_price(hand: Hand) -> None:
    """Proposal and contract as Word and PDF and the approval workbook carry 668.00."""
    begin_quote(hand)
    add(hand, "c1-l")
    written: list[Path] = []
    hand.window.desk.written.connect(written.extend)
    for kind in ("proposal", "contract", "approval"):
        before = len(written)
        hand.click(hand.window.desk.studio.top.papers[kind])
        hand.wait_for(lambda count=before: len(written) > count, kind, 120)  # type: ignore[misc] # a default keeps the loop's value
        hand.wait_idle()
    texts = {path.name: _text(path) for path in written}
    assert sorted(texts) == [
        "approval.xlsx",
        "contract.docx",
        "contract.pdf",
        "proposal.docx",
        "proposal.pdf",
    ]
    assert [name for name, text in texts.items() if PRICE not in text] == []


def _text(path: Path) -> str:
    """Everything that a paper says."""
    if path.suffix == ".pdf":
        import pypdfium2

        with pypdfium2.PdfDocument(path) as document:
            return "".join(page.get_textpage().get_text_bounded() for page in document)
    if path.suffix == ".xlsx":
        from openpyxl import load_workbook

        book = load_workbook(path, data_only=True)
        cells = (cell.value for sheet in book for row in sheet.iter_rows() for cell in row)
        return " ".join(f"{v:.2f}" if isinstance(v, int | float) else str(v) for v in cells)
    with zipfile.ZipFile(path) as package:
        return package.read("word/document.xml").decode()
