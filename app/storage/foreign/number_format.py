"""How a workbook shows numbers and dates: number formats, and exact text without float noise."""

from __future__ import annotations

import re
from datetime import date, timedelta
from decimal import Decimal
from enum import Enum

import msgspec

SHOWN_DIGITS = 15
"""Spreadsheets compute with 53 bits and show 15 digits; what lies behind them is noise."""


class Kind(Enum):
    """What a number format makes of a number."""

    NUMBER = "number"
    PERCENT = "percent"
    DATE = "date"
    DATE_TIME = "date and time"
    TIME = "time of day"
    DURATION = "duration"


class NumberFormat(msgspec.Struct, frozen=True):
    """What matters of a number format.

    Attributes:
        kind: What the number means.
        decimals: Decimal places always shown.
        digits: Digits always shown before the point: 6 for ``000000``.
        currency: Sign of a currency other than the yuan, or empty.
    """

    kind: Kind = Kind.NUMBER
    decimals: int = 0
    digits: int = 1
    currency: str = ""


GENERAL = NumberFormat()

_DATE_IDS = {14, 15, 16, 17, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58}
_TIME_IDS = {18, 19, 20, 21, 32, 33, 34, 35, 55, 56}
_BUILT_IN = {
    2: "0.00",
    4: "#,##0.00",
    9: "0%",
    10: "0.00%",
    22: "yyyy/m/d h:mm",
    39: "#,##0.00",
    40: "#,##0.00",
    43: "#,##0.00",
    44: "#,##0.00",
    45: "mm:ss",
    46: "[h]:mm:ss",
    47: "mm:ss",
}
_BRACKETS = re.compile(r"\[([^\]]*)\]")
_LITERAL = re.compile(r'"[^"]*"|\\.|[_*].')
_FOREIGN_CURRENCY = re.compile(r"US\$|HK\$|[$€£₩₽]|USD|EUR|HKD|JPY|GBP|MOP")
_DURATION = re.compile(r"\[(?:h+|m+|s+)\]", re.IGNORECASE)
_DAY_ONE = date(1899, 12, 30)
_DAY_ONE_1904 = date(1904, 1, 1)
_LEAP_THAT_NEVER_WAS = 60
"""29 February 1900, which spreadsheets count for compatibility with an old mistake."""
_LAST_DAY = 2_958_465
_SECONDS = 86_400


def built_in_format(identifier: int) -> NumberFormat:
    """The format behind one of the identifiers that every workbook knows."""
    if identifier in _DATE_IDS:
        return NumberFormat(Kind.DATE)
    if identifier in _TIME_IDS:
        return NumberFormat(Kind.TIME)
    return read_format(_BUILT_IN[identifier]) if identifier in _BUILT_IN else GENERAL


def read_format(code: str) -> NumberFormat:
    """Read the code of a number format, such as ``#,##0.00`` or ``yyyy"年"m"月"``."""
    section = _first_section(code)
    if _DURATION.search(_LITERAL.sub("", section)):
        return NumberFormat(Kind.DURATION)
    currency = _foreign_currency(section)
    bare = _LITERAL.sub("", _BRACKETS.sub("", section))
    if bare.strip().lower() == "general":
        return NumberFormat(currency=currency) if currency else GENERAL
    numeric = re.search("[0#?]", bare) is not None
    lowered = bare.lower()
    if not numeric and re.search("[ymdhs]", lowered):
        return NumberFormat(_date_kind(lowered))
    decimals = re.search(r"\.([0?]*)", bare)
    places = len(decimals.group(1)) if decimals and "/" not in bare and "E" not in bare else 0
    if "%" in bare:
        return NumberFormat(Kind.PERCENT, places)
    digits = len(bare) if re.fullmatch("0{2,}", bare) else 1
    return NumberFormat(Kind.NUMBER, places, digits, currency)


def number_text(value: Decimal, shape: NumberFormat) -> str:
    """A number as the user sees it, but with all its digits and without separators."""
    if shape.kind is Kind.PERCENT:
        return _padded(value.scaleb(2), shape.decimals) + "%"
    text = _padded(value, shape.decimals)
    if shape.digits > 1 and text.isdigit():
        text = text.zfill(shape.digits)
    return shape.currency + text


def without_noise(value: Decimal) -> Decimal:
    """The number rounded to the digits that a spreadsheet shows: 0.1 for 0.1000000000000000055."""
    digits = value.normalize().as_tuple()
    if len(digits.digits) <= SHOWN_DIGITS:
        return value
    place = Decimal((0, (1,), value.adjusted() - SHOWN_DIGITS + 1))
    return value.quantize(place)


def moment_text(serial: Decimal, shape: NumberFormat, *, from_1904: bool) -> str | None:
    """The ISO text of a date, a moment, a time of day or a duration; None if there is none.

    Args:
        serial: Days since the workbook's first day, with the time of day as a fraction.
        shape: Format of a kind that is not a number.
        from_1904: The workbook counts from 1904.
    """
    if not 0 <= serial <= _LAST_DAY:
        return None
    seconds = int((serial * _SECONDS).to_integral_value())
    if shape.kind is Kind.DURATION or (shape.kind is Kind.TIME and seconds < _SECONDS):
        return _clock(seconds)
    days = int(serial) if shape.kind is Kind.DATE else seconds // _SECONDS
    day = _day(days, from_1904=from_1904)
    rest = seconds % _SECONDS
    if day is None or shape.kind is Kind.DATE or rest == 0:
        return day.isoformat() if day else None
    return f"{day.isoformat()} {_clock(rest)}"


def _day(days: int, *, from_1904: bool) -> date | None:
    if from_1904:
        return _DAY_ONE_1904 + timedelta(days=days) if days <= _LAST_DAY - 1462 else None
    if days in (0, _LEAP_THAT_NEVER_WAS):
        return None
    return _DAY_ONE + timedelta(days=days + (1 if days < _LEAP_THAT_NEVER_WAS else 0))


def _clock(seconds: int) -> str:
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"


def _padded(value: Decimal, places: int) -> str:
    text = format(value, "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    if text == "-0":
        text = "0"
    missing = places - len(text.partition(".")[2])
    if places and missing > 0:
        text += ("" if "." in text else ".") + "0" * missing
    return text


def _first_section(code: str) -> str:
    """What the format says of positive numbers; semicolons in literal text do not count."""
    for found in re.finditer(r'"[^"]*"|\\.|\[[^\]]*\]|(;)', code):
        if found.group(1):
            return code[: found.start()]
    return code


def _foreign_currency(section: str) -> str:
    """A currency sign in literal text or in ``[$€-407]``; the rest of the bracket is a locale."""
    signs = [mark[1:].partition("-")[0] for mark in _BRACKETS.findall(section) if mark[:1] == "$"]
    shown = "".join(signs) + _BRACKETS.sub("", section)
    found = _FOREIGN_CURRENCY.search(shown)
    return found.group() if found else ""


def _date_kind(lowered: str) -> Kind:
    has_day = re.search("[yd]", lowered) is not None
    has_clock = re.search("[hs]", lowered) is not None
    if has_clock:
        return Kind.DATE_TIME if has_day else Kind.TIME
    return Kind.DATE
