"""PricingPolicy: one version of the company's rules that are not the catalogue's."""

from __future__ import annotations

from decimal import Decimal

import msgspec


class PricingPolicy(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What pricing checks besides the price list.

    Attributes:
        version: Identifies the rules a quote was priced with.
        guided_band: Percent by which a guided price may be undercut (P8 of the sample rules).
    """

    version: str
    guided_band: Decimal = Decimal(15)
