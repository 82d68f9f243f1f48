"""What is wrong with a choice is told with its cures; a press cures, and undo takes it back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QComboBox, QPushButton

from tests.journeys.steps import add, begin_quote, offerings, session_of

if TYPE_CHECKING:
    from app.ui.hand import Hand

SPOKEN = Qt.ItemDataRole.AccessibleTextRole


def press(hand: Hand, label: str) -> None:
    """Press the button of a cure."""
    buttons = hand.window.desk.studio.findChildren(QPushButton)
    hand.click(next(b for b in buttons if b.isVisible() and b.text() == label))


def test_a_frozen_offering_is_replaced_by_its_successor_with_one_press(hand: Hand) -> None:
    """The plan that takes its place needs a card, which comes with the same press."""
    begin_quote(hand)
    add(hand, "PHS")
    session = session_of(hand)
    assert offerings(session) == ["PHS"]
    press(hand, "换成 天翼商务套餐59及另外 1 项")
    assert offerings(session) == ["TY59", "TY"]
    assert not [p for p in session.worked.revision.priced.problems if p.blocks]
    session.undo()
    assert offerings(session) == ["PHS"]


def test_characteristics_are_set_in_a_form_and_shown_on_the_row(hand: Hand) -> None:
    """The class of a leased circuit; one step back and it is the usual one again."""
    begin_quote(hand)
    add(hand, "MSTP100")
    session = session_of(hand)
    (item,) = session.quote.items
    assert item.characteristics == {"interface": "rj45", "sla": "standard", "two_routes": "no"}
    panel = hand.window.desk.studio.items
    menu = panel.menu.popup(session, item, QPoint(0, 0), lambda: None)
    assert "属性…" in [action.text() for action in menu.actions()]
    menu.close()
    dialog = panel.menu.describe(session, item)
    grade = dialog.fields["sla"]
    assert isinstance(grade, QComboBox)
    grade.setCurrentIndex(grade.findData("gold"))
    hand.click(dialog.agree)
    assert session.quote.items[0].characteristics["sla"] == "gold"
    told = panel.tree.model().data(panel.tree.currentIndex().siblingAtColumn(0), SPOKEN)
    assert "金牌（可用率99.9%）" in told
    session.undo()
    assert session.quote.items[0].characteristics["sla"] == "standard"
