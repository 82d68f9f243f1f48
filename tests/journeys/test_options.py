"""Options A, B and C are made, recommended and given a commitment in the studio itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu

from app.quoting.options import options_of
from app.ui.message_dialog import MessageDialog
from app.ui.offers.scenario_dialog import OPTIONS, ScenarioDialog
from tests.journeys.steps import add, begin_quote, session_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.ui.hand import Hand
    from app.ui.session import QuoteSession

KEYS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def session(hand: Hand) -> QuoteSession:
    """A quote of three offerings."""
    begin_quote(hand)
    for code in ("PSTN", "CRBT", "PAYMAIL"):
        add(hand, code)
    return session_of(hand)


def menu_of(hand: Hand, *items: str) -> QMenu:
    """Mark items in the tree and press Ctrl+Shift+O."""
    tree = hand.window.desk.studio.items.tree
    tree.setFocus()
    tree.mark(items, 1)
    hand.press(Qt.Key.Key_O, KEYS)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def press(menu: QMenu, text: str) -> None:
    """Press the entry that begins so."""
    found = next(one for one in menu.actions() if one.text().startswith(text))
    inside = found.menu()
    assert not isinstance(inside, QMenu)
    menu.close()
    found.trigger()


def inside(menu: QMenu, text: str) -> QMenu:
    """The menu below the entry that begins so."""
    found = next(one for one in menu.actions() if one.text().startswith(text))
    below = found.menu()
    assert isinstance(below, QMenu)
    return below


def answer(hand: Hand, text: str, ask: Callable[[], None]) -> None:
    """Press what asks for a line of text, and type it."""

    def type_it() -> None:
        dialog = hand.dialog(MessageDialog)
        dialog.findChildren(QLineEdit)[0].setText(text)
        dialog.button("yes").click()

    QTimer.singleShot(100, type_it)
    ask()
    hand.wait_idle()


def options(session: QuoteSession) -> list[tuple[str, str, int]]:
    """Letter, heading and commitment of each option."""
    catalog = session.basis.catalog
    found = options_of(session.quote, lambda code: catalog.bundle(code) is not None)
    return [(one.letter, one.section, one.term) for one in found]


def test_an_option_is_made_compared_and_recommended_by_the_keyboard(
    hand: Hand, session: QuoteSession
) -> None:
    """The first line once more as B for 24 months; B becomes the offer, and undo takes it back."""
    first = session.quote.items[0].id
    answer(hand, "两年合约", lambda: press(menu_of(hand, first), "复制为新的备选方案"))
    assert options(session) == [("A", "", 12), ("B", "两年合约", 12)]
    added = session.quote.items[-1].id
    below = inside(menu_of(hand, added), "方案 B")
    answer(hand, "24", lambda: press(below, "合约期"))
    assert options(session) == [("A", "", 12), ("B", "两年合约", 24)]
    hand.press(Qt.Key.Key_N, KEYS)
    dialog = hand.dialog(ScenarioDialog)
    dialog.view._choose(OPTIONS)
    hand.wait_for(lambda: not dialog.options.variants.working, "the largest concession")
    assert [one.key for one in dialog.options.variants.variants] == ["A", "B"]
    dialog.options.deeds.recommend["B"].click()
    hand.wait_idle()
    assert session.quote.term == 24
    assert [(letter, term) for letter, _, term in options(session)] == [("A", 24), ("B", 12)]
    dialog.reject()
    hand.shortcut(Qt.Key.Key_Z)
    hand.wait_idle()
    assert options(session) == [("A", "", 12), ("B", "两年合约", 24)]


def test_items_go_into_an_option_and_back(hand: Hand, session: QuoteSession) -> None:
    """Two of three become option B; one of them goes back, and one may be added."""
    one, two, three = (item.id for item in session.quote.items)
    answer(hand, "方案乙", lambda: press(menu_of(hand, two, three), "设为新的备选方案"))
    assert [item.optional for item in session.quote.items] == [False, True, True]
    menu = menu_of(hand, two)
    ticked = [entry.text() for entry in menu.actions() if entry.isChecked()]
    assert ticked == ["B · 方案乙"]
    press(menu, "A · ")
    hand.wait_idle()
    assert [item.optional for item in session.quote.items if item.id == two] == [False]
    press(menu_of(hand, three), "可加选")
    hand.wait_idle()
    (item,) = (item for item in session.quote.items if item.id == three)
    assert (item.optional, item.section) == (True, "")
    assert options(session) == [("A", "", 12)]
    assert one in {item.id for item in session.quote.items}
