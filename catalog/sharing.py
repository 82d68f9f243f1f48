"""Sharing: equal parts of the offerings of a catalogue become one object.

Read from text, each of a hundred thousand offerings has a unit, a family, a validity and empty
selling points of its own, and a price of a hundred bytes: as much memory as everything that tells
them apart.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec import NODEFAULT
from msgspec.structs import fields, force_setattr

from catalog.charge import Charge
from catalog.offering import ProductOffering

if TYPE_CHECKING:
    from collections.abc import Iterable
    from decimal import Decimal

_OF_OFFERING: Final = (
    *("family", "segments", "requires", "excludes", "valid", "benefit", "areas", "channels"),
    *("migrates_to", "specification", "fabe", "pitch"),
)
_OF_CHARGE: Final = ("name", "unit", "tax_class", "valid", "allowance", "regulations")
_NUMBERS: Final = ("list_price", "cost")


class Sharing:
    """Remembers the parts met so far."""

    def __init__(self) -> None:
        """Know no part yet but the usual ones, which a field has when nothing is said."""
        self._offering = _Parts(ProductOffering, _OF_OFFERING)
        self._charge = _Parts(Charge, _OF_CHARGE)
        self._numbers: dict[str, Decimal] = {}

    def share(self, offering: ProductOffering) -> None:
        """Let an offering that nobody else has seen yet have the parts of the former ones."""
        self._offering.share(offering)
        for charge in offering.charges:
            self._charge.share(charge)
            self._share_numbers(charge)

    def _share_numbers(self, charge: Charge) -> None:
        """Equal numbers may be written differently, and are to stay as they were written."""
        known = self._numbers
        for name in _NUMBERS:
            own = getattr(charge, name)
            first = known.setdefault(str(own), own)
            if first is not own:
                force_setattr(charge, name, first)


class _Parts:
    """The parts that stand in some fields of one kind of value."""

    def __init__(self, of: type[ProductOffering | Charge], names: Iterable[str]) -> None:
        usual = {field.name: field.default for field in fields(of)}
        self._usual = tuple((name, usual[name]) for name in names)
        self._known: dict[object, object] = {
            part: part for _, part in self._usual if part is not NODEFAULT
        }

    def share(self, value: ProductOffering | Charge) -> None:
        known = self._known
        for name, usual in self._usual:
            own = getattr(value, name)
            if own is usual:
                continue
            first = known.setdefault(own, own)
            if first is not own:
                # Frozen values never change: this one becomes what it equals already.
                force_setattr(value, name, first)
