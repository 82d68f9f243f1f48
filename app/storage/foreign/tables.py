"""The door for tables from outside: a file of the user's becomes rows of text, or a reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.errors import FileRefused
from app.storage.foreign.gate import wrong_kind
from app.storage.foreign.limits import LIMITS
from app.storage.foreign.opening import read_foreign
from app.storage.foreign.packed_table import PackedTable, unpacked
from app.storage.foreign.process_limits import WorkerLimits
from app.storage.foreign.sniff import FileKind, sniff
from app.storage.foreign.text_table import read_text_table
from app.storage.foreign.worker import run_in_worker

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable
    from pathlib import Path

    from app.storage.foreign.table_file import TableFile

_READER = "app.storage.foreign.packed_table:read_packed"


def read_table_file(
    path: Path,
    *,
    progress: Callable[[float], None] | None = None,
    cancel: threading.Event | None = None,
) -> TableFile:
    """Read a workbook (``.xlsx``, ``.xls``) or a text file (``.csv``, ``.tsv``, ``.txt``).

    What the file is decides how it is read, not the ending of its name. Workbooks pass the gate
    and are parsed in a worker process; text is read here.

    Args:
        path: The file.
        progress: Called with the share that is done, from 0 to 1.
        cancel: Set to stop.

    Raises:
        FileRefused: The gate refused the file; ``findings`` say why.
        FileUnreadable: Damaged, locked, encrypted or of unknown encoding; ``finding`` says why.
        WorkerFailed: Reading took too much time or memory.
        Cancelled: ``cancel`` was set.
    """
    data = read_foreign(path)
    kind = sniff(data)
    if kind is FileKind.TEXT:
        return read_text_table(path.name, data, progress=progress, cancel=cancel)
    if kind not in (FileKind.XLSX, FileKind.XLS, FileKind.ZIP):
        raise FileRefused(path.name, (wrong_kind(kind, "xlsx"),))
    del data
    packed = run_in_worker(
        _READER,
        (str(path), LIMITS),
        PackedTable,
        limits=WorkerLimits(),
        progress=progress,
        cancel=cancel,
    )
    return unpacked(packed, cancel)
