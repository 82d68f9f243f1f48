"""A table on its way from the worker: its rows in small blocks, taken out one after the other.

Taking out a hundred thousand rows at once would hold up every other thread, and with them the
window, for as long as it takes; between two blocks the others have their turn.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from app.errors import Cancelled, WorkerFailed
from app.storage.foreign.table_file import Row, Sheet, TableFile
from app.storage.foreign.workbook import read_workbook_file
from catalog.known_type import known

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable

    from app.storage.foreign.limits import Limits

_BLOCK = 1000
"""Rows; a block takes some 5 ms."""
_ROWS = msgspec.msgpack.Decoder(known(tuple[Row, ...]))


class PackedSheet(msgspec.Struct, frozen=True):
    """A sheet without its rows, and these in blocks."""

    sheet: Sheet
    blocks: tuple[bytes, ...]


class PackedTable(msgspec.Struct, frozen=True):
    """A table file without its sheets, and these packed."""

    table: TableFile
    sheets: tuple[PackedSheet, ...]


def read_packed(path: str, limits: Limits, report: Callable[[float], None]) -> PackedTable:
    """Read a workbook as ``read_workbook_file`` does; the task of a worker process."""
    return packed(read_workbook_file(path, limits, report))


def packed(table: TableFile) -> PackedTable:
    """Pack the rows of a table."""
    encode = msgspec.msgpack.Encoder().encode
    sheets = tuple(
        PackedSheet(
            msgspec.structs.replace(sheet, rows=()),
            tuple(
                encode(sheet.rows[start : start + _BLOCK])
                for start in range(0, len(sheet.rows), _BLOCK)
            ),
        )
        for sheet in table.sheets
    )
    return PackedTable(msgspec.structs.replace(table, sheets=()), sheets)


def unpacked(packed: PackedTable, cancel: threading.Event | None = None) -> TableFile:
    """The table.

    Raises:
        Cancelled: ``cancel`` was set.
        WorkerFailed: A block is no rows.
    """
    sheets = []
    for one in packed.sheets:
        rows: list[Row] = []
        for block in one.blocks:
            if cancel is not None and cancel.is_set():
                raise Cancelled
            try:
                rows += _ROWS.decode(block)
            except msgspec.DecodeError as fault:
                raise WorkerFailed(task="read_packed", reason="bug", detail=fault) from fault
        sheets.append(msgspec.structs.replace(one.sheet, rows=tuple(rows)))
    return msgspec.structs.replace(packed.table, sheets=tuple(sheets))
