"""A quote as the pattern of quotes for other customers."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import msgspec

from app.quoting.quote import LikeForLike

if TYPE_CHECKING:
    from datetime import date

    from app.quoting.quote import Quote


def quote_like(
    pattern: Quote, *, quote_id: str, number: str, customer: str, today: date, valid_days: int
) -> Quote:
    """The same offer for another customer.

    What belongs to the first customer is left out: his words, sites, accounts, remarks about him,
    what might be conceded to him, and which of his bills the offer replaces.

    Args:
        pattern: The offer.
        quote_id: Of the new quote.
        number: As printed.
        customer: Identifier of the other customer.
        today: Day whose prices apply.
        valid_days: Days that it is valid.
    """
    return msgspec.structs.replace(
        pattern,
        id=quote_id,
        number=number,
        customer=customer,
        price_date=today,
        valid_until=today + timedelta(days=valid_days),
        items=tuple(msgspec.structs.replace(item, site="", bill_to="") for item in pattern.items),
        like_for_like=LikeForLike(),
        needs=(),
        notes="",
        scenarios=(),
        buying_factors=(),
    )
