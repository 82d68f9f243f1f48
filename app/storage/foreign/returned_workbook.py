"""Read a workbook of ours that came back: every cell with its formula; the task of a worker.

The reader of tables shows what a user sees. Here it is the other way round: a formula that was
overwritten by its own result must be told from the formula.
"""

from __future__ import annotations

import io
import zipfile
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from app.storage.foreign.findings import GateFinding
from app.storage.foreign.limits import LIMITS
from app.storage.foreign.passing import read_passed, workbook_damage
from app.storage.foreign.process_limits import WorkerLimits
from app.storage.foreign.returned_cells import StoredCell, read_cells
from app.storage.foreign.returned_looks import SheetLooks, read_looks
from app.storage.foreign.worker import run_in_worker
from app.storage.foreign.xlsx_package import read_package

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable

    from app.storage.foreign.limits import Limits

_READER = "app.storage.foreign.returned_workbook:read_returned_file"
_LIMITS = WorkerLimits(memory=1 << 30, cpu=20, wall=40.0)
_HIDDEN, _TRACE = "gate.hidden_sheet", "_trace"
"""Every workbook of ours has a hidden sheet of this name."""


class ReturnedSheet(msgspec.Struct, frozen=True):
    """A sheet: its name, its cells by place, such as ``B7``, and its looks; no empty cells."""

    name: str
    cells: dict[str, StoredCell]
    looks: SheetLooks = SheetLooks()


class ReturnedWorkbook(msgspec.Struct, frozen=True):
    """A workbook as it came back.

    Attributes:
        sheets: In the order of their tabs.
        digest: SHA-256 of the file, hexadecimal.
        data: The whole file.
        warnings: What the gate found worth telling.
    """

    sheets: tuple[ReturnedSheet, ...]
    digest: str
    data: bytes
    warnings: tuple[GateFinding, ...] = ()


def read_returned(path: Path, cancel: threading.Event | None = None) -> ReturnedWorkbook:
    """Read a workbook in a process of its own that can be killed.

    Args:
        path: The file.
        cancel: Set to stop.

    Raises:
        FileRefused: The gate refused the file, or it is no workbook.
        FileUnreadable: Damaged or locked.
        WorkerFailed: Reading took too much time or memory.
        Cancelled: ``cancel`` was set.
    """
    return run_in_worker(
        _READER, (str(path), LIMITS), ReturnedWorkbook, limits=_LIMITS, cancel=cancel
    )


def read_returned_file(
    path: str, limits: Limits, report: Callable[[float], None]
) -> ReturnedWorkbook:
    """Check and read a workbook; the task of a worker process.

    Args:
        path: The file.
        limits: How much it may hold.
        report: Called with the share that is done, from 0 to 1.

    Raises:
        FileRefused: The gate refused it.
        FileUnreadable: Damaged or locked.
    """
    name, data, warnings = read_passed(Path(path), "xlsx", limits)
    told = tuple(
        one
        for one in warnings
        if one.code != _HIDDEN or not one.parameters.get("sheet", "").startswith(_TRACE)
    )
    with workbook_damage(name), zipfile.ZipFile(io.BytesIO(data)) as archive:
        sheets = _sheets(archive, limits, report)
    return ReturnedWorkbook(sheets, sha256(data).hexdigest(), data, told)


def _sheets(
    archive: zipfile.ZipFile, limits: Limits, report: Callable[[float], None]
) -> tuple[ReturnedSheet, ...]:
    package, looks = read_package(archive), read_looks(archive)
    found = []
    for number, entry in enumerate(package.sheets, start=1):
        with archive.open(entry.part) as stream:
            cells = read_cells(stream, package.texts, limits)
        found.append(ReturnedSheet(entry.name, cells, looks.get(entry.name, SheetLooks())))
        report(number / len(package.sheets))
    return tuple(found)
