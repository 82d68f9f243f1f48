"""The bound of a problem comes from a thread, and choices are handed to it."""

from __future__ import annotations

from app.quoting.offer.bounding import points_bound
from app.quoting.offer.formulating import Formulation
from app.quoting.offer.greedy import greedy
from app.quoting.offer.programme import Effort
from app.services.offer_proving import Prover
from app.services.offer_search import Task, search
from benchmarks.offer_instances import at_random


def test_it_comes_to_the_same_as_the_search() -> None:
    """Twelve needs and thirty bundles, with a choice handed over on the way."""
    problem = at_random(12, 30, 0)
    first, best = greedy(problem), search(Task(problem)).choice
    assert first is not None
    assert best is not None
    with Prover(Formulation(problem), Effort(known=True), first) as prover:
        prover.hand(best)
    assert prover.ended
    assert points_bound(problem, prover.solved.bound) == best.cost


def test_its_time_ends_it() -> None:
    """A hundred needs and three hundred bundles are not proven in a fifth of a second."""
    problem = at_random(100, 300, 0)
    first = greedy(problem)
    assert first is not None
    with Prover(Formulation(problem), Effort(0.2), first) as prover:
        pass
    assert not prover.ended
    assert points_bound(problem, prover.solved.bound) < first.cost
