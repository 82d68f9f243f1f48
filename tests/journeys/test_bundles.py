"""Choosing in a bundle with the price before one's eyes, and turning a bundle into items."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QCheckBox, QRadioButton, QSpinBox

from app.ui.dialogs.bundle_dialog import BundleDialog, DissolveDialog, PartDiscountDialog
from app.ui.presenting.items import DISCOUNT
from pricing.alterations.percentage import Percentage
from pricing.item import Choice
from tests.journeys.steps import add, begin_quote, offerings, session_of

if TYPE_CHECKING:
    from app.ui.hand import Hand
    from app.ui.session import QuoteSession


def monthly(session: QuoteSession) -> int:
    """Fen a month as shown."""
    return session.worked.revision.priced.totals.monthly.net_amount


def open_from_menu(hand: Hand, text: str) -> None:
    """Choose in the menu of the only item."""
    session = session_of(hand)
    (item,) = session.quote.items
    menu = hand.window.desk.studio.items.menu.popup(session, item, QPoint(0, 0), lambda: None)
    next(action for action in menu.actions() if action.text() == text).trigger()
    menu.close()


def test_what_is_chosen_is_priced_at_once_and_is_one_step_of_undo(hand: Hand) -> None:
    """480 + 80 + 40 less 10 % is 540.00; five mailboxes 40.00, nine 72.00, none nothing."""
    begin_quote(hand)
    add(hand, "B16")
    session = session_of(hand)
    assert monthly(session) == 580_00
    open_from_menu(hand, "选择套餐内容…")
    dialog = hand.dialog(BundleDialog)
    assert "580.00" in dialog.price.text()
    count = dialog.findChild(QSpinBox)
    mark = dialog.findChild(QCheckBox)
    assert isinstance(count, QSpinBox)
    assert isinstance(mark, QCheckBox)
    hand.replace(count, "9")
    assert "612.00" in dialog.price.text()
    mark.setFocus()
    hand.press(Qt.Key.Key_Space)
    assert "540.00" in dialog.price.text()
    assert not count.isEnabled()
    hand.press(Qt.Key.Key_Space)
    hand.click(dialog.agree)
    assert session.quote.items[0].choices == (Choice("PAYMAIL.RENT", 9, "mail"),)
    assert monthly(session) == 612_00
    session.undo()
    assert monthly(session) == 580_00


def test_escape_gives_up_what_was_tried(hand: Hand) -> None:
    """The picture goes back to the usual one: 320.00 for a point."""
    begin_quote(hand)
    add(hand, "B18")
    session = session_of(hand)
    open_from_menu(hand, "选择套餐内容…")
    dialog = hand.dialog(BundleDialog)
    plain = dialog.findChildren(QRadioButton)[1]
    hand.click(plain)
    assert monthly(session) == 210_00
    dialog.reject()
    assert monthly(session) == 320_00
    assert session.quote.items[0].choices == ()


def test_a_bundle_becomes_items_after_both_prices_were_shown(hand: Hand) -> None:
    """116.10-like shares go; the parts cost 480.00 + 80.00 + 40.00 + 50.00."""
    begin_quote(hand)
    add(hand, "B16")
    session = session_of(hand)
    open_from_menu(hand, "拆成单项…")
    dialog = hand.dialog(DissolveDialog)
    told = " ".join(hand.texts(dialog))
    assert "580.00" in told
    assert "650.00" in told
    hand.click(dialog.agree)
    assert offerings(session) == ["LAN50", "GW", "PAYMAIL"]
    assert monthly(session) == 650_00
    session.undo()
    assert offerings(session) == ["B16"]


def test_deleting_a_component_of_a_fixed_price_asks_first(hand: Hand) -> None:
    """The gateway leaves the smart shop, so there is no smart shop any more."""
    begin_quote(hand)
    add(hand, "B19")
    session = session_of(hand)
    (item,) = session.quote.items
    hand.window.desk.studio.items.remove((f"{item.id}/GW.MGT/2",))
    dialog = hand.dialog(DissolveDialog)
    assert offerings(session) == ["B19"]
    hand.click(dialog.agree)
    assert offerings(session) == ["LAN50", "GW", "GEYE"]
    codes = [charge.code for one in session.quote.items for charge in one.charges]
    assert "GW.MGT" not in codes
    assert "GW.LEASE" in codes


def open_part(hand: Hand, charge: str) -> str:
    """Unfold the only item; gives the key of the row of one of its charges."""
    session = session_of(hand)
    (item,) = session.worked.revision.priced.items
    place = next(at for at, one in enumerate(item.charges) if one.code == charge)
    hand.window.desk.studio.items.tree.expandAll()
    return f"{item.id}/{charge}/{place}"


def test_a_discount_on_a_part_of_a_fixed_price_asks_what_is_meant(hand: Hand) -> None:
    """1,118.00; with five percent off the whole 1,062.10; asked before anything is given away."""
    begin_quote(hand)
    add(hand, "B19")
    session = session_of(hand)
    tree = hand.window.desk.studio.items.tree
    before = session.quote
    hand.edit_cell(tree, open_part(hand, "GW.MGT"), DISCOUNT, "5")
    dialog = hand.dialog(PartDiscountDialog)
    assert session.quote is before
    told = " ".join(hand.texts(dialog))
    assert "1,118.00" in told
    assert "1,062.10" in told
    dialog.reject()
    assert session.quote is before

    hand.edit_cell(tree, open_part(hand, "GW.MGT"), DISCOUNT, "5")
    hand.click(hand.dialog(PartDiscountDialog).whole)
    assert offerings(session) == ["B19"]
    assert monthly(session) == 1_062_10
    session.undo()

    hand.edit_cell(tree, open_part(hand, "GW.MGT"), DISCOUNT, "5")
    hand.click(hand.dialog(PartDiscountDialog).agree)
    assert offerings(session) == ["LAN50", "GW", "GEYE"]
    (altered,) = (
        charge.code
        for item in session.quote.items
        for charge in item.charges
        if charge.alteration is not None
    )
    assert altered == "GW.MGT"


def test_a_price_of_a_part_of_a_fixed_price_makes_items_of_it(hand: Hand) -> None:
    """A price of one part is none of the whole, so there are two ways and not three."""
    begin_quote(hand)
    add(hand, "B19")
    session = session_of(hand)
    tree = hand.window.desk.studio.items.tree
    hand.edit_cell(tree, open_part(hand, "GW.MGT"), DISCOUNT, "=1")
    dialog = hand.dialog(DissolveDialog)
    assert offerings(session) == ["B19"]
    hand.click(dialog.agree)
    assert offerings(session) == ["LAN50", "GW", "GEYE"]


def test_a_discount_on_a_part_that_bears_it_stays_on_the_part(hand: Hand) -> None:
    """Ten percent off the broadband of a bundle in percent; nothing is asked."""
    begin_quote(hand)
    add(hand, "B16")
    session = session_of(hand)
    tree = hand.window.desk.studio.items.tree
    hand.edit_cell(tree, open_part(hand, "LAN50.RENT"), DISCOUNT, "10")
    hand.wait_idle()
    (item,) = session.quote.items
    assert [(one.charge, one.alteration) for one in item.choices] == [
        ("LAN50.RENT", Percentage(Decimal(10)))
    ]
    assert item.alterations == ()
