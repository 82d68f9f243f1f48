"""The worker answers task after task, can be ended at any time, and its death is a failure."""

from __future__ import annotations

import pytest

from app.errors import WorkerFailed
from app.quoting.offer.programme import Effort
from app.services.offer_search import Found, Task
from app.services.offer_worker import OfferWorker
from benchmarks.offer_instances import at_random
from tests.app.quoting.offer.problems import a_problem


def test_it_answers_task_after_task() -> None:
    """The same process, two answers."""
    told: list[Found] = []

    def watch(found: Found) -> bool:
        told.append(found)
        return True

    with OfferWorker() as worker:
        first = worker.search(Task(a_problem()), watch)
        second = worker.search(Task(a_problem(), forced=("big",)), watch)
    assert first.choice is not None
    assert first.choice.cost == 15_500
    assert second.choice is not None
    assert second.choice.counts == {"big": 1}
    assert told[-1] == second


def test_it_is_ended_in_the_middle_and_the_best_so_far_stands() -> None:
    """A problem that takes minutes is left after the first answer; then it searches again."""
    task = Task(at_random(60, 200, 1), Effort(seconds=300.0))
    with OfferWorker() as worker:
        found = worker.search(task, lambda told: told.choice is None)
        assert found.choice is not None
        assert not found.final
        again = worker.search(Task(a_problem()), lambda _told: True)
    assert again.final


def test_a_death_is_a_failure_and_the_next_task_has_a_new_process() -> None:
    """Whatever ends the process from outside."""

    def strike(_found: Found) -> bool:
        process = worker._process
        assert process is not None
        process.kill()
        return True

    with OfferWorker() as worker:
        with pytest.raises(WorkerFailed):
            worker.search(Task(at_random(60, 200, 1), Effort(seconds=300.0)), strike)
        assert worker.search(Task(a_problem()), lambda _told: True).final
