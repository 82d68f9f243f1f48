"""adopt_offer(): a quote with an offer in the place of its items; an edit like any other."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from app.quoting.item_edits import new_item_id

if TYPE_CHECKING:
    from app.quoting.offer.offer import Offer
    from app.quoting.quote import Quote


def adopt_offer(quote: Quote, offer: Offer) -> Quote:
    """The quote with the offer's items and commitment; identifiers are never used again.

    Items that replace what the bills show are all of them from then on, because those named before
    are gone. Whatever was taken off the whole quote by hand stays.
    """
    emptied = quote
    items = []
    for item in offer.items:
        named = msgspec.structs.replace(item, id=new_item_id(emptied))
        items.append(named)
        emptied = msgspec.structs.replace(emptied, items=(*emptied.items, named))
    replaced = msgspec.structs.replace(quote.like_for_like, items=())
    return msgspec.structs.replace(
        quote, items=tuple(items), term=offer.term, like_for_like=replaced
    )
