"""Cells: text that can never act as a formula, and formulas that carry their computed value.

Three dangers are met here. A text that begins with ``=`` must not become a formula: every text is
stored as text and marked with the quote prefix where it looks like one. Control characters make
Excel refuse the file: they are removed. ``_x000D_`` inside a text is read by Excel as an escaped
character: the underscore is escaped itself.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from decimal import Decimal
from typing import NamedTuple, TypeAlias
from xml.sax.saxutils import escape

MOST_CHARACTERS = 32_767
"""Excel holds no longer text in a cell."""

FORMULA_STARTS = tuple("=+-@\t\r＝＋－＠")
"""First characters that a spreadsheet, or a CSV made from it, may take for a formula."""

_FIRST_DAY = date(1899, 12, 30)
"""Day 0 of a spreadsheet's calendar, for all days after February 1900."""
_UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff"
    "\u202a-\u202e\u2066-\u2069]"  # bidirectional overrides make a text read as another one
)
_ESCAPE_LOOKALIKE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")


class Live(NamedTuple):
    """A formula and the value that it gives, worked out by us.

    Attributes:
        formula: As typed, with its ``=``.
        value: Yuan, percent or a count; or a text.
    """

    formula: str
    value: Decimal | int | str


CellValue: TypeAlias = str | int | Decimal | date | Live | None


def safe_text(text: str) -> str:
    """The text without characters that Excel refuses or misreads."""
    return _ESCAPE_LOOKALIKE.sub("_x005F_", shown_text(text))


def shown_text(text: str) -> str:
    """The text as a spreadsheet shows it once it was written."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return _UNPRINTABLE.sub("", lines)[:MOST_CHARACTERS]


def day_number(day: date) -> int:
    """A day as a spreadsheet counts it."""
    return (day - _FIRST_DAY).days


def day_of(number: int) -> date:
    """The day that a spreadsheet counts so.

    Raises:
        OverflowError: There is no such day.
    """
    return _FIRST_DAY + timedelta(days=number)


def looks_like_formula(text: str) -> bool:
    """Whether a spreadsheet might calculate the text if it were typed."""
    return text.startswith(FORMULA_STARTS)


def quoted_sheet(name: str) -> str:
    """A sheet's name as a formula refers to it."""
    return "'" + name.replace("'", "''") + "'"


def cell_xml(reference: str, style: int, value: CellValue) -> str:
    """A cell as the file stores it.

    openpyxl writes formulas without results: a preview on a phone, or any reader of values, would
    show empty cells. So we write cells ourselves, the value beside its formula. A Decimal keeps
    its digits; no float comes near a figure. It is also several times faster.
    """
    start = f'<c r="{reference}" s="{style}"'
    if value is None or value == "":
        return f"{start}/>"
    if isinstance(value, str):
        text = escape(safe_text(value))
        return f'{start} t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'
    if isinstance(value, Live):
        formula = f"<f>{escape(value.formula.removeprefix('='))}</f>"
        if isinstance(value.value, str):
            return f'{start} t="str">{formula}<v>{escape(safe_text(value.value))}</v></c>'
        return f"{start}>{formula}<v>{_number(value.value)}</v></c>"
    return f"{start}><v>{_number(value)}</v></c>"


def _number(value: Decimal | int | date) -> str:
    if isinstance(value, Decimal):
        return f"{value:f}"
    return str(day_number(value)) if isinstance(value, date) else str(value)
