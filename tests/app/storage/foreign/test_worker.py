"""Work in a process of its own: limited, killable, and telling why it failed."""

from __future__ import annotations

import multiprocessing
import sys
import threading

import pytest

from app.errors import Cancelled, FileRefused, FileUnreadable, WorkerFailed
from app.storage.foreign.findings import GateFinding
from app.storage.foreign.process_limits import WorkerLimits
from app.storage.foreign.worker import run_in_worker

_TASKS = "tests.app.storage.foreign.tasks"


def _failure_of(task: str, limits: WorkerLimits | None = None) -> WorkerFailed:
    with pytest.raises(WorkerFailed) as failure:
        run_in_worker(f"{_TASKS}:{task}", (), int, limits=limits)
    assert multiprocessing.active_children() == []
    return failure.value


def test_a_result_comes_back_with_progress_on_the_way() -> None:
    """Half, whole, and the sum."""
    shares: list[float] = []
    assert run_in_worker(f"{_TASKS}:add", (2, 3), int, progress=shares.append) == 5
    assert shares == [0.5, 1.0]
    assert multiprocessing.active_children() == []


def test_a_worker_for_tables_imports_neither_the_window_nor_the_writers() -> None:
    """They would cost more than the reading."""
    found = run_in_worker(f"{_TASKS}:modules", (), list[str])
    heavy = {"PySide6", "openpyxl", "docx", "reportlab", "sqlalchemy", "lxml", "python_calamine"}
    assert heavy.isdisjoint(name.partition(".")[0] for name in found)


@pytest.mark.skipif(sys.platform == "darwin", reason="macOS does not limit memory")
def test_too_much_memory_is_refused_and_named() -> None:
    """Eight gigabytes where one and a half are allowed."""
    assert _failure_of("fill_memory").parameters["reason"] == "memory"


@pytest.mark.skipif(sys.platform == "win32", reason="checked by hand there")
def test_endless_computing_is_stopped_by_the_system() -> None:
    """After one second of computing."""
    failure = _failure_of("compute_for_ever", WorkerLimits(cpu=1))
    assert failure.parameters["reason"] == "cpu_time"


def test_endless_waiting_is_stopped_by_the_clock() -> None:
    """It uses no processor, so only the clock can tell."""
    failure = _failure_of("sleep_for_ever", WorkerLimits(wall=0.6))
    assert failure.parameters["reason"] == "wall_time"


def test_a_worker_that_dies_takes_nothing_with_it() -> None:
    """As the fast reader of workbooks does on hostile files."""
    assert _failure_of("abort").parameters["reason"] == "died"


def test_a_mistake_of_ours_is_told_with_its_place() -> None:
    """The report of a bug needs the traceback."""
    failure = _failure_of("divide_by_zero")
    assert failure.parameters["reason"] == "bug"
    assert "ZeroDivisionError" in failure.parameters["detail"]
    assert "divide_by_zero" in failure.parameters["detail"]


def test_cancelling_kills_the_worker() -> None:
    """The event is set after the worker has begun."""
    stop = threading.Event()
    with pytest.raises(Cancelled):
        run_in_worker(
            f"{_TASKS}:sleep_for_ever",
            (),
            int,
            progress=lambda _share: stop.set(),
            cancel=stop,
        )
    assert multiprocessing.active_children() == []


def test_expected_failures_travel_whole() -> None:
    """With their findings, so that they can be told in the user's language."""
    with pytest.raises(FileRefused) as gate:
        run_in_worker(f"{_TASKS}:refuse", ("gate",), int)
    assert gate.value.findings == (GateFinding("gate.far_cell", {"part": "s", "cell": "XFD1"}),)
    with pytest.raises(FileUnreadable) as table:
        run_in_worker(f"{_TASKS}:refuse", ("table",), int)
    assert table.value.finding == GateFinding("file.unclosed_quotation_mark", {"line": "7"})
    with pytest.raises(FileRefused) as refused:
        run_in_worker(f"{_TASKS}:refuse", ("refused",), int)
    assert [one.code for one in refused.value.findings] == ["import.a", "import.b"]


def test_an_answer_of_another_type_is_not_believed() -> None:
    """The answer is data that is checked, not an object that runs."""
    assert _failure_of("answer_wrongly").parameters["reason"] == "bug"
