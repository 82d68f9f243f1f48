"""Each step costs what valuing the whole offer again says, and keeps all rules."""

from __future__ import annotations

from random import Random

import pytest

from app.quoting.offer.problem import Candidate, Goal, Need, OfferProblem
from app.quoting.offer.standing import Standing
from app.quoting.offer.valuing import valued
from app.quoting.offer.verifying import verify
from tests.app.quoting.offer.problems import a_problem
from tests.app.quoting.offer.random_problems import a_random_problem


def test_what_is_open_costs_the_single_services() -> None:
    """Three lines at 3,000, a net at 8,000 and calls for 3,500."""
    standing = Standing(a_problem())
    assert standing.cost == 20_500
    assert standing.choice() == {"line": 3, "net": 1}


def test_a_step_costs_the_difference() -> None:
    """The pack at 12,000 in the place of two lines, a net and 2,000 of the calls."""
    standing = Standing(a_problem())
    pack = [one.id for one in standing.ones].index("pack")
    assert standing.dearer({pack: 1}) == 12_000 - 2 * 3_000 - 8_000 - 2_000


def test_what_goes_with_a_change_is_followed() -> None:
    """The big one takes the pack out, and the pack its option."""
    standing = Standing(a_problem(lines=5))
    at = {one.id: place for place, one in enumerate(standing.ones)}
    changes: dict[int, int] = {}
    assert standing.after(changes, at["extra"], 1)
    assert changes == {at["extra"]: 1, at["pack"]: 1}
    more = standing.dearer(changes)
    assert more is not None
    standing.take(changes, more)
    changes = {}
    assert standing.after(changes, at["big"], 1)
    assert changes == {at["big"]: 1, at["pack"]: 0, at["extra"]: 0}


def test_more_than_may_be_covered_is_no_step() -> None:
    """Three at most: a pack of two beside another one is too many."""
    needs = (Need("a", 2, most=3),)
    ones = (
        Candidate("two", 5, covers={"a": 2}),
        Candidate("pair", 6, covers={"a": 2}),
        Candidate("one", 8, covers={"a": 1}),
    )
    standing = Standing(OfferProblem(needs, ones))
    assert [one.id for one in standing.ones] == ["two", "pair"]
    assert standing.dearer({0: 1}) == 5 - 16
    standing.take({0: 1}, 5 - 16)
    assert standing.dearer({1: 1}) is None


def test_what_asks_for_nothing_that_there_is_never_comes() -> None:
    """The pack wants something that is of no use to anybody, so that nobody offers it."""
    ones = (
        Candidate("pack", 5, covers={"a": 1}, requires=(("gone",),)),
        Candidate("gone", 1, most=1, least=2),
        Candidate("one", 9, covers={"a": 1}, most=1),
    )
    standing = Standing(OfferProblem((Need("a", 1),), ones))
    at = [one.id for one in standing.ones].index("pack")
    assert not standing.after({}, at, 1)


@pytest.mark.parametrize("first", range(0, 120, 40))
def test_any_steps_keep_sums_and_rules(first: int) -> None:
    """Of forty random problems, three hundred steps each; whole offers hold and cost as told."""
    held = 0
    for seed in range(first, first + 40):
        problem = a_random_problem(seed)
        standing, chance = Standing(problem), Random(seed)  # noqa: S311 (a test's own numbers)
        for _ in range(300 if standing.ones and problem.goal is Goal.LEAST_COST else 0):
            at = chance.randrange(len(standing.ones))
            changes: dict[int, int] = {}
            count = chance.choice((0, standing.least[at], standing.counts[at] + 1))
            if not standing.after(changes, at, count):
                continue
            more = standing.dearer(changes)
            if more is not None:
                standing.take(changes, more)
            counts = standing.choice()
            if counts is not None:
                choice = valued(problem, counts)
                assert choice.cost == standing.cost
                if problem.limit is None or choice.cost <= problem.limit:
                    assert verify(problem, choice) == ()
                    held += 1
    assert held > 1_000
