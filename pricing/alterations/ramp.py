"""Ramp: a recurring price that changes each year of the term.

Worked example: 1,000.00 a month and 5 percent: 1,000.00, then 1,050.00, then 1,102.50 (vector V35).
"""

from __future__ import annotations

from decimal import Decimal

import msgspec


class Ramp(msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag="ramp", tag_field="kind"):
    """Percent that the price rises (negative: falls) at the start of each further year.

    Attributes:
        percent: More than -100.
    """

    percent: Decimal
