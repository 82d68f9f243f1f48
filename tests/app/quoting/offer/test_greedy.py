"""The greedy answer keeps all that was asked, and is only as good as it is."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from app.quoting.offer.greedy import greedy
from app.quoting.offer.problem import Candidate, Goal, Need, OfferProblem
from app.quoting.offer.verifying import verify
from tests.app.quoting.offer.problems import BIG, LINE, NET, PACK, a_problem
from tests.app.quoting.offer.random_problems import a_random_problem


def test_what_saves_most_is_taken_first_and_the_rest_filled_up() -> None:
    """The pack saves 2 x 3,000 + 8,000 and 20.00 of calls for 12,000; one extra beside it."""
    found = greedy(a_problem())
    assert found is not None
    assert found.counts == {"pack": 1, "extra": 1}
    assert found.cost == 14_000 + 1_500


def test_it_may_miss_the_best() -> None:
    """Half the price of lines looks best, and stands in the way of what covers both."""
    lure = Candidate("lure", 5_000, covers={"lines": 3}, excludes=("big",))
    cheap = replace(BIG, cost=9_000, excludes=("lure",))
    found = greedy(a_problem(LINE, NET, lure, cheap))
    assert found is not None
    assert found.cost - 3_500 in (9_000, 13_000)


def test_nothing_to_cover_a_need_with_is_no_answer() -> None:
    """No net anywhere."""
    assert greedy(a_problem(LINE)) is None


def test_a_limit_that_it_misses_is_no_answer() -> None:
    """The customer would pay more than he may."""
    assert greedy(replace(a_problem(LINE, NET), limit=100)) is None


def test_what_is_not_needed_any_more_is_taken_out() -> None:
    """A pack is never kept beside another one that covers everything."""
    needs = (Need("a", 1), Need("b", 1))
    small = Candidate("small", 10, covers={"a": 1})
    both = Candidate("both", 20, covers={"a": 1, "b": 1})
    singles = (
        Candidate("one a", 50, covers={"a": 1}, named=False),
        Candidate("one b", 15, covers={"b": 1}, named=False),
    )
    found = greedy(OfferProblem(needs, (*singles, small, both)))
    assert found is not None
    assert found.cost in (20, 25)


def test_most_margin_counts_what_is_earned() -> None:
    """Lines earn 1,000 each and the pack 4,000 for two of them and a net."""
    found = greedy(replace(a_problem(LINE, NET, PACK), goal=Goal.MOST_MARGIN))
    assert found is not None
    assert not verify(a_problem(LINE, NET, PACK), found)


@pytest.mark.parametrize("first", range(0, 200, 50))
def test_it_always_holds(first: int) -> None:
    """Whatever is asked, what it answers keeps every condition."""
    answers = 0
    for seed in range(first, first + 50):
        problem = a_random_problem(seed)
        found = greedy(problem)
        if found is not None:
            assert verify(problem, found) == ()
            answers += 1
    assert answers > 20
