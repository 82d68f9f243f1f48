"""Work runs beside the window and its results come back into it."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest
import shiboken6
from PySide6.QtCore import QObject

from app.errors import StorageError
from app.ui.tasks import Task, Tasks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot


@pytest.fixture
def tasks() -> Iterator[Tasks]:
    """Tasks that are shut down after the test."""
    made = Tasks()
    yield made
    made.shutdown()


def test_work_runs_elsewhere_and_the_result_comes_home(qtbot: QtBot, tasks: Tasks) -> None:
    """Widgets may only be touched in the window's thread."""
    threads: list[threading.Thread] = []

    def then(result: threading.Thread) -> None:
        threads.extend([result, threading.current_thread()])

    tasks.run(lambda _: threading.current_thread(), then)
    qtbot.waitUntil(lambda: bool(threads))
    assert threads[0] is not threads[1]
    assert threads[1] is threading.main_thread()
    assert not tasks.busy


def test_a_failure_is_handed_over_as_it_was_raised(qtbot: QtBot, tasks: Tasks) -> None:
    """The caller tells it to the user."""
    failures: list[Exception] = []
    failure = StorageError(file="quotes.db")

    def work(_: Task) -> None:
        raise failure

    tasks.run(work, lambda _: None, failures.append)
    qtbot.waitUntil(lambda: bool(failures))
    assert failures == [failure]


def test_a_failure_that_nobody_takes_is_a_crash(qtbot: QtBot, tasks: Tasks) -> None:
    """It must not vanish in a thread."""
    with qtbot.waitSignal(tasks.crashed) as crashed:
        tasks.run(lambda _: 1 // 0, lambda _: None)
    assert isinstance(crashed.args[0], ZeroDivisionError)


def test_cancelled_work_delivers_nothing(qtbot: QtBot, tasks: Tasks) -> None:
    """Neither result nor failure, but its end is told."""
    calls: list[object] = []
    entered = threading.Event()

    def work(task: Task) -> str:
        entered.set()
        while True:
            task.check()

    task = tasks.run(work, calls.append, calls.append)
    assert entered.wait(10)
    with qtbot.waitSignal(tasks.ended) as ended:
        task.cancel()
    assert ended.args == [task]
    assert calls == []


def test_a_result_that_comes_after_the_cancellation_is_dropped(qtbot: QtBot, tasks: Tasks) -> None:
    """Work that does not look is cancelled all the same."""
    calls: list[object] = []
    release = threading.Event()
    task = tasks.run(lambda _: release.wait(10), calls.append)
    task.cancel()
    with qtbot.waitSignal(tasks.ended):
        release.set()
    assert calls == []


def test_progress_is_told_in_the_window(qtbot: QtBot, tasks: Tasks) -> None:
    """Done and total, with the task they belong to."""
    with qtbot.waitSignal(tasks.progressed) as told:
        task = tasks.run(lambda token: token.report(3, 10), lambda _: None, title="Import")
    assert told.args == [task, 3, 10]
    assert task.title == "Import"
    qtbot.waitUntil(lambda: not tasks.busy)


def test_shutdown_ends_the_threads_and_takes_no_more_work(tasks: Tasks) -> None:
    """The program must be able to close while work is under way."""
    calls: list[object] = []

    def work(task: Task) -> None:
        while True:
            task.check()

    tasks.run(work, calls.append)
    tasks.shutdown()
    assert [thread for thread in threading.enumerate() if thread.name.startswith("work")] == []
    with pytest.raises(RuntimeError):
        tasks.run(work, calls.append)
    assert calls == []


class Wanting(QObject):
    """Somebody who wants an answer."""

    def __init__(self) -> None:
        """Have none yet."""
        super().__init__()
        self.answers: list[int] = []

    def take(self, answer: int) -> None:
        """Take one; of a deleted object not even a name can be asked."""
        self.objectName()
        self.answers.append(answer)


def test_an_answer_for_who_is_gone_is_dropped(qtbot: QtBot, tasks: Tasks) -> None:
    """A dialog may be closed while something is looked up for it; another one gets its answer."""
    gone, there = Wanting(), Wanting()
    wait = threading.Event()
    crashes: list[Exception] = []
    tasks.crashed.connect(crashes.append)

    def look_up(_task: Task) -> int:
        wait.wait(5)
        return 7

    tasks.run(look_up, gone.take)
    tasks.run(look_up, there.take)
    shiboken6.delete(gone)
    wait.set()
    qtbot.waitUntil(lambda: not tasks.busy)
    assert (gone.answers, there.answers, crashes) == ([], [7], [])


class Knotted:
    """Stands for a closed dialog: it tells the thread in which it ends."""

    def __init__(self, ends: list[int]) -> None:
        """Keep where to tell."""
        self.ends = ends

    def work(self, _task: Task) -> int:
        """Something to do."""
        return 1

    def then(self, _result: int) -> None:
        """Take the result."""

    def __del__(self) -> None:
        """Tell the thread."""
        self.ends.append(threading.get_ident())


def test_what_asked_for_work_ends_in_the_window(qtbot: QtBot, tasks: Tasks) -> None:
    """The last hold on whoever asked is never in a thread, where a widget must not end."""
    ends: list[int] = []
    for _ in range(200):
        asking = Knotted(ends)
        tasks.run(asking.work, asking.then)
        del asking
    qtbot.waitUntil(lambda: len(ends) == 200)
    assert set(ends) == {threading.get_ident()}
