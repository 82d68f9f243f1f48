"""Latest: runs look-ups beside the window and hands on only the newest answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.ui.tasks import Task, Tasks

Answer = TypeVar("Answer")


class Latest(Generic[Answer]):
    """Looks up what is typed; an answer that was overtaken is dropped."""

    def __init__(self, tasks: Tasks, show: Callable[[Answer], None]) -> None:
        """Hand answers to ``show`` in the window's thread."""
        self._tasks = tasks
        self._show = show
        self._running: Task | None = None

    def look_up(self, work: Callable[[], Answer]) -> None:
        """Start a look-up; one that is under way is overtaken."""
        if self._running is not None:
            self._running.cancel()
        self._running = self._tasks.run(lambda _task: work(), self._show)
