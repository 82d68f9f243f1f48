"""Adjustments of a price by what was chosen of an item: speed, class of service, class of site."""

from __future__ import annotations

from decimal import Decimal

import msgspec


class Adjustment(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What one value of a characteristic does to the price; exactly one of the two is given.

    Attributes:
        percent: Percent of the price, dearer above zero, cheaper below; from -100.
        unit_amount: Yuan for each unit, dearer above zero, cheaper below.
    """

    percent: Decimal | None = None
    unit_amount: Decimal | None = None


class AttributeAdjustment(
    msgspec.Struct,
    frozen=True,
    forbid_unknown_fields=True,
    tag="attribute_adjustment",
    tag_field="kind",
):
    """The list or contract price, changed by what was chosen of the item; never below zero.

    Tiers and percentages of the list price are measured on the changed price. A price that a tier
    or a promotion sets for a unit is what it says, whatever was chosen.

    Attributes:
        characteristic: Name of the characteristic, such as ``speed``.
        values: What each value does; a value that is not here changes nothing.
    """

    characteristic: str
    values: dict[str, Adjustment]
