"""What a choice costs is worked out to the point, usage beyond what is included with it."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from app.quoting.offer.problem import Usage
from app.quoting.offer.valuing import usage_points, valued
from tests.app.quoting.offer.problems import CALLS, LINE, PACK, a_problem


def test_costs_margins_and_usage_are_added_up() -> None:
    """A pack and a line: 12,000 + 3,000, and 150 calls beyond the allowance at ten fen."""
    choice = valued(a_problem(), {"pack": 1, "line": 1})
    assert (choice.cost, choice.margin) == (15_000 + 1_500, 5_000)
    assert choice.counts == {"pack": 1, "line": 1}


def test_what_is_not_taken_is_left_out() -> None:
    """Nothing taken costs the usage: 350 calls at ten fen."""
    choice = valued(a_problem(), {"pack": 0})
    assert (choice.counts, choice.cost) == ({}, 3_500)


def test_fixed_amounts_count_once() -> None:
    """Three of something with 500 besides cost 3 x 3,000 + 500."""
    dear = replace(LINE, fixed_cost=500, fixed_margin=-100)
    choice = valued(a_problem(dear), {"line": 3})
    assert (choice.cost - 3_500, choice.margin) == (9_500, 2_900)


def test_the_lowest_rate_that_is_offered_holds() -> None:
    """Eight fen beside the pack: 150 beyond cost 12.00 instead of 15.00, over three months."""
    cheap = replace(PACK, rates={"calls": 80_000})
    assert usage_points(3, CALLS, [(cheap, 1), (PACK, 0)]) == 3_600


def test_each_month_is_rounded_by_itself() -> None:
    """A unit at half a fen costs one fen in each of two months, not one in both."""
    assert usage_points(1, Usage("calls", (1, 1), 5_000), []) == 2


def test_a_strange_candidate_is_an_error() -> None:
    """What the problem does not know has no price."""
    with pytest.raises(KeyError):
        valued(a_problem(), {"gift": 1})
