"""The charge for which an item's row stands: its first recurring one, or else its first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalog.charge import ChargeType

if TYPE_CHECKING:
    from pricing.priced import PricedCharge, PricedItem


def main_charge(item: PricedItem) -> PricedCharge | None:
    """The charge that the row of a single offering shows; ``None`` for one without a price."""
    recurring = (c for c in item.charges if c.type is ChargeType.RECURRING)
    return next(recurring, item.charges[0] if item.charges else None)
