"""Bills as stored: the months once, and an amount for each, so that years of them open at once.

Format 1 wrote each component as it is, with its months spelled out 60,000 times.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from app.errors import UnknownFormat
from app.storage.codec import StoredFormat
from catalog.known_type import known
from catalog.local_text import LocalText
from catalog.money import Fen
from catalog.period import Month
from pricing.bills import BillComponent, Bills, MonthReason

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.storage.codec import Plain

_USUAL = 2


class PackedComponent(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A component without its months.

    Attributes:
        id: As in ``BillComponent``, and so are the next ones.
        name: For people.
        first: Position of its first month in the list of months.
        amounts: Fen from that month on; ``None`` in a month without an amount.
        usage: The same of usage, from ``used_first`` on.
        used_first: Position of the first month with usage.
        charge: Code of the usage charge.
        account: Billing account.
        kind: Sort of spend.
    """

    id: str
    name: LocalText
    first: int
    amounts: list[Fen | None]
    usage: list[int | None] = []
    used_first: int = 0
    charge: str = ""
    account: str = ""
    kind: str = ""


class PackedBills(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All bills of a customer.

    Attributes:
        months: Every month that any component has, in order.
        components: In the order of the bill.
        series: Series that are contained in components.
        reasons: What is known of unusual months; not written where nothing is.
    """

    months: list[Month]
    components: list[PackedComponent]
    series: list[PackedComponent] = []
    reasons: list[MonthReason] | msgspec.UnsetType = msgspec.UNSET


class BillFormat:
    """Writes bills, and reads what was ever written."""

    def __init__(self) -> None:
        """Know both formats."""
        self._stored = StoredFormat("bills", PackedBills, _USUAL, {1: _from_spelled})

    def encode(self, bills: Bills) -> bytes:
        """Write bills; equal bills give equal bytes."""
        return self._stored.encode(packed_bills(bills))

    def decode(self, text: bytes) -> Bills:
        """Read bills.

        Raises:
            UnknownFormat: The text is of a newer format or damaged.
        """
        packed = self._stored.decode(text)
        try:
            return unpacked_bills(packed)
        except ValueError as fault:  # more amounts than months
            raise UnknownFormat(record="bills", place="$.components", detail=fault) from fault


def packed_bills(bills: Bills) -> PackedBills:
    """Bills with their months written once."""
    every = (*bills.components, *bills.series)
    months = sorted(
        {month for one in every for known in (one.amounts, one.usage) for month in known}
    )
    places = {month: place for place, month in enumerate(months)}
    return PackedBills(
        months,
        [_packed(component, places, months) for component in bills.components],
        [_packed(component, places, months) for component in bills.series],
        list(bills.reasons) or msgspec.UNSET,
    )


def unpacked_bills(packed: PackedBills) -> Bills:
    """The bills, oldest month first."""
    return Bills(
        tuple(_unpacked(one, packed.months) for one in packed.components),
        tuple(_unpacked(one, packed.months) for one in packed.series),
        () if packed.reasons is msgspec.UNSET else tuple(packed.reasons),
    )


def _packed(
    component: BillComponent, places: Mapping[Month, int], months: list[Month]
) -> PackedComponent:
    first, amounts = _listed(component.amounts, places, months)
    used_first, usage = _listed(component.usage, places, months)
    return PackedComponent(
        component.id,
        component.name,
        first,
        amounts,
        usage,
        used_first,
        component.charge,
        component.account,
        component.kind,
    )


def _listed(
    values: Mapping[Month, int], places: Mapping[Month, int], months: list[Month]
) -> tuple[int, list[int | None]]:
    if not values:
        return 0, []
    first, last = places[min(values)], places[max(values)]
    return first, [values.get(month) for month in months[first : last + 1]]


def _unpacked(one: PackedComponent, months: list[Month]) -> BillComponent:
    return BillComponent(
        one.id,
        one.name,
        _spelled(one.first, one.amounts, months),
        _spelled(one.used_first, one.usage, months),
        one.charge,
        one.account,
        one.kind,
    )


def _spelled(first: int, values: list[int | None], months: list[Month]) -> dict[Month, int]:
    own = months[first : first + len(values)]
    if None not in values and len(own) == len(values):
        return dict(zip(own, values, strict=True))  # type: ignore[arg-type] # none is None
    return {month: value for month, value in zip(own, values, strict=True) if value is not None}


def _from_spelled(plain: Plain) -> Plain:
    """Format 1 as format 2."""
    bills = msgspec.convert(plain, known(Bills))
    packed = msgspec.to_builtins(packed_bills(bills))
    return dict(packed)


BILLS = BillFormat()
