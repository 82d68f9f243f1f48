"""Exact arithmetic of the reference: fractions, rounded once, spread by largest remainder."""

from __future__ import annotations

from fractions import Fraction
from math import floor
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

ZERO = Fraction(0)


def half_up(value: Fraction) -> int:
    """The nearest whole number; a half goes away from zero."""
    numerator, denominator = abs(value).as_integer_ratio()
    size = (2 * numerator + denominator) // (2 * denominator)
    return size if value >= 0 else -size


def fen_of(unit_price: Decimal, quantity: int) -> int:
    """Fen of a quantity at yuan per unit."""
    return half_up(Fraction(unit_price) * 100 * quantity)


def share_of(percent: Decimal, amount: int) -> int:
    """So many percent of fen, rounded half up."""
    return half_up(Fraction(percent) / 100 * amount)


def split(amount: int, weights: Sequence[int]) -> list[int]:
    """Largest remainder: floors first, then a fen each to the largest fractions, in their order."""
    counted = [Fraction(weight) for weight in weights]
    if not any(counted):
        counted = [Fraction(1)] * len(counted)
    exact = [amount * weight / sum(counted) for weight in counted]
    parts = [floor(value) for value in exact]
    while sum(parts) < amount:
        lacking = [value - part for value, part in zip(exact, parts, strict=True)]
        parts[lacking.index(max(lacking))] += 1
    return parts


def split_under(amount: int, weights: Sequence[int], caps: Sequence[int]) -> list[int] | None:
    """The same with a cap on each part; ``None`` when the caps do not reach the amount.

    Filling water into vessels: at a level, each holds its weight times the level, or its cap. The
    vessels that are full at the right level get their cap; the others share the rest.
    """
    vessels = [
        (Fraction(cap, weight), position)
        for position, (weight, cap) in enumerate(zip(weights, caps, strict=True))
        if weight > 0
    ]
    if amount > sum(caps[position] for _, position in vessels):
        return None
    full: set[int] = set()
    for level, _ in sorted(vessels):
        held = sum(min(Fraction(caps[p]), weights[p] * level) for _, p in vessels)
        if held <= amount:
            full |= {position for height, position in vessels if height <= level}
    parts = [caps[p] if p in full else 0 for p in range(len(weights))]
    open_ = [position for _, position in vessels if position not in full]
    if open_:
        rest = split(amount - sum(parts), [weights[position] for position in open_])
        for position, part in zip(open_, rest, strict=True):
            parts[position] = part
    return parts
