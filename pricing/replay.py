"""Apply a plan to past usage: what would the customer have paid?

Worked example (case 1, August 2026): plan 668.00 with 3,000 local and 240 long-distance minutes,
overage 0.10 and 0.25; used 2,780 and 528: 668.00 + 288 x 0.25 = 740.00.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import msgspec

from catalog.money import Fen, amount_of, unit_micro

if TYPE_CHECKING:
    from collections.abc import Mapping


class Plan(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a month costs under an offer.

    Attributes:
        monthly: Fen charged whatever the usage.
        allowances: Included units by usage charge.
        rates: Yuan per unit beyond the allowance, or from the first unit without one.
    """

    monthly: Fen
    allowances: dict[str, int]
    rates: dict[str, Decimal]


def replay_month(plan: Plan, usage: Mapping[str, int]) -> Fen:
    """Fen of one past month under the plan.

    Args:
        plan: The offer.
        usage: Units used by usage charge.

    Raises:
        KeyError: If the plan has no rate for a charge that was used beyond its allowance.
    """
    amount = plan.monthly
    for charge, units in usage.items():
        beyond = units - plan.allowances.get(charge, 0)
        if beyond > 0:
            amount += amount_of(unit_micro(plan.rates[charge]), beyond)
    return amount
