"""Small steps never make an answer worse, nor wrong, and find what choosing once does not."""

from __future__ import annotations

from random import Random

import pytest
from msgspec.structs import replace

from app.quoting.offer.annealing import annealed
from app.quoting.offer.greedy import greedy
from app.quoting.offer.problem import Candidate, Choice, Goal, Need, OfferProblem
from app.quoting.offer.valuing import valued
from app.quoting.offer.verifying import verify
from benchmarks.offer_instances import at_random
from tests.app.quoting.offer.random_problems import a_random_problem, all_answers, useful


def better(problem: OfferProblem, choice: Choice, *, steps: int = 400) -> Choice:
    """After so many steps for each candidate, always the same ones."""
    chance = Random(1)  # noqa: S311 (a test's own numbers)
    return annealed(problem, choice, timeless, chance.random, steps=steps)


def timeless() -> float:
    """There is always time."""
    return 0.0


def test_what_stood_in_the_way_is_taken_out() -> None:
    """A pack of both at 110 beside singles at 60, where there is another one at 100."""
    needs = (Need("a", 1), Need("b", 1))
    ones = [Candidate(name, 60, covers={name: 1}, named=False) for name in ("a", "b")]
    packs = [Candidate(f"pack {cost}", cost, covers={"a": 1, "b": 1}) for cost in (110, 100)]
    problem = OfferProblem(needs, (*ones, *packs))
    poor = valued(problem, {"pack 110": 1})
    assert better(problem, poor).counts == {"pack 100": 1}


def test_what_excludes_or_asks_for_another_one_is_exchanged_with_it() -> None:
    """200 for the pair that ask for each other, where the pack that excludes both costs 250."""
    needs = (Need("a", 1), Need("b", 1))
    ones = (
        Candidate("pack", 250, covers={"a": 1, "b": 1}, excludes=("one", "two")),
        Candidate("one", 100, covers={"a": 1}, requires=(("two",),)),
        Candidate("two", 100, covers={"b": 1}, requires=(("one",),)),
    )
    problem = OfferProblem(needs, ones)
    poor = valued(problem, {"pack": 1})
    assert better(problem, poor).counts == {"one": 1, "two": 1}


def test_without_time_nothing_changes() -> None:
    """The choice that was given comes back."""
    problem = at_random(10, 30, 1)
    first = greedy(problem)
    assert first is not None
    assert annealed(problem, first, lambda: 1.0, lambda: 0.5) is first


def test_the_same_steps_find_the_same() -> None:
    """What is found depends on the problem and the time only."""
    problem = at_random(20, 60, 0)
    first = greedy(problem)
    assert first is not None
    found = [better(problem, first, steps=50) for _ in range(2)]
    assert found[0] == found[1]


def test_it_finds_something_in_a_hard_problem() -> None:
    """Of twenty needs and sixty bundles the greedy answer leaves more than two per cent."""
    problem = at_random(20, 60, 0)
    first = greedy(problem)
    assert first is not None
    found = better(problem, first)
    assert found.cost * 100 < first.cost * 98
    assert verify(problem, found) == ()


def test_where_most_is_earned_it_does_nothing() -> None:
    """It looks at costs."""
    problem = replace(at_random(8, 20, 1), goal=Goal.MOST_MARGIN)
    first = greedy(problem)
    assert first is not None
    assert better(problem, first) is first


@pytest.mark.parametrize("first", range(0, 200, 50))
def test_it_always_holds(first: int) -> None:
    """Whatever is asked, the answer keeps every condition and costs no more."""
    for seed in range(first, first + 50):
        problem = a_random_problem(seed)
        known = greedy(problem)
        if known is not None:
            found = better(problem, known)
            assert verify(problem, found) == ()
            assert found.cost <= known.cost or problem.goal is Goal.MOST_MARGIN


def test_small_problems_are_mostly_solved_by_it() -> None:
    """Of sixty with options, usage and rules it finds the best of nine in ten and more."""
    best = tried = 0
    for seed in range(60):
        problem = replace(a_random_problem(seed), goal=Goal.LEAST_COST)
        first = greedy(problem)
        if first is not None:
            costs = [cost for cost, _ in all_answers(problem, useful(problem))]
            best += better(problem, first).cost == min(costs)
            tried += 1
    assert tried > 30
    assert best * 10 >= tried * 9
