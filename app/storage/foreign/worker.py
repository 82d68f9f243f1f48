"""Run a function in a process of its own that can be killed and has limits.

Parsers of foreign formats can hang, fill the memory or abort the whole process. Here they do so
alone. The answer comes back as plain data (MessagePack, checked against a type), never as a
pickle: a worker that was taken over by a hostile file cannot run anything in the program.
"""

from __future__ import annotations

import gc
import multiprocessing
import time
import traceback
from importlib import import_module
from typing import TYPE_CHECKING, TypeVar

import msgspec

from app.errors import Cancelled, FileRefused, FileUnreadable, QuotewrightError, WorkerFailed
from app.storage.foreign.findings import GateFinding
from app.storage.foreign.process_limits import WorkerLimits, apply_limits
from catalog.known_type import known

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable
    from multiprocessing.connection import Connection
    from multiprocessing.context import SpawnProcess

T = TypeVar("T")

_PROGRESS, _RESULT, _FAILURE = b"p", b"r", b"f"
_POLL = 0.05
"""Seconds between two looks at the cancel event and the clock."""
_REPORT_EVERY = 0.1
_CPU_EXITS = (-24, 1816)
"""SIGXCPU, and ERROR_NOT_ENOUGH_QUOTA of Windows."""


class _Failure(msgspec.Struct):
    """How an exception of the task travels: its class, and the facts to build it again."""

    kind: str
    file: str = ""
    findings: list[GateFinding] = []
    detail: str = ""


def run_in_worker(
    task: str,
    arguments: tuple[object, ...],
    result: type[T],
    *,
    limits: WorkerLimits | None = None,
    progress: Callable[[float], None] | None = None,
    cancel: threading.Event | None = None,
) -> T:
    """Run a task in a fresh process and wait for its result.

    Args:
        task: ``module:function``; the function takes the arguments and a callable for progress,
            which takes the share that is done, from 0 to 1.
        arguments: Values that can be pickled.
        result: Type of the result: a ``msgspec`` struct or anything made of plain values.
        limits: Memory and time; the defaults of ``WorkerLimits`` when not given.
        progress: Called here with what the task reports.
        cancel: Set to kill the worker.

    Raises:
        FileRefused: As the task raised it; likewise ``FileUnreadable``.
        WorkerFailed: ``reason`` is ``memory``, ``cpu_time``, ``wall_time``, ``died`` or ``bug``.
        Cancelled: ``cancel`` was set.
    """
    limits = limits or WorkerLimits()
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(
        target=_serve, args=(theirs, task, arguments, limits), name=f"worker {task}", daemon=True
    )
    try:
        process.start()
        theirs.close()
        payload = _wait(ours, process, task, limits, progress, cancel)
    finally:
        ours.close()
        if process.pid is not None:
            process.kill()
            process.join()
            process.close()
    try:
        return msgspec.msgpack.decode(payload, type=known(result))
    except msgspec.DecodeError as fault:
        raise WorkerFailed(task=task, reason="bug", detail=fault) from fault


def _wait(
    connection: Connection,
    process: SpawnProcess,
    task: str,
    limits: WorkerLimits,
    progress: Callable[[float], None] | None,
    cancel: threading.Event | None,
) -> bytes:
    """The encoded result.

    Raises:
        QuotewrightError: Whatever went wrong.
    """
    deadline = time.monotonic() + limits.wall
    while True:
        if cancel is not None and cancel.is_set():
            raise Cancelled
        if time.monotonic() > deadline:
            raise WorkerFailed(task=task, reason="wall_time")
        if not connection.poll(_POLL):
            continue
        try:
            frame = connection.recv_bytes()
        except (EOFError, OSError):
            process.join()
            reason = "cpu_time" if process.exitcode in _CPU_EXITS else "died"
            raise WorkerFailed(task=task, reason=reason, detail=process.exitcode) from None
        kind, body = frame[:1], frame[1:]
        if kind == _RESULT:
            return body
        if kind == _FAILURE:
            raise _rebuilt(msgspec.msgpack.decode(body, type=known(_Failure)), task)
        if progress is not None:
            progress(msgspec.msgpack.decode(body, type=float))


def _serve(
    connection: Connection, task: str, arguments: tuple[object, ...], limits: WorkerLimits
) -> None:
    """What the worker process does."""
    try:
        apply_limits(limits)
        gc.disable()  # the process lives for one task; collecting costs a tenth of the time
        module, _, name = task.partition(":")
        function = getattr(import_module(module), name)
        answer = _RESULT + msgspec.msgpack.encode(function(*arguments, _reporter(connection)))
    except MemoryError:
        answer = _FAILURE + msgspec.msgpack.encode(_Failure("memory"))
    except Exception as failure:  # noqa: BLE001 -- whatever it is, the waiting process must know
        answer = _FAILURE + msgspec.msgpack.encode(_described(failure))
    connection.send_bytes(answer)
    connection.close()


def _reporter(connection: Connection) -> Callable[[float], None]:
    """A callable that sends the share that is done, not more often than anyone can see."""
    last = 0.0

    def report(share: float) -> None:
        nonlocal last
        now = time.monotonic()
        if now - last >= _REPORT_EVERY or share >= 1:
            last = now
            connection.send_bytes(_PROGRESS + msgspec.msgpack.encode(float(share)))

    return report


def _described(failure: Exception) -> _Failure:
    if isinstance(failure, FileRefused | FileUnreadable):
        kind = "refused" if isinstance(failure, FileRefused) else "unreadable"
        findings = [GateFinding(one.code, dict(one.parameters)) for one in failure.findings]
        return _Failure(kind, failure.parameters["file"], findings)
    return _Failure("bug", detail="".join(traceback.format_exception(failure)))


def _rebuilt(failure: _Failure, task: str) -> QuotewrightError:
    if failure.kind == "refused":
        return FileRefused(failure.file, failure.findings)
    if failure.kind == "unreadable":
        return FileUnreadable(failure.file, failure.findings[0])
    if failure.kind == "memory":
        return WorkerFailed(task=task, reason="memory")
    return WorkerFailed(task=task, reason="bug", detail=failure.detail)
