"""Spread an amount over shares so that the parts sum to it exactly.

Largest remainder (section 2.8 of the price semantics): each share is the amount times its weight
divided by the sum of weights, cut to the fen; the fen that are left go one by one to the largest
fractional parts, ties by position. V22: 10.00 over three equal weights is 3.34, 3.33, 3.33.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from catalog.money import Fen


def allocate(amount: Fen, weights: Sequence[int]) -> tuple[Fen, ...]:
    """Parts of ``amount`` in proportion to ``weights``.

    Args:
        amount: Fen, of either sign.
        weights: Not negative; all zero counts as all equal.

    Returns:
        One part per weight; they sum to ``amount``. A weight of zero gets nothing.

    Raises:
        ValueError: If there are no weights or one is negative.
    """
    if not weights or min(weights) < 0:
        msg = "allocation needs weights, none of them negative"
        raise ValueError(msg)
    shares = weights if any(weights) else [1] * len(weights)
    total = sum(shares)
    sign, size = (-1, -amount) if amount < 0 else (1, amount)
    parts = [size * share // total for share in shares]
    left = size - sum(parts)
    if left:
        remainders = [size * share % total for share in shares]
        # sorting keeps the order of equal ones, in reverse as well: ties go by position
        by_remainder = sorted(range(len(shares)), key=remainders.__getitem__, reverse=True)
        for index in by_remainder[:left]:
            parts[index] += 1
    return tuple(parts) if sign == 1 else tuple([-part for part in parts])


def allocate_capped(amount: Fen, weights: Sequence[int], caps: Sequence[Fen]) -> tuple[Fen, ...]:
    """Parts of ``amount`` in proportion to ``weights``, none above its cap.

    What a cap cuts off is spread over the others in the same way (V26: 30.00 over two weights of
    100.00 with caps 5.00 and 40.00 is 5.00 and 25.00; V27: 70.00 over 200.00, 100.00 and 50.00,
    the first capped at 10.00, is 10.00, 40.00 and 20.00).

    Args:
        amount: Fen, not negative.
        weights: Not negative.
        caps: Not negative, one per weight; a weight of zero gets nothing whatever its cap.

    Raises:
        ValueError: If the caps of the weights above zero do not reach the amount; the message
            names what they reach.
    """
    reach = sum([cap for cap, weight in zip(caps, weights, strict=True) if weight > 0])
    total = sum(weights)
    if 0 < amount < total and reach == total and caps == weights:
        return allocate(amount, weights)  # without floors nobody is full before all are
    if amount > reach:
        msg = f"at most {reach} fen can be spread"
        raise ValueError(msg)
    parts = [0] * len(weights)
    open_ = [index for index, weight in enumerate(weights) if weight > 0]
    left = amount
    while left and open_:
        total = sum([weights[index] for index in open_])
        # the exact share decides: by the rounded one, who is capped would hang on the order
        full = [index for index in open_ if left * weights[index] >= caps[index] * total]
        if not full and len(open_) == len(weights):
            return allocate(left, weights)  # the usual case: everybody bears a share below the cap
        if not full:
            shares = allocate(left, [weights[index] for index in open_])
            for index, share in zip(open_, shares, strict=True):
                parts[index] = share
            return tuple(parts)
        for index in full:
            parts[index] = caps[index]
        left = amount - sum(parts)
        done = set(full)
        open_ = [index for index in open_ if index not in done]
    return tuple(parts)
