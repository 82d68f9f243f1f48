"""Search the bytes of a worksheet for cells and merged ranges that would fill the memory.

One cell in the last corner of a sheet makes readers allocate the whole sheet. Searching the bytes
with expressions that ordinary sheets do not match takes a tenth of the time of parsing them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from app.storage.foreign.findings import GateFinding, finding
from app.storage.foreign.table_file import column_letters

if TYPE_CHECKING:
    from app.storage.foreign.limits import Limits

_REFERENCE = re.compile(r"\$?([A-Z]{1,7})\$?([0-9]{1,12})", re.IGNORECASE)
_MERGED = re.compile(rb"<(?:\w+:)?mergeCell\s[^<>]*?\bref\s*=\s*[\"']([^\"'<>]*)[\"']")
_CELL_TAG = re.compile(rb"<(?:\w+:)?c\s")
_TAIL = 1 << 16
"""Bytes kept from one block to the next, so that no tag is cut in two."""


class SheetScan:
    """Takes the unpacked bytes of one worksheet block by block."""

    def __init__(self, part: str, limits: Limits) -> None:
        """Name the part for messages, and the corner beyond which nothing may lie."""
        self._part = part
        self._limits = limits
        self._tail = b""
        self._suspect = _suspect_pattern(limits)

    def feed(self, block: bytes) -> GateFinding | None:
        """Search a block; the first finding, or None."""
        data = self._tail + block
        self._tail = data[max(data.rfind(b"<"), len(data) - _TAIL) :]
        if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
            return finding("gate.doctype", part=self._part)
        for suspect in self._suspect.finditer(data):
            if self._is_far(suspect.group(1)) and self._holds_something(data, suspect):
                reference = suspect.group(1).decode("ascii", "replace")
                return finding(
                    "gate.far_cell",
                    part=self._part,
                    cell=reference,
                    rows=self._limits.rows,
                    columns=self._limits.columns,
                )
        for merged in _MERGED.finditer(data) if b"mergeCell" in data else ():
            if self._is_huge(merged.group(1)):
                cells = merged.group(1).decode("ascii", "replace")
                return finding("gate.huge_merged_range", part=self._part, range=cells)
        return None

    def _is_far(self, reference: bytes) -> bool:
        place = _position(reference.decode("ascii", "replace"))
        if place is None:
            return True
        return place[0] > self._limits.columns or place[1] > self._limits.rows

    @staticmethod
    def _holds_something(data: bytes, suspect: re.Match[bytes]) -> bool:
        """False for a cell that only has a style, as office programs leave behind, and for rows."""
        start = data.rfind(b"<", 0, suspect.start())
        if (
            not data[suspect.start() - 1 : suspect.start()].isspace()
            or start < 0
            or not _CELL_TAG.match(data, start)
        ):
            return False
        end = data.find(b">", suspect.end())
        return end < 0 or data[end - 1 : end] != b"/"

    def _is_huge(self, reference: bytes) -> bool:
        first, _, last = reference.decode("ascii", "replace").partition(":")
        start, end = _position(first), _position(last or first)
        if start is None or end is None:
            return True
        width, height = abs(end[0] - start[0]) + 1, abs(end[1] - start[1]) + 1
        return width * height > self._limits.merged_cells


def _suspect_pattern(limits: Limits) -> re.Pattern[bytes]:
    """Matches ``r`` attributes except those that are within the limits at a glance.

    With columns up to ``SR`` and rows up to 200000 these are ``A1`` to ``RZ99999``.
    """
    last = column_letters(limits.columns)
    columns = f"[A-Z]{{0,{len(last) - 1}}}"
    if last[0] > "A":
        columns += f"|[A-{chr(ord(last[0]) - 1)}][A-Z]{{{len(last) - 1}}}"
    digits = len(str(limits.rows)) - 1
    near = f"(?:{columns})[0-9]{{1,{digits}}}[\"']" if digits else "(?!)"
    # It starts with a letter, not with white space: expressions that start so are searched fast.
    unusual = "\\s+=\\s*[\"']|=\\s+[\"']|='"
    return re.compile(f'r(?:="(?!{near})|{unusual})([^"\'<>]*)["\']'.encode())


def _position(reference: str) -> tuple[int, int] | None:
    """Column and row of a reference such as ``C12``, from 1."""
    match = _REFERENCE.fullmatch(reference)
    if match is None:
        return None
    column = 0
    for letter in match.group(1).upper():
        column = column * 26 + ord(letter) - ord("A") + 1
    return column, int(match.group(2))
