"""A paper beside the quote follows the edits, is searched, copied from and zoomed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QGuiApplication, QWheelEvent
from PySide6.QtWidgets import QApplication

from app.quoting.header_edits import set_title
from app.ui.presenting.items import QUANTITY
from tests.journeys.steps import add, begin_quote, session_of

if TYPE_CHECKING:
    from app.ui.hand import Hand
    from app.ui.pages.studio.preview_panel import PreviewPanel


def open_preview(hand: Hand) -> PreviewPanel:
    """Show the preview with its key."""
    hand.press(
        Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    papers = hand.window.desk.papers
    assert papers is not None
    panel = papers.preview
    assert panel is not None
    wait(hand, panel)
    return panel


def wait(hand: Hand, panel: PreviewPanel) -> None:
    """Let the paper catch up with the quote."""
    hand.wait_for(lambda: panel.settled and not panel.view.missing(), "the pages")


def said(panel: PreviewPanel) -> str:
    """All that the pages say, without the ends of lines."""
    return "".join("".join(page.text.split()) for page in panel.view.pages)


def test_the_pages_follow_the_edits(hand: Hand) -> None:
    """A quantity typed into the tree and a title are on paper; nothing else was pressed."""
    session = begin_quote(hand)
    add(hand, "c1-l")
    panel = open_preview(hand)
    assert panel.bar.kind == "proposal"
    assert panel.view.pages
    key = session.quote.items[0].id
    before = said(panel)
    hand.edit_cell(hand.window.desk.studio.items.tree, key, QUANTITY, "7")
    wait(hand, panel)
    assert session.quote.items[0].quantity == 7
    assert said(panel) != before
    session.apply("title", lambda quote: set_title(quote, "十分特别的方案"))
    wait(hand, panel)
    assert "十分特别的方案" in said(panel)


def test_many_edits_end_with_the_newest_paper(hand: Hand) -> None:
    """Ten titles in a row: the last one is on paper, none of the earlier ones."""
    session = begin_quote(hand)
    add(hand, "c1-l")
    panel = open_preview(hand)
    for title in [f"第{count}稿方案" for count in range(10)]:
        session.apply("title", partial(set_title, title=title))
    wait(hand, panel)
    assert "第9稿方案" in said(panel)
    assert "第8稿方案" not in said(panel)


def test_paper_and_language_are_chosen_by_keyboard(hand: Hand) -> None:
    """Down in the choice shows the next paper; the language button its English text."""
    begin_quote(hand)
    add(hand, "c1-l")
    panel = open_preview(hand)
    panel.bar.papers.setFocus()
    hand.press(Qt.Key.Key_Down)
    wait(hand, panel)
    assert panel.preview is not None
    assert panel.preview.kind == "quotation"
    hand.button("文件语言 EN", panel).setFocus()
    hand.press(Qt.Key.Key_Space)
    wait(hand, panel)
    assert panel.preview.language == "en"
    assert "Quotation" in said(panel)


def test_a_text_is_found_marked_and_copied(hand: Hand) -> None:
    """Ctrl+F finds the customer on several pages; Ctrl+A and Ctrl+C copy what the pages say."""
    begin_quote(hand)
    add(hand, "c1-l")
    panel = open_preview(hand)
    hand.press(Qt.Key.Key_Home)
    hand.shortcut(Qt.Key.Key_F)
    hand.enter("幼苗幼儿园")
    assert len(panel.view.found) > 1
    assert panel.find_bar.count.text() == f"1 / {len(panel.view.found)}"
    hand.press(Qt.Key.Key_Return)
    assert panel.view.found_at == 1
    hand.press(Qt.Key.Key_Escape)
    assert panel.view.found == ()
    assert panel.view.hasFocus()
    hand.shortcut(Qt.Key.Key_A)
    hand.shortcut(Qt.Key.Key_C)
    assert "幼苗幼儿园" in QGuiApplication.clipboard().text()


def test_the_wheel_with_ctrl_zooms(hand: Hand) -> None:
    """One notch makes the page larger, and it is drawn sharp at that size."""
    begin_quote(hand)
    add(hand, "c1-l")
    panel = open_preview(hand)
    view, before = panel.view, panel.view.zoom
    middle = QPointF(view.viewport().rect().center())
    notch = QWheelEvent(
        middle,
        view.viewport().mapToGlobal(middle),
        view.rect().topLeft(),
        view.rect().topLeft() + QPointF(0, 120).toPoint(),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view.viewport(), notch)
    assert view.zoom > before
    wait(hand, panel)
    assert view.missing() == ()


def test_the_page_of_the_item_comes_into_sight(hand: Hand) -> None:
    """Going to an item in the tree scrolls the proposal to a page that names it."""
    begin_quote(hand)
    add(hand, "c1-l")
    add(hand, "kd")
    panel = open_preview(hand)
    studio = hand.window.desk.studio
    first, second = (item.id for item in session_of(hand).quote.items)
    studio.items.tree.set_current(first)
    panel.view.verticalScrollBar().setValue(0)
    studio.items.tree.set_current(second)
    priced = session_of(hand).worked.revision.priced.items[1]
    name = "".join(priced.name.zh.split())
    seen = "".join("".join(panel.view.pages[page].text.split()) for page in panel.view.in_sight())
    assert name in seen


def test_all_pages_are_seen_small_and_gone_to(hand: Hand) -> None:
    """The button shows six small pages with pictures; End goes to the last one."""
    begin_quote(hand)
    add(hand, "c1-l")
    panel = open_preview(hand)
    hand.click(panel.bar.pages_button)
    hand.wait_for(lambda: not panel.strip.busy, "the small pages")
    assert panel.strip.count() == len(panel.view.pages)
    icons = [panel.strip.item(row).icon() for row in range(panel.strip.count())]
    assert not any(icon.isNull() for icon in icons)
    panel.strip.setFocus()
    hand.press(Qt.Key.Key_End)
    wait(hand, panel)
    assert len(panel.view.pages) - 1 in panel.view.in_sight()


def test_putting_the_preview_away_gives_the_reasons_their_room(hand: Hand) -> None:
    """The same key hides it; edits made meanwhile are on paper when it comes back."""
    session = begin_quote(hand)
    add(hand, "c1-l")
    panel = open_preview(hand)
    hand.press(
        Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    assert panel.isHidden()
    assert hand.window.desk.studio.side.isVisible()
    session.apply("title", lambda quote: set_title(quote, "后来改的方案"))
    assert open_preview(hand) is panel
    assert "后来改的方案" in said(panel)
