"""Items as in a spreadsheet: pasted, filled down, marked, moved, put under headings."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from app.ui.dialogs.pasted_items_dialog import PastedItemsDialog
from app.ui.presenting.items import DISCOUNT, QUANTITY
from pricing.alterations.percentage import Percentage
from tests.journeys.steps import add, begin_quote, offerings

if TYPE_CHECKING:
    from app.ui.hand import Hand
    from app.ui.session import QuoteSession
    from app.ui.widgets.quote_tree import QuoteTree

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def session(hand: Hand) -> QuoteSession:
    """A quote of three offerings."""
    begin_quote(hand)
    for code in ("PSTN", "CRBT", "PAYMAIL"):
        add(hand, code)
    session = hand.window.desk.session
    assert session is not None
    return session


def tree_of(hand: Hand) -> QuoteTree:
    """The tree of items, with the keyboard in it."""
    tree = hand.window.desk.studio.items.tree
    tree.setFocus()
    return tree


def quantities(session: QuoteSession) -> list[int]:
    """Of the items in order."""
    return [item.quantity for item in session.quote.items]


def discounts(session: QuoteSession) -> list[str]:
    """Percent off each item's main charge, in order."""
    rows = []
    for item in session.quote.items:
        given = [q.alteration for q in item.charges if isinstance(q.alteration, Percentage)]
        rows.append(str(given[0].percent) if given else "")
    return rows


def paste(hand: Hand, text: str) -> None:
    """Press Ctrl+V with a text in the clipboard."""
    QGuiApplication.clipboard().setText(text)
    hand.shortcut(Qt.Key.Key_V)
    hand.wait_idle()


def test_a_block_of_products_becomes_items_in_one_step(hand: Hand, session: QuoteSession) -> None:
    """Codes and quantities from a spreadsheet; one undo takes all of them back."""
    tree_of(hand).set_current(session.quote.items[0].id)
    paste(hand, "产品编码\t数量\t折扣\nCRBT\t12\t10%\nPSTN\t30\t")
    assert offerings(session) == ["PSTN", "CRBT", "PAYMAIL", "CRBT", "PSTN"]
    assert quantities(session)[3:] == [12, 30]
    assert discounts(session)[3:] == ["10", ""]
    hand.shortcut(Qt.Key.Key_Z)
    hand.wait_idle()
    assert offerings(session) == ["PSTN", "CRBT", "PAYMAIL"]


def test_rows_that_are_not_understood_are_told_first(hand: Hand, session: QuoteSession) -> None:
    """Nothing is added until that is agreed; then only what is understood."""
    tree_of(hand).set_current(session.quote.items[0].id)
    paste(hand, "CRBT\t2\n月球专线\t1")
    dialog = hand.dialog(PastedItemsDialog)
    assert len(session.quote.items) == 3
    shown = [dialog.table.model().index(row, 0).data() for row in range(2)]
    assert shown == ["2 · 月球专线", "1 · CRBT"]
    hand.click(dialog.agree)
    hand.wait_idle()
    assert offerings(session) == ["PSTN", "CRBT", "PAYMAIL", "CRBT"]


def test_figures_are_pasted_into_the_cells_below(hand: Hand, session: QuoteSession) -> None:
    """A column of quantities and, beside the list price, discounts."""
    tree = tree_of(hand)
    tree.set_current(session.quote.items[0].id, QUANTITY)
    paste(hand, "3\t\t5%\n4\t\t6%\n5")
    assert quantities(session) == [3, 4, 5]
    assert discounts(session) == ["5", "6", ""]


def test_what_is_no_figure_for_a_cell_changes_nothing(hand: Hand, session: QuoteSession) -> None:
    """Half a line is no quantity, and the others are not taken either."""
    before = session.quote
    tree_of(hand).set_current(session.quote.items[0].id, QUANTITY)
    paste(hand, "3\n4.5")
    assert session.quote is before


def test_marked_rows_get_one_discount(hand: Hand, session: QuoteSession) -> None:
    """Typed with Ctrl+Enter, filled down with Ctrl+D, emptied with Delete; each is one step."""
    tree = tree_of(hand)
    first, second, third = (item.id for item in session.quote.items)
    tree.mark((first, second), DISCOUNT)
    hand.press(Qt.Key.Key_F2)
    hand.enter("7")
    hand.press(Qt.Key.Key_Return, CTRL)
    hand.wait_idle()
    assert discounts(session) == ["7", "7", ""]
    tree.mark((second, third), DISCOUNT)
    hand.shortcut(Qt.Key.Key_D)
    hand.wait_idle()
    assert discounts(session) == ["7", "7", "7"]
    tree.mark((first, third), DISCOUNT)
    hand.press(Qt.Key.Key_Delete)
    hand.wait_idle()
    assert discounts(session) == ["", "7", ""]
    assert len(session.quote.items) == 3
    for _ in range(3):
        hand.shortcut(Qt.Key.Key_Z)
        hand.wait_idle()
    assert discounts(session) == ["", "", ""]


def test_one_cell_is_copied_and_pasted_over_many(hand: Hand, session: QuoteSession) -> None:
    """Ctrl+C in a figure copies the figure; several rows are copied whole."""
    tree = tree_of(hand)
    first, second, third = (item.id for item in session.quote.items)
    hand.edit_cell(tree, first, QUANTITY, "8")
    tree.set_current(first, QUANTITY)
    hand.shortcut(Qt.Key.Key_C)
    assert QGuiApplication.clipboard().text() == "8"
    tree.mark((second, third), QUANTITY)
    hand.shortcut(Qt.Key.Key_V)
    hand.wait_idle()
    assert quantities(session) == [8, 8, 8]


def test_rows_change_places_by_alt_and_by_the_mouse(hand: Hand, session: QuoteSession) -> None:
    """What is moved stays marked."""
    tree = tree_of(hand)
    first, second, third = (item.id for item in session.quote.items)
    tree.set_current(first, QUANTITY)
    hand.press(Qt.Key.Key_Down, ALT)
    assert [item.id for item in session.quote.items] == [second, first, third]
    assert tree.current_key() == first
    drag(tree, third, second, up=True)
    assert [item.id for item in session.quote.items] == [third, second, first]


def drag(tree: QuoteTree, key: str, onto: str, *, up: bool) -> None:
    """Take a row by its title and let it go in the upper or lower half of another one."""
    begun, goal = tree.visualRect(tree.index_of(key)), tree.visualRect(tree.index_of(onto))
    start = QPoint(begun.left() + 120, begun.center().y())
    end = QPoint(goal.left() + 140, goal.top() + 3 if up else goal.bottom() - 3)
    view = tree.viewport()
    QTest.mousePress(view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start)
    QTest.mouseMove(view, (start + end) / 2)
    QTest.mouseMove(view, end)
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, end)


def test_sections_are_made_folded_renamed_and_dissolved(hand: Hand, session: QuoteSession) -> None:
    """Items come under a heading together, dragged or by the menu; its sum stands beside it."""
    tree, block = tree_of(hand), hand.window.desk.studio.items.block
    first, second, third = (item.id for item in session.quote.items)
    block.put_in_section((first, second), "总部")
    sections = [(item.id, item.section) for item in session.quote.items]
    assert sections == [(first, "总部"), (second, "总部"), (third, "")]
    heading = "§0§总部"
    assert tree.index_of(heading).isValid()
    assert tree.index_of(first).parent() == tree.index_of(heading)
    others = tree.index_of("§0§")  # what follows a section outside of it does not look like its own
    assert tree.index_of(third).parent() == others
    drag(tree, third, heading, up=False)
    assert not tree.index_of("§0§").isValid()
    assert [item.id for item in session.quote.items] == [third, first, second]
    assert session.quote.items[0].section == "总部"
    tree.set_current(heading)
    hand.press(Qt.Key.Key_Left)
    assert not tree.isExpanded(tree.index_of(heading))
    hand.press(Qt.Key.Key_Delete)
    assert {item.section for item in session.quote.items} == {""}
    assert len(session.quote.items) == 3
