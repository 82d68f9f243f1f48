"""Exact money: amounts are whole fen, unit prices are decimal yuan, and only this file converts.

An *amount* (what a customer pays for a quote item in one billing period, a total, a tax) is an
``int`` number of fen. A *unit price* (what one unit costs by the price list) is a ``Decimal``
number of yuan with at most six decimals, because usage is priced below a fen. No float enters.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import TypeAlias

Fen: TypeAlias = int
"""A number of fen (0.01 yuan)."""

UNIT_PRICE_SCALE = 1_000_000
"""Unit prices are compared and multiplied as whole numbers of 0.000001 yuan."""

MICRO_PER_FEN = UNIT_PRICE_SCALE // 100
_HALF_FEN = MICRO_PER_FEN // 2
_MOST_DIGITS = 30
"""Digits of a number of yuan beyond which it is no price, so that no exponent fills the memory."""


def round_half_up(numerator: int, denominator: int) -> int:
    """Divide and round half away from zero, as the field rounds money (P1 of the sample rules).

    Args:
        numerator: Any whole number.
        denominator: A positive whole number.

    >>> round_half_up(5, 2), round_half_up(-5, 2), round_half_up(7, 3)
    (3, -3, 2)
    """
    if numerator < 0:
        return -((-2 * numerator + denominator) // (2 * denominator))
    return (2 * numerator + denominator) // (2 * denominator)


def fen(yuan: Decimal | str | int) -> Fen:
    """Turn yuan into fen.

    Raises:
        ValueError: If the number has parts of a fen or is not a finite number.
    """
    return _scaled(Decimal(yuan), 100, "is not a whole number of fen")


def yuan(amount: Fen) -> Decimal:
    """Turn fen into yuan with two decimals."""
    return Decimal(amount).scaleb(-2)


def unit_micro(unit_price: Decimal) -> int:
    """A unit price in yuan as a whole number of 0.000001 yuan.

    Raises:
        ValueError: If the price has more than six decimals or is not a finite number.
    """
    return _scaled(unit_price, UNIT_PRICE_SCALE, "has more than six decimals")


def _scaled(number: Decimal, scale: int, otherwise: str) -> int:
    """A number times a scale, exactly, whatever the precision of decimal arithmetic is set to."""
    if -_MOST_DIGITS <= number.adjusted() <= _MOST_DIGITS and number.is_finite():
        numerator, denominator = number.as_integer_ratio()
        whole, rest = divmod(numerator * scale, denominator)
        if not rest:
            return whole
    msg = f"{number} yuan {otherwise}"
    raise ValueError(msg)


def amount_of(micro: int, quantity: int) -> Fen:
    """Quantity times a unit price of ``micro`` 0.000001 yuan, rounded half up to the fen, once."""
    # round_half_up written out: this runs several times for every charge
    exact = micro * quantity
    if exact < 0:
        return -((_HALF_FEN - exact) // MICRO_PER_FEN)
    return (exact + _HALF_FEN) // MICRO_PER_FEN


def percent_of(part: Fen, whole: Fen) -> Fraction:
    """How many percent ``part`` is of ``whole``, exactly; 0 when there is no whole."""
    return Fraction(100 * part, whole) if whole else Fraction(0)


def decimal_percent(value: Fraction, places: int = 2) -> Decimal:
    """An exact percentage rounded half up for showing, never for deciding."""
    return Decimal(round_half_up(value.numerator * 10**places, value.denominator)).scaleb(-places)
