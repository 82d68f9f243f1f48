"""with_options(): a revision with what each of its options comes to, as papers tell it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from app.quoting.option_comparison import compare_options
from app.quoting.options import options_of
from app.quoting.own_headings import looks
from app.quoting.storytelling import option_figures
from catalog.charge import ChargeType

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.quoting.quote import Quote
    from app.quoting.revision import Revision
    from pricing.priced import PricedItem


def with_options(
    revision: Revision, is_bundle: Callable[[str], bool], alone: Callable[[Quote], Revision]
) -> Revision:
    """The revision with what each option comes to alone, where there is something to choose."""
    quote = revision.quote
    if not any(item.optional for item in quote.items):
        return revision
    # Papers show no item that could not be priced, and no option of nothing but usage.
    priced = {item.id: item for item in revision.priced.items}
    told = {
        looks(item.section) or item.id
        for item in quote.items
        if item.id in priced and not _is_usage(priced[item.id])
    }
    items = (
        item
        for item in quote.items
        if not item.optional or (item.id in priced and (looks(item.section) or item.id) in told)
    )
    quote = msgspec.structs.replace(quote, items=tuple(items))
    if len(options_of(quote, is_bundle)) < len("AB"):
        return revision
    compared = compare_options(quote, revision.priced, is_bundle, alone)
    return msgspec.structs.replace(revision, options=option_figures(compared))


def _is_usage(item: PricedItem) -> bool:
    return bool(item.charges) and all(one.type is ChargeType.USAGE for one in item.charges)
