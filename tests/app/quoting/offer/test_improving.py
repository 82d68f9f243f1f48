"""Covering a few needs anew never makes an answer worse, nor wrong."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from app.quoting.offer.greedy import greedy
from app.quoting.offer.improving import improved
from app.quoting.offer.problem import Candidate, Goal, Need, OfferProblem
from app.quoting.offer.valuing import valued
from app.quoting.offer.verifying import verify
from benchmarks.offer_instances import at_random
from tests.app.quoting.offer.random_problems import a_random_problem


def never() -> bool:
    """There is always time."""
    return False


def test_what_stood_in_the_way_is_taken_out() -> None:
    """A pack of both at 110 beside singles at 60, where there is another one at 100."""
    needs = (Need("a", 1), Need("b", 1))
    ones = [Candidate(name, 60, covers={name: 1}, named=False) for name in ("a", "b")]
    packs = [Candidate(f"pack {cost}", cost, covers={"a": 1, "b": 1}) for cost in (110, 100)]
    problem = OfferProblem(needs, (*ones, *packs))
    poor = valued(problem, {"pack 110": 1})
    assert improved(problem, poor, never).counts == {"pack 100": 1}


def test_without_time_nothing_changes() -> None:
    """The choice that was given comes back."""
    problem = at_random(10, 30, 1)
    first = greedy(problem)
    assert first is not None
    assert improved(problem, first, lambda: True) == first


def test_it_finds_something_in_a_hard_problem() -> None:
    """Of twenty needs and sixty bundles the greedy answer leaves more than half a per cent."""
    problem = at_random(20, 60, 0)
    first = greedy(problem)
    assert first is not None
    found = improved(problem, first, never)
    assert found.cost * 200 < first.cost * 199
    assert verify(problem, found) == ()


def test_where_most_is_earned_it_does_nothing() -> None:
    """It looks at costs."""
    problem = replace(at_random(8, 20, 1), goal=Goal.MOST_MARGIN)
    first = greedy(problem)
    assert first is not None
    assert improved(problem, first, never) is first


@pytest.mark.parametrize("first", range(0, 200, 50))
def test_it_always_holds(first: int) -> None:
    """Whatever is asked, the answer keeps every condition and costs no more."""
    for seed in range(first, first + 50):
        problem = a_random_problem(seed)
        known = greedy(problem)
        if known is not None:
            found = improved(problem, known, never)
            assert verify(problem, found) == ()
            assert found.cost <= known.cost or problem.goal is Goal.MOST_MARGIN
