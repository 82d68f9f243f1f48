"""Everything can be reached by keyboard and is named for a screen reader."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractScrollArea, QScrollBar, QTabBar, QWidget

from app.ui.dialogs.customer_dialog import CustomerDialog
from app.ui.dialogs.fact_dialogs import DateDialog, LinesDialog, TermDialog
from app.ui.dialogs.history_dialog import HistoryDialog
from app.ui.dialogs.import_dialog import ImportDialog
from app.ui.dialogs.print_dialog import PrintDialog
from tests.journeys.steps import add, begin_quote

if TYPE_CHECKING:
    from app.ui.hand import Hand


def nameless(inside: QWidget) -> list[str]:
    """Visible widgets that take the keyboard and have no accessible name."""
    found = []
    for widget in inside.findChildren(QWidget):
        takes = widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible()
        inner = isinstance(widget, QScrollBar | QTabBar) or widget.objectName().startswith("qt_")
        empty_area = type(widget) is QAbstractScrollArea
        if takes and not inner and not empty_area and not widget.accessibleName():
            found.append(f"{type(widget).__name__} in {type(widget.parent()).__name__}")
    return found


def test_every_widget_of_the_window_has_a_name(hand: Hand) -> None:
    """Lists, customers, catalogue and the studio with an item."""
    assert nameless(hand.window) == []
    for key in (Qt.Key.Key_2, Qt.Key.Key_3):
        hand.shortcut(key)
        hand.wait_idle()
        assert nameless(hand.window) == []
    begin_quote(hand)
    add(hand, "c1-l")
    assert nameless(hand.window) == []


def test_every_widget_beside_a_paper_has_a_name(hand: Hand) -> None:
    """The preview with its small pages and the field to find in, and the dialog of printing."""
    begin_quote(hand)
    add(hand, "c1-l")
    hand.shortcut(Qt.Key.Key_F)
    papers = hand.window.desk.papers
    assert papers is not None
    assert papers.preview is not None
    hand.click(papers.preview.bar.pages_button)
    hand.wait_idle()
    assert nameless(hand.window) == []
    hand.shortcut(Qt.Key.Key_P)
    dialog = hand.dialog(PrintDialog)
    assert nameless(dialog) == []
    hand.press(Qt.Key.Key_Escape)


@pytest.mark.parametrize(
    ("fact", "kind"),
    [
        ("term", TermDialog),
        ("price_date", DateDialog),
        ("valid_until", DateDialog),
        ("needs", LinesDialog),
    ],
)
def test_every_fact_is_changed_by_keyboard(hand: Hand, fact: str, kind: type[QWidget]) -> None:
    """Space opens the dialog, whose fields have names; Escape leaves it."""
    begin_quote(hand)
    hand.fact(fact).setFocus()
    hand.press(Qt.Key.Key_Space)
    dialog = hand.dialog(kind)
    assert nameless(dialog) == []
    hand.press(Qt.Key.Key_Escape)
    hand.wait_for(lambda: not hand.window.findChildren(kind), "the dialog to close")


def test_the_other_dialogs_have_names(hand: Hand) -> None:
    """Customer, import and history."""
    hand.window.imports.new_customer()
    customer = hand.dialog(CustomerDialog)
    for tab in range(customer.tabs.count()):
        customer.tabs.setCurrentIndex(tab)
        assert nameless(customer) == []
    customer.reject()
    hand.window.imports.import_catalogue()
    bring = hand.dialog(ImportDialog)
    assert nameless(bring) == []
    bring.reject()
    begin_quote(hand)
    add(hand, "c1-l")
    hand.shortcut(Qt.Key.Key_H)
    history = hand.dialog(HistoryDialog)
    assert nameless(history) == []
    assert history.list.count() == 2
    history.list.setCurrentRow(0)
    hand.press(Qt.Key.Key_Return)
    hand.wait_idle()
    session = hand.window.desk.session
    assert session is not None
    assert session.quote.items == ()
