"""Sharing: equal parts of the offerings of a catalogue become one object.

Read from text, each of a hundred thousand offerings has a unit, a family, a validity and empty
selling points of its own: as much memory as everything that tells them apart.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec.structs import force_setattr

if TYPE_CHECKING:
    from catalog.charge import Charge
    from catalog.offering import ProductOffering

_OF_OFFERING: Final = (
    *("family", "segments", "requires", "excludes", "valid", "benefit", "areas", "channels"),
    *("migrates_to", "specification", "fabe", "pitch"),
)
_OF_CHARGE: Final = ("name", "unit", "tax_class", "valid", "allowance", "regulations")
# No numbers: equal decimals may be written differently, and are to stay as they were written.


class Sharing:
    """Remembers the parts met so far."""

    def __init__(self) -> None:
        """Know no part yet."""
        self._known: dict[object, object] = {}

    def share(self, offering: ProductOffering) -> None:
        """Let an offering that nobody else has seen yet have the parts of the former ones."""
        self._put(offering, _OF_OFFERING)
        for charge in offering.charges:
            self._put(charge, _OF_CHARGE)

    def _put(self, value: ProductOffering | Charge, names: tuple[str, ...]) -> None:
        known = self._known
        for name in names:
            own = getattr(value, name)
            first = known.setdefault(own, own)
            if first is not own:
                # Frozen values never change: this one becomes what it equals already.
                force_setattr(value, name, first)
