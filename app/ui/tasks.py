"""Long work beside the window: it runs on a thread and comes back in the window's thread."""

from __future__ import annotations

from collections import deque
from concurrent.futures import ThreadPoolExecutor
from threading import Event
from typing import TYPE_CHECKING, Any, Final, NamedTuple, TypeVar

from PySide6.QtCore import QObject, Qt, Signal
from shiboken6 import isValid

from app.errors import Cancelled

if TYPE_CHECKING:
    from collections.abc import Callable

_WORKERS: Final = 2
Result = TypeVar("Result")


class Task:
    """One piece of work under way; also the token by which the work learns of a cancellation."""

    def __init__(self, title: str, tell: Callable[[Task, int, int], None]) -> None:
        """Be told about progress by ``tell(task, done, total)``."""
        self.title = title
        self._cancel = Event()
        self._tell = tell

    @property
    def cancelled(self) -> bool:
        """Whether the user wants the work to stop."""
        return self._cancel.is_set()

    def cancel(self) -> None:
        """Ask the work to stop; neither ``then`` nor ``failed`` will be called."""
        self._cancel.set()

    def check(self) -> None:
        """Leave the work when it was cancelled; call it once a row (0.1 µs).

        Raises:
            Cancelled: The user cancelled.
        """
        if self._cancel.is_set():
            raise Cancelled

    def report(self, done: int, total: int) -> None:
        """Say how far the work is; ``total`` 0 when that is not known. Never call it per row."""
        self._tell(self, done, total)


class _Wanted(NamedTuple):
    """Whom an answer goes to."""

    then: Callable[[Any], None]
    failed: Callable[[Exception], None]


class _Outcome(NamedTuple):
    """What a worker hands to the window's thread.

    Attributes:
        task: What it was.
        work: The work itself; what it holds, a closed dialog perhaps, must end in that thread.
        result: What came of it.
        failure: What it raised.
    """

    task: Task
    work: Callable[[Task], Any]
    result: Any = None
    failure: Exception | None = None


class Tasks(QObject):
    """Runs work on two threads and brings the results to the thread it was made in.

    * ``started(task)`` and ``ended(task)`` frame each task, however it ends.
    * ``progressed(task, done, total)`` relays ``Task.report``.
    * ``crashed(exception)`` brings failures that nobody took.
    """

    started = Signal(object)
    ended = Signal(object)
    progressed = Signal(object, int, int)
    crashed = Signal(object)
    _arrived = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        """Begin idle; threads are started when there is work."""
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(_WORKERS, thread_name_prefix="work")
        self._running: dict[Task, _Wanted] = {}
        self._outcomes: deque[_Outcome] = deque()
        self._open = True
        # Queued, because the signal is sent from worker threads.
        self._arrived.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    @property
    def busy(self) -> bool:
        """Whether any work is under way."""
        return bool(self._running)

    @property
    def takes_work(self) -> bool:
        """Whether the program is not shutting down; what a pause starts asks first."""
        return self._open

    def run(
        self,
        work: Callable[[Task], Result],
        then: Callable[[Result], None],
        failed: Callable[[Exception], None] | None = None,
        title: str = "",
    ) -> Task:
        """Run work beside the window.

        Args:
            work: Called on a thread with its task; it may use frozen values only, never widgets.
            then: Called with the result in this object's thread.
            failed: Called there with what the work raised; without it ``crashed`` fires.
            title: What the work is, for the progress display.

        Returns:
            The task, by which the work can be cancelled.

        Raises:
            RuntimeError: The program is shutting down.
        """
        if not self._open:
            raise RuntimeError("no work is taken after shutdown")
        task = Task(title, self._relay)
        self._running[task] = _Wanted(then, failed or self.crashed.emit)
        self.started.emit(task)
        self._pool.submit(self._work, task, [work])
        return task

    def cancel_all(self) -> None:
        """Ask all work to stop."""
        for task in self._running:
            task.cancel()

    def shutdown(self) -> None:
        """Cancel everything, wait for the threads to end, and deliver nothing any more."""
        self._open = False
        self.cancel_all()
        self._pool.shutdown(wait=True, cancel_futures=True)
        self._running.clear()

    def _work(self, task: Task, handed: list[Callable[[Task], Any]]) -> None:
        """Do the work that is handed over; no thread keeps anything of it afterwards."""
        self._outcomes.append(_done(task, handed.pop()))
        if self._open:
            self._arrived.emit()

    def _relay(self, task: Task, done: int, total: int) -> None:
        if self._open:
            self.progressed.emit(task, done, total)

    def _deliver(self) -> None:
        outcome = self._outcomes.popleft()
        task = outcome.task
        wanted = self._running.pop(task, None)
        if wanted is None:
            return
        self.ended.emit(task)
        if task.cancelled or isinstance(outcome.failure, Cancelled):
            return
        if outcome.failure is not None:
            _tell(wanted.failed, outcome.failure)
        else:
            _tell(wanted.then, outcome.result)


def _done(task: Task, work: Callable[[Task], Any]) -> _Outcome:
    try:
        task.check()
        return _Outcome(task, work, work(task))
    except Exception as failure:  # noqa: BLE001 - every failure is carried to the window
        return _Outcome(task, work, failure=failure)


def _tell(function: Callable[[Result], None], value: Result) -> None:
    owner = getattr(function, "__self__", None)
    if isinstance(owner, QObject) and not isValid(owner):
        return  # the dialog that wanted it is closed and gone
    function(value)
