"""What an item costs in which months, and what it is given for: edits and their prices by hand."""

from __future__ import annotations

from decimal import Decimal

import pytest

from app.quoting.timed_edits import WHOLE, give_away, set_ramp, set_reduced_months, waive
from pricing.alterations.free_months import FreeMonths
from pricing.alterations.percentage import Percentage
from pricing.alterations.ramp import Ramp
from pricing.alterations.reduced_months import ReducedMonths
from pricing.concession import measure
from tests.sample import revision_of, sample_case

QUOTE = sample_case(4).quote
HALF, THIRD = ReducedMonths(4, 6, Decimal(50)), ReducedMonths(1, 2, Decimal(30))


def test_a_reduction_is_added_changed_and_taken_away() -> None:
    """Others on the item stay; what is not there is not taken away."""
    quote = set_reduced_months(QUOTE, "i4", None, HALF)
    assert quote.items[3].alterations == (HALF,)
    both = set_reduced_months(quote, "i4", None, THIRD)
    assert both.items[3].alterations == (HALF, THIRD)
    changed = ReducedMonths(4, 6, Decimal(40))
    assert set_reduced_months(both, "i4", HALF, changed).items[3].alterations == (THIRD, changed)
    assert set_reduced_months(quote, "i4", HALF, None) == QUOTE
    assert set_reduced_months(QUOTE, "i4", HALF, HALF) is QUOTE
    assert set_reduced_months(QUOTE, "i4", THIRD, None) is QUOTE


def test_an_item_has_one_yearly_change() -> None:
    """The next takes the place of the one before, and 0 takes it away."""
    quote = set_ramp(set_ramp(QUOTE, "i4", Decimal(5)), "i4", Decimal(-3))
    assert quote.items[3].alterations == (Ramp(Decimal(-3)),)
    assert set_ramp(quote, "i4", Decimal(0)) == QUOTE


def test_several_on_one_item_are_worked_out_together() -> None:
    """285.00 a month, 24 months: months 4 to 6 at half, the second year 10 % dearer.

    First year 9 x 285.00 and 3 x 142.50, second year 12 x 313.50.
    """
    quote = set_ramp(set_reduced_months(QUOTE, "i4", None, HALF), "i4", Decimal(10))
    item = quote.items[3]
    assert item.alterations == (HALF, Ramp(Decimal(10)))
    priced = revision_of(4, quote).priced.item("i4")
    assert priced is not None
    months = {(part.first, part.last): part.amounts.net_amount for part in priced.schedule}
    assert months == {(1, 3): 285_00, (4, 6): 142_50, (7, 12): 285_00, (13, 24): 313_50}


def test_waived_charges_come_back_with_what_was_typed_before_left_alone() -> None:
    """Half off the installation is no waiver, so taking a waiver away leaves it."""
    assert waive(QUOTE, "i3", {"E1TRK.INST"}, waived=False) is QUOTE
    waived = waive(QUOTE, "i3", {"E1TRK.INST"}, waived=True)
    assert waived.items[2].charges[0].alteration == WHOLE
    assert waived.items[2].charges[1].alteration == Percentage(Decimal(5))
    assert waive(waived, "i3", {"E1TRK.INST"}, waived=False).items[2].charges[0].alteration is None


def test_a_gift_costs_nothing_counts_at_its_list_value_and_keeps_its_cost() -> None:
    """100 numbers at 3.00 a month are 300.00 given away; the margin falls, the cost stays."""
    plain, given = revision_of(4), revision_of(4, give_away(QUOTE, "i4", gift=True))
    item = given.priced.item("i4")
    assert item is not None
    assert (item.monthly.list_amount, item.monthly.net_amount) == (300_00, 0)
    before, after = measure(plain.priced), measure(given.priced)
    assert after.cost == before.cost
    assert after.margin < before.margin
    # 5 % of 300.00 was given before, all of it over 24 months now
    assert after.recurring_taken - before.recurring_taken == 24 * (300_00 - 15_00)
    assert give_away(give_away(QUOTE, "i5", gift=True), "i5", gift=False) == QUOTE


@pytest.mark.parametrize("gift", [True, False])
def test_nothing_happens_to_an_item_that_is_not_there(gift: bool) -> None:
    """The very same quote comes back."""
    assert give_away(QUOTE, "gone", gift=gift) is QUOTE
    assert set_ramp(QUOTE, "gone", Decimal(5)) is QUOTE


def test_a_bundle_is_given_as_a_whole() -> None:
    """Its published price is taken off; what a bundle allows is judged by pricing."""
    quote = give_away(QUOTE, "i1", gift=True)
    assert quote.items[0].alterations == (WHOLE,)
    assert give_away(quote, "i1", gift=False) == QUOTE
    assert not any(isinstance(one, FreeMonths) for one in quote.items[0].alterations)
