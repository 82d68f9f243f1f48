"""Past bills by charge component and month: what analysis and replay work on."""

from __future__ import annotations

import msgspec

from catalog.local_text import LocalText
from catalog.money import Fen
from catalog.period import Month


class BillComponent(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One component of a customer's bills, such as long distance, over the months known.

    Attributes:
        id: Unique in the bills, such as ``long_distance`` or a line's number.
        name: For people.
        amounts: Fen by month, VAT included.
        usage: Units by month (minutes, messages), where known.
        charge: Code of the usage charge that the usage belongs to; empty when there is none.
        account: Number of the billing account; empty when the bills are merged.
        kind: Sort of spend, such as ``long_distance``; the churn signal looks at it.
    """

    id: str
    name: LocalText
    amounts: dict[Month, Fen]
    usage: dict[Month, int] = {}
    charge: str = ""
    account: str = ""
    kind: str = ""


class Bills(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All bills known of a customer, oldest first within each component.

    Attributes:
        components: In the order of the bill.
        series: Finer series that are already contained in a component, such as the long-distance
            calls of one number; they are watched for churn and never added up.
    """

    components: tuple[BillComponent, ...] = ()
    series: tuple[BillComponent, ...] = ()

    def months(self) -> tuple[Month, ...]:
        """Months in which every component has an amount, in order."""
        if not self.components:
            return ()
        shared = set(self.components[0].amounts)
        for component in self.components[1:]:
            shared &= set(component.amounts)
        return tuple(sorted(shared))
