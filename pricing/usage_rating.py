"""What measured usage costs: allowance, overage, graduated rates, caps, minimum commitment."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from catalog.money import Fen, amount_of, fen, unit_micro
from pricing.tiers import Tier, graduated_amount, volume_amount

if TYPE_CHECKING:
    from collections.abc import Sequence


class UsageRates(
    msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag="usage_plan", tag_field="kind"
):
    """How the expected usage of a month is rated; takes the place of list and contract price.

    Attributes:
        rate: Yuan per unit beyond the allowance; ``None`` for the list price.
        allowance: Units included.
        tiers: Rates by units beyond the allowance, instead of ``rate``.
        graduated: Each unit takes the rate of its own tier; otherwise all take one rate.
        fixed: Yuan a month whatever the usage.
        commitment: Least yuan of a month.
        cap: Most yuan of a month; ``None`` for no limit.
    """

    rate: Decimal | None = None
    allowance: int = 0
    tiers: tuple[Tier, ...] = ()
    graduated: bool = True
    fixed: Decimal = Decimal(0)
    commitment: Decimal = Decimal(0)
    cap: Decimal | None = None


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


class UsagePart(NamedTuple):
    """One part of rating: the code of its step, fen after it, and what its text names."""

    code: str
    amount: Fen
    facts: dict[str, str]


def rate_usage(plan: UsagePlan, units: int) -> Fen:
    """Fen of one period.

    The commitment is applied before the cap, so a cap below the commitment wins.

    V8a: 65,000 calls at 0.0006 and 10.00 fixed are 49.00.

    Raises:
        ValueError: If the units are negative.
    """
    return usage_parts(plan, units)[-1].amount


def usage_parts(plan: UsagePlan, units: int, list_micro: int = 0) -> list[UsagePart]:
    """The amounts of one period from the allowance to the cap; parts that say nothing are left out.

    Args:
        plan: How it is rated.
        units: Used in the period.
        list_micro: List price in 0.000001 yuan, at which the units beyond the allowance are told.

    Raises:
        ValueError: If the units are negative.
    """
    if units < 0:
        msg = f"{units} units were used"
        raise ValueError(msg)
    beyond = max(0, units - plan.allowance)
    parts: list[UsagePart] = []
    if plan.allowance:
        listed = amount_of(list_micro, beyond)
        parts.append(UsagePart("step.usage_allowance", listed, {"units": str(plan.allowance)}))
    amount = _variable(plan.tiers, plan.rate, beyond, graduated=plan.graduated)
    parts.append(UsagePart("step.usage_rate", amount, {"units": str(beyond)}))
    if plan.fixed:
        amount += plan.fixed
        parts.append(UsagePart("step.usage_fixed", amount, {}))
    if amount < plan.commitment:
        amount = plan.commitment
        parts.append(UsagePart("step.usage_commitment", amount, {}))
    if plan.cap is not None and amount > plan.cap:
        amount = plan.cap
        parts.append(UsagePart("step.usage_cap", amount, {}))
    return parts


def plan_of(rates: UsageRates, list_micro: int) -> UsagePlan:
    """The plan of a rule for a charge with a list price in 0.000001 yuan."""
    return UsagePlan(
        Decimal(list_micro).scaleb(-6) if rates.rate is None else rates.rate,
        rates.allowance,
        rates.tiers,
        rates.graduated,
        fen(rates.fixed),
        None if rates.cap is None else fen(rates.cap),
        fen(rates.commitment),
    )


def _variable(tiers: Sequence[Tier], rate: Decimal, units: int, *, graduated: bool) -> Fen:
    micro = unit_micro(rate)
    if not tiers:
        return amount_of(micro, units)
    if graduated:
        return graduated_amount(tiers, micro, units)
    return volume_amount(tiers, micro, units, units)
