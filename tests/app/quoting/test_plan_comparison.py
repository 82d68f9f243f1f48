"""Plans that the customer could have, with the past months of the worked case under each."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from app.quoting import item_edits
from app.quoting.plan_comparison import BreakEven, PlanReplay, compare_plans
from pricing.bills import Bills
from pricing.spend import SpendPolicy
from pricing.spend_analysis import analyse
from tests.sample import expected_case, sample_case, sample_catalog, sample_rules, yuan_fen

if TYPE_CHECKING:
    from app.quoting.quote import Quote

CASE = sample_case(1)


def plans(quote: Quote = CASE.quote, bills: Bills = CASE.bills) -> tuple[PlanReplay, ...]:
    """The plans of the kindergarten."""
    analysis = analyse(bills, SpendPolicy())
    return compare_plans(quote, CASE.customer, bills, analysis, sample_catalog(), sample_rules())


def test_the_lower_plan_is_recommended_and_the_higher_warned_against() -> None:
    """668.00 saves 40.00 of a typical 708.00; 728.00 costs 20.00 more and is not for him."""
    low, high = plans()
    assert (low.code, low.recommended, low.warned, low.current) == ("B01L", True, False, True)
    assert (high.code, high.recommended, high.warned, high.current) == (
        "B01H",
        False,
        True,
        False,
    )
    assert (low.saving.saving, high.saving.saving) == (40_00, -20_00)
    assert [problem.code for problem in high.unmet] == ["bundle.not_eligible"]


def test_every_month_is_that_of_the_worked_case() -> None:
    """4,232.00 and 4,368.00 in all; 280.00 and 144.00 saved; from 668.00 to 750.75."""
    low, high = plans()
    assert [month.planned for month in low.months] == [
        *(668_00, 668_00, 688_50, 740_00, 750_75, 716_75),
    ]
    assert {month.planned for month in high.months} == {728_00}
    assert (low.planned, low.saved, high.planned, high.saved) == (
        *(4_232_00, 280_00, 4_368_00, 144_00),
    )
    assert (low.best.month, low.worst.month) == ("2026-05", "2026-09")
    assert (low.dearer, high.dearer) == (0, 2)  # May and June were 712.60 and 708.55


def test_break_even_is_the_room_divided_by_the_rate() -> None:
    """40.00 of room: 240 + 40.00 / 0.25 = 400 and 3,000 + 40.00 / 0.10 = 3,400 minutes."""
    low, high = plans()
    assert {one.charge: one.units for one in low.break_even} == {
        "LD.DOM": 400,
        "PSTN.LOCAL": 3400,
    }
    assert {one.units for one in high.break_even} == {None}
    local = next(one for one in low.break_even if one.charge == "PSTN.LOCAL")
    assert local == BreakEven("PSTN.LOCAL", local.name, 2850, 3400)


def test_break_even_holds_to_the_unit() -> None:
    """At 400 minutes the plan comes to 708.00, at 401 to more."""
    low, _ = plans()
    assert low.saving.today == 708_00
    assert 668_00 + (400 - 240) * 25 == 708_00
    assert 668_00 + (401 - 240) * 25 > 708_00


def test_a_plan_takes_the_place_of_the_other() -> None:
    """The item keeps identifier and number; nothing else of the quote changes."""
    _, high = plans()
    (item,) = high.quote.items
    assert (item.id, item.offering, item.quantity) == ("i1", "B01H", 1)
    assert msgspec.structs.replace(high.quote, items=CASE.quote.items) == CASE.quote


def test_without_a_plan_each_is_added_that_holds_what_is_installed() -> None:
    """To the empty quote, and beside an item that is no bundle."""
    empty = msgspec.structs.replace(CASE.quote, items=())
    assert [plan.code for plan in plans(empty)] == ["B01L", "B01H"]
    assert not any(plan.current for plan in plans(empty))
    mail = item_edits.add_offering(empty, sample_catalog(), "PAYMAIL")
    assert all(len(plan.quote.items) == 2 for plan in plans(mail))


def test_without_usage_nothing_can_be_compared() -> None:
    """Neither without bills nor without minutes."""
    assert plans(bills=Bills()) == ()
    silent = tuple(msgspec.structs.replace(c, usage={}) for c in CASE.bills.components)
    assert plans(bills=Bills(silent)) == ()


def test_the_months_are_those_that_were_worked_out_on_paper() -> None:
    """The figures kept beside the tests, month by month."""
    low, high = plans()
    paper = expected_case(1)["replay"]
    for one, plan in (("c1l", low), ("c1h", high)):
        wanted = [(row["month"], yuan_fen(row[one])) for row in paper]
        assert [(month.month, month.planned) for month in plan.months] == wanted
