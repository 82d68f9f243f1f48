"""One item: findings with their places, bounds of what is timed, and items with other charges."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import msgspec
import pytest

from catalog.period import LONGEST_TERM, BillingPeriod
from catalog.problem import Place, Problem
from pricing.alterations.amount_off import AmountOff
from pricing.alterations.free_months import FreeMonths
from pricing.alterations.percentage import Percentage
from pricing.alterations.ramp import Ramp
from pricing.alterations.reduced_months import ReducedMonths
from pricing.charge_pricing import MOST_QUANTITY
from pricing.item import ItemCharge, QuoteItem
from pricing.item_pricing import Outcome, price_item, with_charges
from pricing.market import Market
from tests.builders import (
    POLICY,
    a_bundle,
    a_catalog,
    a_charge,
    a_context,
    a_line,
    an_item,
    an_offering,
)

if TYPE_CHECKING:
    from pricing.alterations import Alteration

CATALOG = a_catalog(
    an_offering(
        a_charge("LINE.RENT", "109.00"),
        a_charge("LINE.INST", "106.00", period=BillingPeriod.ONCE),
    ),
    bundles=[a_bundle("100.00", [("LINE.RENT", 1)], most_extra_discount=Decimal(50))],
)
WHERE = Place(subject="i1")


def outcome_of(item: QuoteItem, term: int = 12) -> Outcome:
    """The outcome for one item."""
    context = a_context(term)
    return price_item(Market(CATALOG, context), POLICY, context, item)


def timed(*alterations: Alteration) -> QuoteItem:
    """A line with what changes it in some months."""
    return an_item("LINE", 1, ItemCharge("LINE.RENT", 1), alterations=alterations)


@pytest.mark.parametrize(
    ("quantity", "priced"),
    [(0, False), (1, True), (MOST_QUANTITY, True), (MOST_QUANTITY + 1, False)],
)
def test_an_item_is_one_at_least_and_ten_millions_at_most(quantity: int, *, priced: bool) -> None:
    """Beyond, it has no price, and the count is told."""
    item = msgspec.structs.replace(a_line(), quantity=quantity)
    found = outcome_of(item)
    assert found.source is item
    assert (found.priced is not None) is priced
    told = Problem(
        "price.quantity_out_of_range", where=WHERE, parameters={"quantity": str(quantity)}
    )
    assert found.problems == (() if priced else (told,))


def test_what_the_catalogue_does_not_have_is_told_and_has_no_price() -> None:
    """By its code, at its item."""
    found = outcome_of(an_item("GONE"))
    assert found.priced is None
    assert found.problems == (
        Problem("price.unknown_offering", where=WHERE, parameters={"offering": "GONE"}),
    )


def test_a_discount_on_an_offering_is_misplaced() -> None:
    """It belongs to a charge; a bundle takes one, and a second is misplaced."""
    misplaced = Problem("price.alteration_misplaced", where=WHERE)
    tenth, off = Percentage(Decimal(10)), AmountOff(1)
    assert outcome_of(timed(tenth)).problems == (misplaced,)
    once, twice = (
        outcome_of(an_item("PACK", alterations=given)) for given in ((tenth,), (tenth, off))
    )
    assert (once.problems, twice.problems) == ((), (misplaced,))
    for found in (once, twice):
        assert found.priced is not None
        assert found.priced.monthly.net_amount == 9_000
        assert found.priced.extra_discount == 10


def test_a_discount_behind_free_months_is_the_discount() -> None:
    """Of a bundle: 10 % of 100.00, and two months free."""
    found = outcome_of(an_item("PACK", alterations=(FreeMonths(2), Percentage(Decimal(10)))))
    assert found.priced is not None
    assert (found.priced.monthly.net_amount, found.priced.free_months) == (9_000, 2)
    assert found.priced.extra_discount == 10
    assert [(part.first, part.last) for part in found.priced.schedule] == [(1, 2), (3, 12)]


@pytest.mark.parametrize(
    ("alteration", "term", "parts"),
    [
        (FreeMonths(0), 12, 0),
        (FreeMonths(12), 12, 1),
        (ReducedMonths(1, 12, Decimal(0)), 12, 0),
        (ReducedMonths(12, 12, Decimal(100)), 12, 2),
        (ReducedMonths(1, 1, Decimal(1)), LONGEST_TERM, 2),
        (Ramp(Decimal("-99.99")), 24, 2),
        (Ramp(Decimal(1000)), 24, 2),
    ],
)
def test_bounds_of_what_is_timed_belong_to_it(
    alteration: Alteration, term: int, parts: int
) -> None:
    """The first and the last month, nothing and everything; what changes nothing has no parts."""
    found = outcome_of(timed(alteration), term)
    assert found.problems == ()
    assert found.priced is not None
    assert len(found.priced.schedule) == parts


@pytest.mark.parametrize(
    "alteration",
    [
        ReducedMonths(1, 1, Decimal("-0.01")),
        ReducedMonths(1, 1, Decimal("100.01")),
        ReducedMonths(12, 13, Decimal(1)),
        ReducedMonths(0, 1, Decimal(1)),
        ReducedMonths(2, 1, Decimal(1)),
        ReducedMonths(1, 1, Decimal("Infinity")),
        Ramp(Decimal(-100)),
        Ramp(Decimal("1000.01")),
        Ramp(Decimal("NaN")),
    ],
)
def test_beyond_its_bounds_nothing_timed_is_applied(alteration: Alteration) -> None:
    """Told at the item, also behind what makes sense, and once."""
    for given in ((alteration,), (FreeMonths(1), alteration, alteration)):
        found = outcome_of(timed(*given))
        assert found.problems == (Problem("price.schedule_out_of_range", where=WHERE),)
        assert found.priced is not None
        assert (found.priced.schedule, found.priced.free_months) == ((), 0)


def test_a_term_beyond_the_longest_has_no_schedule() -> None:
    """Nobody commits for so long; the finding says so before anything is worked out."""
    found = outcome_of(timed(FreeMonths(1)), LONGEST_TERM + 1)
    assert found.problems == (Problem("price.schedule_out_of_range", where=WHERE),)


def test_free_months_add_up_to_the_term_at_most() -> None:
    """7 and 5 of 12 are all; 7 and 6 are told with both figures, and none below nothing."""
    whole = outcome_of(timed(FreeMonths(7), FreeMonths(5)))
    assert whole.priced is not None
    assert (whole.priced.free_months, whole.problems) == (12, ())
    for given, months in (((7, 6), "13"), ((2, -1), "1")):
        found = outcome_of(timed(*(FreeMonths(count) for count in given)))
        assert found.problems == (
            Problem(
                "price.free_months_out_of_range",
                where=WHERE,
                parameters={"months": months, "term": "12"},
            ),
        )


def test_months_of_what_is_charged_once_are_told() -> None:
    """At the item; where there is a monthly charge beside it, or no charge at all, nothing is."""
    once = an_item("LINE", 1, ItemCharge("LINE.INST", 1), alterations=(FreeMonths(1),))
    assert outcome_of(once).problems == (Problem("price.schedule_without_months", where=WHERE),)
    both = (ItemCharge("LINE.INST", 1), ItemCharge("LINE.RENT", 1))
    assert outcome_of(an_item("LINE", 1, *both, alterations=(FreeMonths(1),))).problems == ()
    assert outcome_of(an_item("LINE", 1, alterations=(FreeMonths(1),))).problems == ()


def test_with_other_charges_the_schedule_follows() -> None:
    """One of two lines free for a month; what makes no sense makes no schedule."""
    item = timed(FreeMonths(1))
    first, other = outcome_of(item).priced, outcome_of(a_line(2)).priced
    assert first is not None
    assert other is not None
    changed = with_charges(first, item, other.charges, 12)
    assert changed.monthly == other.monthly
    assert [part.amounts.net_amount for part in changed.schedule] == [0, 21_800]
    again = with_charges(first, item, first.charges, 24)
    assert (again.schedule[-1].last, again.charges) == (24, first.charges)
    wrong = with_charges(first, timed(FreeMonths(13)), other.charges, 12)
    assert wrong.schedule == first.schedule


def test_every_finding_of_an_item_is_told() -> None:
    """Thirteen free months of twelve and a misplaced discount; a misplaced one beside no month."""
    misplaced = Problem("price.alteration_misplaced", where=WHERE)
    tenth = Percentage(Decimal(10))
    assert outcome_of(timed(FreeMonths(13), tenth)).problems == (
        Problem(
            "price.free_months_out_of_range",
            where=WHERE,
            parameters={"months": "13", "term": "12"},
        ),
        misplaced,
    )
    once = an_item("LINE", 1, ItemCharge("LINE.INST", 1), alterations=(FreeMonths(1), tenth))
    assert outcome_of(once).problems == (
        misplaced,
        Problem("price.schedule_without_months", where=WHERE),
    )


def test_what_is_wrong_with_each_charge_is_told_in_their_order() -> None:
    """More than all of the first, and more than all of the second."""
    beyond = Percentage(Decimal(101))
    charges = (ItemCharge("LINE.RENT", 1, beyond), ItemCharge("LINE.INST", 1, beyond))
    assert outcome_of(an_item("LINE", 1, *charges)).problems == tuple(
        Problem("price.alteration_out_of_range", where=Place(subject="i1", column=charge.code))
        for charge in charges
    )


def test_only_a_bundle_has_a_discount_of_its_own() -> None:
    """9.00 of 100.00 is 9 %; a misplaced discount is not shown beside one of a charge."""
    found = outcome_of(an_item("PACK", alterations=(AmountOff(900),))).priced
    assert found is not None
    assert found.extra_discount == Decimal("9.00")
    charge = ItemCharge("LINE.RENT", 1, Percentage(Decimal(20)))
    both = an_item("LINE", 1, charge, alterations=(Percentage(Decimal(10)),))
    line = outcome_of(both).priced
    assert line is not None
    assert (line.monthly.net_amount, line.extra_discount) == (8_720, None)
