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
        by_remainder = sorted(
            range(len(shares)), key=lambda index: (-(size * shares[index] % total), index)
        )
        for index in by_remainder[:left]:
            parts[index] += 1
    return tuple(sign * part for part in parts)
