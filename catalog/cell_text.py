"""Strict readers from the text of a table's cell to a value: exactly one reading, or a reason.

Nothing here guesses. ``float`` and ``Decimal`` never see raw input, because they accept digits of
other scripts, underscores, ``NaN`` and ``Infinity``; each reader first matches the whole text.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from decimal import Decimal

MONEY_PLACES = 6
"""Most decimal places of a unit price in yuan."""
CODE_LIMIT = 64
"""Most characters of a code."""

# Only the full-width twins of ASCII are folded. Full NFKC would also turn "10²" into "102".
_FULL_WIDTH = {0xFEE0 + code: code for code in range(0x21, 0x7F)} | {0x3000: 0x20, 0xFFE5: 0xA5}
_CONTROL = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff\ufffd\ud800-\udfff\u2028\u2029]"
)
_DIRECTION = re.compile("[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]")
_ZERO_WIDTH = re.compile("[\u200b-\u200d\u2060\ufeff\u00ad]")
_SPACE = re.compile(r"\s+")

_CURRENCY_BEFORE = re.compile(r"(?:¥|CNY|RMB|人民币)\s*")
_CURRENCY_AFTER = re.compile(r"\s*(?:元|\(元\)|CNY|RMB)")
_PLAIN = re.compile(r"[0-9]{1,12}(?:\.[0-9]{1,12})?")
_SIMPLE_MONEY = re.compile(rf"[0-9]{{1,12}}(?:\.[0-9]{{1,{MONEY_PLACES}}})?")
_GROUPED = re.compile(r"[1-9][0-9]{0,2}(?:,[0-9]{3}){1,4}(?:\.[0-9]{1,12})?")
_PERCENT = re.compile(r"([0-9]{1,3}(?:\.[0-9]{1,6})?)\s*%")
_FRACTION = re.compile(r"[0-9]{1,3}(?:\.[0-9]{1,8})?")
_DATE_FORMS = (
    re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})"),
    re.compile(r"([0-9]{4})/([0-9]{1,2})/([0-9]{1,2})"),
    re.compile(r"([0-9]{4})\.([0-9]{1,2})\.([0-9]{1,2})"),
    re.compile(r"([0-9]{4})\s*年\s*([0-9]{1,2})\s*月\s*([0-9]{1,2})\s*日"),
    re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})"),
)
_TIME_OF_DAY = re.compile(r"[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9])?$")
_SHORT_YEAR = re.compile(r"(?:[0-9]{2}|[0-9]{2}年)[-/.]?[0-9]{1,2}[-/.月][0-9]{1,2}日?")
_YEAR_LAST = re.compile(r"[0-9]{1,2}[-/. ][0-9]{1,2}[-/. ][0-9]{4}")
_EARLIEST_YEAR = 1900
_CODE = re.compile(r"[0-9A-Za-z\u3400-\u9fff][0-9A-Za-z\u3400-\u9fff._/+#()-]*")
_DASHES = dict.fromkeys((0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2212), "-")
_SIMPLE_NAME = re.compile("[!-~\u4e00-\u9fff]+(?: [!-~\u4e00-\u9fff]+)*")
"""Names that reading leaves as they are; most of them, and asked first."""
_SHOWN = 40


class CellFault(ValueError):
    """The text of a cell has no reading, or more than one.

    Attributes:
        code: Identifier of the text that explains it, such as ``cell.not_a_price``.
        parameters: Values that the text names, as strings; ``value`` is what the cell holds.
    """

    def __init__(self, code: str, **parameters: object) -> None:
        """Keep the facts; the text is looked up in the user's language when it is shown."""
        self.code = code
        self.parameters = {name: str(value) for name, value in parameters.items()}
        facts = ", ".join(f"{name}={value}" for name, value in self.parameters.items())
        super().__init__(f"{code}({facts})")


def read_money(text: str, *, allow_negative: bool = False) -> Decimal:
    """Read an amount in yuan, such as ``12,880.00元`` or ``¥1,234.50``.

    Args:
        text: What the cell shows.
        allow_negative: Accept a leading minus, as credits on a bill have.

    Returns:
        Yuan, with the decimal places as written, at most ``MONEY_PLACES``.

    Raises:
        CellFault: ``cell.empty``, ``cell.not_a_price``, ``cell.ambiguous_number`` (``1,234``
            without a currency may be 1234 or 1.234), ``cell.negative``, ``cell.too_precise``.
    """
    if _SIMPLE_MONEY.fullmatch(text):  # what nearly every cell of a price list holds
        return Decimal(text)
    shown = _folded(text)
    body, negative = _without_sign(shown)
    body, before = _cut(_CURRENCY_BEFORE, body, at_end=False)
    if before and not negative:
        body, negative = _without_sign(body)
    body, after = _cut(_CURRENCY_AFTER, body, at_end=True)
    if _GROUPED.fullmatch(body):
        if body.count(",") == 1 and "." not in body and not (before or after):
            raise CellFault("cell.ambiguous_number", value=_shortened(shown))
        body = body.replace(",", "")
    if not _PLAIN.fullmatch(body) or (before and after):
        raise CellFault("cell.not_a_price", value=_shortened(shown))
    if len(body.partition(".")[2]) > MONEY_PLACES:
        raise CellFault("cell.too_precise", value=_shortened(shown), places=MONEY_PLACES)
    return _signed(Decimal(body), shown, negative=negative, allow_negative=allow_negative)


def read_whole_number(text: str, *, allow_negative: bool = False) -> int:
    """Read a count, such as ``12`` or ``12.00``.

    Raises:
        CellFault: ``cell.empty``, ``cell.not_a_whole_number``, ``cell.ambiguous_number``,
            ``cell.negative``.
    """
    shown = _folded(text)
    body, negative = _without_sign(shown)
    if _GROUPED.fullmatch(body):
        if body.count(",") == 1 and "." not in body:
            raise CellFault("cell.ambiguous_number", value=_shortened(shown))
        body = body.replace(",", "")
    whole, _, decimals = body.partition(".")
    if not _PLAIN.fullmatch(body) or decimals.strip("0"):
        raise CellFault("cell.not_a_whole_number", value=_shortened(shown))
    return int(_signed(Decimal(whole), shown, negative=negative, allow_negative=allow_negative))


def read_rate(text: str) -> Decimal:
    """Read a tax or discount rate: ``9%``, ``9 %`` and ``0.09`` are all 0.09.

    Returns:
        A fraction from 0 to 1.

    Raises:
        CellFault: ``cell.empty``, ``cell.not_a_rate``, ``cell.ambiguous_rate`` (``9`` may be
            9 % or 900 %), ``cell.rate_over_100``.
    """
    shown = _folded(text)
    if percent := _PERCENT.fullmatch(shown):
        rate = Decimal(percent.group(1)).scaleb(-2)
        if rate > 1:
            raise CellFault("cell.rate_over_100", value=_shortened(shown))
        return rate
    if not _FRACTION.fullmatch(shown):
        raise CellFault("cell.not_a_rate", value=_shortened(shown))
    rate = Decimal(shown)
    if rate >= 1:
        raise CellFault("cell.ambiguous_rate", value=_shortened(shown))
    return rate


def read_date(text: str) -> date:
    """Read a day: ``2026-01-05``, ``2026/1/5``, ``2026.1.5``, ``2026年1月5日`` or ``20260105``.

    A time of day behind it is checked and dropped.

    Raises:
        CellFault: ``cell.empty``, ``cell.unknown_date``, ``cell.no_such_day`` (13th month,
            31 June), ``cell.two_digit_year``, ``cell.ambiguous_date`` (``01/05/2026``).
    """
    shown = _folded(text)
    body = _TIME_OF_DAY.sub("", shown)
    for form in _DATE_FORMS:
        if match := form.fullmatch(body):
            year, month, day = (int(part) for part in match.groups())
            if year < _EARLIEST_YEAR:
                break
            try:
                return date(year, month, day)
            except ValueError:
                raise CellFault("cell.no_such_day", value=_shortened(shown)) from None
    if _YEAR_LAST.fullmatch(body):
        raise CellFault("cell.ambiguous_date", value=_shortened(shown))
    if _SHORT_YEAR.fullmatch(body):
        raise CellFault("cell.two_digit_year", value=_shortened(shown))
    raise CellFault("cell.unknown_date", value=_shortened(shown))


def read_code(text: str) -> str:
    """Read the code of an offering, a charge or a customer, exactly as the owner spells it.

    Full-width characters and the many dashes become the plain ones; letters of other alphabets,
    which look like Latin ones, are refused.

    Raises:
        CellFault: ``cell.empty``, ``cell.not_a_code``, ``cell.too_long``,
            ``cell.control_character``, ``cell.direction_character``.
    """
    shown = read_name(text, CODE_LIMIT).translate(_FULL_WIDTH).translate(_DASHES).strip()
    if not _CODE.fullmatch(shown):
        raise CellFault("cell.not_a_code", value=_shortened(shown))
    return shown


def read_name(text: str, limit: int) -> str:
    """Read a name or a sentence: NFC, runs of white space made one space, nothing invisible.

    Args:
        text: What the cell shows.
        limit: Most characters allowed.

    Raises:
        CellFault: ``cell.empty``, ``cell.too_long``, ``cell.control_character``,
            ``cell.direction_character`` (characters that reorder what the eye reads).
    """
    if len(text) <= limit and _SIMPLE_NAME.fullmatch(text):
        return text
    _refuse_hidden_characters(text)
    name = unicodedata.normalize("NFC", _ZERO_WIDTH.sub("", text))
    name = _SPACE.sub(" ", name).strip()
    if not name:
        raise CellFault("cell.empty")
    if len(name) > limit:
        raise CellFault("cell.too_long", value=_shortened(name), limit=limit)
    return name


def _refuse_hidden_characters(text: str) -> None:
    if control := _CONTROL.search(text):
        raise CellFault("cell.control_character", character=f"U+{ord(control.group()):04X}")
    if direction := _DIRECTION.search(text):
        raise CellFault("cell.direction_character", character=f"U+{ord(direction.group()):04X}")


def _folded(text: str) -> str:
    """The text with full-width characters made plain and nothing around it."""
    if text.isascii() and text.isprintable() and (plain := text.strip()):
        return plain
    _refuse_hidden_characters(text)
    folded = _ZERO_WIDTH.sub("", text).translate(_FULL_WIDTH).strip()
    if not folded:
        raise CellFault("cell.empty")
    return folded


def _without_sign(text: str) -> tuple[str, bool]:
    if text[:1] in ("-", "\u2212"):
        return text[1:].lstrip(), True
    return text, False


def _cut(mark: re.Pattern[str], text: str, *, at_end: bool) -> tuple[str, bool]:
    """The text without a currency mark at one end, and whether there was one."""
    if at_end:
        found = next((m for m in mark.finditer(text) if m.end() == len(text)), None)
        return (text[: found.start()], True) if found else (text, False)
    start = mark.match(text)
    return (text[start.end() :], True) if start else (text, False)


def _signed(value: Decimal, shown: str, *, negative: bool, allow_negative: bool) -> Decimal:
    if negative and value and not allow_negative:
        raise CellFault("cell.negative", value=_shortened(shown))
    return -value if negative and value else value


def _shortened(text: str) -> str:
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
