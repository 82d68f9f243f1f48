"""Solving neighbourhoods exactly makes a choice better and never wrong."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING

from app.quoting.offer.formulating import Formulation
from app.quoting.offer.greedy import greedy
from app.quoting.offer.valuing import valued
from app.quoting.offer.verifying import verify
from app.services.highs import solve
from app.services.offer_polishing import polished
from benchmarks.offer_instances import at_random, sites
from tests.app.quoting.offer.problems import a_problem

if TYPE_CHECKING:
    from app.quoting.offer.problem import Choice


def test_neighbourhoods_improve_a_greedy_choice() -> None:
    """Twelve of thirty needs at a time; no step that is told is worse."""
    problem = at_random(30, 90, 0)
    first = greedy(problem)
    assert first is not None
    told: list[Choice] = []

    def watch(choice: Choice) -> bool:
        told.append(choice)
        return True

    best = polished(problem, Formulation(problem), first, monotonic() + 3, watch)
    assert best.cost < first.cost
    assert verify(problem, best) == ()
    costs = [first.cost, *(one.cost for one in told)]
    assert costs == sorted(costs, reverse=True)
    assert best == told[-1]


def test_a_neighbourhood_of_everything_is_the_whole_problem() -> None:
    """Five needs are fewer than the first neighbourhood holds: what comes out is the best."""
    problem = sites(5, 12, 1)
    formed = Formulation(problem)
    costly = valued(problem, {f"{need.id} at list": need.quantity for need in problem.needs})
    best = polished(problem, formed, costly, monotonic() + 1, lambda _one: True)
    exact = valued(problem, formed.counts(solve(formed.programme).values))
    assert best.cost == exact.cost < costly.cost


def test_without_time_nothing_changes() -> None:
    """The choice that was given comes back."""
    problem = at_random(10, 30, 1)
    first = greedy(problem)
    assert first is not None
    formed = Formulation(problem)
    assert polished(problem, formed, first, monotonic() - 1, lambda _one: True) is first


def test_it_stops_where_nobody_waits_any_more() -> None:
    """After the first neighbourhood."""
    problem = at_random(30, 90, 0)
    first = greedy(problem)
    assert first is not None
    told: list[Choice] = []

    def watch(choice: Choice) -> bool:
        told.append(choice)
        return False

    polished(problem, Formulation(problem), first, monotonic() + 60, watch)
    assert len(told) == 1


def test_fixed_columns_keep_their_values() -> None:
    """Without the pack, three lines and a net are what remains: 3 x 3,000 + 8,000 and the calls."""
    problem = a_problem()
    formed = Formulation(problem)
    solved = solve(formed.programme, fixed={formed.count_of["pack"]: 0})
    assert formed.counts(solved.values) == {"line": 3, "net": 1}
