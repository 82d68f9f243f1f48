"""Tax classes with dated rates: a class may change by law on a day."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import msgspec

from catalog.local_text import LocalText
from catalog.period import ValidityPeriod

if TYPE_CHECKING:
    from datetime import date


class DatedRate(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A VAT rate as a fraction (0.09 is 9 %) and the period in which it applies."""

    rate: Decimal
    valid: ValidityPeriod = ValidityPeriod()


class TaxClass(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What the tax law sees a charge as.

    Attributes:
        id: Short identifier, such as ``basic_telecom``.
        name: For people.
        rates: Dated rates; at most one may apply on a day.
        source: The regulation that the rates come from.
    """

    id: str
    name: LocalText
    rates: tuple[DatedRate, ...]
    source: str = ""

    def rate_on(self, day: date) -> Decimal | None:
        """The rate on the tax-point day, or ``None`` when the class has none then."""
        for dated in self.rates:
            if dated.valid.contains(day):
                return dated.rate
        return None
