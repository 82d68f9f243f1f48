"""Keeper: stores every committed edit of a quote at once, in order, beside the window.

There is one thread, so edits arrive in the order in which they were made. A failure, a bug too,
keeps the edit in memory and is tried again until it succeeds or the program ends; the user is told.
"""

from __future__ import annotations

from collections import deque
from datetime import UTC, datetime
from threading import Condition, Thread
from typing import TYPE_CHECKING, Final
from uuid import uuid4

from msgspec import Struct
from PySide6.QtCore import QObject, Qt, Signal

from app.errors import RecordChangedElsewhere
from app.quoting.revision import Revision

if TYPE_CHECKING:
    from app.services.workspace import Workspace

_RETRY_SECONDS: Final = 2.0


class EditKept(Struct, frozen=True):
    """An edit to be stored: the revision after it, its label and its merge key."""

    revision: Revision
    label: str
    merge_key: str


class MoveKept(Struct, frozen=True):
    """An undo or redo to be stored: the position of the edit log that it leads to."""

    position: int


class Keeper(QObject):
    """Stores the edits of one open quote; what is stored and where is said in ``_written``.

    * ``kept(moment)``: everything handed in so far is stored.
    * ``failing(failure)``: an edit could not be stored; it is tried again.
    """

    kept = Signal(object)
    failing = Signal(object)
    _told = Signal(object)

    def __init__(
        self, workspace: Workspace, quote_id: str, revision: int, parent: QObject | None = None
    ) -> None:
        """Begin with nothing to store.

        Args:
            workspace: Where to store.
            quote_id: Which quote.
            revision: Revision of the stored head.
            parent: Owner.
        """
        super().__init__(parent)
        self._workspace = workspace
        self._record = quote_id
        self._revision = revision
        self._jobs: deque[Struct] = deque()
        self._turn = Condition()
        self._closing = False
        self._failed = 0
        self._stuck = False
        self._told.connect(self._tell, Qt.ConnectionType.QueuedConnection)
        self._thread = Thread(target=self._work, name="keeper", daemon=True)
        self._thread.start()

    @property
    def pending(self) -> int:
        """How many edits are not stored yet."""
        return len(self._jobs)

    def keep(self, job: Struct) -> None:
        """Store an edit, or an undo, after those handed in before."""
        with self._turn:
            self._jobs.append(job)
            self._turn.notify_all()

    def store(self, seconds: float = 10.0) -> bool:
        """Try at once to store what is left; whatever comes of it, the work goes on.

        Args:
            seconds: Most that is waited, when the database is slow or locked.

        Returns:
            Whether everything is stored.
        """
        with self._turn:
            failed = self._failed
            self._turn.notify_all()
            self._turn.wait_for(
                lambda: not self._jobs or self._stuck or self._failed > failed, seconds
            )
            return not self._jobs

    def give_up(self) -> None:
        """Store nothing of what is left: it is settled otherwise."""
        with self._turn:
            self._jobs.clear()
            self._turn.notify_all()

    def close(self, seconds: float = 10.0) -> bool:
        """Store what is left and end the thread; what cannot be stored is lost.

        Returns:
            Whether everything is stored.
        """
        with self._turn:
            self._closing = True
            self._turn.notify_all()
        self._thread.join(seconds)
        return not self._jobs

    def _work(self) -> None:
        while True:
            with self._turn:
                while not self._jobs and not self._closing:
                    self._turn.wait()
                if not self._jobs:
                    return
                job = self._jobs[0]
            if not self._store(job, uuid4().hex):
                return

    def _store(self, job: Struct, operation: str) -> bool:
        """Store one job, trying again until it succeeds; false when the program ends first."""
        while True:
            try:
                self._revision = self._written(job, operation)
            except Exception as failure:  # noqa: BLE001 - no bug may end the thread with edits left
                self._told.emit(failure)
                with self._turn:
                    self._failed += 1
                    self._stuck = isinstance(failure, RecordChangedElsewhere)
                    self._turn.notify_all()
                    if self._closing or self._stuck:
                        return False
                    self._turn.wait(_RETRY_SECONDS)
                continue
            with self._turn:
                if self._jobs:  # it was not given up in the meantime
                    self._jobs.popleft()
                done = not self._jobs
                self._turn.notify_all()
            if done:
                self._told.emit(datetime.now(UTC))
            return True

    def _written(self, job: Struct, operation: str) -> int:
        """Store an edit or a move; gives the revision after it."""
        from app.services.listing import figures_of
        from app.services.quote_library import commit_edit, move_to

        now = datetime.now(UTC)
        if isinstance(job, MoveKept):
            return move_to(
                self._workspace,
                self._record,
                self._revision,
                job.position,
                operation_id=operation,
                now=now,
            )
        assert isinstance(job, EditKept)  # noqa: S101 (for the type checker: there are two kinds)
        return commit_edit(
            self._workspace,
            self._revision,
            job.revision.quote,
            label=job.label,
            merge_key=job.merge_key,
            figures=figures_of(job.revision),
            operation_id=operation,
            now=now,
        )

    def _tell(self, news: object) -> None:
        if isinstance(news, Exception):
            self.failing.emit(news)
        else:
            self.kept.emit(news)
