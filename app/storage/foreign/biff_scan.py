"""What the library for the old binary workbooks hides: errors, hidden rows, number formats.

Walks the records of the workbook stream (MS-XLS) and reads only the few that say these things.
"""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

import msgspec

from app.storage.foreign.number_format import (
    GENERAL,
    NumberFormat,
    built_in_format,
    read_format,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

_BEGIN, _END, _SHEET, _PASSWORD, _FORMAT, _STYLE = 0x809, 0x0A, 0x85, 0x2F, 0x41E, 0xE0
_ROW, _COLUMNS, _BOOL_OR_ERROR, _FORMULA = 0x208, 0x7D, 0x205, 0x06
_NUMBER, _SHORT_NUMBER, _SHORT_NUMBERS, _TEXT, _OLD_TEXT = 0x203, 0x27E, 0xBD, 0xFD, 0x204
_CELLS = frozenset((_BOOL_OR_ERROR, _FORMULA, _NUMBER, _SHORT_NUMBER, _TEXT, _OLD_TEXT))
_VERSION = 0x600
_WORKSHEET = 0
_ROW_HIDDEN = 0x20
_ERRORS = {
    0x00: "#NULL!",
    0x07: "#DIV/0!",
    0x0F: "#VALUE!",
    0x17: "#REF!",
    0x1D: "#NAME?",
    0x24: "#NUM!",
    0x2A: "#N/A",
}


class SheetScan(msgspec.Struct):
    """What was found in one sheet; rows and columns count from 0.

    Attributes:
        errors: Error text by place.
        formats: Number format by place, where it is not the general one.
        hidden_rows: Rows that the user does not see.
        hidden_columns: Columns that the user does not see.
        cells: Number of cells that hold something.
        last_row: Last row that holds something.
        last_column: Last column that holds something.
    """

    errors: dict[tuple[int, int], str] = {}
    formats: dict[tuple[int, int], NumberFormat] = {}
    hidden_rows: set[int] = set()
    hidden_columns: set[int] = set()
    cells: int = 0
    last_row: int = 0
    last_column: int = 0


class UnreadableBook(ValueError):
    """Damaged, older than Excel 97, or encrypted.

    Attributes:
        encrypted: It is encrypted.
    """

    def __init__(self, detail: str, *, encrypted: bool = False) -> None:
        """Say what is wrong."""
        super().__init__(detail)
        self.encrypted = encrypted


def scan_book(stream: bytes) -> dict[str, SheetScan]:
    """Scan a workbook stream.

    Returns:
        What was found, by the name of the worksheet.

    Raises:
        UnreadableBook: Damaged, older than Excel 97, or encrypted.
    """
    sheets: list[tuple[str, int]] = []
    own: dict[int, NumberFormat] = {}
    styles: list[int] = []
    try:
        for kind, body in _records(stream, 0):
            if kind == _PASSWORD:
                raise UnreadableBook("encrypted", encrypted=True)
            if kind == _SHEET and body[5] == _WORKSHEET:
                sheets.append((_text(body, 6, wide_length=False), *struct.unpack_from("<I", body)))
            elif kind == _FORMAT:
                (identifier,) = struct.unpack_from("<H", body)
                own[identifier] = read_format(_text(body, 2, wide_length=True))
            elif kind == _STYLE:
                styles.extend(struct.unpack_from("<H", body, 2))
        formats = [own.get(number) or built_in_format(number) for number in styles]
        return {name: _scan_sheet(stream, start, formats) for name, start in sheets}
    except (struct.error, IndexError) as failure:
        raise UnreadableBook(str(failure)) from failure


def _records(stream: bytes, start: int) -> Iterator[tuple[int, bytes]]:
    """The records of one part of the stream, up to its end mark, without the parts inside it."""
    position = start
    kind, length, version = struct.unpack_from("<HHH", stream, position)
    if kind != _BEGIN or version != _VERSION:
        raise UnreadableBook("not the format of Excel 97 to 2003")
    depth = 1
    while depth:
        position += 4 + length
        kind, length = struct.unpack_from("<HH", stream, position)
        depth += {_BEGIN: 1, _END: -1}.get(kind, 0)  # a chart in a sheet has records of its own
        if depth == 1:
            yield kind, stream[position + 4 : position + 4 + length]


def _scan_sheet(stream: bytes, start: int, formats: list[NumberFormat]) -> SheetScan:
    found = SheetScan()
    for kind, body in _records(stream, start):
        if kind == _ROW:
            (number,) = struct.unpack_from("<H", body)
            if body[12] & _ROW_HIDDEN:
                found.hidden_rows.add(number)
        elif kind == _COLUMNS:
            first, last, _width, _style, flags = struct.unpack_from("<5H", body)
            if flags & 1:
                found.hidden_columns.update(range(first, min(last, 255) + 1))
        elif kind in _CELLS:
            _scan_cell(kind, body, found, formats)
        elif kind == _SHORT_NUMBERS:
            row, column = struct.unpack_from("<HH", body)
            for index in range((len(body) - 6) // 6):
                (style,) = struct.unpack_from("<H", body, 4 + 6 * index)
                _note(found, row, column + index, style, formats)
    return found


def _scan_cell(kind: int, body: bytes, found: SheetScan, formats: list[NumberFormat]) -> None:
    row, column, style = struct.unpack_from("<HHH", body)
    _note(found, row, column, style, formats)
    error: int | None = None
    if kind == _BOOL_OR_ERROR and body[7] == 1:
        error = body[6]
    elif kind == _FORMULA and body[12:14] == b"\xff\xff" and body[6] == 2:  # noqa: PLR2004 -- 2 marks an error
        error = body[8]
    if error is not None:
        found.errors[row, column] = _ERRORS.get(error, "#ERROR!")


def _note(found: SheetScan, row: int, column: int, style: int, formats: list[NumberFormat]) -> None:
    found.cells += 1
    found.last_row = max(found.last_row, row)
    found.last_column = max(found.last_column, column)
    shape = formats[style] if style < len(formats) else GENERAL
    if shape != GENERAL:
        found.formats[row, column] = shape


def _text(body: bytes, start: int, *, wide_length: bool) -> str:
    """A counted text: one byte per character, or two."""
    if wide_length:
        (count,) = struct.unpack_from("<H", body, start)
        start += 2
    else:
        count = body[start]
        start += 1
    if body[start] & 1:
        return body[start + 1 : start + 1 + 2 * count].decode("utf-16-le", "replace")
    return body[start + 1 : start + 1 + count].decode("latin-1")
