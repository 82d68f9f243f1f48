"""Condition: who may have a bundle, as data; nothing is ever evaluated as program text."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import TypeAlias

import msgspec

Measures: TypeAlias = Mapping[str, Decimal | str]
"""Known facts of a customer and a quote: numbers and words by name, such as ``fixed_lines``."""


class Condition(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A bound on one measure; all given parts must hold.

    Attributes:
        measure: Name of the fact, such as ``typical_month`` (yuan) or ``industry``.
        least: Smallest allowed number, included.
        most: Largest allowed number, included.
        one_of: Allowed words.
    """

    measure: str
    least: Decimal | None = None
    most: Decimal | None = None
    one_of: tuple[str, ...] = ()

    def verdict(self, measures: Measures) -> bool | None:
        """True or false, or ``None`` when the measure is not known (or is no number at all)."""
        value = measures.get(self.measure)
        if value is None:
            return None
        if isinstance(value, str):
            return value in self.one_of
        if value.is_nan():
            return None
        return (self.least is None or value >= self.least) and (
            self.most is None or value <= self.most
        )
