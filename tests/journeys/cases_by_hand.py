"""The stations that both cases pass by hand: a customer, his bills, the best offer, the papers."""

from __future__ import annotations

import re
import zipfile
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox

from app.ui.dialogs.bills_dialog import BillsDialog
from app.ui.dialogs.customer_dialog import CustomerDialog
from app.ui.widgets.rows_edit import RowsEdit
from tests.journeys.by_hand import (
    choose_files,
    choose_item,
    choose_tab,
    paste_rows,
    press_button,
    press_keys,
    wait_closed,
    write,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from app.ui.hand import Hand
    from app.ui.library.analysis_view import AnalysisView
    from app.ui.offers.offer_dialog import OfferDialog

_TAG = re.compile(r"<[^>]+>")


def enter_customer(
    hand: Hand, facts: Mapping[str, str], lists: Mapping[str, Sequence[Sequence[str]]]
) -> None:
    """Type a new customer: facts by their captions, lists pasted by their titles."""
    hand.shortcut(Qt.Key.Key_2)
    hand.wait_idle()
    press_button(hand, "新建客户")
    asked = hand.dialog(CustomerDialog)
    for caption, text in facts.items():
        write(hand, caption, text, asked)
    choose_tab(asked.tabs, "地点与业务")
    for title, rows in lists.items():
        paste_rows(hand.child(RowsEdit, title, asked), rows)
    press_button(hand, "保存客户", asked)
    wait_closed(hand, asked)


def open_files(hand: Hand, paths: Sequence[Path]) -> BillsDialog:
    """Choose files of bills for the customer in sight, and go on to what would change."""
    press_button(hand, "导入账单")
    dialog = hand.dialog(BillsDialog)
    press_button(hand, "添加文件…", dialog)
    choose_files(hand, paths)
    press_button(hand, "下一步", dialog)
    press_button(hand, "查看将有哪些变化", dialog)
    hand.wait_for(lambda: dialog.steps.currentIndex() == 2, "what would change")
    hand.wait_idle()
    return dialog


def analyse(hand: Hand) -> AnalysisView:
    """What the bills of the customer in front say, by its keys."""
    press_keys(hand, Qt.Key.Key_A)
    view = hand.window.pages.analysis
    hand.wait_for(view.isVisible, "the analysis")
    hand.wait_idle()
    return view


def begin_from_analysis(hand: Hand, view: AnalysisView) -> None:
    """Begin a quote for the customer whose bills are in front."""
    press_button(hand, "新建报价", view)
    studio = hand.window.desk.studio
    hand.wait_for(studio.isVisible, "the studio")
    hand.wait_idle()


def search(hand: Hand, dialog: OfferDialog) -> None:
    """Find the best offer for what stands in the dialog."""
    press_button(hand, "寻找最优方案", dialog)
    hand.wait_for(lambda: not dialog.run.busy, "the best offer", 120)
    hand.wait_idle()


def why_not(hand: Hand, dialog: OfferDialog, code: str) -> str:
    """Choose another bundle in the list and read why it is not the best."""
    choose_item(hand.child(QComboBox, "为什么不选这个套餐？", dialog), code)
    press_button(hand, "为什么不选？", dialog)
    hand.wait_for(lambda: not dialog.run.busy, "the answer", 120)
    hand.wait_idle()
    return dialog.found.answer.text()


def take_best(hand: Hand, dialog: OfferDialog) -> None:
    """Make the best offer the one of the quote, and close the dialog."""
    press_button(hand, "作为本方案", dialog)
    hand.wait_idle()
    press_button(hand, "完成", dialog)
    wait_closed(hand, dialog)


def write_paper(hand: Hand, name: str) -> dict[str, str]:
    """Press the button of a paper; what its Word file and its PDF say, by ending."""
    studio, written = hand.window.desk.studio, list[str]()
    hand.window.desk.written.connect(lambda paths: written.extend(map(str, paths)))
    press_button(hand, name, studio.top)
    hand.wait_for(lambda: bool(written), f"the paper {name}", 180)
    hand.wait_idle()
    return {path.rpartition(".")[2]: _text(path) for path in written}


def _text(path: str) -> str:
    """Everything that a paper says, without blanks."""
    if path.endswith(".pdf"):
        import pypdfium2

        with pypdfium2.PdfDocument(path) as document:
            text = "".join(page.get_textpage().get_text_bounded() for page in document)
    else:
        with zipfile.ZipFile(path) as package:
            text = _TAG.sub("", package.read("word/document.xml").decode())
    return "".join(text.split())
