"""The catalogue is seen through views like every other list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from app.ui.hand import Hand


def test_a_view_chooses_family_conditions_and_order(hand: Hand) -> None:
    """Bundles only; the dearest first; everything again."""
    hand.shortcut(Qt.Key.Key_3)
    hand.wait_idle()
    page = hand.window.catalogue
    page.show_view(":bundles")
    hand.wait_idle()
    assert page.table.model().rowCount() == 20
    assert page.listed.families.current_key() == "*bundles"
    page.show_view(":dearest")
    hand.wait_idle()
    assert page.listed.families.current_key() == ""
    first = page.table.current_key()
    page.table.set_current(str(page.table.model().index(0, 0).data()))
    prices = [
        float(page.table.model().index(row, 1).data().partition(" ")[0].replace(",", ""))
        for row in range(5)
    ]
    assert prices == sorted(prices, reverse=True)
    assert first
    page.show_view(":all")
    hand.wait_idle()
    assert page.table.model().rowCount() > 300


def test_conditions_of_the_catalogue_are_saved(hand: Hand) -> None:
    """What the fields say comes back with the view, a price with it."""
    hand.shortcut(Qt.Key.Key_3)
    hand.wait_idle()
    page = hand.window.catalogue
    page.listed.filters.want({"kind": ("one_time",), "lowest": ("100",)})
    hand.wait_idle()
    count = page.table.model().rowCount()
    assert "•" in page.views.views.button.text()
    wants = page.listed.filters.wants
    assert wants == {"kind": ("one_time",), "lowest": ("100",)}
    page.listed.filters.reset()
    hand.wait_idle()
    assert page.table.model().rowCount() > count
    page.listed.filters.want(wants)
    hand.wait_idle()
    assert page.table.model().rowCount() == count
    assert "•" in page.views.views.button.text()
