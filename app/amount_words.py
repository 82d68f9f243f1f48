"""Amounts in English words, as cheques and contracts write them beside the capital figures.

Whole numbers are named in groups of three places on the short scale, with ``and`` before the tens
and units; fen are named as a number of fen; ``only`` closes the amount, so nothing can be added.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.capital_figures import LARGEST

if TYPE_CHECKING:
    from catalog.money import Fen

_SMALL = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen"),
    *("eighteen", "nineteen"),
)
_TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_GROUPS = (
    (10**15, "quadrillion"),
    (10**12, "trillion"),
    (10**9, "billion"),
    (10**6, "million"),
    (10**3, "thousand"),
)
_HUNDRED = 100


def amount_in_words(amount: Fen) -> str:
    """An amount of fen in English words, without the name of the currency.

    Raises:
        ValueError: If the amount is larger than capital figures can write.

    >>> amount_in_words(801600)
    'eight thousand and sixteen yuan only'
    """
    if abs(amount) > LARGEST:
        msg = f"{amount} fen is too large for words"
        raise ValueError(msg)
    yuan, fen = divmod(abs(amount), _HUNDRED)
    parts = [f"{whole_number(yuan)} yuan"] if yuan or not fen else []
    if fen:
        parts.append(f"{whole_number(fen)} fen")
    return ("minus " if amount < 0 else "") + " and ".join(parts) + " only"


def whole_number(number: int) -> str:
    """A whole number, zero or more, in words: one hundred and seven thousand and five."""
    if number < len(_SMALL):
        return _SMALL[number]
    parts: list[str] = []
    rest = number
    for size, name in _GROUPS:
        count, rest = divmod(rest, size)
        if count:
            parts.append(f"{_below_thousand(count)} {name}")
    if rest:
        tail = _below_thousand(rest)
        parts.append(f"and {tail}" if parts and rest < _HUNDRED else tail)
    return " ".join(parts)


def _below_thousand(number: int) -> str:
    """1 to 999 in words."""
    hundreds, rest = divmod(number, _HUNDRED)
    parts = [f"{_SMALL[hundreds]} hundred"] if hundreds else []
    if rest:
        parts.append(_below_hundred(rest))
    return " and ".join(parts)


def _below_hundred(number: int) -> str:
    """1 to 99 in words."""
    if number < len(_SMALL):
        return _SMALL[number]
    tens, ones = divmod(number, 10)
    return f"{_TENS[tens]}-{_SMALL[ones]}" if ones else _TENS[tens]
