"""The door for tables from outside: a file of the user's becomes rows of text, or a reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.storage.foreign.findings import TableUnreadable, finding
from app.storage.foreign.limits import LIMITS
from app.storage.foreign.text_table import read_text_table
from app.storage.foreign.workbook import read_xlsx

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable
    from pathlib import Path

    from app.storage.foreign.table_file import TableFile


def read_table_file(
    path: Path,
    *,
    progress: Callable[[float], None] | None = None,
    cancel: threading.Event | None = None,
) -> TableFile:
    """Read a workbook or a text file.

    Args:
        path: The file.
        progress: Called with the share that is done, from 0 to 1.
        cancel: Set to stop.

    Raises:
        GateRefused: The gate refused the file.
        TableUnreadable: Damaged, of unknown encoding, missing or locked.
        WorkerFailed: Reading took too much time or memory.
        Cancelled: ``cancel`` was set.
    """
    try:
        data = path.read_bytes()
    except OSError as failure:
        found = finding("file.cannot_open", detail=failure.strerror or failure)
        raise TableUnreadable(path.name, found) from failure
    if data.startswith(b"PK\x03\x04"):
        return read_xlsx(path.name, data, LIMITS, progress)
    return read_text_table(path.name, data, progress=progress, cancel=cancel)
