"""Rules so plain that a chain of promotions works them off as whole numbers, without a call.

Most promotions take a percentage of the amount so far. Most others take off so many fen whatever
the amount is: yuan a unit, yuan a charge, a percentage of the list price. What has a cap or a limit
is neither.
"""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from catalog.money import MICRO_PER_FEN, fen, unit_micro
from pricing.rule import Base, LineAmountOff, PercentOff, UnitAmountOff

if TYPE_CHECKING:
    from pricing.rule import PriceRule

Ratio: TypeAlias = tuple[int, int]
"""Numerator and denominator, the latter above zero."""


def share_of(rule: PriceRule) -> Ratio | None:
    """What a rule takes of the amount so far, where that is all it does: from nothing to all.

    ``None`` for every other rule.
    """
    if rule.limited:
        return None
    match rule.alteration:
        case PercentOff(percent=percent) if rule.base is Base.PREVIOUS and rule.cap is None:
            numerator, denominator = percent.as_integer_ratio()
            whole = 100 * denominator
            return (numerator, whole) if 0 <= numerator <= whole else None
        case _:
            return None


class Measure(IntEnum):
    """What a deduction is measured on."""

    ONE = 0
    QUANTITY = 1
    LIST = 2


class Deduction(NamedTuple):
    """Fen that a rule takes off whatever the amount so far, ``(factor * of + rest) // whole``.

    Attributes:
        of: What it is measured on.
        factor: See there; not negative.
        rest: See there.
        whole: See there.
    """

    of: Measure
    factor: int
    rest: int
    whole: int


def deduction_of(rule: PriceRule) -> Deduction | None:
    """What a rule takes off, where that does not depend on the amount so far.

    ``None`` for every other rule. It holds where the list amount is not below zero.
    """
    if rule.limited or rule.cap is not None:
        return None
    match rule.alteration:
        case PercentOff(percent=percent) if rule.base is Base.LIST and percent >= 0:
            numerator, denominator = percent.as_integer_ratio()
            return Deduction(Measure.LIST, 2 * numerator, 100 * denominator, 200 * denominator)
        case UnitAmountOff(unit_amount=off) if off >= 0:
            micro = unit_micro(off)
            return Deduction(Measure.QUANTITY, 2 * micro, MICRO_PER_FEN, 2 * MICRO_PER_FEN)
        case LineAmountOff(amount=off) if off >= 0:
            return Deduction(Measure.ONE, fen(off), 0, 1)
        case _:
            return None
