"""A text typed into a cell becomes the edit that it means."""

from __future__ import annotations

from decimal import Decimal

import pytest

from app.ui.presenting.cell_edits import cell_edit
from app.ui.presenting.items import DISCOUNT, MONTHLY, NET_PRICE, QUANTITY
from app.ui.presenting.row_keys import charge_key, read_key
from app.ui.presenting.typed import NotUnderstood
from pricing.alterations.percentage import Percentage
from pricing.alterations.target_price import TargetPrice
from tests.sample import revision_of, sample_case

PRICED = revision_of(5).priced
QUOTE = sample_case(5).quote


def test_the_row_of_an_item_edits_its_rental() -> None:
    """A discount on the item's row is one on its monthly charge, not on its installation."""
    made = cell_edit(PRICED, "i1", DISCOUNT, "5")
    assert made is not None
    item = made.edit(QUOTE).items[0]
    assert item.charges[0].alteration == Percentage(Decimal(100))
    assert item.charges[1].alteration == Percentage(Decimal(5))


def test_the_row_of_a_charge_edits_that_charge() -> None:
    """The key of a charge's row names item and charge."""
    key = charge_key("i1", "MSTP100.INST", 0)
    assert read_key(key) == ("i1", "MSTP100.INST")
    made = cell_edit(PRICED, key, NET_PRICE, "500")
    assert made is not None
    assert made.edit(QUOTE).items[0].charges[0].alteration == TargetPrice(Decimal(500))


def test_a_quantity_of_the_item_moves_what_is_counted_alike() -> None:
    """Eight circuits have eight installations; nine circuits have nine."""
    made = cell_edit(PRICED, "i2", QUANTITY, "9")
    assert made is not None
    assert [c.quantity for c in made.edit(QUOTE).items[1].charges] == [9, 9]


def test_a_quantity_of_the_main_charge_leaves_the_others() -> None:
    """One installation of the management service, twelve devices: ten devices keep it one."""
    made = cell_edit(PRICED, "i5", QUANTITY, "10")
    assert made is not None
    assert [c.quantity for c in made.edit(QUOTE).items[4].charges] == [1, 10]


def test_a_cell_that_shows_a_sum_has_no_edit() -> None:
    """Sums follow; they cannot be typed."""
    assert cell_edit(PRICED, "i1", MONTHLY, "1") is None
    assert cell_edit(PRICED, "gone", QUANTITY, "1") is None


def test_expected_usage_may_be_nothing_and_everything_else_may_not() -> None:
    """No international minutes are expected; a line is not quoted without any."""
    priced, quote = revision_of(4).priced, sample_case(4).quote
    made = cell_edit(priced, charge_key("i6", "LD.INTL", 1), QUANTITY, "0")
    assert made is not None
    assert made.edit(quote).items[5].charges[1].quantity == 0
    main = cell_edit(priced, "i7", QUANTITY, "0")
    assert main is not None
    assert main.edit(quote).items[6].charges[0].quantity == 0
    assert main.edit(quote).items[6].quantity == 1
    with pytest.raises(NotUnderstood, match="range"):
        cell_edit(priced, "i4", QUANTITY, "0")
