"""Latest: runs look-ups beside the window and hands on only the newest answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from app.errors import QuotewrightError

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.ui.tasks import Task, Tasks
    from app.ui.widgets.page_fault import PageFault

Answer = TypeVar("Answer")


class Latest(Generic[Answer]):
    """Looks up what is typed; an answer that was overtaken is dropped."""

    def __init__(
        self, tasks: Tasks, show: Callable[[Answer], None], fault: PageFault | None = None
    ) -> None:
        """Hand answers to ``show`` in the window's thread.

        Args:
            tasks: Where the work is done.
            show: Gets the newest answer.
            fault: Says on the page why there is none; without it the window does.
        """
        self._tasks = tasks
        self._show = show
        self._fault = fault
        self._running: Task | None = None

    def look_up(self, work: Callable[[], Answer]) -> None:
        """Start a look-up; one that is under way is overtaken."""
        if self._running is not None:
            self._running.cancel()
        self._running = self._tasks.run(lambda _task: work(), self._take, self._fail)

    def _take(self, answer: Answer) -> None:
        if self._fault is not None:
            self._fault.withdraw()
        self._show(answer)

    def _fail(self, failure: Exception) -> None:
        """Expected failures belong on the page; anything else is a bug."""
        if self._fault is not None and isinstance(failure, QuotewrightError):
            self._fault.tell(failure)
        else:
            self._tasks.crashed.emit(failure)
