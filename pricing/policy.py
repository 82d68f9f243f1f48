"""PricingPolicy: one version of the company's rules that are not the catalogue's."""

from __future__ import annotations

from decimal import Decimal

import msgspec

from pricing.rulebook import RuleSet


class PricingPolicy(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What pricing checks besides the price list.

    Attributes:
        version: Identifies the rules a quote was priced with.
        guided_band: Percent by which a guided price may be undercut (P8 of the sample rules).
        floor_margin: Percent of margin that no charge sold by itself may fall below when an amount
            is spread over the quote; ``None`` for no floor.
        rules: Contract prices, tiers, term discounts, promotions.
    """

    version: str
    guided_band: Decimal = Decimal(15)
    floor_margin: Decimal | None = None
    rules: RuleSet = RuleSet("none")
