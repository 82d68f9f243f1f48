"""Read every sheet of a workbook; the task of a worker process."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from app.storage.foreign.gate import refuse_unless_clean
from app.storage.foreign.opening import read_foreign
from app.storage.foreign.passing import workbook_damage
from app.storage.foreign.sniff import FileKind, sniff
from app.storage.foreign.table_file import TableFile
from app.storage.foreign.xlsx_package import read_package
from app.storage.foreign.xlsx_sheet import read_sheet

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.storage.foreign.limits import Limits


def read_workbook_file(path: str, limits: Limits, report: Callable[[float], None]) -> TableFile:
    """Check and read a workbook of the new or of the old format.

    Args:
        path: The file.
        limits: How much it may hold.
        report: Called with the share that is done, from 0 to 1.

    Raises:
        FileRefused: The gate refused it.
        FileUnreadable: Damaged or locked.
    """
    file = Path(path)
    data = read_foreign(file, limits.file)
    if sniff(data) is FileKind.XLS:
        from app.storage.foreign.xls_workbook import read_xls

        return read_xls(file.name, data, limits)
    warnings = refuse_unless_clean(file.name, data, "xlsx", limits)
    return msgspec.structs.replace(read_xlsx(file.name, data, limits, report), warnings=warnings)


def read_xlsx(
    name: str, data: bytes, limits: Limits, progress: Callable[[float], None] | None = None
) -> TableFile:
    """Read a workbook that has passed the gate.

    Args:
        name: File name for messages.
        data: Content of the file.
        limits: Bounds for rows, columns and characters.
        progress: Called with the share that is done, from 0 to 1.

    Raises:
        FileUnreadable: Damaged.
    """
    with workbook_damage(name), zipfile.ZipFile(io.BytesIO(data)) as archive:
        return _read(archive, limits, progress)


def _read(
    archive: zipfile.ZipFile, limits: Limits, progress: Callable[[float], None] | None
) -> TableFile:
    package = read_package(archive)
    total = sum(archive.NameToInfo[entry.part].file_size for entry in package.sheets) or 1
    done = 0

    def advanced(count: int) -> None:
        nonlocal done
        done += count
        if progress is not None:
            progress(min(1.0, done / total))

    sheets = []
    for entry in package.sheets:
        with archive.open(entry.part) as stream:
            sheets.append(read_sheet(stream, entry, package, limits, advanced))
    return TableFile("xlsx", tuple(sheets))
