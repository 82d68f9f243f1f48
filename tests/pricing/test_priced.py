"""The values of a priced quote that are looked up or derived."""

from __future__ import annotations

from pricing.priced import Amounts
from tests.builders import a_catalog, a_line, priced


def test_an_item_is_found_by_its_identifier() -> None:
    """And an unknown one is not."""
    quote = priced(a_catalog(), a_line(), a_line(2, item_id="i2"))
    assert quote.item("i2") is quote.items[1]
    assert quote.item("i3") is None


def test_sums_are_added_and_multiplied_figure_by_figure() -> None:
    """All six."""
    one = Amounts(1, 2, 3, 4, 5, 6)
    assert one + Amounts(10, 20, 30, 40, 50, 60) == Amounts(11, 22, 33, 44, 55, 66)
    assert one.times(3) == Amounts(3, 6, 9, 12, 15, 18)
