"""Amounts in Chinese capital figures, as banks and contracts write them.

Source: 正确填写票据和结算凭证的基本规定 (annex to the Payment and Settlement Measures of the
People's Bank of China): digits 零壹贰叁肆伍陆柒捌玖; 整 after 元, never after 分; one 零 for inner
zeros; where 元 is 0 and 角 is not, 零 may be written and we write it; where 角 is 0 and 分 is not,
零 must be written.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from catalog.money import Fen

_DIGITS = "零壹贰叁肆伍陆柒捌玖"
_PLACES = ((1000, "仟"), (100, "佰"), (10, "拾"), (1, ""))
_GROUPS = ((10**12, "万亿"), (10**8, "亿"), (10**4, "万"), (1, ""))
LARGEST: Fen = 999_999_999_999_999_999
"""9,999 万亿 元 99 分; more has no agreed reading."""


def capital_amount(amount: Fen) -> str:
    """An amount of fen in capital figures, without the leading 人民币.

    Raises:
        ValueError: If the amount is larger than ``LARGEST``.

    >>> capital_amount(801600)
    '捌仟零壹拾陆元整'
    """
    if abs(amount) > LARGEST:
        msg = f"{amount} fen is too large for capital figures"
        raise ValueError(msg)
    whole, jiao, fen = abs(amount) // 100, abs(amount) // 10 % 10, abs(amount) % 10
    text = _whole(whole) + "元" if whole else ""
    if not jiao and not fen:
        text = (text or "零元") + "整"
    else:
        if jiao:
            text += ("零" if whole and whole % 10 == 0 else "") + _DIGITS[jiao] + "角"
        elif whole:
            text += "零"
        text += _DIGITS[fen] + "分" if fen else "整"
    return ("负" if amount < 0 else "") + text


def _whole(number: int) -> str:
    """A positive whole number in capital figures, group by group of four places."""
    text, gap = "", False
    for size, name in _GROUPS:
        group = number // size % 10_000
        if not group:
            gap = bool(text)
            continue
        if text and (gap or group < 1000):  # noqa: PLR2004 (a group without its 仟)
            text += "零"
        text, gap = text + _four_places(group) + name, False
    return text


def _four_places(group: int) -> str:
    """1 to 9,999 in capital figures."""
    text, gap = "", False
    for size, name in _PLACES:
        digit = group // size % 10
        if digit:
            text += ("零" if gap and text else "") + _DIGITS[digit] + name
        gap = not digit
    return text
