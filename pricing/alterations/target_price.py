"""TargetPrice: a net unit price typed in by hand.

Worked example: list 25.00, quantity 4, target 20.00: the amount falls from 100.00 to 80.00.
"""

from __future__ import annotations

from decimal import Decimal

import msgspec

from catalog.money import Fen, amount_of, unit_micro


class TargetPrice(
    msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag="target_price", tag_field="kind"
):
    """A net price per unit and billing period.

    Attributes:
        unit_price: Yuan including VAT, up to six decimals, not negative.
    """

    unit_price: Decimal

    def discount(self, amount: Fen, quantity: int) -> Fen:
        """Fen between the published amount and the target; negative when the target is dearer."""
        return amount - amount_of(unit_micro(self.unit_price), quantity)
