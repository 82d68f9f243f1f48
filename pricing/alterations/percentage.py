"""Percentage: a manual percentage off one charge.

Worked example: 10 % off 366.06 x 25 is taken from the amount 9,151.50, so the discount is 915.15.
Taken per unit it would be 36.61 x 25 = 915.25; we discount amounts, not units (vector V29).
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import msgspec

from catalog.money import Fen, round_half_up


class Percentage(
    msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag="percentage", tag_field="kind"
):
    """So many percent off the published amount.

    Attributes:
        percent: From 0 to 100; more is a finding, never a negative price.
    """

    percent: Decimal

    def discount(self, amount: Fen, quantity: int) -> Fen:
        """Fen taken off ``amount``; the discount is rounded half up, not the price."""
        del quantity
        share = Fraction(self.percent) * amount / 100
        return round_half_up(share.numerator, share.denominator)
