"""What a manual alteration takes off an amount, and how deep it is, for showing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalog.money import decimal_percent, percent_of
from pricing.alterations.amount_off import AmountOff
from pricing.alterations.percentage import Percentage

if TYPE_CHECKING:
    from decimal import Decimal

    from catalog.money import Fen
    from pricing.alterations import Discount

_WHOLE = 100


def taken_off(alteration: Discount, published: Fen, quantity: int) -> Fen | None:
    """Fen that an alteration takes off; ``None`` when it makes no sense for the amount.

    A price never falls below zero. A subsidy, which is a price below zero, may be made smaller by
    hand but neither larger nor a charge: a concession has one place only, where it is measured.
    """
    if isinstance(alteration, Percentage) and not _is_share(alteration.percent):
        return None
    if isinstance(alteration, AmountOff) and alteration.amount < 0:
        return None
    try:
        taken = alteration.discount(published, quantity)
    except (ValueError, ArithmeticError):
        return None  # a target price with more than six decimals, or none that is a number
    least = published if published < 0 else taken
    return taken if least <= taken <= max(published, 0) else None


def _is_share(percent: Decimal) -> bool:
    return percent.is_finite() and 0 <= percent <= _WHOLE


def shown_discount(alteration: Discount | None, published: Fen, net: Fen) -> Decimal | None:
    """Percent given away by hand, for showing: as typed, or derived from the amounts."""
    if net == published:
        return None
    if isinstance(alteration, Percentage):
        return alteration.percent
    if alteration is None or not published:
        return None
    return decimal_percent(percent_of(published - net, abs(published)))
