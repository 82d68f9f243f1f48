"""Items into an option, out of it, or beside it; and the offer copied as another option."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from app.quoting.item_order import put_in_section
from app.quoting.options import commitments, put_beside
from app.quoting.own_headings import looks

if TYPE_CHECKING:
    from collections.abc import Collection

    from app.quoting.quote import Quote


def put_in_option(quote: Quote, item_ids: Collection[str], heading: str) -> Quote:
    """Items as parts of the option of a heading; they get its commitment."""
    heading = heading.strip()
    if not heading:
        return quote
    terms = commitments(quote)
    seen = looks(heading)
    inside = [item.id for item in quote.items if item.optional and looks(item.section) == seen]
    months = next((terms[name] for name in inside if name in terms), 0)
    moved = put_in_section(quote, item_ids, heading)
    return _with(moved, item_ids, optional=True, months=months)


def put_in_offer(quote: Quote, item_ids: Collection[str]) -> Quote:
    """Items as parts of the offer; those that stood in an option leave its heading."""
    return _with(_out_of_options(quote, item_ids), item_ids, optional=False, months=0)


def may_be_added(quote: Quote, item_ids: Collection[str]) -> Quote:
    """Items that may be added to the offer, in no total; they leave the heading of an option."""
    return _with(_out_of_options(quote, item_ids), item_ids, optional=True, months=0)


def copy_as_option(quote: Quote, item_ids: Collection[str], heading: str) -> Quote:
    """The same items once more, as another option under a heading of its own."""
    items = [item for item in quote.items if item.id in item_ids]
    taken = {looks(item.section) for item in quote.items}
    if not items or not heading.strip() or looks(heading) in taken:
        return quote
    return put_beside(quote, items, heading.strip())


def _out_of_options(quote: Quote, item_ids: Collection[str]) -> Quote:
    """Those under headings where nothing is firm stand under none."""
    firm = {item.section for item in quote.items if not item.optional}
    leaving = {item.id for item in quote.items if item.id in item_ids and item.section not in firm}
    return put_in_section(quote, leaving, "") if leaving else quote


def _with(quote: Quote, item_ids: Collection[str], *, optional: bool, months: int) -> Quote:
    items = tuple(
        msgspec.structs.replace(item, optional=optional, commitment=months)
        if item.id in item_ids and (item.optional, item.commitment) != (optional, months)
        else item
        for item in quote.items
    )
    if all(new is old for new, old in zip(items, quote.items, strict=True)):
        return quote
    return msgspec.structs.replace(quote, items=items)
