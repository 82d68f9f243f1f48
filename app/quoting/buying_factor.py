"""BuyingFactor: what the customer decides by, and how we stand in it; internal to a quote."""

from __future__ import annotations

import msgspec

LEAST, MOST = 1, 5
"""Marks go from 1, little or weak, to 5, much or strong."""


class BuyingFactor(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One of the key factors (客户购买关键因素).

    Attributes:
        factor: What the customer decides by, such as price or repair within four hours.
        weight: How much it matters to him, 1 to 5.
        capability: What we can do about it, 1 to 5.
        relationship: How well those who judge it know us, 1 to 5.
        note: Why these marks, or what is to be done.
    """

    factor: str
    weight: int
    capability: int
    relationship: int
    note: str = ""

    @property
    def reached(self) -> int:
        """Weight × capability × relationship."""
        return self.weight * self.capability * self.relationship

    @property
    def possible(self) -> int:
        """What it could come to with its weight."""
        return self.weight * MOST * MOST

    @property
    def missing(self) -> int:
        """What is lost by our being weak in it."""
        return self.possible - self.reached
