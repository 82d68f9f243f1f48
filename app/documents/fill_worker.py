"""Fill a user's template in a process of its own that can be killed.

The allow-list keeps loops short and forbids computing, yet a file that somebody sent may still be
built to take forever or to eat all memory inside the libraries that read it. A worker that runs out
of time or memory dies alone. Templates that come with the program need none of this.
"""

from __future__ import annotations

import multiprocessing
import sys
import threading
from typing import TYPE_CHECKING, Final

import msgspec

from app.errors import CharacterRefused, TemplateError, WorkerFailed
from catalog.known_type import known
from catalog.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Mapping
    from multiprocessing.connection import Connection
    from multiprocessing.context import SpawnProcess

    from app.documents.kind import FieldValues

SECONDS: Final = 20.0
"""Wall time for one template, the start of the process included."""
MEGABYTES: Final = 1024
"""Address space of the worker; where the system cannot limit it, only time is limited."""
_MOST: Final = 100
"""Orders of one worker: what its libraries hold grows with each."""
_HARMLESS: Final = ("", "template", "document")
"""Failures after which the worker goes on."""


class _Order(msgspec.Struct, frozen=True):
    """What the worker is asked to fill; plain values only, so that nothing is unpickled."""

    template: bytes
    values: dict[str, object]
    known: list[str]
    name: str
    title: str
    pictures: dict[str, bytes]


class _Answer(msgspec.Struct, frozen=True):
    """What came of it: the file, or the kind of failure with its parts."""

    docx: bytes = b""
    failure: str = ""
    reasons: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


class Filler:
    """A worker that fills one template after the other: only the first waits for its start.

    Any thread may ask it; one is served at a time. A worker that failed, or did its share, is
    ended, and the next order starts another.
    """

    def __init__(self) -> None:
        """Start nothing yet."""
        self._turn = threading.Lock()
        self._worker: tuple[SpawnProcess, Connection] | None = None
        self._done = 0

    def fill(
        self,
        template: bytes,
        values: FieldValues,
        *,
        known: frozenset[str],
        name: str,
        title: str,
        pictures: Mapping[str, bytes],
        seconds: float = SECONDS,
    ) -> bytes:
        """Fill a template in the worker; as ``app.documents.word.fill``.

        Raises:
            TemplateError: If the template is at fault.
            CharacterRefused: If a value must not be printed.
            WorkerFailed: If the worker ran out of time or memory, or died.
        """
        order = _Order(template, dict(values), sorted(known), name, title, dict(pictures))
        with self._turn:
            answer = self._asked(msgspec.msgpack.encode(order), seconds)
            self._done += 1
            if answer.failure not in _HARMLESS or self._done >= _MOST:
                self._end()
        if answer.failure == "template":
            raise TemplateError(name, answer.problems)
        if answer.failure == "document":
            raise CharacterRefused(*answer.reasons)
        if answer.failure:
            raise WorkerFailed(worker="fill", reason=answer.failure)
        return answer.docx

    def close(self) -> None:
        """End the worker, after the order it is at."""
        with self._turn:
            self._end()

    def _asked(self, order: bytes, seconds: float) -> _Answer:
        """Hand the worker an order and wait for the answer."""
        if self._worker is None or not self._worker[0].is_alive():
            self._end()
            self._worker = _begun()
        connection = self._worker[1]
        try:
            connection.send_bytes(order)
            if not connection.poll(seconds):
                return _Answer(failure="time")
            return msgspec.msgpack.decode(connection.recv_bytes(), type=known(_Answer))
        except (EOFError, OSError):
            return _Answer(failure="died")

    def _end(self) -> None:
        if self._worker is not None:
            worker, connection = self._worker
            connection.close()
            worker.kill()
            worker.join()
        self._worker, self._done = None, 0


def fill_apart(
    template: bytes,
    values: FieldValues,
    *,
    known: frozenset[str],
    name: str,
    title: str,
    pictures: Mapping[str, bytes],
    seconds: float = SECONDS,
) -> bytes:
    """Fill one template in a worker of its own; as ``Filler.fill``."""
    filler = Filler()
    try:
        return filler.fill(
            template,
            values,
            known=known,
            name=name,
            title=title,
            pictures=pictures,
            seconds=seconds,
        )
    finally:
        filler.close()


def _begun() -> tuple[SpawnProcess, Connection]:
    context = multiprocessing.get_context("spawn")
    here, there = context.Pipe()
    worker = context.Process(target=_work, args=(there,), daemon=True)
    worker.start()
    there.close()
    return worker, here


def _work(connection: Connection) -> None:
    """The worker: an answer to each order, until nobody is there to ask."""
    _limit_memory()
    while True:
        try:
            order = msgspec.msgpack.decode(connection.recv_bytes(), type=known(_Order))
        except (EOFError, OSError):
            return
        connection.send_bytes(msgspec.msgpack.encode(_answered(order)))


def _answered(order: _Order) -> _Answer:
    from app.documents.word import fill

    try:
        docx = fill(
            order.template,
            order.values,  # type: ignore[arg-type]  # plain values, checked by fill itself
            known=frozenset(order.known),
            name=order.name,
            title=order.title,
            pictures=order.pictures,
        )
    except TemplateError as error:
        return _Answer(failure="template", problems=error.problems)
    except CharacterRefused as error:
        return _Answer(failure="document", reasons=tuple(error.parameters.values()))
    except MemoryError:
        return _Answer(failure="memory")
    except (RecursionError, ValueError, KeyError) as error:
        told = {"reason": f"{type(error).__name__}: {error}"}
        fault = Problem("template.unreadable", parameters=told)
        return _Answer(failure="template", problems=(fault,))
    return _Answer(docx=docx)


def _limit_memory() -> None:
    if sys.platform != "win32":
        import resource

        limit = MEGABYTES << 20
        resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
