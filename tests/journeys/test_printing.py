"""The set for a visit is printed in one go: here on a printer that makes a PDF."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter

from app.documents.page_pictures import draw_pages, page_sizes, read_pages
from app.ui.dialogs.print_dialog import PrintDialog
from app.ui.printing import make_printer
from tests.journeys.steps import add, begin_quote

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from app.quoting.quote import Quote
    from app.ui.hand import Hand

INK = 128
"""A darker pixel is ink."""


@pytest.fixture
def paper(hand: Hand, tmp_path: Path) -> Path:
    """Where the printer of the window prints to."""
    path = tmp_path / "printed.pdf"

    def choose(_parent: QWidget, then: Callable[[QPrinter], None]) -> None:
        printer = make_printer()
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(path))
        printer.setResolution(100)
        then(printer)

    begin_quote(hand)
    add(hand, "c1-l")
    papers = hand.window.desk.papers
    assert papers is not None
    papers.choose_printer = choose
    return path


def test_the_set_is_printed_in_order(hand: Hand, paper: Path) -> None:
    """Ctrl+P and Enter: as many sides as the proposal, two contracts and the order form have."""
    papers = hand.window.desk.papers
    assert papers is not None
    told: list[int] = []
    papers.printed.connect(told.append)
    hand.shortcut(Qt.Key.Key_P)
    dialog = hand.dialog(PrintDialog)
    assert dialog.copies() == {"proposal": 1, "contract": 2, "order_form": 1}
    hand.press(Qt.Key.Key_Return)
    hand.wait_for(lambda: bool(told), "the printer", 120)
    hand.wait_idle()
    folder = hand.window.around.paper_folder(papers_quote(hand))
    sizes = {path.stem: page_sizes(path.read_bytes()) for path in folder.glob("*.pdf")}
    wanted = [*sizes["proposal"], *sizes["contract"] * 2, *sizes["order_form"]]
    printed = page_sizes(paper.read_bytes())
    assert told == [len(wanted)]
    assert len(printed) == len(wanted)
    assert [round(width) for width, _ in printed] == [595] * len(wanted)


def test_a_page_is_printed_where_it_stands(hand: Hand, paper: Path) -> None:
    """One quotation: the printed page has its ink in the same places as the file."""
    papers = hand.window.desk.papers
    assert papers is not None
    told: list[int] = []
    papers.printed.connect(told.append)
    hand.shortcut(Qt.Key.Key_P)
    dialog = hand.dialog(PrintDialog)
    for kind, count in dialog.counts.items():
        count.setValue(1 if kind == "quotation" else 0)
    hand.click(dialog.agree)
    hand.wait_for(lambda: bool(told), "the printer", 120)
    folder = hand.window.around.paper_folder(papers_quote(hand))
    file = (folder / "quotation.pdf").read_bytes()
    assert len(read_pages(file)) == told[0]
    (before,), (after,) = (draw_pages(pdf, (0,), 0.25) for pdf in (file, paper.read_bytes()))
    assert (before.width, before.height) == (after.width, after.height)
    pairs = zip(before.data[::4], after.data[::4], strict=True)
    differing = sum((first < INK) != (second < INK) for first, second in pairs)
    assert differing < before.width * before.height // 50


def test_nothing_is_printed_where_nothing_is_wanted(hand: Hand, paper: Path) -> None:
    """With no copies the button is off; Escape writes no file."""
    hand.shortcut(Qt.Key.Key_P)
    dialog = hand.dialog(PrintDialog)
    for count in dialog.counts.values():
        count.setValue(0)
    assert not dialog.agree.isEnabled()
    hand.press(Qt.Key.Key_Escape)
    hand.wait_idle()
    assert not paper.exists()


def papers_quote(hand: Hand) -> Quote:
    """The open quote."""
    session = hand.window.desk.session
    assert session is not None
    return session.quote
