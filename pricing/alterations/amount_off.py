"""AmountOff: a manual amount off one charge.

Worked example: 100.00 off a monthly amount of 1,000.00 leaves 900.00, whatever the quantity.
"""

from __future__ import annotations

import msgspec

from catalog.money import Fen


class AmountOff(
    msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag="amount_off", tag_field="kind"
):
    """So many fen off the published amount of one billing period.

    Attributes:
        amount: Fen, not negative; what exceeds the amount is not given (no negative price).
    """

    amount: Fen

    def discount(self, amount: Fen, quantity: int) -> Fen:
        """Fen taken off ``amount``, at most all of it."""
        del quantity
        return min(self.amount, amount) if amount > 0 else 0
