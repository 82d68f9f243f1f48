"""Lists are narrowed, sorted, saved as views, exported as they are seen, and found again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu

from app.ui.message_dialog import MessageDialog
from app.ui.table_out import shown_of

if TYPE_CHECKING:
    from app.ui.hand import Hand


def tick(hand: Hand, text: str, *, of: str) -> None:
    """Open a facet of the quotes with the mouse, and tick the choice that begins with a text."""
    hand.click(hand.window.quotes.bar.facets.button(of))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    action = next(action for action in menu.actions() if action.text().startswith(text))
    menu.setActiveAction(action)
    QTest.keyClick(menu, Qt.Key.Key_Space)
    menu.close()
    hand.wait_idle()


def test_quotes_are_narrowed_and_exported_as_they_are_seen(hand: Hand) -> None:
    """Two of the five sample quotes cost more than 5,000 but less than 20,000 yuan a month."""
    hand.shortcut(Qt.Key.Key_1)
    hand.wait_idle()
    quotes = hand.window.quotes
    tick(hand, "¥5,000", of="monthly")
    table = shown_of(quotes.table)
    assert [cells[0][0] for cells, _, _ in table.rows] == [
        "市第三中学平安校园方案",
        "海景大酒店数码客房方案",
    ]
    quotes.table.header().sectionClicked.emit(0)
    quotes.table.choice.show_column(1, shown=False)
    table = shown_of(quotes.table)
    assert [cells[0][0] for cells, _, _ in table.rows] == [
        "海景大酒店数码客房方案",
        "市第三中学平安校园方案",
    ]
    assert [name for name, _, _ in table.columns][:3] == ["方案", "说明", "状态"]


def test_words_and_conditions_hold_together(hand: Hand) -> None:
    """What is typed narrows what the facets leave; nothing left leads back to everything."""
    hand.shortcut(Qt.Key.Key_1)
    hand.wait_idle()
    quotes = hand.window.quotes
    tick(hand, "¥5,000", of="monthly")
    hand.enter("酒店", quotes.head.search)
    hand.wait_idle()
    assert quotes.table.model().rowCount() == 1
    quotes.head.search.setText("幼苗")
    hand.wait_idle()
    assert quotes.table.model().rowCount() == 0
    hand.click(hand.button("显示全部报价"))
    hand.wait_idle()
    assert quotes.table.model().rowCount() == 5
    assert quotes.head.search.text() == ""


def test_a_customer_who_is_wanted_is_shown_whatever_the_list_leaves_out(hand: Hand) -> None:
    """As from the palette or from a quote."""
    hand.shortcut(Qt.Key.Key_2)
    hand.wait_idle()
    customers = hand.window.customers
    customers.bar.facets.want({"accounts": ("some",)})
    hand.wait_idle()
    assert customers.table.model().rowCount() == 1
    assert hand.window.workspace is not None
    (school,) = hand.window.workspace.customers.search("市第三中学")
    hand.window.show_customer(school.id)
    hand.wait_idle()
    assert customers.table.current_key() == school.id


def test_a_range_of_amounts_is_typed(hand: Hand) -> None:
    """From 2,000 to 9,000 yuan a month; nonsense narrows nothing and says how it is meant."""
    hand.shortcut(Qt.Key.Key_1)
    hand.wait_idle()
    quotes = hand.window.quotes
    for typed, left in (("2000-9000", 2), ("viel", 2)):
        QTimer.singleShot(100, hand.window, lambda typed=typed: answer(hand, typed))
        facet = next(one for one in quotes.bar.facets.facets if one.id == "monthly")
        quotes.bar.facets.range_wanted.emit(facet)
        hand.wait_idle()
        assert quotes.table.model().rowCount() == left
    QTest.qWait(300)  # no question is left behind
    assert quotes.bar.facets.button("monthly").text() == "月租: 2000 – 9000"


def answer(hand: Hand, text: str) -> None:
    """Type a text into the question that is open, and close what is told after it."""
    dialog = hand.dialog(MessageDialog)
    field = dialog.findChild(QLineEdit)
    if field is None:
        dialog.accept()
        return
    field.setText(text)
    QTimer.singleShot(200, hand.window, lambda: close_news(hand))
    QTest.keyClick(field, Qt.Key.Key_Return)


def close_news(hand: Hand) -> None:
    """Close the message that tells that something was not understood, if there is one."""
    for dialog in hand.window.findChildren(MessageDialog):
        if dialog.isVisible():
            dialog.accept()
