"""OfferRun: a search for the best offer beside the window, and questions about its result."""

from __future__ import annotations

from threading import Event
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.quoting.authority.judging import Surroundings
    from app.quoting.freezing import Rulebook
    from app.quoting.offer.asking import Circumstances
    from app.quoting.offer.offer import BestOffer, WhyNot
    from app.quoting.offer.wish import Wish
    from app.services.best_offer import BestOfferSearch
    from app.services.offer_settling import OfferProgress
    from app.ui.tasks import Task, Tasks

Result = TypeVar("Result")


class OfferRun(QObject):
    """Searches on a thread, which asks a process of its own.

    * ``progressed(progress)``: an ``OfferProgress``, several times a second.
    * ``found(best)``: the search has ended. * ``told(why_not)``: a question is answered.
    * ``failed(exception)``.
    """

    progressed = Signal(object)
    found = Signal(object)
    told = Signal(object)
    failed = Signal(object)
    _step = Signal(object)

    def __init__(self, tasks: Tasks, parent: QObject) -> None:
        """Begin idle."""
        super().__init__(parent)
        self._tasks = tasks
        self._search: BestOfferSearch | None = None
        self._task: Task | None = None
        self._enough = Event()
        self._left = Event()
        """Nothing is read from the process any more."""
        # Queued, because it is sent from the thread that searches.
        self._step.connect(self._tell_step, Qt.ConnectionType.QueuedConnection)

    @property
    def busy(self) -> bool:
        """Whether something is under way."""
        return self._task is not None

    def start(
        self, around: Circumstances, rules: Rulebook, wish: Wish, surroundings: Surroundings
    ) -> None:
        """Search; what was found before is forgotten."""
        from app.services.best_offer import BestOfferSearch

        if self.busy:
            return
        self._forget()
        search = self._search = BestOfferSearch(
            around, rules, wish, self._watch, surroundings=surroundings
        )

        def work() -> BestOffer:
            search.__enter__()
            return search.run()

        self._run(work, self._end)

    def ask(self, code: str) -> None:
        """Ask what speaks against a bundle; only after something was found."""
        search = self._search
        if self.busy or search is None:
            return
        self._run(lambda: search.why_not(code), self._answer)

    def enough(self) -> None:
        """Take the best so far."""
        self._enough.set()

    def close(self) -> None:
        """End whatever is under way, and the process."""
        self._enough.set()
        if self._task is None:
            self._forget()
            return
        task, self._task = self._task, None
        search, self._search, left = self._search, None, self._left
        task.cancel()

        def end() -> None:
            # Nothing may be closed that a thread still reads from.
            left.wait()
            if search is not None:
                search.__exit__(None, None, None)

        if self._tasks.takes_work:
            self._tasks.run(lambda _task: end(), lambda _none: None)

    def _run(self, work: Callable[[], Result], then: Callable[[Result], None]) -> None:
        """Do something on a thread, and say when nothing is read any more."""
        self._enough.clear()
        left = self._left = Event()

        def run(task: Task) -> Result:
            try:
                task.check()
                return work()
            finally:
                left.set()

        self._task = self._tasks.run(run, then, self._fail)

    def _watch(self, progress: OfferProgress) -> bool:
        task = self._task
        self._step.emit(progress)
        return not (self._enough.is_set() or (task is not None and task.cancelled))

    def _tell_step(self, progress: OfferProgress) -> None:
        if self.busy:
            self.progressed.emit(progress)

    def _end(self, best: BestOffer) -> None:
        self._task = None
        self.found.emit(best)

    def _answer(self, told: WhyNot) -> None:
        self._task = None
        self.told.emit(told)

    def _fail(self, failure: Exception) -> None:
        self._task = None
        self.failed.emit(failure)

    def _forget(self) -> None:
        search, self._search = self._search, None
        if search is not None:
            search.__exit__(None, None, None)
