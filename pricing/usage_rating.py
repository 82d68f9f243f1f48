"""What measured usage costs: allowance, overage, graduated rates, caps, minimum commitment."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import msgspec

from catalog.money import Fen, amount_of, unit_micro
from pricing.tiers import Tier, graduated_amount, volume_amount

if TYPE_CHECKING:
    from collections.abc import Sequence


class UsagePlan(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How the usage of one charge is rated in a billing period.

    Attributes:
        rate: Yuan per unit beyond the allowance.
        allowance: Units included.
        tiers: Rates by quantity beyond the allowance, instead of ``rate``.
        graduated: Each unit takes the rate of its own tier.
        fixed: Fen charged whatever the usage.
        cap: Most fen of a period; ``None`` for no limit.
        commitment: Least fen of a period.
    """

    rate: Decimal
    allowance: int = 0
    tiers: tuple[Tier, ...] = ()
    graduated: bool = True
    fixed: Fen = 0
    cap: Fen | None = None
    commitment: Fen = 0


def rate_usage(plan: UsagePlan, units: int) -> Fen:
    """Fen of one period.

    The commitment is applied before the cap, so a cap below the commitment wins.

    V8a: 65,000 calls at 0.0006 and 10.00 fixed are 49.00.

    Raises:
        ValueError: If the units are negative.
    """
    if units < 0:
        msg = f"{units} units were used"
        raise ValueError(msg)
    beyond = max(0, units - plan.allowance)
    amount = plan.fixed + _variable(plan.tiers, plan.rate, beyond, graduated=plan.graduated)
    amount = max(amount, plan.commitment)
    return amount if plan.cap is None else min(amount, plan.cap)


def _variable(tiers: Sequence[Tier], rate: Decimal, units: int, *, graduated: bool) -> Fen:
    micro = unit_micro(rate)
    if not tiers:
        return amount_of(micro, units)
    if graduated:
        return graduated_amount(tiers, micro, units)
    return volume_amount(tiers, micro, units, units)
