"""What may be done to a price by hand; one kind per file, one line per kind in this table."""

from __future__ import annotations

from typing import TypeAlias

from pricing.alterations.amount_off import AmountOff
from pricing.alterations.free_months import FreeMonths
from pricing.alterations.percentage import Percentage
from pricing.alterations.ramp import Ramp
from pricing.alterations.reduced_months import ReducedMonths
from pricing.alterations.target_price import TargetPrice

Discount: TypeAlias = Percentage | AmountOff | TargetPrice
"""Kinds that change the amount of a billing period."""

Timed: TypeAlias = FreeMonths | ReducedMonths | Ramp
"""Kinds that change what is charged in some months of the term."""

Alteration: TypeAlias = Discount | Timed
"""Every kind; stored with its tag."""
