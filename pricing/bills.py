"""Past bills by charge component and month: what analysis and replay work on."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

import msgspec

from catalog.local_text import LocalText
from catalog.money import Fen
from catalog.period import Month

if TYPE_CHECKING:
    from collections.abc import Collection


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


class Standing(StrEnum):
    """What a component-month that looks unusual is, as somebody who asked the customer says."""

    SPECIAL = "special"
    """It had a reason of its own; it stays out of the typical month."""
    NORMAL = "normal"
    """It belongs to how the customer works; it goes into the typical month."""


class MonthReason(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Why a component was unusual in a month.

    Attributes:
        component: Identifier of the component.
        month: When.
        amount: Fen that it was given for; of another amount it says nothing.
        standing: Special, or normal after all.
        text: The reason in the customer's language; printed in his bill analysis.
    """

    component: str
    month: Month
    amount: Fen
    standing: Standing
    text: str = ""


class Bills(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All bills known of a customer, oldest first within each component.

    Attributes:
        components: In the order of the bill.
        series: Finer series that are already contained in a component, such as the long-distance
            calls of one number; they are watched for churn and never added up.
        reasons: What is known of unusual months, each component and month once.
    """

    components: tuple[BillComponent, ...] = ()
    series: tuple[BillComponent, ...] = ()
    reasons: tuple[MonthReason, ...] = ()

    def months(self) -> tuple[Month, ...]:
        """Months in which every component has an amount, in order."""
        if not self.components:
            return ()
        shared = set(self.components[0].amounts)
        for component in self.components[1:]:
            if component.amounts.keys() != shared:
                shared &= component.amounts.keys()
        return tuple(sorted(shared))

    def without_accounts(self, accounts: Collection[str]) -> Bills:
        """The bills without some accounts; the same when none of them is there.

        A component without an account is known by its identifier.
        """
        gone = tuple(accounts)
        kept = tuple(c for c in self.components if (c.account or c.id) not in gone)
        if len(kept) == len(self.components):
            return self
        ids = tuple(one.id for one in self.components if (one.account or one.id) in gone)
        series = tuple(
            one for one in self.series if one.account not in gone and not one.id.startswith(ids)
        )
        reasons = tuple(one for one in self.reasons if one.component not in ids)
        return Bills(kept, series, reasons)

    def with_reason(self, reason: MonthReason) -> Bills:
        """The bills with a reason in the place of any other for that component and month."""
        kept = self.without_reason(reason.component, reason.month).reasons
        reasons = sorted((*kept, reason), key=lambda one: (one.month, one.component))
        return msgspec.structs.replace(self, reasons=tuple(reasons))

    def without_reason(self, component: str, month: Month) -> Bills:
        """The bills without a reason for a component in a month; the same when there is none."""
        kept = tuple(r for r in self.reasons if (r.component, r.month) != (component, month))
        if len(kept) == len(self.reasons):
            return self
        return msgspec.structs.replace(self, reasons=kept)
