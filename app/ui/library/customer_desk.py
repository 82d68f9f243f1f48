"""CustomerDesk: the customer in sight; every edit is stored at once and can be taken back."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.quoting.customer import Customer
    from app.services.customer_file import CustomerFile
    from app.services.workspace import Workspace
    from app.ui.page import Surroundings


class CustomerDesk(QObject):
    """Holds a customer's file and hands edits to the store, one after the other.

    * ``changed(file, moved)``: the file differs; ``moved`` when undo or redo made it so.
    * ``stored(id)``: edits of a customer are stored. * ``failed(failure)``: one was not, and the
      file is again what is stored.
    """

    changed = Signal(object, bool)
    stored = Signal(str)
    failed = Signal(object)

    def __init__(self, around: Surroundings, parent: QObject) -> None:
        """Begin without a customer."""
        super().__init__(parent)
        self._around = around
        self.workspace: Workspace | None = None
        self.file: CustomerFile | None = None
        self._jobs: deque[Callable[[Workspace, int], bool]] = deque()
        self._running = False

    def take(self, file: CustomerFile | None) -> None:
        """Have another customer in sight, or the same one as read anew."""
        if self._jobs or self._running:
            return  # what was read is older than what is being stored
        before, self.file = self.file, file
        if file is not None:
            other = before is None or before.customer.id != file.customer.id
            self.changed.emit(file, other)

    @property
    def customer(self) -> Customer | None:
        """The customer in sight, with every edit."""
        return self.file.customer if self.file is not None else None

    def edit(self, customer: Customer, label: str) -> None:
        """Store the customer in sight as he is after an edit."""
        import msgspec

        if self.file is None or customer == self.file.customer:
            return
        now = self._around.clock()
        replace = msgspec.structs.replace
        self.file = replace(self.file, stored=replace(self.file.stored, customer=customer))
        self.changed.emit(self.file, False)

        def job(workspace: Workspace, revision: int) -> bool:
            workspace.customer_log.commit(customer, label, now=now, expected_revision=revision)
            return False

        self._put(job)

    def undo(self) -> None:
        """Take the last edit back; a merge is one step."""
        self._move(back=True)

    def redo(self) -> None:
        """Do again what was taken back."""
        self._move(back=False)

    def _move(self, *, back: bool) -> None:
        if self.file is None:
            return
        now, customer_id = self._around.clock(), self.file.customer.id

        def job(workspace: Workspace, _revision: int) -> bool:
            log = workspace.customer_log
            (log.undo if back else log.redo)(customer_id, now)
            return True

        self._put(job)

    def _put(self, job: Callable[[Workspace, int], bool]) -> None:
        self._jobs.append(job)
        if not self._running:
            self._next()

    def _next(self) -> None:
        workspace, file = self.workspace, self.file
        if workspace is None or file is None:
            return
        self._running = True
        job, revision, customer_id = self._jobs[0], file.stored.revision, file.customer.id

        def work(_task: object) -> tuple[CustomerFile, bool]:
            from app.services.customer_file import read_file

            moved = job(workspace, revision)
            return read_file(workspace, customer_id), moved

        self._around.tasks.run(work, self._done, self._refuse)

    def _done(self, answer: tuple[CustomerFile, bool]) -> None:
        import msgspec

        file, moved = answer
        self._jobs.popleft()
        self._running = False
        if self._jobs and self.file is not None and not moved:
            # Later edits are in memory already; only the revision is news.
            mine = msgspec.structs.replace(
                self.file.stored, revision=file.stored.revision, updated=file.stored.updated
            )
            self.file = msgspec.structs.replace(file, stored=mine)
        else:
            self.file = file
        if self._jobs:
            self._next()
            return
        self.changed.emit(self.file, moved)
        self.stored.emit(file.customer.id)

    def _refuse(self, failure: Exception) -> None:
        """What could not be stored is gone from the page as well; the user is told."""
        self._jobs.clear()
        self._running = False
        self.failed.emit(failure)
        if self.workspace is not None and self.file is not None:
            workspace, customer_id = self.workspace, self.file.customer.id

            def read(_task: object) -> CustomerFile:
                from app.services.customer_file import read_file

                return read_file(workspace, customer_id)

            self._around.tasks.run(read, self.take, self.failed.emit)
