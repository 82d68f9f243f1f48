"""What a person typed into a figure cell, as a value: quantities and discounts."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from catalog.money import fen
from pricing.alterations.amount_off import AmountOff
from pricing.alterations.percentage import Percentage
from pricing.alterations.target_price import TargetPrice

if TYPE_CHECKING:
    from app.ui.presenting.speaker import Speaker
    from pricing.alterations import Discount

MOST_QUANTITY = 1_000_000
_WHOLE = 100
_TEN = Decimal(10)
_DIGITS = 12
_BETWEEN_CODES = re.compile(r"[\s,;\uff0c\uff1b\u3001]+")


class NotUnderstood(ValueError):
    """The text is not such a figure; its argument names the text of ``fault_text``."""


def fault_text(speaker: Speaker, fault: NotUnderstood) -> str:
    """Why a typed text cannot be taken, for people."""
    translate = speaker.translate
    known = {
        "whole": translate("Typing", "Type a whole number"),
        "range": translate("Typing", "Type a number from 1 to 1,000,000"),
        "price": translate("Typing", "Type a price in yuan"),
        "percent": translate("Typing", "Type a percentage from 0 to 100"),
        "amount": translate("Typing", "Type an amount in yuan"),
        "number": translate("Typing", "Type a number"),
    }
    return known[str(fault)]


def read_quantity(text: str, least: int = 1) -> int:
    """A whole number from 1, or from 0 for usage.

    Raises:
        NotUnderstood: If it is none.
    """
    plain = text.replace(",", "").strip()
    if not plain.isascii() or not plain.isdigit():
        raise NotUnderstood("whole")
    quantity = int(plain)
    if not least <= quantity <= MOST_QUANTITY:
        raise NotUnderstood("range")
    return quantity


def read_discount(text: str) -> Discount | None:
    """What is taken off: ``20`` or ``20%`` (percent), ``8.5折`` (15 %), ``-30`` (30 yuan).

    ``=85`` is what a unit shall cost.

    Returns:
        The discount, or ``None`` for nothing off.

    Raises:
        NotUnderstood: If it is no discount.
    """
    plain = text.replace(",", "").strip()
    if plain.startswith(("=", "＝")):
        return read_target_price(plain)
    if plain.endswith("折"):
        return _percentage(_share_left(plain[:-1]))
    if plain.startswith("-") and not plain.endswith("%"):
        return _amount(plain[1:])
    return _percentage(_number(plain.removesuffix("%")))


def read_codes(text: str) -> tuple[str, ...]:
    """Promotion codes with spaces, commas or semicolons between them; each once."""
    return tuple(dict.fromkeys(part for part in _BETWEEN_CODES.split(text) if part))


def read_percent(text: str, least: int = 0) -> Decimal:
    """A percentage from 0, or from a number below it, to 100, with two decimals at most.

    Raises:
        NotUnderstood: If it is none.
    """
    percent = _number(text.replace("％", "%").strip().removesuffix("%").strip())
    if not least <= percent <= _WHOLE or percent != percent.quantize(Decimal("0.01")):
        raise NotUnderstood("percent")
    return percent


def read_tolerance(text: str) -> Decimal:
    """How much worse something may get, in its own unit; nothing typed is nothing.

    Raises:
        NotUnderstood: If it is no number, or a negative one.
    """
    plain = re.sub(r"[,%\uff05\xa5\u2013\s]|个月|months?", "", text)
    value = _number(plain) if plain else Decimal(0)
    if value < 0 or value != value.quantize(Decimal("0.01")):
        raise NotUnderstood("number")
    return value


def read_target_price(text: str) -> TargetPrice:
    """A net price per unit in yuan.

    Raises:
        NotUnderstood: If it is no price.
    """
    price = _number(text.replace(",", "").strip().removeprefix("=").removeprefix("＝").strip())
    exponent = price.as_tuple().exponent
    if price < 0 or (isinstance(exponent, int) and exponent < -6):
        raise NotUnderstood("price")
    return TargetPrice(price)


def _percentage(percent: Decimal) -> Percentage | None:
    if not 0 <= percent <= _WHOLE:
        raise NotUnderstood("percent")
    return Percentage(percent) if percent else None


def _share_left(text: str) -> Decimal:
    """8.5折 and 85折 leave 85 %, so 15 % are off."""
    share = _number(text)
    left = share if share > _TEN else share * _TEN
    return _WHOLE - left


def _amount(text: str) -> AmountOff | None:
    try:
        amount = fen(_number(text))
    except ValueError as fault:
        raise NotUnderstood("amount") from fault
    return AmountOff(amount) if amount else None


def _number(text: str) -> Decimal:
    try:
        number = Decimal(text)
    except InvalidOperation as fault:
        raise NotUnderstood("number") from fault
    if not number.is_finite() or len(number.as_tuple().digits) > _DIGITS:
        raise NotUnderstood("number")
    return number
