"""Stage: the fixed order of the price waterfall, and what an alteration may see and do.

The order is that of the price semantics the product follows: list, contract price, attributes,
tiers and term, bundle, limited periods, promotions, manual alterations, then floors, tax and
totals. A step takes an amount and gives an amount; no step can reach back and overwrite an
earlier one.
"""

from __future__ import annotations

from enum import IntEnum


class Stage(IntEnum):
    """Position of a step in the waterfall; smaller comes first."""

    LIST = 0
    AGREEMENT = 10
    DEPENDENT = 15
    ATTRIBUTE = 20
    USAGE = 25
    VOLUME = 30
    TERM = 35
    BUNDLE = 40
    LIMITED_PERIOD = 50
    PROMOTION = 60
    MANUAL = 70
    TAX = 72
    QUOTE_PROMOTION = 75
    QUOTE_WIDE = 80
    FLOOR = 90
    TAX_LAST = 95
    BILLING = 100
    """What is billed when; no price."""
