"""Searches for the best offer in a process of their own, which can be ended at any time."""

from __future__ import annotations

import multiprocessing
import sys
from time import monotonic
from typing import TYPE_CHECKING, Final, Self

import msgspec

from app.errors import WorkerFailed
from app.services.offer_search import Found, Task
from catalog.known_type import known

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from multiprocessing.connection import Connection
    from types import TracebackType

_GRACE: Final = 10.0
"""Seconds besides those of the task before a worker that says nothing is ended: its start, and
what building the programme and the last step of the search take."""
_LOOK: Final = 0.1
"""Seconds between two looks at whether somebody wants to stop."""
_MEGABYTES: Final = 4096
_LINE = "offer"


class OfferWorker:
    """A process that searches, one task after another; it is started with the first one."""

    def __init__(self) -> None:
        """Start nothing yet."""
        self._process: multiprocessing.process.BaseProcess | None = None
        self._here: Connection | None = None

    def __enter__(self) -> Self:
        """Begin with the process, so that it is ready when the task is."""
        self._begun()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        failure: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """End the process."""
        self.close()

    def search(self, task: Task, watch: Callable[[Found], bool]) -> Found:
        """Search; as ``offer_search.search``.

        Args:
            task: What is searched for.
            watch: Told of each better choice, and now and then of the last one again; where it
                says no, the process is ended and the last choice stands, not final.

        Raises:
            WorkerFailed: The process died, or did not end in time.
        """
        found = Found()
        wanted = True
        try:
            for found in self._answers(task):
                wanted = watch(found)
                if not wanted:
                    break
        except (EOFError, OSError) as failure:
            raise WorkerFailed(worker=_LINE, reason="died") from failure
        finally:
            if not found.final:
                self.close()
        if wanted and not found.final:
            raise WorkerFailed(worker=_LINE, reason="time")
        return found

    def _answers(self, task: Task) -> Iterator[Found]:
        """What the process says, up to the end of the search or of its time."""
        here, found = self._begun(), Found()
        ends = monotonic() + task.effort.seconds + _GRACE
        here.send_bytes(msgspec.msgpack.encode(task))
        while not found.final and monotonic() < ends:
            if here.poll(_LOOK):
                found = msgspec.msgpack.decode(here.recv_bytes(), type=known(Found))
            yield found

    def close(self) -> None:
        """End the process, whatever it does."""
        if self._here is not None:
            self._here.close()
        if self._process is not None:
            self._process.kill()
            self._process.join()
        self._here = self._process = None

    def _begun(self) -> Connection:
        if self._here is None:
            context = multiprocessing.get_context("spawn")
            self._here, there = context.Pipe()
            self._process = context.Process(target=_work, args=(there,), daemon=True)
            self._process.start()
            there.close()
        return self._here


def _work(connection: Connection) -> None:
    """The worker: task after task, until nobody is there any more."""
    _limit_memory()
    from app.services.offer_search import search

    def tell(found: Found) -> None:
        connection.send_bytes(msgspec.msgpack.encode(found))

    try:
        while True:
            task = msgspec.msgpack.decode(connection.recv_bytes(), type=known(Task))
            tell(search(task, tell))
    except (EOFError, OSError):
        return  # whoever asked has gone


def _limit_memory() -> None:
    if sys.platform != "win32":
        import resource

        limit = _MEGABYTES << 20
        resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
