"""Tasks that the tests run in a worker process, most of them badly behaved."""

from __future__ import annotations

import os
import signal
import sys
import time
from importlib import import_module
from typing import TYPE_CHECKING

from app.errors import FileRefused, FileUnreadable
from app.storage.foreign.findings import finding
from catalog.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Callable


def add(one: int, other: int, report: Callable[[float], None]) -> int:
    """Work that goes well."""
    report(0.5)
    report(1.0)
    return one + other


def modules(_report: Callable[[float], None]) -> list[str]:
    """What the worker has imported when it is ready to read a workbook."""
    import_module("app.storage.foreign.workbook")
    return sorted(sys.modules)


def fill_memory(_report: Callable[[float], None]) -> int:
    """Ask for more than is allowed."""
    return len(bytearray(8 << 30))


def compute_for_ever(_report: Callable[[float], None]) -> int:
    """Never return, and keep the processor busy."""
    number = 0
    while True:
        number = (number + 1) % 1000


def sleep_for_ever(report: Callable[[float], None]) -> None:
    """Never return, and use nothing."""
    while True:
        report(0.1)
        time.sleep(0.02)


def abort(_report: Callable[[float], None]) -> None:
    """Die as a library does that cannot go on."""
    os.kill(os.getpid(), signal.SIGABRT)


def divide_by_zero(_report: Callable[[float], None]) -> float:
    """Make a mistake of ours."""
    return 1 / len(sys.argv[:0])


def refuse(kind: str, _report: Callable[[float], None]) -> None:
    """Raise one of the expected failures."""
    failures = {
        "gate": FileRefused("价.xlsx", [finding("gate.far_cell", part="s", cell="XFD1")]),
        "table": FileUnreadable("价.csv", finding("file.unclosed_quotation_mark", line=7)),
        "refused": FileRefused("a.docx", [Problem("import.a"), Problem("import.b")]),
    }
    raise failures[kind]


def answer_wrongly(_report: Callable[[float], None]) -> str:
    """Return something else than was agreed."""
    return "text"
