"""BatchRun: makes the papers of many customers beside the window, and stops when it is told to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from pathlib import Path

    from app.services.batch_plan import BatchPlan
    from app.services.workspace import Workspace
    from app.ui.page import Surroundings
    from app.ui.tasks import Task


class BatchRun(QObject):
    """Runs one batch at a time.

    * ``told(outcome)``: a customer is done, or is not and why.
    * ``ended()``: nobody works any more. * ``failed(failure)``: the batch could not go on.
    """

    told = Signal(object)
    ended = Signal()
    failed = Signal(object)

    def __init__(self, workspace: Workspace, around: Surroundings, parent: QObject) -> None:
        """Run on the threads of the window."""
        super().__init__(parent)
        self._workspace = workspace
        self._around = around
        self._task: Task | None = None
        around.tasks.ended.connect(self._end)

    @property
    def busy(self) -> bool:
        """Whether a batch is under way, or is just being stopped."""
        return self._task is not None

    def start(self, plan: BatchPlan, folder: Path) -> None:
        """Make what is left of a batch.

        Args:
            plan: Of the ledger in the folder.
            folder: For the files.
        """
        from app.services.unfinished import begin

        data, now = self._workspace.folder, self._around.clock()
        begin(self._workspace, "batch", plan.pattern.id, (str(folder),), now)
        language = self._around.speaker.words.language
        customers = [one.id for one in plan.wanted]

        def work(task: Task) -> None:
            from contextlib import closing

            from app.services.batch import run_batch

            # What is under way when it is stopped is finished, so the ledger is always true.
            with closing(
                run_batch(data, folder, plan, customers, now=now, language=language)
            ) as run:
                for outcome in run:
                    self.told.emit(outcome)
                    task.check()

        self._task = self._around.tasks.run(work, lambda _done: None, self.failed.emit)

    def stop(self) -> None:
        """Begin nothing new; what is under way is finished."""
        if self._task is not None:
            self._task.cancel()

    def _end(self, task: Task) -> None:
        if task is self._task:
            self._task = None
            self.ended.emit()
