"""Lines are made when they are asked for, and say the same as a list of them would."""

from __future__ import annotations

from decimal import Decimal

import pytest

from catalog.lines import Entry, Lines
from tests.builders import a_bundle, a_charge, an_offering

VOICE = an_offering(a_charge("A.RENT", "25.00"), a_charge("A.INST", "80.00"))
NET = an_offering(a_charge("B.RENT", "80.00"))
PACK = a_bundle("60.00", [("A.RENT", 1)])
LINES = Lines((PACK,), (VOICE, NET))


def test_bundles_come_first_and_each_charge_knows_its_offering() -> None:
    """An entry holds the very objects of the catalogue."""
    assert LINES.keys() == (PACK.code, "A.RENT", "A.INST", "B.RENT")
    assert len(LINES) == 4
    assert LINES[0] == Entry(PACK.code, bundle=PACK)
    assert LINES[3].offering is NET
    assert LINES[-1].charge is NET.charges[0]
    with pytest.raises(IndexError):
        LINES[4]


def test_lines_of_entries_are_those_entries() -> None:
    """And a part of them is lines again."""
    assert list(Lines.of(LINES)) == list(LINES)
    assert LINES[1:3].keys() == ("A.RENT", "A.INST")


def test_equal_prices_keep_their_order_in_both_directions() -> None:
    """80.00 twice; a bundle is sorted by its price."""
    assert LINES.by_price().keys() == ("A.RENT", PACK.code, "A.INST", "B.RENT")
    assert LINES.by_price(descending=True).keys() == ("A.INST", "B.RENT", PACK.code, "A.RENT")


def test_sorting_is_by_what_an_entry_says() -> None:
    """Of names and costs too."""
    assert [line.name for line in LINES.by_name()] == sorted(line.name for line in LINES)
    costs = [line.cost for line in LINES.by_cost()]
    assert costs == sorted(line.cost for line in LINES)
    assert LINES[0].cost == Decimal(0)


def test_a_line_is_replaced_in_a_copy() -> None:
    """What was shown before stays what it was."""
    dearer = an_offering(a_charge("B.RENT", "81.00"))
    after = LINES.replaced([(3, Entry("B.RENT", dearer, dearer.charges[0]))])
    assert after[3].price == Decimal("81.00")
    assert LINES[3].price == Decimal("80.00")
    assert after[1] == LINES[1]
