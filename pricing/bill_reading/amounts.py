"""Amounts and usage as bills write them: credits in brackets, other units, full width."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal

from catalog.cell_text import CellFault, read_money
from catalog.money import Fen, round_half_up

UNITS = {"yuan": 100, "jiao": 10, "fen": 1}
"""Fen of each unit that a column of amounts may be in."""
_FEN_DIGITS = 2
_NOTHING = frozenset(("", "-", "--", "—", "——", "/", "无", "n/a", "不适用"))
_SIMPLE = re.compile(r"(-?)([0-9]{1,12})(?:\.([0-9]{1,2})0*)?")
_BRACKETS = re.compile(r"\((.*)\)")
_GROUPS = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+")
_CREDIT = re.compile(r"\s*(?:cr|credit|贷)$", re.IGNORECASE)
_CURRENCY = re.compile(r"^-?\s*(?:¥|cny|rmb|人民币)|(?:元|cny|rmb)$", re.IGNORECASE)
_USAGE = re.compile(
    r"([0-9]{1,12}(?:,[0-9]{3})*(?:\.[0-9]{1,6})?)\s*"
    r"(分钟|分|秒|小时|时|次|条|个|跳次|g|gb|m|mb|k|kb|t|tb|min|mins|minutes|s|sec|h|hours)?"
)
_CLOCK = re.compile(r"([0-9]{1,6}):([0-5]?[0-9])(?::([0-5]?[0-9]))?")
_SPOKEN = re.compile(r"(?:([0-9]+)\s*(?:小时|时))?\s*(?:([0-9]+)\s*分钟?)?\s*(?:([0-9]+)\s*秒)?")
_PARTS = {
    **dict.fromkeys(("秒", "s", "sec", "seconds"), (1, 60)),
    **dict.fromkeys(("小时", "时", "h", "hours"), (60, 1)),
    **dict.fromkeys(("g", "gb"), (1024, 1)),
    **dict.fromkeys(("t", "tb"), (1024 * 1024, 1)),
    **dict.fromkeys(("k", "kb"), (1, 1024)),
}
"""What a figure in a unit is of a minute or of a megabyte, as a fraction; other units are 1."""
_SHOWN = 40


def is_nothing(text: str) -> bool:
    """Whether a cell says that there is no amount: empty, or a dash."""
    return text in _NOTHING or _plain(text) in _NOTHING


def read_amount(text: str, unit: str = "yuan") -> Fen:
    """Read an amount of a bill, VAT included.

    Args:
        text: Such as ``¥1,234.50``, ``(12.00)``, ``12.00-``, ``12.00 CR`` or full-width digits.
        unit: Key of ``UNITS`` that the column is in, unless the cell names a currency itself.

    Raises:
        CellFault: As ``read_money``, or ``bill.not_whole_fen``.
    """
    if unit == "yuan" and (found := _SIMPLE.fullmatch(text)):
        simple = int(found.group(2)) * 100 + int((found.group(3) or "").ljust(_FEN_DIGITS, "0"))
        return -simple if found.group(1) else simple
    shown = _plain(text)
    negative = False
    if found := _BRACKETS.fullmatch(shown):
        negative, shown = True, found.group(1).strip()
    if found := _CREDIT.search(shown):
        negative, shown = True, shown[: found.start()]
    if shown.endswith("-") and not shown.startswith("-"):
        negative, shown = True, shown[:-1].strip()
    shown = shown.removeprefix("+")
    said = _CURRENCY.search(shown) is not None
    if _GROUPS.fullmatch(shown.removeprefix("-")) and not said:
        # Fen have two decimals: 1,234 can be nothing but a whole number.
        shown = shown.replace(",", "")
    try:
        value = read_money(shown, allow_negative=True)
    except CellFault as fault:
        raise CellFault(fault.code, **fault.parameters | {"value": text.strip()[:_SHOWN]}) from None
    fen = value * (UNITS["yuan"] if said else UNITS[unit])
    if fen != fen.to_integral_value():
        raise CellFault("bill.not_whole_fen", value=text.strip()[:_SHOWN])
    return -int(fen) if negative else int(fen)


def read_usage(text: str, unit: str = "") -> int:
    """Read what was used: minutes, megabytes, or a count, rounded half up.

    Args:
        text: Such as ``2,930``, ``528分钟``, ``1小时2分``, ``00:12:30`` or ``1.5GB``.
        unit: Unit of the column, unless the cell names one.

    Raises:
        CellFault: ``bill.not_usage``.
    """
    shown = _plain(text)
    if found := _USAGE.fullmatch(shown):
        above, below = _PARTS.get(found.group(2) or unit.casefold(), (1, 1))
        value = Decimal(found.group(1).replace(",", "")) * above
        up, down = value.as_integer_ratio()
        return round_half_up(up, down * below)
    if found := _CLOCK.fullmatch(shown):
        hours, minutes, seconds = (int(part or 0) for part in found.groups())
        return round_half_up(hours * 3600 + minutes * 60 + seconds, 60)
    if shown and (found := _SPOKEN.fullmatch(shown)):
        hours, minutes, seconds = (int(part or 0) for part in found.groups())
        return round_half_up(hours * 3600 + minutes * 60 + seconds, 60)
    raise CellFault("bill.not_usage", value=text.strip()[:_SHOWN])


def _plain(text: str) -> str:
    shown = text if text.isascii() else unicodedata.normalize("NFKC", text).replace("¥", "¥")
    return shown.strip().replace("\u2212", "-").casefold()
