"""Where several items are installed and who pays for them, as one edit."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from app.quoting.item_edits import new_item_id

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from app.quoting.quote import Quote


def place_items(
    quote: Quote,
    item_ids: Collection[str],
    sites: Sequence[str] | None = None,
    account: str | None = None,
) -> Quote:
    """Items at other sites, paid by another account.

    Args:
        quote: Before.
        item_ids: Which items.
        sites: Identifiers of sites, the empty one for all; with several, each item is there once
            at every one, the further ones as copies right behind it. ``None`` leaves them.
        account: Number of the account that pays, empty for the usual one. ``None`` leaves it.
    """
    found = []
    numbers = quote
    for item in quote.items:
        if item.id not in item_ids:
            found.append(item)
            continue
        changed = item
        if account is not None:
            changed = msgspec.structs.replace(changed, bill_to=account)
        for place, site in enumerate(item_sites(item.site, sites)):
            one = msgspec.structs.replace(changed, site=site)
            if place:
                one = msgspec.structs.replace(one, id=new_item_id(numbers))
                numbers = msgspec.structs.replace(numbers, items=(*numbers.items, one))
            found.append(one)
    items = tuple(found)
    return quote if items == quote.items else msgspec.structs.replace(quote, items=items)


def item_sites(now: str, sites: Sequence[str] | None) -> tuple[str, ...]:
    """Where an item is after it: at least one place, each once."""
    return tuple(dict.fromkeys(sites)) if sites else (now,)
