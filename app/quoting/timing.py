"""What an item costs in which months, as words may tell it: free, reduced, rising by the year."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from pricing.alterations.free_months import FreeMonths
from pricing.alterations.ramp import Ramp
from pricing.alterations.reduced_months import ReducedMonths

if TYPE_CHECKING:
    from decimal import Decimal

    from pricing.item import QuoteItem
    from pricing.priced import PricedItem

_WHOLE = 100


class Timing(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One sentence: the key of its text and what the text names."""

    code: str
    parameters: dict[str, str]


def timings_of(item: QuoteItem | None, priced: PricedItem) -> tuple[Timing, ...]:
    """What changes an item's monthly charges over the term; nothing where nothing is applied."""
    if item is None or not priced.schedule:
        return ()
    told: list[Timing] = []
    free = sum(one.months for one in item.alterations if isinstance(one, FreeMonths))
    if free:
        told.append(_months("free", 1, free))
    for one in item.alterations:
        if isinstance(one, ReducedMonths) and one.percent:
            kind = "free" if one.percent == _WHOLE else "reduced"
            told.append(_months(kind, one.first, one.last, percent=_plain(one.percent)))
        elif isinstance(one, Ramp) and one.percent:
            kind = "rises" if one.percent > 0 else "falls"
            told.append(Timing(f"timing.{kind}", {"percent": _plain(abs(one.percent))}))
    return tuple(told)


def is_gift(priced: PricedItem) -> bool:
    """Whether a whole item is given for nothing by hand."""
    listed = [charge for charge in priced.charges if charge.list_amount > 0]
    return bool(listed) and all(
        not charge.net_amount and charge.discount == _WHOLE for charge in listed
    )


def _months(kind: str, first: int, last: int, **facts: str) -> Timing:
    named = {"first": str(first), "last": str(last), **facts}
    return Timing(f"timing.{kind}" if first < last else f"timing.{kind}_one", named)


def _plain(percent: Decimal) -> str:
    return f"{percent.normalize():f}"
