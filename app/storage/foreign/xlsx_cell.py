"""What one cell of a workbook shows, from the raw text, type and style in its part."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from app.storage.foreign.number_format import (
    GENERAL,
    SHOWN_DIGITS,
    Kind,
    moment_text,
    number_text,
    without_noise,
)
from app.storage.foreign.xlsx_package import plain_text
from catalog.cell_text import CellFault

if TYPE_CHECKING:
    from app.storage.foreign.number_format import NumberFormat
    from app.storage.foreign.xlsx_package import Package

_SHORT_NUMBER = re.compile(r"-?[1-9][0-9]{0,9}(?:\.[0-9]{0,4}[1-9])?|0(?:\.[0-9]{0,9}[1-9])?")
"""Numbers that are shown as they are written."""
_NUMBER = re.compile(r"-?[0-9]{1,330}(?:\.[0-9]{1,40})?(?:[eE][+-]?[0-9]{1,3})?")
_ISO_MOMENT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?:T[0-9:.]+Z?)?")
_LARGEST_EXPONENT = 307
_KEPT_TEXTS = 50_000
"""Most numbers whose text is kept: price lists repeat themselves, hostile files need not."""


class CellReader:
    """Turns raw cells into text; numbers met again are not worked out again."""

    def __init__(self, package: Package, longest: int) -> None:
        """Take what the sheets share, and the most characters that a cell may have."""
        self._texts = package.texts
        self._formats = package.formats
        self._from_1904 = package.from_1904
        self._longest = longest
        self._shapes: dict[str, NumberFormat] = {}
        self._known: dict[tuple[str, str], str] = {}

    def text(self, kind: str, style: str, raw: str) -> str:
        """What a cell shows.

        Args:
            kind: Its ``t`` attribute; ``n``, a number, when there is none.
            style: Its ``s`` attribute; ``0`` when there is none.
            raw: Text of its value.

        Raises:
            CellFault: It shows an error or cannot be read; ``value`` is the raw text.
        """
        if kind == "s":
            return self._shared_text(raw)
        if kind == "n":
            return self._number(style, raw)
        if kind in ("str", "inlineStr"):
            return self._checked(plain_text(raw))
        if kind == "b" and raw in ("0", "1"):
            return "TRUE" if raw == "1" else "FALSE"
        if kind == "d" and _ISO_MOMENT.fullmatch(raw):
            return raw.removesuffix("T00:00:00").replace("T", " ")
        raise CellFault("cell.error_value" if kind == "e" else "cell.damaged", value=raw[:40])

    def _shared_text(self, raw: str) -> str:
        # A negative index must not count from the end, and int() accepts too much.
        if raw.isascii() and raw.isdecimal() and int(raw) < len(self._texts):
            return self._checked(self._texts[int(raw)])
        raise CellFault("cell.damaged", value=raw[:40])

    def _checked(self, text: str) -> str:
        if len(text) > self._longest:
            raise CellFault("cell.damaged", value=text[:40])
        return text

    def _number(self, style: str, raw: str) -> str:
        shape = self._shapes.get(style) or self._shape(style)
        if shape is GENERAL and _SHORT_NUMBER.fullmatch(raw):
            return raw
        known = self._known.get((style, raw))
        if known is not None:
            return known
        text = raw.strip()
        if text:
            text = self._formatted(text, shape)
        if len(self._known) < _KEPT_TEXTS:
            self._known[style, raw] = text
        return text

    def _formatted(self, text: str, shape: NumberFormat) -> str:
        value = Decimal(text) if _NUMBER.fullmatch(text) else None
        if value is None or (value and abs(value.adjusted()) > _LARGEST_EXPONENT):
            raise CellFault("cell.not_a_number", value=text[:40])
        if text.isdecimal() and len(text.strip("0")) > SHOWN_DIGITS:
            raise CellFault("cell.digits_lost", value=text[:40])
        value = without_noise(value)
        if shape.kind in (Kind.NUMBER, Kind.PERCENT):
            return number_text(value, shape)
        moment = moment_text(value, shape, from_1904=self._from_1904)
        if moment is None:
            raise CellFault("cell.impossible_date", value=text[:40])
        return moment

    def _shape(self, style: str) -> NumberFormat:
        index = int(style) if style.isascii() and style.isdecimal() else 0
        shape = self._formats[index] if index < len(self._formats) else GENERAL
        self._shapes[style] = shape
        return shape
