"""RecentQuote: another quote of the same customer that is counted together with one.

Splitting a deal into several quotes so that each stays below a limit shows nothing of what is
given away together. So the sums of those within the window of the policy may be added to a quote's
own, whichever of them makes it worst.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import msgspec

from pricing.concession import OptionGiven

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.quoting.authority.matrix import Window
    from pricing.concession import Concessions


class RecentQuote(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What another quote of the customer gives away.

    Attributes:
        id: Identifier of the quote.
        number: As printed.
        price_date: Day whose prices apply to it.
        sums: Everything that is not optional in it; ``item`` holds the number.
        options: Its optional items; ``item`` holds the number and the item.
    """

    id: str
    number: str
    price_date: date
    sums: OptionGiven
    options: tuple[OptionGiven, ...] = ()


def recent_quote(quote_id: str, number: str, price_date: date, given: Concessions) -> RecentQuote:
    """Another quote by what it gives away."""
    sums = OptionGiven(
        number,
        given.one_time_list,
        given.one_time_waived,
        given.recurring_published,
        given.recurring_taken,
        given.revenue,
        given.cost,
        given.contract_value,
        given.gifts,
    )
    options = tuple(
        msgspec.structs.replace(option, item=f"{number}/{option.item}") for option in given.options
    )
    return RecentQuote(quote_id, number, price_date, sums, options)


def within_window(
    recent: Iterable[RecentQuote], window: Window, quote_id: str, day: date
) -> tuple[RecentQuote, ...]:
    """The other quotes that count for a quote of a day."""
    return tuple(
        one
        for one in recent
        if one.id != quote_id and abs((one.price_date - day).days) < window.days
    )
