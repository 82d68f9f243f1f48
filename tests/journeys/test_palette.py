"""One field leads to actions, customers, quotes and products."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.services.first_letters import first_letters
from app.ui.dialogs.manual_dialog import ManualDialog
from app.ui.dialogs.settings_dialog import SettingsDialog
from tests.journeys.steps import offerings, open_quote, session_of

if TYPE_CHECKING:
    from app.ui.hand import Hand


def _type(hand: Hand, text: str) -> list[str]:
    """Open the palette, type, and give the titles of the hits."""
    hand.shortcut(Qt.Key.Key_K)
    hand.enter(text, hand.window.guide.palette.field)
    hand.wait_idle()
    field = hand.window.guide.palette.field
    model = field.hits.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_a_customer_is_reached_by_part_of_the_name(hand: Hand) -> None:
    """Two keys and Enter, from wherever one is."""
    titles = _type(hand, "@幼儿园")
    assert len(titles) == 1
    assert "幼儿园" in titles[0]
    hand.press(Qt.Key.Key_Return)
    hand.wait_idle()
    assert hand.window.stack.currentWidget() is hand.window.customers
    assert hand.window.guide.palette.isHidden()


def test_a_quote_is_opened_and_a_product_added_to_it(hand: Hand) -> None:
    """While a quote is written what can be sold comes first."""
    titles = _type(hand, "#0002")
    assert titles
    hand.press(Qt.Key.Key_Return)
    hand.wait_for(lambda: hand.window.desk.session is not None, "the quote")
    hand.wait_idle()
    session = session_of(hand)
    before = offerings(session)
    _type(hand, "+kd")
    hand.press(Qt.Key.Key_Return)
    hand.wait_idle()
    assert len(offerings(session)) == len(before) + 1
    _type(hand, ">undo")
    hand.press(Qt.Key.Key_Return)
    hand.wait_idle()
    assert offerings(session) == before


def test_what_needs_a_quote_is_offered_only_while_one_is_open(hand: Hand) -> None:
    """Nobody is offered to print nothing."""
    assert _type(hand, ">print") == []
    hand.press(Qt.Key.Key_Escape)
    assert hand.window.guide.palette.isHidden()
    open_quote(hand, "Q0001")
    assert len(_type(hand, ">print")) == 1


def test_escape_gives_the_keyboard_back(hand: Hand) -> None:
    """To where it was before."""
    hand.shortcut(Qt.Key.Key_1)
    hand.wait_idle()
    hand.window.quotes.table.setFocus()
    _type(hand, "xyz")
    hand.press(Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is hand.window.quotes.table


def test_nothing_typed_shows_what_was_open_lately_and_takes_nothing_unseen(hand: Hand) -> None:
    """Enter in the empty field does nothing."""
    hand.shortcut(Qt.Key.Key_K)
    hand.wait_idle()
    field = hand.window.guide.palette.field
    assert field.popup_visible
    assert field.hits.model().rowCount() > 5
    hand.press(Qt.Key.Key_Return)
    assert hand.window.desk.session is None


def test_views_are_found_and_shown(hand: Hand) -> None:
    """By words or first letters, from any page."""
    titles = _type(hand, "7tndq")
    assert titles[0] == "7 天内到期"
    hand.press(Qt.Key.Key_Return)
    hand.wait_idle()
    quotes = hand.window.quotes
    assert hand.window.stack.currentWidget() is quotes
    assert quotes.bar.views.current.id == ":expiring"
    assert quotes.bar.sort == ("valid", False)
    titles = _type(hand, "账单从高到低")
    hand.press(Qt.Key.Key_Return)
    hand.wait_idle()
    customers = hand.window.customers
    assert hand.window.stack.currentWidget() is customers
    model = customers.table.model()
    assert model.index(0, 0).data() == "某区政务服务数据管理局"


def test_settings_and_pages_of_the_manual_are_found(hand: Hand) -> None:
    """Enter leads to the very setting, and to the page."""
    titles = _type(hand, "行距")
    assert titles[0].startswith("行距")
    hand.press(Qt.Key.Key_Return)
    dialog = hand.dialog(SettingsDialog)
    assert QApplication.focusWidget() is dialog.editor("density")
    dialog.reject()
    _type(hand, "？键盘")
    hand.press(Qt.Key.Key_Return)
    manual = hand.dialog(ManualDialog)
    assert manual.page == "keyboard"
    manual.close()


def test_people_and_numbers_lead_to_their_customer(hand: Hand) -> None:
    """A telephone number typed full-width, a contact's name by its first letters."""
    assert hand.window.workspace is not None
    (row,) = hand.window.workspace.customers.search("幼苗")
    customer, _ = hand.window.workspace.customers.load(row.id)
    number, person = customer.accounts[0].number, customer.contacts[0].name
    wide = "".join(chr(ord(digit) + 0xFEE0) if digit.isdigit() else digit for digit in number)
    assert _type(hand, f"＠{wide}") == [customer.name]
    hand.press(Qt.Key.Key_Escape)
    assert customer.name in _type(hand, first_letters(person).partition("\n")[0])


def test_what_the_menu_of_a_row_offers_is_found(hand: Hand) -> None:
    """Of the item that the keyboard is in; the deed is done, and taken back as one step."""
    open_quote(hand, "Q0001")
    session = session_of(hand)
    tree = hand.window.desk.studio.items.tree
    tree.setFocus()
    tree.set_current(session.quote.items[0].id)
    before = offerings(session)
    titles = _type(hand, ">移除")
    assert any(title.startswith("移除 · ") for title in titles)
    chosen = next(at for at, title in enumerate(titles) if title.startswith("移除 · "))
    for _ in range(chosen):
        hand.press(Qt.Key.Key_Down)
    hand.press(Qt.Key.Key_Return)
    hand.wait_idle()
    assert offerings(session) == before[1:]
    hand.shortcut(Qt.Key.Key_Z)
    assert offerings(session) == before


def test_with_nothing_typed_the_menus_of_rows_are_not_listed(hand: Hand) -> None:
    """They would hide the actions that are always there."""
    open_quote(hand, "Q0001")
    hand.window.desk.studio.items.tree.setFocus()
    assert not any(" · " in title for title in _type(hand, ">"))
