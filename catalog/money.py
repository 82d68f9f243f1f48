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
_CENT = Decimal("0.01")


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
    amount = Decimal(yuan)
    if not amount.is_finite() or amount != amount.quantize(_CENT):
        msg = f"{yuan} yuan is not a whole number of fen"
        raise ValueError(msg)
    return int(amount.scaleb(2))


def yuan(amount: Fen) -> Decimal:
    """Turn fen into yuan with two decimals."""
    return Decimal(amount).scaleb(-2)


def unit_micro(unit_price: Decimal) -> int:
    """A unit price in yuan as a whole number of 0.000001 yuan.

    Raises:
        ValueError: If the price has more than six decimals or is not a finite number.
    """
    scaled = unit_price.scaleb(6) if unit_price.is_finite() else Decimal("NaN")
    if scaled.is_nan() or scaled != scaled.to_integral_value():
        msg = f"unit price {unit_price} has more than six decimals"
        raise ValueError(msg)
    return int(scaled)


def amount_of(micro: int, quantity: int) -> Fen:
    """Quantity times a unit price of ``micro`` 0.000001 yuan, rounded half up to the fen, once."""
    return round_half_up(micro * quantity, MICRO_PER_FEN)


def percent_of(part: Fen, whole: Fen) -> Fraction:
    """How many percent ``part`` is of ``whole``, exactly; 0 when there is no whole."""
    return Fraction(100 * part, whole) if whole else Fraction(0)


def decimal_percent(value: Fraction, places: int = 2) -> Decimal:
    """An exact percentage rounded half up for showing, never for deciding."""
    return Decimal(round_half_up(value.numerator * 10**places, value.denominator)).scaleb(-places)
