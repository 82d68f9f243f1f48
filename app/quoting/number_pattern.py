"""Patterns of quote and contract numbers, such as ``QW-{year}{month}{day}-{mark}-{seq:2}``.

A quote number is never given twice: the count goes on within the period that the pattern names, so
a pattern has to name the count, and of dates the year before the month and the month before the
day. Whether another quote has the number anyway is asked of the stored quotes.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Final, NamedTuple

QUOTE_NUMBER: Final = "QW-{year}{month}{day}-{mark}-{seq:2}"
"""What a quote is numbered by where the user says nothing else."""
CONTRACT_NUMBER: Final = "{number}-{revision}"
"""The same for the number on papers."""
QUOTE_FIELDS: Final = ("year", "yy", "month", "day", "mark", "manager", "seq")
CONTRACT_FIELDS: Final = ("number", "revision")
_FIELD: Final = re.compile(r"\{([a-z]*)(?::([1-9]))?\}")
_BRACE: Final = re.compile(r"[{}]")
_FORBIDDEN: Final = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]')
_LONGEST: Final = 48


class NumberParts(NamedTuple):
    """What a number is made of.

    Attributes:
        day: When it is given.
        mark: Of the installation.
        manager: Staff number; may be empty.
        place: Within the period, from 1.
    """

    day: date
    mark: str
    manager: str
    place: int


def quote_pattern_fault(pattern: str) -> str:
    """Why a pattern cannot number quotes: a code below ``number.``, or nothing."""
    fault = _fault(pattern, QUOTE_FIELDS)
    if fault:
        return fault
    named = {found[1] for found in _FIELD.finditer(pattern)}
    if "seq" not in named:
        return "number.no_count"
    dated = bool(named & {"year", "yy"})
    if ("month" in named and not dated) or ("day" in named and "month" not in named):
        return "number.date_gap"
    return ""


def contract_pattern_fault(pattern: str) -> str:
    """Why a pattern cannot number papers: a code below ``number.``, or nothing."""
    fault = _fault(pattern, CONTRACT_FIELDS)
    if fault:
        return fault
    named = {found[1] for found in _FIELD.finditer(pattern)}
    return "" if named >= set(CONTRACT_FIELDS) else "number.not_one"


def is_local(pattern: str) -> bool:
    """Whether two computers may give one number: nothing in it tells them apart."""
    return "{mark}" not in pattern and "{manager}" not in pattern


def period_of(pattern: str, day: date) -> date:
    """First day of the period in which the count goes on."""
    if "{day}" in pattern:
        return day
    if "{month}" in pattern:
        return day.replace(day=1)
    if "{year}" in pattern or "{yy}" in pattern:
        return date(day.year, 1, 1)
    return date(1, 1, 1)


def quote_number(pattern: str, parts: NumberParts) -> str:
    """A number by a pattern without fault."""
    values = {
        "year": f"{parts.day:%Y}",
        "yy": f"{parts.day:%y}",
        "month": f"{parts.day:%m}",
        "day": f"{parts.day:%d}",
        "mark": parts.mark,
        "manager": parts.manager,
    }

    def fill(found: re.Match[str]) -> str:
        if found[1] == "seq":
            return f"{parts.place:0{found[2] or 1}d}"
        return values[found[1]]

    return _FIELD.sub(fill, pattern)


def contract_number(pattern: str, number: str, revision: str) -> str:
    """The number on the papers of a revision; of one without a letter the number of the quote."""
    if not revision:
        return number
    values = {"number": number, "revision": revision}
    return _FIELD.sub(lambda found: values[found[1]], pattern or CONTRACT_NUMBER)


def _fault(pattern: str, fields: tuple[str, ...]) -> str:
    for found in _FIELD.finditer(pattern):
        if found[1] not in fields or (found[2] and found[1] != "seq"):
            return "number.unknown_field"
    rest = _FIELD.sub("", pattern)
    if _BRACE.search(rest):
        return "number.unknown_field"
    if _FORBIDDEN.search(rest) or pattern != pattern.strip():
        return "number.sign"
    return "number.long" if len(pattern) > _LONGEST else ""
