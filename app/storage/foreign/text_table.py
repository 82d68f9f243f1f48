"""Read a table from a text file: comma, semicolon or tab, quoted fields, ``sep=`` line."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from typing import TYPE_CHECKING

from app.errors import Cancelled, FileUnreadable
from app.storage.foreign.findings import finding
from app.storage.foreign.limits import LIMITS
from app.storage.foreign.table_file import Row, Sheet, TableFile
from app.storage.foreign.text_encoding import NotText, decode_text

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable, Iterator

    from app.storage.foreign.findings import GateFinding
    from app.storage.foreign.limits import Limits

_SEPARATORS = ",;\t"
_SEPARATOR_LINE = re.compile(r"sep=([,;\t])[,;\t ]*(?:\r\n|\r|\n|$)", re.IGNORECASE)
_SAMPLE = 65_536
_KEPT_AS_TEXT = re.compile(r'="([^"]*)"')
"""The way exports keep leading zeros from being eaten: ``="00123"``."""
_ROWS_BETWEEN_REPORTS = 2000


def read_text_table(
    name: str,
    data: bytes,
    *,
    limits: Limits = LIMITS,
    progress: Callable[[float], None] | None = None,
    cancel: threading.Event | None = None,
) -> TableFile:
    """Read a text file as one sheet; rows are counted as a spreadsheet would show them.

    Args:
        name: File name for messages; ``.tsv`` decides for the tab when nothing else does.
        data: Content of the file.
        limits: Bounds for rows, columns and characters.
        progress: Called with the share that is done, from 0 to 1.
        cancel: Set to stop.

    Raises:
        FileUnreadable: Encoding, quotation marks or size make it unreadable; with the line.
        Cancelled: ``cancel`` was set.
    """
    try:
        text, encoding = decode_text(data)
    except NotText as fault:
        raise FileUnreadable(name, fault.finding) from None
    skipped = 0
    if declared := _SEPARATOR_LINE.match(text):
        separator, skipped = declared.group(1), 1
        text = text[declared.end() :]
    else:
        separator = _separator(text, "\t" if name.lower().endswith(".tsv") else ",")
    total = len(text) or 1
    rows, done = [], 0
    for number, line, fields in _records(name, text, separator, skipped):
        if number % _ROWS_BETWEEN_REPORTS == 0:
            if cancel is not None and cancel.is_set():
                raise Cancelled
            if progress is not None:
                progress(min(1.0, done / total))
        done += sum(map(len, fields)) + len(fields)
        if not any(fields):
            continue
        if fault_found := _beyond(limits, number, line, fields):
            raise FileUnreadable(name, fault_found)
        rows.append(Row(number, tuple(map(_bare, fields))))
    return TableFile("text", (Sheet("", tuple(rows)),), encoding, separator)


def _records(
    name: str, text: str, separator: str, skipped: int
) -> Iterator[tuple[int, int, list[str]]]:
    """Number of each record from 1, the line it starts on, and its fields."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    number, line = 0, 1 + skipped
    while True:
        try:
            fields = next(reader, None)
        except csv.Error as failure:
            stray = "expected after" in str(failure)
            code = "file.stray_quotation_mark" if stray else "file.unclosed_quotation_mark"
            raise FileUnreadable(name, finding(code, line=line)) from None
        if fields is None:
            return
        number += 1
        yield number, line, fields
        line = reader.line_num + 1 + skipped


def _beyond(limits: Limits, number: int, line: int, fields: list[str]) -> GateFinding | None:
    if number > limits.rows:
        return finding("file.too_many_rows", limit=limits.rows)
    if len(fields) > limits.columns:
        return finding("file.too_many_columns", line=line, limit=limits.columns)
    if max(map(len, fields)) > limits.cell:
        return finding("file.cell_too_long", line=line, limit=limits.cell)
    return None


def _bare(field: str) -> str:
    kept = _KEPT_AS_TEXT.fullmatch(field) if field[:1] == "=" else None
    return kept.group(1) if kept else field


def _separator(text: str, otherwise: str) -> str:
    """The separator that cuts most records of the beginning into the same number of fields."""
    best, best_score = otherwise, (0, 0)
    for separator in _SEPARATORS:
        sample = io.StringIO(text[:_SAMPLE], newline="")
        widths: Counter[int] = Counter()
        try:
            for fields in csv.reader(sample, delimiter=separator):
                if len(fields) > 1:
                    widths[len(fields)] += 1
        except csv.Error:
            continue
        if widths:
            width, records = widths.most_common(1)[0]
            if (records, width) > best_score:
                best, best_score = separator, (records, width)
    return best
